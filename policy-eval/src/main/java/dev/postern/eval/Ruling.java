package dev.postern.eval;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What the law says of a request, without the statements that it rests on. There are few rulings,
 * and all of them are made beforehand.
 */
sealed interface Ruling {
  /** The answer. */
  Verdict verdict();

  /** It is allowed. */
  record Allowed(Ground ground) implements Ruling {
    @Override
    public Verdict verdict() {
      return Verdict.ALLOWED;
    }
  }

  /** A statement of this type of policy denies. */
  record Denied(Layer layer) implements Ruling {
    @Override
    public Verdict verdict() {
      return Verdict.EXPLICIT_DENY;
    }
  }

  /** S3 blocks public access, which counts as an explicit deny. */
  record Blocked(PublicAccessBlock block) implements Ruling {
    @Override
    public Verdict verdict() {
      return Verdict.EXPLICIT_DENY;
    }
  }

  /** A type of policy that has to allow does not. */
  record NoAllow(Layer layer) implements Ruling {
    @Override
    public Verdict verdict() {
      return Verdict.IMPLICIT_DENY;
    }
  }

  /** Whatever the policies say, the call cannot be made so. */
  record NotCallable(Obstacle obstacle) implements Ruling {
    @Override
    public Verdict verdict() {
      return Verdict.IMPLICIT_DENY;
    }
  }

  /** What stands in the way of a call, whatever the policies say. */
  enum Obstacle {
    /** The kind of credentials cannot call the API. */
    API_NOT_AVAILABLE_TO_CREDENTIALS("these credentials cannot call this API"),
    /** A root user asks for a role. */
    ROOT_CANNOT_ASSUME_ROLE("roles may not be assumed by root users"),
    /** The service knows no policies on its resources, and the resource is another account's. */
    NO_CROSS_ACCOUNT_MECHANISM("this service gives no access across accounts"),
    /** The operation is for the key's own account. */
    KMS_OPERATION_NOT_CROSS_ACCOUNT("this operation does not work on a key of another account"),
    /** The service does not serve unsigned requests. */
    REQUEST_NOT_SIGNED("this service does not serve unsigned requests"),
    /** An access control list is to be set where lists are not used. */
    ACLS_NOT_SUPPORTED("the bucket's owner owns all objects and access control lists are off"),
    /** The access point is reached from one VPC only. */
    ACCESS_POINT_OF_A_VPC("the access point is reached from its VPC only");

    private final String reason;

    Obstacle(String reason) {
      this.reason = reason;
    }

    /** In words, to follow a "because". */
    String reason() {
      return reason;
    }
  }

  /** Every ruling there is, by what it is about. */
  final class All {
    private static final Ruling[] ROWS = all(GrantRow.values(), Allowed::new);
    private static final Ruling[] GROUNDS = all(SpecialGround.values(), Allowed::new);
    private static final Ruling[] DENIED = all(Layer.values(), Denied::new);
    private static final Ruling[] BLOCKED = all(PublicAccessBlock.values(), Blocked::new);
    private static final Ruling[] NO_ALLOW = all(Layer.values(), NoAllow::new);
    private static final Ruling[] OBSTACLES = all(Obstacle.values(), NotCallable::new);

    private All() {}

    private static <E extends Enum<E>> Ruling[] all(E[] values, Function<E, Ruling> ruling) {
      return Arrays.stream(values).map(ruling).toArray(Ruling[]::new);
    }
  }

  static Ruling allowed(GrantRow row) {
    return All.ROWS[row.ordinal()];
  }

  static Ruling allowed(SpecialGround ground) {
    return All.GROUNDS[ground.ordinal()];
  }

  static Ruling denied(Layer layer) {
    return All.DENIED[layer.ordinal()];
  }

  static Ruling blocked(PublicAccessBlock block) {
    return All.BLOCKED[block.ordinal()];
  }

  static Ruling noAllow(Layer layer) {
    return All.NO_ALLOW[layer.ordinal()];
  }

  static Ruling notCallable(Obstacle obstacle) {
    return All.OBSTACLES[obstacle.ordinal()];
  }
}
