package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.time.DateTimeException;
import java.time.Instant;

/** Seconds since 1970 in the place of a date. AWS: "IAM policy validation check reference". */
final class ConditionDateEpoch implements ConditionRule {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final int LONGEST_YEAR = 4;
  private static final int LONGEST = 12;

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("condition-date-epoch", "a date is written in seconds since 1970")
        .issueCode("INVALID_DATE_VALUE");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.DATE && !use.isOf("aws:EpochTime"))
        .ifPresent(
            use -> {
              for (Located<ConditionValue> value : use.values()) {
                String text = value.value().text();
                if (text.length() > LONGEST_YEAR && DIGITS.matchesAllOf(text)) {
                  findings.add(
                      value.span(),
                      "`" + text + "` for `" + use.key().text() + "`, whose value is a date",
                      "write `" + date(text) + "`");
                }
              }
            });
  }

  private static String date(String seconds) {
    try {
      return seconds.length() > LONGEST
          ? "2026-01-31T00:00:00Z"
          : Instant.ofEpochSecond(Long.parseLong(seconds)).toString();
    } catch (DateTimeException e) {
      return "2026-01-31T00:00:00Z";
    }
  }
}
