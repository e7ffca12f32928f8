package dev.postern.test;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.postern.eval.PolicySet;
import org.assertj.core.api.AbstractAssert;

/** What policies that apply together must and must not allow. */
public final class PolicySetAssert extends AbstractAssert<PolicySetAssert, PolicySet> {
  PolicySetAssert(PolicySet actual) {
    super(actual, PolicySetAssert.class);
  }

  /**
   * They allow these actions; the question goes on, and ends with {@code by}.
   *
   * @param actions such as {@code s3:GetObject}; no patterns
   */
  @CheckReturnValue
  public Question<AllowedAssert> allows(String... actions) {
    return AllowedAssert.question(this, actual, actions);
  }

  /**
   * They deny these actions, explicitly or not; the question goes on, and ends with {@code by}.
   *
   * @param actions such as {@code s3:GetObject}; no patterns
   */
  @CheckReturnValue
  public Question<DeniedAssert> denies(String... actions) {
    return DeniedAssert.question(this, actual, actions);
  }

  /**
   * No {@code Allow} speaks of any other action. The actions are those of the bundled catalog and
   * what else the policies name; asked are the identity policies and those of the resource, for
   * these alone grant.
   *
   * <p>A {@code Deny} counts where it takes away for sure: without a condition, on the resource
   * {@code *}, in an identity policy, the permissions boundary or a session policy for what the
   * identity policies grant; and for everyone, {@code "Principal": "*"}, for what the same policy
   * of a resource grants. Conditions, resources, other denials and the limits that boundaries and
   * organizations set are not looked at, so rather too much is reported than too little.
   *
   * @param actions patterns such as {@code s3:Get*}; none if nothing may be granted
   * @throws AssertionError that lists the other actions, each with the statement that grants it
   */
  public PolicySetAssert grantsNoMoreThan(String... actions) {
    Grants grants = Grants.of(actual.policies());
    String excess = grants.beyond(actions);
    if (!excess.isEmpty()) {
      failWithMessage("%s", excess);
    }
    return this;
  }
}
