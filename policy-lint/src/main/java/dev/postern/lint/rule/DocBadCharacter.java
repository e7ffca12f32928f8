package dev.postern.lint.rule;

import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.SourceSpan;

/**
 * A character that no policy may hold. IAM takes tab, line feed, carriage return and U+0020 to
 * U+00FF. AWS: "CreatePolicy", the pattern of {@code PolicyDocument}.
 */
final class DocBadCharacter implements JsonRule {
  private static final char LAST = '\u00FF';

  @Override
  public RuleInfo info() {
    return RuleInfo.error("doc-bad-character", "a character that IAM refuses");
  }

  @Override
  public void check(JsonValue value, LintedPolicy policy, Findings findings) {
    if (value instanceof JsonString string) {
      check(string.span(), findings);
    } else if (value instanceof JsonObject object) {
      object.members().forEach(member -> check(member.nameSpan(), findings));
    }
  }

  /* The letters of the text, not of the string: IAM looks at the document before it reads it. */
  private static void check(SourceSpan span, Findings findings) {
    String text = span.source().text();
    for (int i = span.startOffset(); i < span.endOffset(); i++) {
      if (text.charAt(i) > LAST) {
        int character = text.codePointAt(i);
        int from = i - span.startOffset();
        findings.add(
            span.part(from, from + Character.charCount(character)),
            "the character " + named(character),
            "policies are written in tab, line breaks and U+0020 to U+00FF");
        return;
      }
    }
  }

  /** The character's number and name: many of them cannot be seen. */
  private static String named(int character) {
    String name = Character.getName(character);
    return String.format("U+%04X", character) + (name == null ? "" : " (" + name + ")");
  }
}
