package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Findings;
import dev.postern.lint.rule.Fix;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.PolicyRule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;

/** Fixes are made in the text, which is otherwise kept. */
final class FixTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17",
       "Statement":   {"Sid": "aab",  "Effect": "Allow", "Action": "*", "Resource": "*"}}
      """;

  /** Puts one text in the place of another, wherever it stands first. */
  private record Replacing(String id, Fix.Kind kind, String what, String with)
      implements PolicyRule {
    @Override
    public RuleInfo info() {
      return RuleInfo.suggestion(id, "replaces " + what);
    }

    @Override
    public void check(LintedPolicy policy, Findings findings) {
      int at = policy.document().source().text().indexOf(what);
      if (at >= 0) {
        SourceSpan span = policy.document().source().whole().part(at, at + what.length());
        findings
            .at(span)
            .fix(new Fix(kind, "replace it", ImmutableList.of(new Fix.Edit(span, with))))
            .add();
      }
    }
  }

  private static FixedPolicy fixed(Replacing... rules) {
    Linter linter = Linter.standard().rules("json-*").with(rules);
    return linter.fix(linter.lint(SourceText.of("p.json", POLICY), PolicyType.IDENTITY));
  }

  @Test
  void a_fix_changes_its_place_and_nothing_else() {
    FixedPolicy fixed = fixed(new Replacing("one-fix", Fix.Kind.AUTO, "\"aab\"", "\"c\""));

    assertThat(fixed.text()).isEqualTo(POLICY.replace("aab", "c"));
    assertThat(fixed.fixed()).extracting(Finding::id).containsExactly("one-fix");
    assertThat(fixed.left().findings()).isEmpty();
  }

  @Test
  void what_a_person_has_to_agree_to_is_not_made() {
    FixedPolicy fixed = fixed(new Replacing("one-fix", Fix.Kind.OFFER, "\"aab\"", "\"c\""));

    assertThat(fixed.text()).isEqualTo(POLICY);
    assertThat(fixed.fixed()).isEmpty();
    assertThat(fixed.left().findings()).hasSize(1);
  }

  @Test
  void of_two_that_meet_the_second_is_made_in_what_comes_of_the_first() {
    FixedPolicy fixed =
        fixed(
            new Replacing("first-fix", Fix.Kind.AUTO, "aa", "c"),
            new Replacing("second-fix", Fix.Kind.AUTO, "b\"", "d\""));

    assertThat(fixed.text()).isEqualTo(POLICY.replace("aab", "cd"));
    assertThat(fixed.fixed()).extracting(Finding::id).containsExactly("first-fix", "second-fix");
  }

  @Test
  void a_fix_that_never_mends_ends() {
    FixedPolicy fixed = fixed(new Replacing("loud-fix", Fix.Kind.AUTO, "aa", "aaa"));

    assertThat(fixed.fixed()).hasSizeLessThan(100);
  }
}
