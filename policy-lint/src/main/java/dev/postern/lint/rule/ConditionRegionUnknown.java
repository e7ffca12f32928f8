package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Glob;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A value that is no region, for a key that holds one. */
final class ConditionRegionUnknown implements ConditionRule {
  private static final CharMatcher WILDCARD = CharMatcher.anyOf("*?");

  @Override
  public RuleInfo info() {
    return RuleInfo.error("condition-region-unknown", "the value is no region of AWS")
        .issueCode("INVALID_REGION");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!KeyForms.bundled().of(condition.key().value()).equals("region")) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.STRING)
        .ifPresent(
            use -> {
              for (Located<ConditionValue> value : use.values()) {
                if (matchesNothing(value.value().text(), use)) {
                  report(value, use, findings);
                }
              }
            });
  }

  private static boolean matchesNothing(String text, KeyUse use) {
    Regions regions = Regions.bundled();
    return switch (use.base()) {
      case STRING_LIKE, STRING_NOT_LIKE ->
          !text.contains("${") && !regions.matchesAny(Glob.of(text));
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          isPlain(text) && !regions.isKnown(Ascii.toLowerCase(text));
      default -> isPlain(text) && !regions.isKnown(text);
    };
  }

  /* A wildcard under an operator that takes none is another rule's. */
  private static boolean isPlain(String text) {
    return !text.contains("${") && WILDCARD.matchesNoneOf(text);
  }

  private static void report(Located<ConditionValue> value, KeyUse use, Findings findings) {
    String text = value.value().text();
    findings.add(
        value.span(),
        "`" + text + "` for `" + use.key().text() + "` is no region known on " + Regions.DATE,
        Regions.bundled()
            .nearest(text)
            .map(name -> "did you mean `" + name + "`?")
            .orElse("a region is written as `eu-west-1`"));
  }
}
