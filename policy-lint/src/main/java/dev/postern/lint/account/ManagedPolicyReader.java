package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * Reads managed policies, each in its default version. One that nobody has but as a permissions
 * boundary is read as a boundary; one that somebody has as both, or nobody at all, as an identity
 * policy. AWS: "ManagedPolicyDetail".
 */
final class ManagedPolicyReader {
  private final AccountFields fields;
  private final DocumentReader documents;
  private final ImmutableListMultimap<String, AccountPrincipal> holders;
  private final ImmutableListMultimap<String, AccountPrincipal> limited;

  ManagedPolicyReader(
      AccountFields fields, DocumentReader documents, ImmutableList<AccountPrincipal> principals) {
    this.fields = fields;
    this.documents = documents;
    ImmutableListMultimap.Builder<String, AccountPrincipal> having =
        ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<String, AccountPrincipal> within =
        ImmutableListMultimap.builder();
    for (AccountPrincipal principal : principals) {
      principal.entry().attached().forEach(each -> having.put(each.arn().value(), principal));
      principal.boundary().forEach(each -> within.put(each.arn().value(), principal));
    }
    this.holders = having.build();
    this.limited = within.build();
  }

  Optional<AccountPolicy> read(JsonObject json) {
    String arn =
        fields
            .text(json, "Arn")
            .map(Located::value)
            .orElseGet(() -> json.span().source().name() + json.span().pointer());
    String name = fields.text(json, "PolicyName").map(Located::value).orElse(arn);
    boolean isBoundary =
        holders.get(arn).isEmpty()
            && !isCounted(json, "AttachmentCount")
            && (!limited.get(arn).isEmpty() || isCounted(json, "PermissionsBoundaryUsageCount"));
    return defaultVersion(json)
        .flatMap(
            version ->
                documents.read(
                    version,
                    "Document",
                    arn,
                    "managed policy " + Names.quoted(name) + uses(arn),
                    isBoundary ? PolicyType.PERMISSIONS_BOUNDARY : PolicyType.IDENTITY));
  }

  private String uses(String arn) {
    String attached = AccountPrincipal.describe(holders.get(arn));
    String boundary = AccountPrincipal.describe(limited.get(arn));
    return (attached.isEmpty() ? "" : ", attached to " + attached)
        + (boundary.isEmpty() ? "" : ", boundary of " + boundary);
  }

  /* The counts also speak of principals that a filter left out of the text. */
  private static boolean isCounted(JsonObject json, String name) {
    return json.get(name)
        .filter(count -> count instanceof JsonNumber number && !number.literal().equals("0"))
        .isPresent();
  }

  private Optional<JsonObject> defaultVersion(JsonObject json) {
    ImmutableList<JsonObject> versions = fields.objects(json, "PolicyVersionList");
    Optional<JsonObject> version =
        versions.stream()
            .filter(each -> fields.isTrue(each, "IsDefaultVersion"))
            .findFirst()
            .or(() -> named(versions, fields.optionalText(json, "DefaultVersionId")));
    if (version.isEmpty()) {
      fields.tell(
          json.span(), "the policy has no default version", "AWS tells it in `PolicyVersionList`");
    }
    return version;
  }

  private Optional<JsonObject> named(
      ImmutableList<JsonObject> versions, Optional<Located<String>> id) {
    return versions.stream()
        .filter(each -> id.isPresent() && id.equals(fields.optionalText(each, "VersionId")))
        .findFirst();
  }
}
