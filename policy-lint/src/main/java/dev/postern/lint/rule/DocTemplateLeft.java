package dev.postern.lint.rule;

import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.SourceSpan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that a template was to fill in. What it will be is not known, so no other rule speaks of
 * it. One placeholder is one finding, however often it stands.
 */
final class DocTemplateLeft implements PolicyRule {
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
              "\\[[A-Z][A-Z0-9_]{2,}]",
              "%[A-Z][A-Z0-9_]{2,}%"));

  @Override
  public RuleInfo info() {
    return RuleInfo.error("doc-template-left", "a template is not filled in")
        .peers("parliament:INVALID_ARN")
        .unknownWithin();
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    Map<String, Findings.Draft> drafts = new LinkedHashMap<>();
    policy.json().ifPresent(value -> walk(value, drafts, findings));
    drafts.values().forEach(Findings.Draft::add);
  }

  private static void walk(JsonValue value, Map<String, Findings.Draft> drafts, Findings findings) {
    if (value instanceof JsonArray array) {
      array.elements().forEach(element -> walk(element, drafts, findings));
    } else if (value instanceof JsonString string) {
      note(string.text(), string.span(), drafts, findings);
    } else if (value instanceof JsonObject object) {
      if (isIntrinsic(object)) {
        found(object.members().get(0).name(), object.span(), drafts, findings);
      } else {
        object.members().forEach(member -> walk(member, drafts, findings));
      }
    }
  }

  /* Without its name, the value of a member means nothing either. */
  private static void walk(Member member, Map<String, Findings.Draft> drafts, Findings findings) {
    if (mayHold(member.name()) && PLACEHOLDER.matcher(member.name()).find()) {
      SourceSpan name = member.nameSpan();
      int length = member.value().span().endOffset() - name.startOffset();
      note(member.name(), name.part(0, length), drafts, findings);
    } else {
      walk(member.value(), drafts, findings);
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

  /* One text is one place, under the first placeholder in it. */
  private static void note(
      String text, SourceSpan span, Map<String, Findings.Draft> drafts, Findings findings) {
    if (mayHold(text)) {
      Matcher placeholder = PLACEHOLDER.matcher(text);
      if (placeholder.find()) {
        found(placeholder.group(), span, drafts, findings);
      }
    }
  }

  /* Hardly a text has one of the characters that each form needs, which takes one look to see. */
  private static boolean mayHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '{', '<', '[', '%' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static void found(
      String name, SourceSpan span, Map<String, Findings.Draft> drafts, Findings findings) {
    Findings.Draft known = drafts.get(name);
    if (known == null) {
      drafts.put(
          name,
          findings
              .at(span)
              .message("`" + name + "` is left from a template")
              .advice("lint what the template makes, or fill it in first"));
    } else {
      drafts.put(name, known.related(span, "here, too"));
    }
  }
}
