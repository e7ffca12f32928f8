package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Expectations.Requirement;
import dev.postern.model.Statement;
import java.util.Optional;

/** What a statement gives without a condition that it may be given under only. */
final class UnmetRequirement {
  private UnmetRequirement() {}

  /**
   * What it gives so: neither does it make one of the tests itself, nor does the policy deny what
   * passes none of them.
   */
  static Optional<GrantedAccess> of(
      Statement statement, Requirement requirement, LintedPolicy policy) {
    ImmutableList<ExpectedTest> tests =
        requirement.anyOf().stream().map(ExpectedTest::new).collect(toImmutableList());
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    boolean isMet = uses.stream().anyMatch(use -> tests.stream().anyMatch(t -> t.isMadeBy(use)));
    // What an operator that does not exist tests is not known.
    boolean isKnown = uses.size() == statement.condition().value().conditions().size();
    return isMet || !isKnown
        ? Optional.empty()
        : GrantedAccess.of(
            statement,
            new Expectations.Access(requirement.actions(), ImmutableList.of()),
            deny -> GrantedAccess.isUnconditional(deny) || leavesOnly(tests, deny, policy),
            policy);
  }

  private static boolean leavesOnly(
      ImmutableList<ExpectedTest> tests, Statement deny, LintedPolicy policy) {
    ImmutableList<KeyUse> uses = KeyUse.allOf(deny, policy);
    return uses.size() == deny.condition().value().conditions().size()
        && uses.stream().allMatch(use -> tests.stream().anyMatch(t -> t.isTurnedRoundBy(use)));
  }
}
