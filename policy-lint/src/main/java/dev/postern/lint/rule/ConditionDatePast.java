package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.time.Instant;
import java.util.Optional;

/**
 * A test of the time of the request that has had the same answer for a while: an exception that has
 * expired, or a start that lies behind.
 */
final class ConditionDatePast implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("condition-date-past", "the date lies behind, so the test is decided");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    KeyUse.of(condition, policy)
        .filter(ConditionDatePast::isOfNow)
        .ifPresent(
            use -> {
              boolean dead = isDead(use, policy.now());
              if (dead || (isAlwaysTrue(use, policy.now()) && isAlone(statement, policy))) {
                report(use, dead, statement, findings);
              }
            });
  }

  private static boolean isOfNow(KeyUse use) {
    return use.isOf("aws:CurrentTime") || use.isOf("aws:EpochTime");
  }

  /* With a second bound the statement is a span of time, which has an end of its own. */
  private static boolean isAlone(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream().filter(ConditionDatePast::isOfNow).count() == 1;
  }

  private static boolean isDead(KeyUse use, Instant now) {
    return switch (use.base()) {
      case DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_EQUALS ->
          isPast(use, now, true);
      default -> false;
    };
  }

  private static boolean isAlwaysTrue(KeyUse use, Instant now) {
    return switch (use.base()) {
      case DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          isPast(use, now, false);
      case DATE_NOT_EQUALS, NUMERIC_NOT_EQUALS -> isPast(use, now, true);
      default -> false;
    };
  }

  /* Values are joined by or: one that is ahead keeps an end open, one behind opens a start. */
  private static boolean isPast(KeyUse use, Instant now, boolean all) {
    ImmutableList<Instant> dates =
        use.texts().stream()
            .map(PolicyDate::parse)
            .flatMap(Optional::stream)
            .collect(toImmutableList());
    if (dates.isEmpty() || dates.size() < use.values().size()) {
      return false;
    }
    return all
        ? dates.stream().allMatch(date -> date.isBefore(now))
        : dates.stream().anyMatch(date -> date.isBefore(now));
  }

  private static void report(KeyUse use, boolean dead, Statement statement, Findings findings) {
    String effect = statement.isAllow() ? "allows" : "denies";
    findings.add(
        use.valuesSpan(),
        "`"
            + use.operator().text()
            + "` on `"
            + use.key().text()
            + "` with a date that lies behind: the statement "
            + (dead ? effect + " nothing any more" : effect + " at any time from now on"),
        dead
            ? "take the statement out, or set a new date"
            : "take the test out, or set a new date");
  }
}
