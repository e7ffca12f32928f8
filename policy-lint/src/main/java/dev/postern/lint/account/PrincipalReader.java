package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.Located;
import java.util.Optional;

/** Reads users, groups and roles. AWS: "UserDetail", "GroupDetail", "RoleDetail". */
final class PrincipalReader {
  private final AccountFields fields;
  private final DocumentReader documents;

  PrincipalReader(AccountFields fields, DocumentReader documents) {
    this.fields = fields;
    this.documents = documents;
  }

  AccountPrincipal user(JsonObject json) {
    return new AccountPrincipal.User(
        entry(json, "user", "UserName", "UserPolicyList"),
        boundary(json),
        fields.texts(json, "GroupList"));
  }

  AccountPrincipal group(JsonObject json) {
    return new AccountPrincipal.Group(entry(json, "group", "GroupName", "GroupPolicyList"));
  }

  AccountPrincipal role(JsonObject json) {
    PrincipalEntry entry = entry(json, "role", "RoleName", "RolePolicyList");
    Optional<AccountPolicy> trust =
        documents.read(
            json,
            "AssumeRolePolicyDocument",
            entry.arn() + "#trust",
            "trust policy of role " + Names.quoted(entry.name().value()),
            PolicyType.TRUST);
    return new AccountPrincipal.Role(
        entry,
        boundary(json),
        trust.map(ImmutableList::of).orElse(ImmutableList.of()),
        fields.objects(json, "InstanceProfileList").stream()
            .flatMap(profile -> fields.text(profile, "Arn").stream())
            .collect(ImmutableList.toImmutableList()));
  }

  private PrincipalEntry entry(JsonObject json, String kind, String nameMember, String policies) {
    Located<String> name =
        fields
            .text(json, nameMember)
            .orElseGet(() -> new Located<>(json.span().pointer().describe(), json.span()));
    String arn =
        fields
            .text(json, "Arn")
            .map(Located::value)
            .orElseGet(() -> json.span().source().name() + json.span().pointer());
    ImmutableList.Builder<AccountPolicy> inline = ImmutableList.builder();
    for (JsonObject policy : fields.objects(json, policies)) {
      String title =
          fields
              .text(policy, "PolicyName")
              .map(Located::value)
              .orElseGet(() -> policy.span().pointer().describe());
      documents
          .read(
              policy,
              "PolicyDocument",
              arn + "/" + title,
              "inline policy "
                  + Names.quoted(title)
                  + " of "
                  + kind
                  + " "
                  + Names.quoted(name.value()),
              PolicyType.IDENTITY)
          .ifPresent(inline::add);
    }
    return new PrincipalEntry(
        arn, name, json, inline.build(), attachments(json, "AttachedManagedPolicies"));
  }

  private ImmutableList<Attachment> attachments(JsonObject json, String member) {
    return fields.objects(json, member).stream()
        .flatMap(policy -> fields.text(policy, "PolicyArn").stream())
        .map(Attachment::new)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Attachment> boundary(JsonObject json) {
    return fields
        .object(json, "PermissionsBoundary")
        .flatMap(boundary -> fields.text(boundary, "PermissionsBoundaryArn"))
        .map(arn -> ImmutableList.of(new Attachment(arn)))
        .orElse(ImmutableList.of());
  }
}
