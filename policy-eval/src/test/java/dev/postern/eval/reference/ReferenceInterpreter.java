package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.Verdict;
import java.time.Instant;

/**
 * The law undressed: decides a case straight from the documents, with nothing prepared and nothing
 * clever. AWS: "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
final class ReferenceInterpreter {
  private final Case asked;
  private final Asker asker;
  private final Instant clock;

  ReferenceInterpreter(Case asked, Instant clock) {
    this.asked = asked;
    this.asker = asked.asker();
    this.clock = clock;
  }

  /** AWS: a request through an access point is allowed by the access point and by the bucket. */
  Answer decide() {
    Resource resource = Resource.of(asked.resource(), asked.owner(), asker);
    String accessPoint = asked.circumstances().bucket().accessPoint();
    if (accessPoint.isEmpty()) {
      Answer.Side only = decide(resource, Place.RESOURCE);
      return new Answer(only.verdict(), ImmutableList.of(only));
    }
    int slash = resource.name().indexOf('/');
    String key = slash < 0 ? "" : "/object" + resource.name().substring(slash);
    Resource door = Resource.of(accessPoint + key, "", asker);
    return both(decide(door, Place.ACCESS_POINT), decide(resource, Place.RESOURCE));
  }

  private static Answer both(Answer.Side one, Answer.Side other) {
    ImmutableSet<Verdict> verdicts = ImmutableSet.of(one.verdict(), other.verdict());
    Verdict verdict =
        verdicts.contains(Verdict.EXPLICIT_DENY)
            ? Verdict.EXPLICIT_DENY
            : verdicts.contains(Verdict.IMPLICIT_DENY) ? Verdict.IMPLICIT_DENY : Verdict.ALLOWED;
    return new Answer(verdict, ImmutableList.of(one, other));
  }

  private Answer.Side decide(Resource resource, Place side) {
    ReferenceMatches matches = new ReferenceMatches(asked, resource, side, clock);
    return new Answer.Side(verdict(resource, side, matches), matches.byPlace());
  }

  private Verdict verdict(Resource resource, Place side, ReferenceMatches matches) {
    ReferenceSts sts = new ReferenceSts(asked, resource, matches);
    ReferenceS3 s3 = new ReferenceS3(asked, resource, side);
    if (sts.isAlwaysAllowed()) {
      return Verdict.ALLOWED;
    }
    if (sts.isNeverAllowed()) {
      return Verdict.IMPLICIT_DENY;
    }
    if (sts.asksWhoItIs()) {
      // AWS: no permission is needed, and a Deny does not help; of endpoints it does not speak.
      return matches.denies(Place.VPC_ENDPOINT)
          ? Verdict.EXPLICIT_DENY
          : verdict(matches.endpointLetsPass());
    }
    if (matches.denies(s3.isOwnersBucketPolicyBusiness()) || s3.isBlocked()) {
      return Verdict.EXPLICIT_DENY;
    }
    if (s3.isRefused() || !matches.endpointLetsPass() || !matches.everyLevelAllows()) {
      return Verdict.IMPLICIT_DENY;
    }
    return verdict(hasAccess(resource, matches, sts, s3));
  }

  private static Verdict verdict(boolean allowed) {
    return allowed ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY;
  }

  private boolean hasAccess(
      Resource resource, ReferenceMatches matches, ReferenceSts sts, ReferenceS3 s3) {
    ReferenceAccess access = new ReferenceAccess(asker, resource, matches);
    ReferenceKms kms = new ReferenceKms(asked, resource, matches, access);
    if (kms.decides()) {
      return kms.hasAccess();
    }
    if (sts.decides()) {
      return sts.hasAccess(access);
    }
    if (s3.decides()) {
      return s3.hasAccess(access);
    }
    return access.isGiven(false);
  }
}
