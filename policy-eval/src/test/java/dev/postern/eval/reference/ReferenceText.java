package dev.postern.eval.reference;

import dev.postern.eval.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of a policy, character by character, each with whether its author wrote it there: only
 * those can be wildcards or part the fields of an ARN. AWS: "IAM policy elements: Variables and
 * tags", "IAM JSON policy elements: Resource".
 */
record ReferenceText(List<Mark> marks) {

  /** One character; what came from a variable stands for itself alone. */
  record Mark(int character, boolean written) {
    boolean isAnyRun() {
      return written && character == '*';
    }

    boolean isAnyOne() {
      return written && character == '?';
    }

    boolean isWildcard() {
      return isAnyRun() || isAnyOne();
    }

    boolean is(char c) {
      return written && character == c;
    }
  }

  /** The text as it was written. */
  static ReferenceText plain(String text) {
    ReferenceText plain = new ReferenceText(new ArrayList<>());
    plain.append(text, true);
    return plain;
  }

  /**
   * The text with its variables replaced, nothing if one of them has no value. AWS: in version
   * 2012-10-17 alone.
   */
  static Optional<ReferenceText> of(String text, boolean variables, ReferenceContext context) {
    ReferenceText resolved = new ReferenceText(new ArrayList<>());
    int from = 0;
    int open = variables ? text.indexOf("${") : -1;
    while (open >= 0) {
      resolved.append(text.substring(from, open), true);
      int close = closing(text, open);
      String inside = text.substring(open + 2, close);
      Optional<String> value = valueOf(inside, context);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      resolved.append(value.get(), false);
      from = close + 1;
      open = text.indexOf("${", from);
    }
    resolved.append(text.substring(from), true);
    return Optional.of(resolved);
  }

  /** The shape of the text: each variable is one character that is nothing in particular. */
  static ReferenceText shape(String text, boolean variables) {
    ReferenceText shape = new ReferenceText(new ArrayList<>());
    int from = 0;
    int open = variables ? text.indexOf("${") : -1;
    while (open >= 0) {
      shape.append(text.substring(from, open), true);
      shape.append("v", false);
      from = closing(text, open) + 1;
      open = text.indexOf("${", from);
    }
    shape.append(text.substring(from), true);
    return shape;
  }

  static boolean hasVariable(String text) {
    int open = text.indexOf("${");
    while (open >= 0) {
      int close = closing(text, open);
      String inside = text.substring(open + 2, close);
      if (!inside.equals("*") && !inside.equals("?") && !inside.equals("$")) {
        return true;
      }
      open = text.indexOf("${", close);
    }
    return false;
  }

  /* A default may hold a brace: it ends at the quote that stands before one. */
  private static int closing(String text, int open) {
    int brace = text.indexOf('}', open);
    int quote = text.indexOf(", '", open);
    return quote >= 0 && quote < brace ? text.indexOf("'}", quote + 3) + 1 : brace;
  }

  private static Optional<String> valueOf(String inside, ReferenceContext context) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return Optional.of(inside);
    }
    int comma = inside.indexOf(", '");
    String key = comma < 0 ? inside : inside.substring(0, comma);
    // AWS: only single-valued keys are variables; an empty value is taken for none.
    Optional<String> value =
        context.isMultivalued(key)
            ? Optional.empty()
            : context.value(key).map(ContextValue::values).stream()
                .flatMap(List::stream)
                .findFirst()
                .filter(text -> !text.isEmpty());
    return value.isPresent() || comma < 0
        ? value
        : Optional.of(inside.substring(comma + 3, inside.length() - 1));
  }

  private void append(String text, boolean written) {
    text.codePoints().forEach(c -> marks.add(new Mark(c, written)));
  }

  /** As plain characters. */
  String text() {
    StringBuilder text = new StringBuilder();
    marks.forEach(mark -> text.appendCodePoint(mark.character()));
    return text.toString();
  }

  /** Cut at the first colons that were written, into as many fields as asked for at most. */
  List<ReferenceText> fields(int atMost) {
    List<ReferenceText> fields = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < marks.size() && fields.size() < atMost - 1; i++) {
      if (marks.get(i).is(':')) {
        fields.add(new ReferenceText(marks.subList(start, i)));
        start = i + 1;
      }
    }
    fields.add(new ReferenceText(marks.subList(start, marks.size())));
    return fields;
  }

  boolean hasWildcard() {
    return marks.stream().anyMatch(Mark::isWildcard);
  }

  /** Whether it matches all of a text: {@code *} any run of characters, {@code ?} any one. */
  boolean matches(String text) {
    return matches(text, text.length());
  }

  /** The same, where letter case does not count. */
  boolean matchesFolded(String text) {
    return matches(text, 0);
  }

  /**
   * The plainest matcher there is: for each beginning of the pattern, which beginnings of the text
   * it matches.
   *
   * @param caseless the place in the text from which on letter case does not count
   */
  boolean matches(String text, int caseless) {
    int[] characters = text.codePoints().toArray();
    int from = text.codePointCount(0, caseless);
    boolean[] before = new boolean[characters.length + 1];
    before[0] = true;
    for (Mark mark : marks) {
      boolean[] now = new boolean[characters.length + 1];
      now[0] = before[0] && mark.isAnyRun();
      for (int i = 1; i <= characters.length; i++) {
        now[i] =
            mark.isAnyRun()
                ? before[i] || now[i - 1]
                : before[i - 1] && same(mark, characters[i - 1], i - 1 >= from);
      }
      before = now;
    }
    return before[characters.length];
  }

  private static boolean same(Mark mark, int character, boolean caseless) {
    return mark.isAnyOne()
        || mark.character() == character
        || (caseless && fold(mark.character()) == fold(character));
  }

  /** AWS says nothing of Unicode: one character to one, whatever the locale. */
  static int fold(int character) {
    return Character.toLowerCase(character);
  }

  static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.appendCodePoint(fold(c)));
    return folded.toString();
  }

  /** Names of services, actions and keys fold the letters A to Z alone. */
  static String foldName(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints()
        .forEach(c -> folded.appendCodePoint(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    return folded.toString();
  }
}
