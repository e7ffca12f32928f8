package dev.postern.test;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.report.Report;
import dev.postern.lint.rule.Severity;
import org.assertj.core.api.AbstractAssert;

/**
 * What one policy must and must not allow, and what a linter must not find in it. For questions it
 * stands alone where its type belongs, so one that only limits, such as a service control policy,
 * allows nothing by itself; what it denies can be asked.
 */
public final class PolicyAssert extends AbstractAssert<PolicyAssert, CompiledPolicy> {
  private Linter linter = Linter.standard();

  PolicyAssert(CompiledPolicy actual) {
    super(actual, PolicyAssert.class);
  }

  /**
   * It allows these actions; the question goes on, and ends with {@code by}.
   *
   * @param actions such as {@code s3:GetObject}; no patterns
   */
  @CheckReturnValue
  public Question<AllowedAssert> allows(String... actions) {
    return AllowedAssert.question(this, alone(), actions);
  }

  /**
   * It denies these actions, explicitly or not; the question goes on, and ends with {@code by}.
   *
   * @param actions such as {@code s3:GetObject}; no patterns
   */
  @CheckReturnValue
  public Question<DeniedAssert> denies(String... actions) {
    return DeniedAssert.question(this, alone(), actions);
  }

  private PolicySet alone() {
    ImmutableList<CompiledPolicy> level = ImmutableList.of(actual);
    return switch (actual.type().kind()) {
      case IDENTITY -> PolicySet.EMPTY.withIdentity(actual);
      case PERMISSIONS_BOUNDARY -> PolicySet.EMPTY.withPermissionsBoundary(actual);
      case SESSION -> PolicySet.EMPTY.withSession(actual);
      case RESOURCE, KMS_KEY, TRUST -> PolicySet.EMPTY.withResource(actual);
      case SERVICE_CONTROL -> PolicySet.EMPTY.withServiceControlLevel(level);
      case RESOURCE_CONTROL -> PolicySet.EMPTY.withResourceControlLevel(level);
      case VPC_ENDPOINT -> PolicySet.EMPTY.withVpcEndpoint(actual);
    };
  }

  /**
   * No {@code Allow} in it speaks of any other action, whatever its type: of one that limits, it is
   * asked how much room it leaves. Else as {@link PolicySetAssert#grantsNoMoreThan}.
   *
   * @param actions patterns such as {@code s3:Get*}; none if nothing may be granted
   * @throws AssertionError that lists the other actions, each with the statement that grants it
   */
  public PolicyAssert grantsNoMoreThan(String... actions) {
    String excess = Grants.of(actual).beyond(actions);
    if (!excess.isEmpty()) {
      failWithMessage("%s", excess);
    }
    return this;
  }

  /** Further assertions on findings go by this linter; else by {@link Linter#standard}. */
  public PolicyAssert lintedBy(Linter other) {
    linter = other;
    return this;
  }

  /** The linter finds nothing. */
  public PolicyAssert hasNoFindings() {
    return requireNone("no findings", lint(linter));
  }

  /** The linter finds nothing that is as bad as this, or worse. */
  public PolicyAssert hasNoFindingsAtLeast(Severity threshold) {
    return requireNone(
        "no findings of severity " + threshold.word() + " or worse",
        lint(linter).atLeast(threshold));
  }

  /**
   * These rules find nothing, be they among the standard ones or not.
   *
   * @param selector a rule's id, or what else {@link Linter#rules(String...)} takes
   * @throws IllegalArgumentException if it selects nothing; its message says what was meant
   */
  public PolicyAssert hasNoFinding(String selector) {
    return requireNone("no finding of `" + selector + "`", lint(linter.rules(selector)));
  }

  /**
   * These rules find something, be they among the standard ones or not.
   *
   * @param selector a rule's id, or what else {@link Linter#rules(String...)} takes
   * @throws IllegalArgumentException if it selects nothing; its message says what was meant
   */
  public PolicyAssert hasFinding(String selector) {
    if (lint(linter.rules(selector)).findings().isEmpty()) {
      failWithMessage(
          "%s",
          "\nexpected a finding of `"
              + selector
              + "`; there is none. All there is:\n\n"
              + text(lint(linter)));
    }
    return this;
  }

  private LintResult lint(Linter by) {
    return by.lint(actual.document());
  }

  private PolicyAssert requireNone(String expected, LintResult result) {
    if (!result.findings().isEmpty() || !result.faults().isEmpty()) {
      failWithMessage("%s", "\nexpected " + expected + "\n\n" + text(result));
    }
    return this;
  }

  private static String text(LintResult result) {
    StringBuilder text = new StringBuilder();
    // What a rule that failed would have found nobody knows.
    result.faults().forEach(fault -> text.append(fault.describe()).append('\n'));
    return text.append(Report.text().render(ImmutableList.of(result))).toString();
  }
}
