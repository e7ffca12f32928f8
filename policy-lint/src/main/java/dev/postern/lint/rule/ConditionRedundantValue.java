package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.postern.model.ArnGlob;
import dev.postern.model.ArnPattern;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Glob;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.math.BigDecimal;
import java.util.Optional;

/** A value that says nothing which another one of its list does not say. */
final class ConditionRedundantValue implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
        "condition-redundant-value", "a value that another value of the list covers");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.values().size() > 1)
        .ifPresent(use -> check(use, policy, findings));
  }

  private static void check(KeyUse use, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ConditionValue>> values = use.values();
    for (int i = 0; i < values.size(); i++) {
      Optional<Located<ConditionValue>> other = coverOf(i, values, use);
      if (other.isPresent()) {
        report(values.get(i), other.get(), policy, findings);
      }
    }
  }

  /* Of two that say the same, the later one is too many. */
  private static Optional<Located<ConditionValue>> coverOf(
      int at, ImmutableList<Located<ConditionValue>> values, KeyUse use) {
    String text = values.get(at).value().text();
    for (int i = 0; i < values.size(); i++) {
      String other = values.get(i).value().text();
      if (i != at
          && !coversEverything(other)
          && covers(other, text, use)
          && (i < at || !covers(text, other, use))) {
        return Optional.of(values.get(i));
      }
    }
    return Optional.empty();
  }

  /* What a `*` or `0.0.0.0/0` makes of a test is said by rules of their own. */
  private static boolean coversEverything(String text) {
    return text.equals("*") || text.endsWith("/0");
  }

  private static boolean covers(String text, String other, KeyUse use) {
    if (text.equals(other)) {
      return true;
    }
    if (text.contains("${") || other.contains("${")) {
      return false;
    }
    return switch (use.base()) {
      case STRING_LIKE, STRING_NOT_LIKE -> Glob.of(text).covers(Glob.of(other));
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BOOL ->
          Ascii.equalsIgnoreCase(text, other);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> coversArns(text, other);
      case IP_ADDRESS, NOT_IP_ADDRESS -> coversAddresses(text, other);
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> isSameNumber(text, other);
      default -> false;
    };
  }

  private static boolean coversArns(String text, String other) {
    if (!ArnPattern.isWellFormed(text) || !ArnPattern.isWellFormed(other)) {
      return false;
    }
    ArnGlob wide = new ArnPattern(text).glob();
    ArnGlob narrow = new ArnPattern(other).glob();
    return wide.partition().covers(narrow.partition())
        && wide.service().covers(narrow.service())
        && wide.region().covers(narrow.region())
        && wide.account().covers(narrow.account())
        && wide.resource().covers(narrow.resource());
  }

  private static boolean coversAddresses(String text, String other) {
    return CidrBlock.parse(text)
        .flatMap(wide -> CidrBlock.parse(other).filter(wide::covers))
        .isPresent();
  }

  private static boolean isSameNumber(String text, String other) {
    Optional<BigDecimal> one = ConditionRedundantNumber.parse(text);
    return one.isPresent()
        && ConditionRedundantNumber.parse(other)
            .filter(number -> number.compareTo(one.get()) == 0)
            .isPresent();
  }

  private static void report(
      Located<ConditionValue> value,
      Located<ConditionValue> cover,
      LintedPolicy policy,
      Findings findings) {
    String text = value.value().text();
    String other = cover.value().text();
    Findings.Draft draft =
        findings
            .at(value.span())
            .message(
                text.equals(other)
                    ? "`" + text + "` stands in the list already"
                    : "`" + text + "` is within `" + other + "`")
            .advice("take it out: what it matches is matched without it")
            .related(cover.span(), "this covers it");
    ListEdit.remove(Fix.Kind.AUTO, "remove `" + text + "`", value.span(), policy)
        .ifPresent(draft::fix);
    draft.add();
  }
}
