package dev.postern.test;

import dev.postern.model.PolicyType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The policy of a file, as a parameter of a test, of its constructor or of a method of its life
 * cycle; a {@link dev.postern.model.PolicyDocument} or a {@link dev.postern.eval.CompiledPolicy}.
 * For a field, take it in the constructor.
 *
 * <pre>{@code
 * @Test
 * void the_deploy_role_is_no_administrator(@PolicyFile("policies/deploy.json") PolicyDocument deploy) {
 *   assertThat(deploy).grantsNoMoreThan("s3:Get*", "s3:List*", "cloudformation:*");
 * }
 * }</pre>
 *
 * <p>The path starts at the working directory of the build, which is the folder of the module; if
 * no such file is there, at the root of the class path, such as {@code src/test/resources}. A
 * policy that AWS would not store fails the test, with all that is wrong with it.
 */
@Documented
@ExtendWith(PolicyExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface PolicyFile {
  /** The path. */
  String value();

  /**
   * What the policy is attached to; one at most. Where it is not said, {@link #resourceType} says
   * it, or it is guessed from the policy's elements: a policy with principals belongs to a
   * resource, or to a role if it is about assuming it, all else to an identity.
   */
  PolicyType.Kind[] type() default {};

  /** The CloudFormation type of the resource it is attached to, such as {@code AWS::S3::Bucket}. */
  String resourceType() default "";
}
