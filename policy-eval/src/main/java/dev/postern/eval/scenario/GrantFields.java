package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.KmsGrant;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.Member;
import java.util.Optional;

/** Reads an entry of {@code kmsGrants}. */
final class GrantFields {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of(
          "keyArn", "grantee", "operations", "constraints", "retiringPrincipal", "issuingAccount");

  private final Fields fields;

  GrantFields(Fields fields) {
    this.fields = fields;
  }

  Optional<KmsGrant> read(JsonObject object) {
    fields.refuseUnknown(object, "a grant", FIELDS);
    for (String field : ImmutableList.of("keyArn", "grantee", "operations")) {
      fields.require(object, field, "the grant");
    }
    ImmutableSet<String> operations =
        fields.list(object, "operations").stream()
            .flatMap(value -> fields.string(value, "an operation").stream())
            .collect(ImmutableSet.toImmutableSet());
    Optional<String> grantee = fields.string(object, "grantee");
    Optional<KmsGrant> grant =
        grantee.flatMap(
            who -> fields.parsed(object, "keyArn", key -> KmsGrant.of(key, who, operations)));
    return grant.map(plain -> completed(plain, object));
  }

  private KmsGrant completed(KmsGrant plain, JsonObject object) {
    KmsGrant grant =
        fields
            .parsed(object, "issuingAccount", RequestFields::account)
            .map(plain::withIssuingAccount)
            .orElse(plain);
    grant = fields.parsed(object, "retiringPrincipal", grant::withRetiringPrincipal).orElse(grant);
    return constrained(grant, object);
  }

  private KmsGrant constrained(KmsGrant grant, JsonObject object) {
    Optional<JsonObject> constraints = fields.object(object, "constraints");
    if (constraints.isEmpty()) {
      return grant;
    }
    fields.refuseUnknown(
        constraints.get(),
        "`constraints`",
        ImmutableSet.of("encryptionContextEquals", "encryptionContextSubset"));
    if (constraints.get().members().size() != 1) {
      fields.wrongType(
          constraints.get(),
          "`constraints`",
          "one of `encryptionContextEquals` and `encryptionContextSubset`");
      return grant;
    }
    KmsGrant equal =
        pairs(constraints.get(), "encryptionContextEquals")
            .map(grant::withEncryptionContextEquals)
            .orElse(grant);
    return pairs(constraints.get(), "encryptionContextSubset")
        .map(equal::withEncryptionContextSubset)
        .orElse(equal);
  }

  private Optional<ImmutableMap<String, String>> pairs(JsonObject constraints, String field) {
    Optional<JsonObject> object = fields.object(constraints, field);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    ImmutableMap.Builder<String, String> pairs = ImmutableMap.builder();
    for (Member member : object.get().members()) {
      fields
          .string(member.value(), "`" + member.name() + "`")
          .ifPresent(text -> pairs.put(member.name(), text));
    }
    return Optional.of(pairs.buildOrThrow());
  }
}
