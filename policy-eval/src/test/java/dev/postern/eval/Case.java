package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.util.Optional;

/** A generated request with the texts of its policies; shown whole when a law is broken. */
record Case(
    AuthorizationRequest request, ImmutableList<String> identity, Optional<String> resource) {
  private static final PolicyType BUCKET = PolicyType.resource("AWS::S3::Bucket");

  ImmutableList<PolicyDocument> identityDocuments() {
    return identity.stream()
        .map(text -> read(text, PolicyType.IDENTITY))
        .collect(ImmutableList.toImmutableList());
  }

  Optional<PolicyDocument> resourceDocument() {
    return resource.map(text -> read(text, BUCKET));
  }

  private static PolicyDocument read(String text, PolicyType type) {
    return PolicyReader.lenient().read(SourceText.of("generated", text), type);
  }

  PolicySet policies() {
    return policies(identityDocuments(), resourceDocument());
  }

  static PolicySet policies(
      ImmutableList<PolicyDocument> identity, Optional<PolicyDocument> resource) {
    PolicySet set = PolicySet.EMPTY;
    for (PolicyDocument document : identity) {
      set = set.withIdentity(CompiledPolicy.of(document));
    }
    return resource.isPresent() ? set.withResource(CompiledPolicy.of(resource.get())) : set;
  }

  @Override
  public String toString() {
    return request.requester().text()
        + " "
        + request.action()
        + " "
        + request.resource()
        + " "
        + request.context()
        + "\nidentity: "
        + String.join("\n  ", identity)
        + "\nresource: "
        + resource.orElse("none");
  }
}
