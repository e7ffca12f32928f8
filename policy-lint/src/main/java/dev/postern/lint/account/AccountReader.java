package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import java.util.Comparator;
import java.util.Optional;

/** Reads an account: principals first, since they say what the managed policies are for. */
final class AccountReader {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(problem -> problem.span().startOffset());

  private final SourceText source;
  private final JsonReading reading;
  private final AccountFields fields = new AccountFields();
  private final DocumentReader documents;

  AccountReader(SourceText source, JsonReading reading) {
    this.source = source;
    this.reading = reading;
    this.documents = new DocumentReader(fields, reading.problems());
  }

  AccountDetails read() {
    Optional<JsonValue> value = reading.value();
    if (value.isPresent() && value.get() instanceof JsonObject object) {
      return read(object);
    }
    value.ifPresent(
        other ->
            fields.tell(
                other.span(),
                "the text is " + other.describe(),
                "expected what `aws iam get-account-authorization-details` prints"));
    return new AccountDetails(source, ImmutableList.of(), ImmutableList.of(), problems());
  }

  private AccountDetails read(JsonObject json) {
    PrincipalReader reader = new PrincipalReader(fields, documents);
    ImmutableList.Builder<AccountPrincipal> all = ImmutableList.builder();
    fields.objects(json, AccountDetails.USERS).forEach(user -> all.add(reader.user(user)));
    fields.objects(json, AccountDetails.GROUPS).forEach(group -> all.add(reader.group(group)));
    fields.objects(json, AccountDetails.ROLES).forEach(role -> all.add(reader.role(role)));
    ImmutableList<AccountPrincipal> principals = all.build();
    ManagedPolicyReader managed = new ManagedPolicyReader(fields, documents, principals);
    ImmutableList<AccountPolicy> policies =
        fields.objects(json, AccountDetails.POLICIES).stream()
            .flatMap(policy -> managed.read(policy).stream())
            .collect(ImmutableList.toImmutableList());
    tellMissingPages(json);
    return new AccountDetails(source, principals, policies, problems());
  }

  /* The CLI's own token is NextToken, with --max-items; the API's is Marker. */
  private void tellMissingPages(JsonObject json) {
    boolean isTruncated = fields.isTrue(json, "IsTruncated");
    for (String name : ImmutableList.of("IsTruncated", "NextToken")) {
      Optional<JsonValue> value = json.get(name);
      if (value.isPresent() && (isTruncated || value.get() instanceof JsonString)) {
        fields.tell(
            value.get().span(),
            "this is one of several pages: principals and policies are missing",
            "let the AWS CLI ask for all of them, without --no-paginate and --max-items");
        return;
      }
    }
  }

  private ImmutableList<Problem> problems() {
    return ImmutableList.sortedCopyOf(
        BY_PLACE,
        ImmutableList.<Problem>builder()
            .addAll(documents.left())
            .addAll(fields.problems())
            .build());
  }
}
