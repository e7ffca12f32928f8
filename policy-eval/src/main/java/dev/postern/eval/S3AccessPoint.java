package dev.postern.eval;

import dev.postern.model.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access point through which a request reaches a bucket. AWS, S3: "Access points". */
public final class S3AccessPoint {
  private final Arn arn;
  private final @Nullable String vpc;

  private S3AccessPoint(Arn arn, @Nullable String vpc) {
    if (!arn.service().equals("s3") || !arn.resource().startsWith("accesspoint/")) {
      throw new IllegalArgumentException(
          "`"
              + arn
              + "` is no access point; expected `arn:aws:s3:REGION:ACCOUNT:accesspoint/NAME`");
    }
    this.arn = arn;
    this.vpc = vpc;
  }

  /**
   * One that is reached from anywhere.
   *
   * @throws IllegalArgumentException if the ARN is not that of an access point
   */
  public static S3AccessPoint internet(Arn arn) {
    return new S3AccessPoint(arn, null);
  }

  /**
   * One that is reached from one VPC only.
   *
   * @throws IllegalArgumentException if the ARN is not that of an access point
   */
  public static S3AccessPoint inVpc(Arn arn, String vpcId) {
    return new S3AccessPoint(arn, vpcId);
  }

  /** Its ARN. */
  public Arn arn() {
    return arn;
  }

  /** The only VPC that it is reached from. */
  public Optional<String> vpc() {
    return Optional.ofNullable(vpc);
  }

  /** The ARN by which policies name an object behind it, or itself where no object is meant. */
  Arn naming(Arn bucketOrObject) {
    int slash = bucketOrObject.resource().indexOf('/');
    return slash < 0
        ? arn
        : new Arn(
            arn.partition(),
            arn.service(),
            arn.region(),
            arn.account(),
            arn.resource() + "/object" + bucketOrObject.resource().substring(slash));
  }
}
