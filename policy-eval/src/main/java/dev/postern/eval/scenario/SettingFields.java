package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.AclGrant;
import dev.postern.eval.AclGrantee;
import dev.postern.eval.AclPermission;
import dev.postern.eval.KeyManager;
import dev.postern.eval.ObjectOwnership;
import dev.postern.eval.PublicAccessBlock;
import dev.postern.eval.S3AccessPoint;
import dev.postern.eval.S3Settings;
import dev.postern.eval.Settings;
import dev.postern.eval.VpcEndpointKind;
import dev.postern.model.Arn;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.ProblemCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code settings}. */
final class SettingFields {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of("managementAccount", "vpcEndpointKind", "kms", "s3");
  private static final ImmutableSet<String> S3 =
      ImmutableSet.of(
          "blockPublicAccess",
          "objectOwnership",
          "objectOwner",
          "bucketAcl",
          "objectAcl",
          "accessPoint");

  private final Fields fields;

  SettingFields(Fields fields) {
    this.fields = fields;
  }

  Settings read(JsonObject object) {
    fields.refuseUnknown(object, "`settings`", FIELDS);
    Settings settings = Settings.NONE;
    settings =
        fields
            .parsed(object, "managementAccount", RequestFields::account)
            .map(settings::withManagementAccount)
            .orElse(settings);
    settings =
        oneOf(object, "vpcEndpointKind", VpcEndpointKind.values(), VpcEndpointKind::text)
            .map(settings::withVpcEndpointKind)
            .orElse(settings);
    Optional<JsonObject> kms = fields.object(object, "kms");
    if (kms.isPresent()) {
      fields.refuseUnknown(kms.get(), "`kms`", ImmutableSet.of("keyManager"));
      settings =
          oneOf(kms.get(), "keyManager", KeyManager.values(), KeyManager::name)
              .map(settings::withKeyManager)
              .orElse(settings);
    }
    Optional<JsonObject> s3 = fields.object(object, "s3");
    return s3.isPresent() ? settings.with(s3(s3.get())) : settings;
  }

  private S3Settings s3(JsonObject object) {
    fields.refuseUnknown(object, "`s3`", S3);
    S3Settings settings = S3Settings.NONE;
    Optional<JsonObject> blocks = fields.object(object, "blockPublicAccess");
    if (blocks.isPresent()) {
      settings = settings.withBlocks(blocks(blocks.get()));
    }
    settings =
        oneOf(object, "objectOwnership", ObjectOwnership.values(), ObjectOwnership::text)
            .map(settings::withObjectOwnership)
            .orElse(settings);
    settings =
        fields
            .parsed(object, "objectOwner", RequestFields::account)
            .map(settings::withObjectOwner)
            .orElse(settings);
    settings = settings.withBucketAcl(acl(object, "bucketAcl"));
    settings = settings.withObjectAcl(acl(object, "objectAcl"));
    return accessPoint(object).map(settings::withAccessPoint).orElse(settings);
  }

  private ImmutableList<PublicAccessBlock> blocks(JsonObject object) {
    fields.refuseUnknown(
        object,
        "`blockPublicAccess`",
        Arrays.stream(PublicAccessBlock.values())
            .map(PublicAccessBlock::text)
            .collect(ImmutableSet.toImmutableSet()));
    return Arrays.stream(PublicAccessBlock.values())
        .filter(block -> fields.bool(object, block.text()).orElse(false))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<AclGrant> acl(JsonObject s3, String field) {
    ImmutableList.Builder<AclGrant> grants = ImmutableList.builder();
    for (JsonValue value : fields.list(s3, field)) {
      fields
          .object(value, "an entry of `" + field + "`")
          .flatMap(this::grant)
          .ifPresent(grants::add);
    }
    return grants.build();
  }

  private Optional<AclGrant> grant(JsonObject object) {
    fields.refuseUnknown(object, "a grant", ImmutableSet.of("grantee", "permission"));
    fields.require(object, "grantee", "the grant");
    fields.require(object, "permission", "the grant");
    Optional<AclGrantee> grantee = fields.parsed(object, "grantee", AclGrantee::of);
    Optional<AclPermission> permission =
        oneOf(object, "permission", AclPermission.values(), AclPermission::name);
    return grantee.isPresent() && permission.isPresent()
        ? Optional.of(new AclGrant(grantee.get(), permission.get()))
        : Optional.empty();
  }

  private Optional<S3AccessPoint> accessPoint(JsonObject s3) {
    Optional<JsonObject> object = fields.object(s3, "accessPoint");
    if (object.isEmpty()) {
      return Optional.empty();
    }
    JsonObject point = object.get();
    fields.refuseUnknown(point, "`accessPoint`", ImmutableSet.of("arn", "networkOrigin", "vpc"));
    fields.require(point, "arn", "the access point");
    Optional<String> origin =
        oneOf(point, "networkOrigin", new String[] {"Internet", "VPC"}, Function.identity());
    boolean ofVpc = origin.filter("VPC"::equals).isPresent();
    if (ofVpc) {
      fields.require(point, "vpc", "an access point of a VPC");
    }
    Optional<String> vpc = fields.string(point, "vpc");
    return fields.parsed(
        point,
        "arn",
        text ->
            ofVpc
                ? S3AccessPoint.inVpc(Arn.of(text), vpc.orElse(""))
                : S3AccessPoint.internet(Arn.of(text)));
  }

  private <T> Optional<T> oneOf(
      JsonObject parent, String field, T[] values, Function<T, String> text) {
    Optional<String> word = fields.string(parent, field);
    Optional<T> found =
        word.flatMap(
            given -> Arrays.stream(values).filter(v -> text.apply(v).equals(given)).findFirst());
    if (word.isPresent() && found.isEmpty()) {
      fields.add(
          ProblemCode.SCENARIO_VALUE,
          parent.get(field).orElse(parent).span(),
          "`" + word.get() + "` under `" + field + "`",
          "expected `" + String.join("` or `", Arrays.stream(values).map(text).toList()) + "`");
    }
    return found;
  }
}
