package dev.postern.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The text of a resource or of a condition value, taken apart: literal text, wildcards and policy
 * variables. AWS: "IAM policy elements: Variables and tags".
 *
 * @param parts in the order of the text; neighbouring literal text is one part
 */
public record PolicyString(ImmutableList<Part> parts) {

  /** One piece of the text. */
  public sealed interface Part {
    /**
     * Ordinary characters, those of <code>${*}</code>, <code>${?}</code> and <code>${$}</code>
     * included.
     */
    record Text(String text) implements Part {}

    /** {@code *}, where wildcards count. */
    record AnyRun() implements Part {}

    /** {@code ?}, where wildcards count. */
    record AnyOne() implements Part {}

    /** <code>${key}</code>: the text has no value when the key has none. */
    record Variable(ConditionKey key) implements Part {}

    /** <code>${key, 'text'}</code>: the default stands in when the key has no value. */
    record VariableOrDefault(ConditionKey key, String text) implements Part {}
  }

  /** What is wrong with a variable, and where. */
  public record Fault(Kind kind, int start, int end) {
    /** The ways to misspell a variable. */
    public enum Kind {
      /** No closing brace. */
      BRACE,
      /** The default is not in single quotes, or not separated by a comma and one space. */
      QUOTE,
      /** White space in the name. */
      SPACE,
      /** Nothing between the braces. */
      EMPTY
    }
  }

  private static final String OPEN = "${";
  private static final String DEFAULT = ", '";

  /**
   * Takes a text apart by the rules of a version.
   *
   * @param text as it was written; its variables must be {@linkplain #fault sound}
   * @param version a version without variables leaves <code>${</code> as ordinary text
   * @throws IllegalArgumentException if a variable is malformed
   */
  public static PolicyString of(String text, PolicyVersion version) {
    Optional<Fault> fault = version.hasVariables() ? fault(text) : Optional.empty();
    if (fault.isPresent()) {
      throw new IllegalArgumentException("malformed policy variable in `" + text + "`");
    }
    return new PolicyString(new Splitter(text, version.hasVariables()).split());
  }

  /** The first malformed variable of a text, its place counted in the text. */
  public static Optional<Fault> fault(String text) {
    int open = text.indexOf(OPEN);
    while (open >= 0) {
      int close = closingBrace(text, open);
      if (close < 0) {
        return Optional.of(new Fault(Fault.Kind.BRACE, open, text.length()));
      }
      Optional<Fault.Kind> kind = faultOf(text.substring(open + 2, close));
      if (kind.isPresent()) {
        return Optional.of(new Fault(kind.get(), open, close + 1));
      }
      open = text.indexOf(OPEN, close);
    }
    return Optional.empty();
  }

  /* A default holds any character but its quote, braces included; it ends at the quote. */
  private static int closingBrace(String text, int open) {
    int brace = text.indexOf('}', open);
    int fallback = text.indexOf(DEFAULT, open);
    if (fallback >= 0 && fallback < brace) {
      int quote = text.indexOf('\'', fallback + DEFAULT.length());
      if (quote >= 0 && text.startsWith("}", quote + 1)) {
        return quote + 1;
      }
    }
    return brace;
  }

  private static Optional<Fault.Kind> faultOf(String inside) {
    if (inside.isEmpty()) {
      return Optional.of(Fault.Kind.EMPTY);
    }
    int comma = inside.indexOf(',');
    String name = comma < 0 ? inside : inside.substring(0, comma);
    if (name.isEmpty()) {
      return Optional.of(Fault.Kind.EMPTY);
    }
    if (hasSpace(name)) {
      return Optional.of(Fault.Kind.SPACE);
    }
    if (name.contains(OPEN)) {
      return Optional.of(Fault.Kind.BRACE);
    }
    if (comma < 0) {
      return Optional.empty();
    }
    String fallback = inside.substring(comma + 1);
    boolean quoted =
        fallback.length() >= 3
            && fallback.startsWith(" '")
            && fallback.endsWith("'")
            && fallback.indexOf('\'', 2) == fallback.length() - 1;
    return quoted ? Optional.empty() : Optional.of(Fault.Kind.QUOTE);
  }

  private static boolean hasSpace(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isWhitespace(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether some part depends on the request. */
  public boolean hasVariables() {
    return parts.stream()
        .anyMatch(part -> part instanceof Part.Variable || part instanceof Part.VariableOrDefault);
  }

  /** Cuts a text whose variables are known to be sound. */
  private static final class Splitter {
    private final String text;
    private final boolean variables;
    private final ImmutableList.Builder<Part> parts = ImmutableList.builder();
    private final StringBuilder literal = new StringBuilder();

    private Splitter(String text, boolean variables) {
      this.text = text;
      this.variables = variables;
    }

    private ImmutableList<Part> split() {
      int i = 0;
      while (i < text.length()) {
        char c = text.charAt(i);
        if (variables && text.startsWith(OPEN, i)) {
          int close = closingBrace(text, i);
          variable(text.substring(i + 2, close));
          i = close + 1;
        } else {
          if (c == '*') {
            add(new Part.AnyRun());
          } else if (c == '?') {
            add(new Part.AnyOne());
          } else {
            literal.append(c);
          }
          i++;
        }
      }
      flush();
      return parts.build();
    }

    private void variable(String inside) {
      if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
        literal.append(inside);
        return;
      }
      int comma = inside.indexOf(',');
      if (comma < 0) {
        add(new Part.Variable(new ConditionKey(inside)));
      } else {
        ConditionKey key = new ConditionKey(inside.substring(0, comma));
        String fallback = inside.substring(comma + 3, inside.length() - 1);
        add(new Part.VariableOrDefault(key, fallback));
      }
    }

    private void add(Part part) {
      flush();
      parts.add(part);
    }

    private void flush() {
      if (literal.length() > 0) {
        parts.add(new Part.Text(literal.toString()));
        literal.setLength(0);
      }
    }
  }
}
