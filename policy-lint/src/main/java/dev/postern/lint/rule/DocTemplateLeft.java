package dev.postern.lint.rule;

import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.SourceSpan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a template was to fill in. What it will be is not known, so no other rule speaks of
 * it.
 */
final class DocTemplateLeft implements JsonRule {
  /*
   * Each form ends where the next one could begin, so that the search takes linear time. A policy
   * variable has a colon in its name; one without is a template's.
   */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          String.join(
              "|",
              "\\$\\{[A-Za-z][A-Za-z0-9_-]*}",
              "\\$\\{[A-Za-z0-9_]+\\.[^}:$]*}",
              "\\$\\{[A-Za-z0-9]+::[^}$]*}",
              "\\$\\{![^}$]*}",
              "\\{\\{[^{}]*}}",
              "<[A-Za-z][A-Za-z0-9_ .-]*>",
              "%[A-Z][A-Z0-9_]{2,}%"));

  @Override
  public RuleInfo info() {
    return RuleInfo.error("doc-template-left", "a template is not filled in").unknownWithin();
  }

  @Override
  public void check(JsonValue value, LintedPolicy policy, Findings findings) {
    if (value instanceof JsonString string) {
      check(string.text(), string.span(), findings);
    } else if (value instanceof JsonObject object) {
      if (isIntrinsic(object)) {
        report(object.members().get(0).name(), object.span(), findings);
      } else {
        object.members().forEach(member -> checkName(member, findings));
      }
    }
  }

  /** {@code {"Ref": …}} or {@code {"Fn::…": …}}. CloudFormation: "Intrinsic function reference". */
  private static boolean isIntrinsic(JsonObject object) {
    if (object.members().size() != 1) {
      return false;
    }
    String name = object.members().get(0).name();
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  /* Without its name, the value of a member means nothing either. */
  private static void checkName(Member member, Findings findings) {
    Matcher placeholder = PLACEHOLDER.matcher(member.name());
    if (placeholder.find()) {
      SourceSpan name = member.nameSpan();
      int length = member.value().span().endOffset() - name.startOffset();
      report(placeholder.group(), name.part(0, length), findings);
    }
  }

  private static void check(String text, SourceSpan span, Findings findings) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    if (placeholder.find()) {
      report(placeholder.group(), span, findings);
    }
  }

  private static void report(String found, SourceSpan span, Findings findings) {
    findings.add(
        span,
        "`" + found + "` is left from a template",
        "lint what the template makes, or fill it in first");
  }
}
