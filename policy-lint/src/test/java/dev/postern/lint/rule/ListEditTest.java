package dev.postern.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.Fix.Edit;
import dev.postern.lint.rule.Fix.Kind;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListEditTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTIONS                     | INDEX | LEFT
          ["s3:A", "s3:B", "s3:C"]    | 0     | ["s3:B", "s3:C"]
          ["s3:A", "s3:B", "s3:C"]    | 1     | ["s3:A", "s3:C"]
          ["s3:A", "s3:B", "s3:C"]    | 2     | ["s3:A", "s3:B"]
          ["s3:A","s3:B"]             | 0     | ["s3:B"]
          [ "s3:A" , "s3:B" ]         | 1     | [ "s3:A" ]
          ["s3:A"]                    | 0     | -
          "s3:A"                      | 0     | -
          """)
  void an_entry_goes_with_one_comma(String actions, int index, String left) {
    assertThat(remove(actions, index)).isEqualTo(Optional.ofNullable(left));
  }

  @Test
  void lines_of_a_list_stay_lines() {
    String list = "[\n  \"s3:A\",\n  \"s3:B\",\n  \"s3:C\"\n]";
    assertThat(remove(list, 1)).contains("[\n  \"s3:A\",\n  \"s3:C\"\n]");
    assertThat(remove(list, 2)).contains("[\n  \"s3:A\",\n  \"s3:B\"\n]");
  }

  @Test
  void a_string_is_quoted_anew() {
    LintedPolicy policy = policy("[\"s3:A\", \"s3:B\"]");
    Located<ActionPattern> entry = entry(policy, 1);
    assertThat(ListEdit.replace(Kind.OFFER, "t", entry.span(), "s3:\"C\\", policy))
        .map(fix -> fix.edits().get(0))
        .contains(new Edit(entry.span(), "\"s3:\\\"C\\\\\""));
  }

  @Test
  void without_a_text_there_is_nothing_to_edit() {
    LintedPolicy policy = policy("[\"s3:A\", \"s3:B\"]");
    LintedPolicy made = LintedPolicy.of(policy.document(), Background.standard());
    Located<ActionPattern> entry = entry(policy, 1);
    assertThat(ListEdit.remove(Kind.AUTO, "t", entry.span(), made)).isEmpty();
    assertThat(ListEdit.replace(Kind.AUTO, "t", entry.span(), "s3:C", made)).isEmpty();
  }

  private static Optional<String> remove(String actions, int index) {
    LintedPolicy policy = policy(actions);
    int before = text("").indexOf(", \"Resource\"");
    return ListEdit.remove(Kind.AUTO, "t", entry(policy, index).span(), policy)
        .map(fix -> apply(fix.edits().get(0), text(actions)))
        .map(text -> text.substring(before, text.indexOf(", \"Resource\"")));
  }

  private static String apply(Edit edit, String text) {
    return text.substring(0, edit.span().startOffset())
        + edit.newText()
        + text.substring(edit.span().endOffset());
  }

  private static Located<ActionPattern> entry(LintedPolicy policy, int index) {
    return policy.document().statementList().get(0).value().action().value().patterns().get(index);
  }

  private static LintedPolicy policy(String actions) {
    return LintedPolicy.of(
        PolicyReader.strict()
            .examine(SourceText.of("policy.json", text(actions)), PolicyType.IDENTITY),
        Background.standard());
  }

  private static String text(String actions) {
    return "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": "
        + actions
        + ", \"Resource\": \"*\"}}";
  }
}
