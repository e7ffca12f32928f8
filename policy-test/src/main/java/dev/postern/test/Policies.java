package dev.postern.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Policies that apply together, as a parameter of type {@link dev.postern.eval.PolicySet} of a
 * test, of its constructor or of a method of its life cycle. It is not called after that type,
 * since a file can import one {@code PolicySet} only.
 *
 * <pre>{@code
 * @Test
 * void alice_writes_to_her_own_folder(
 *     @Policies(
 *             identity = "policies/alice.json",
 *             resource = "policies/reports-bucket.json",
 *             resourceType = "AWS::S3::Bucket",
 *             serviceControl = {
 *               @Level("FullAWSAccess"),
 *               @Level({"FullAWSAccess", "policies/scp/europe.json"})
 *             })
 *         PolicySet policies) {
 *   assertThat(policies).allows("s3:PutObject").on("arn:aws:s3:::reports/alice/*").by(ALICE);
 * }
 * }</pre>
 *
 * <p>Settings and grants of KMS keys have no room here: whoever needs them puts the set together
 * from {@link PolicyFile policies of files}.
 *
 * <p>Paths are as in {@link PolicyFile}. What several tests share may stand on an annotation of
 * one's own, which then stands on the parameters:
 *
 * <pre>{@code
 * @Policies(identity = "policies/alice.json", boundary = "policies/developers.json")
 * @Retention(RetentionPolicy.RUNTIME)
 * @interface OfAlice {}
 * }</pre>
 */
@Documented
@ExtendWith(PolicyExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Policies {
  /** The identity policies of the requester and of its groups. */
  String[] identity() default {};

  /** The requester's permissions boundary. */
  String boundary() default "";

  /** What was passed when the requester's session was made. */
  String[] session() default {};

  /** The policy of the resource. */
  String resource() default "";

  /**
   * The CloudFormation type of the resource, such as {@code AWS::S3::Bucket}; a key's and a role's
   * decide by laws of their own. Where it is not said, a policy about assuming a role is taken for
   * a trust policy.
   */
  String resourceType() default "";

  /** The policy of the S3 access point that requests go through. */
  String accessPoint() default "";

  /** The levels of service control policies, the root first; none outside an organization. */
  Level[] serviceControl() default {};

  /** The levels of resource control policies, the root first; none outside an organization. */
  Level[] resourceControl() default {};

  /** The policy of the VPC endpoint that requests pass. */
  String vpcEndpoint() default "";
}
