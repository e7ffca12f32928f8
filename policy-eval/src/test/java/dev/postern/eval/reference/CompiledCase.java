package dev.postern.eval.reference;

import com.google.common.collect.ImmutableSet;
import dev.postern.eval.AclGrant;
import dev.postern.eval.AclGrantee;
import dev.postern.eval.AclPermission;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.ContextValue;
import dev.postern.eval.KeyManager;
import dev.postern.eval.KmsGrant;
import dev.postern.eval.ObjectOwnership;
import dev.postern.eval.PolicySet;
import dev.postern.eval.PrincipalFacts;
import dev.postern.eval.PublicAccessBlock;
import dev.postern.eval.Requester;
import dev.postern.eval.S3AccessPoint;
import dev.postern.eval.S3Settings;
import dev.postern.eval.Settings;
import dev.postern.eval.VpcEndpointKind;
import dev.postern.eval.reference.Circumstances.AclEntry;
import dev.postern.eval.reference.Circumstances.Bucket;
import dev.postern.eval.reference.Circumstances.KeyGrant;
import dev.postern.eval.reference.Circumstances.Organization;
import dev.postern.model.Arn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A case in the words of the evaluator. */
record CompiledCase(AuthorizationRequest request, PolicySet policies) {
  static CompiledCase of(Case one) {
    return new CompiledCase(request(one), policies(one));
  }

  private static AuthorizationRequest request(Case one) {
    AuthorizationRequest request =
        AuthorizationRequest.by(requester(one.asker()))
            .asksTo(one.action())
            .on(one.resource())
            .knowing(facts(one.asker()));
    if (!one.owner().isEmpty()) {
      request = request.ownedBy(one.owner());
    }
    for (Map.Entry<String, ContextValue> entry : one.context().entrySet()) {
      request = request.with(entry.getKey(), entry.getValue());
    }
    return request;
  }

  private static Requester requester(Asker asker) {
    if (asker.kind() == Asker.Kind.CANONICAL) {
      return new Requester.CanonicalUser(asker.text());
    }
    return asker.role().isEmpty()
        ? Requester.of(asker.text())
        : new Requester.RoleSession(Arn.of(asker.text()), Arn.of(asker.role()));
  }

  private static PrincipalFacts facts(Asker asker) {
    PrincipalFacts facts = PrincipalFacts.NONE;
    if (!asker.uniqueId().isEmpty()) {
      facts = facts.withUniqueId(asker.uniqueId());
    }
    if (!asker.issuer().isEmpty()) {
      facts = facts.withIssuer(asker.issuer());
    }
    if (!asker.canonicalId().isEmpty()) {
      facts = facts.withCanonicalUser(asker.canonicalId());
    }
    return asker.serviceLinked() ? facts.withServiceLinkedRole(true) : facts;
  }

  private static PolicySet policies(Case one) {
    PolicySet set = PolicySet.EMPTY;
    for (Attached attached : one.policies()) {
      CompiledPolicy policy = CompiledPolicy.of(attached.document());
      set =
          switch (attached.place()) {
            case IDENTITY -> set.withIdentity(policy);
            case PERMISSIONS_BOUNDARY -> set.withPermissionsBoundary(policy);
            case SESSION -> set.withSession(policy);
            case RESOURCE -> set.withResource(policy);
            case ACCESS_POINT -> set.withAccessPoint(policy);
            case VPC_ENDPOINT -> set.withVpcEndpoint(policy);
            case SERVICE_CONTROL, RESOURCE_CONTROL -> set;
          };
    }
    Organization organization = one.circumstances().organization();
    for (int level = 0; level < organization.serviceControlLevels(); level++) {
      set = set.withServiceControlLevel(level(one, Place.SERVICE_CONTROL, level));
    }
    for (int level = 0; level < organization.resourceControlLevels(); level++) {
      set = set.withResourceControlLevel(level(one, Place.RESOURCE_CONTROL, level));
    }
    for (KeyGrant grant : one.circumstances().key().grants()) {
      set = set.withKmsGrant(grant(grant));
    }
    return set.with(settings(one.circumstances()));
  }

  private static List<CompiledPolicy> level(Case one, Place place, int level) {
    return one.at(place).stream()
        .filter(attached -> attached.level() == level)
        .map(attached -> CompiledPolicy.of(attached.document()))
        .toList();
  }

  private static KmsGrant grant(KeyGrant grant) {
    KmsGrant same = KmsGrant.of(grant.keyArn(), grant.grantee(), grant.operations());
    if (!grant.equalTo().isEmpty()) {
      same = same.withEncryptionContextEquals(grant.equalTo());
    }
    if (!grant.subset().isEmpty()) {
      same = same.withEncryptionContextSubset(grant.subset());
    }
    if (!grant.retiringPrincipal().isEmpty()) {
      same = same.withRetiringPrincipal(grant.retiringPrincipal());
    }
    return grant.issuingAccount().isEmpty()
        ? same
        : same.withIssuingAccount(grant.issuingAccount());
  }

  private static Settings settings(Circumstances circumstances) {
    Settings settings = Settings.NONE.with(bucket(circumstances.bucket()));
    if (!circumstances.organization().managementAccount().isEmpty()) {
      settings = settings.withManagementAccount(circumstances.organization().managementAccount());
    }
    if (!circumstances.endpointKind().isEmpty()) {
      settings =
          settings.withVpcEndpointKind(VpcEndpointKind.valueOf(circumstances.endpointKind()));
    }
    return circumstances.key().managedByAws() ? settings.withKeyManager(KeyManager.AWS) : settings;
  }

  private static S3Settings bucket(Bucket bucket) {
    S3Settings settings =
        S3Settings.NONE
            .withBlocks(named(PublicAccessBlock.values(), PublicAccessBlock::text, bucket.blocks()))
            .withBucketAcl(acl(bucket.bucketAcl()))
            .withObjectAcl(acl(bucket.objectAcl()));
    for (ObjectOwnership ownership :
        named(
            ObjectOwnership.values(), ObjectOwnership::text, ImmutableSet.of(bucket.ownership()))) {
      settings = settings.withObjectOwnership(ownership);
    }
    if (!bucket.objectOwner().isEmpty()) {
      settings = settings.withObjectOwner(bucket.objectOwner());
    }
    if (bucket.accessPoint().isEmpty()) {
      return settings;
    }
    Arn door = Arn.of(bucket.accessPoint());
    return settings.withAccessPoint(
        bucket.vpc().isEmpty()
            ? S3AccessPoint.internet(door)
            : S3AccessPoint.inVpc(door, bucket.vpc()));
  }

  private static <T> List<T> named(T[] all, Function<T, String> name, Set<String> wanted) {
    return Arrays.stream(all).filter(one -> wanted.contains(name.apply(one))).toList();
  }

  private static List<AclGrant> acl(List<AclEntry> entries) {
    return entries.stream()
        .map(
            entry ->
                new AclGrant(
                    AclGrantee.of(entry.grantee()), AclPermission.valueOf(entry.permission())))
        .toList();
  }
}
