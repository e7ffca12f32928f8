package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/**
 * Reads {@code settings}. None of them matters to the requests that are decided so far, or, where
 * one does, the scenario is refused.
 */
final class SettingFields {
  private static final ImmutableSet<String> BLOCKS =
      ImmutableSet.of(
          "blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets");

  private final Fields fields;

  SettingFields(Fields fields) {
    this.fields = fields;
  }

  void read(JsonObject settings) {
    fields.refuseUnknown(
        settings,
        "`settings`",
        ImmutableSet.of("managementAccount", "vpcEndpointKind", "kms", "s3"));
    fields.string(settings, "managementAccount");
    oneOf(settings, "vpcEndpointKind", ImmutableSet.of("gateway", "interface"));
    fields
        .object(settings, "kms")
        .ifPresent(
            kms -> {
              fields.refuseUnknown(kms, "`kms`", ImmutableSet.of("keyManager"));
              oneOf(kms, "keyManager", ImmutableSet.of("CUSTOMER", "AWS"));
            });
    fields.object(settings, "s3").ifPresent(this::s3);
  }

  private void s3(JsonObject s3) {
    fields.refuseUnknown(
        s3,
        "`s3`",
        ImmutableSet.of(
            "blockPublicAccess",
            "objectOwnership",
            "objectOwner",
            "bucketAcl",
            "objectAcl",
            "accessPoint"));
    fields
        .object(s3, "blockPublicAccess")
        .ifPresent(
            blocks -> {
              fields.refuseUnknown(blocks, "`blockPublicAccess`", BLOCKS);
              BLOCKS.forEach(block -> refuseTrue(blocks, block));
            });
    Optional<String> ownership =
        oneOf(
            s3,
            "objectOwnership",
            ImmutableSet.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"));
    if (ownership.isPresent() && !ownership.get().equals("BucketOwnerEnforced")) {
      refuse(s3, "objectOwnership");
    }
    for (String field : ImmutableSet.of("objectOwner", "bucketAcl", "objectAcl", "accessPoint")) {
      if (s3.get(field).isPresent()) {
        refuse(s3, field);
      }
    }
  }

  private void refuseTrue(JsonObject blocks, String block) {
    if (fields.bool(blocks, block).orElse(false)) {
      refuse(blocks, block);
    }
  }

  private void refuse(JsonObject parent, String field) {
    parent
        .get(field)
        .ifPresent(value -> fields.unsupported(value.span(), "the setting `" + field + "`"));
  }

  private Optional<String> oneOf(JsonObject parent, String field, ImmutableSet<String> words) {
    Optional<String> word = fields.string(parent, field);
    if (word.isPresent() && !words.contains(word.get())) {
      JsonValue value = parent.get(field).orElse(parent);
      fields.add(
          ProblemCode.SCENARIO_VALUE,
          value.span(),
          "`" + word.get() + "` under `" + field + "`",
          "expected `" + String.join("` or `", words) + "`");
      return Optional.empty();
    }
    return word;
  }
}
