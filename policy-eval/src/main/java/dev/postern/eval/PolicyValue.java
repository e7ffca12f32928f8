package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionKey;
import dev.postern.model.Glob;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a condition's value, or a part of a resource, with all that can be done before a
 * request comes. Where variables stand in it their values are put in their places, once and without
 * a second look: characters that come from a value or a default are never wildcards or variables.
 * AWS: "IAM policy elements: Variables and tags".
 */
final class PolicyValue {
  private final ImmutableList<Piece> pieces;
  // Where no variable stands in the text it is the same for every request.
  private final @Nullable String constantText;
  // Made on first use: most values are looked at in one way only.
  private @Nullable Glob constantGlob;
  private @Nullable String constantFolded;
  // The place of the only star; -1 where there is none, -2 where a match takes more than affixes.
  private final int star;

  /** Literal text, a wildcard, or a variable with its default. */
  private record Piece(Part part, String text, @Nullable ContextKey key) {
    static Piece of(Part part) {
      if (part instanceof Part.Variable variable) {
        return new Piece(part, "", ContextKey.of(variable.key()));
      }
      if (part instanceof Part.VariableOrDefault variable) {
        return new Piece(part, variable.text(), ContextKey.of(variable.key()));
      }
      return new Piece(
          part,
          part instanceof Part.Text text ? text.text() : part instanceof Part.AnyRun ? "*" : "?",
          null);
    }

    boolean isWildcard() {
      return part instanceof Part.AnyRun || part instanceof Part.AnyOne;
    }

    /** The text that stands here in a request; null when the variable has no value. */
    @Nullable String in(RequestContext context) {
      if (key == null) {
        return text;
      }
      String value = context.variable(key);
      return value != null || part instanceof Part.Variable ? value : text;
    }
  }

  private PolicyValue(ImmutableList<Part> parts) {
    this.pieces = parts.stream().map(Piece::of).collect(ImmutableList.toImmutableList());
    this.star = onlyStar(pieces);
    boolean constant = pieces.stream().allMatch(piece -> piece.key == null);
    this.constantText = constant ? joined(pieces) : null;
  }

  private static int onlyStar(ImmutableList<Piece> pieces) {
    int star = -1;
    for (int i = 0; i < pieces.size(); i++) {
      Part part = pieces.get(i).part;
      if (part instanceof Part.AnyOne || (part instanceof Part.AnyRun && star >= 0)) {
        return -2;
      }
      star = part instanceof Part.AnyRun ? i : star;
    }
    return star;
  }

  private static String joined(ImmutableList<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text));
    return text.toString();
  }

  private static Glob globOf(ImmutableList<Piece> pieces) {
    Glob.Builder glob = Glob.builder();
    pieces.forEach(piece -> add(glob, piece, piece.text));
    return glob.build();
  }

  private static void add(Glob.Builder glob, Piece piece, String text) {
    if (piece.part instanceof Part.AnyRun) {
      glob.anyRun();
    } else if (piece.part instanceof Part.AnyOne) {
      glob.anyOne();
    } else {
      glob.literal(text);
    }
  }

  static PolicyValue of(String text, PolicyVersion version) {
    return new PolicyValue(PolicyString.of(text, version).parts());
  }

  static PolicyValue of(ImmutableList<Part> parts) {
    return new PolicyValue(parts);
  }

  boolean hasVariables() {
    return constantText == null;
  }

  /** Whether a variable asks for the time of the request. */
  boolean asksTheTime() {
    return pieces.stream().anyMatch(piece -> piece.key != null && piece.key.isTime());
  }

  /** The text where no variable stands in it, wildcards being ordinary characters. */
  @Nullable String constantText() {
    return constantText;
  }

  /** Whether the value of a variable is not known in this request. */
  boolean isUnknown(RequestContext context) {
    if (constantText == null) {
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        if (piece.key != null && context.isUnknown(piece.key)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether every variable has a value or a default; else nothing is equal or alike to it. */
  boolean hasValue(RequestContext context) {
    if (constantText == null) {
      for (int i = 0; i < pieces.size(); i++) {
        if (pieces.get(i).in(context) == null) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a text has the same characters, wildcards being ordinary ones. */
  boolean isEqualTo(String text, RequestContext context) {
    String constant = constantText;
    if (constant != null) {
      return constant.equals(text);
    }
    return forward(text, context, 0, pieces.size()) == text.length();
  }

  /** Whether a value is the same but for letter case, wildcards being ordinary characters. */
  boolean isEqualFolded(RequestValue value, RequestContext context) {
    if (constantText != null) {
      return folded(constantText).equals(value.folded());
    }
    Optional<String> text = text(context);
    return text.isPresent() && RequestValue.fold(text.get()).equals(value.folded());
  }

  private String folded(String constant) {
    String known = constantFolded;
    if (known == null) {
      known = RequestValue.fold(constant);
      constantFolded = known;
    }
    return known;
  }

  private Glob constantGlob() {
    Glob known = constantGlob;
    if (known == null) {
      known = globOf(pieces);
      constantGlob = known;
    }
    return known;
  }

  /** Whether a text matches the pattern. */
  boolean isLike(String text, RequestContext context) {
    if (constantText != null) {
      return constantGlob().matches(text);
    }
    if (star == -2) {
      Optional<Glob> glob = glob(context);
      return glob.isPresent() && glob.get().matches(text);
    }
    if (star == -1) {
      return isEqualTo(text, context);
    }
    int end = forward(text, context, 0, star);
    int rest = backward(text, context, star);
    return end >= 0 && rest >= end && !splitsPair(text, end) && !splitsPair(text, rest);
  }

  /* Where the pieces end when the text begins with them; -1 when it does not. */
  private int forward(String text, RequestContext context, int from, int to) {
    int at = 0;
    for (int i = from; i < to; i++) {
      String piece = pieces.get(i).in(context);
      if (piece == null || !text.startsWith(piece, at)) {
        return -1;
      }
      at += piece.length();
    }
    return at;
  }

  /* Where the pieces behind a place begin when the text ends with them; -1 when it does not. */
  private int backward(String text, RequestContext context, int behind) {
    int at = text.length();
    for (int i = pieces.size() - 1; i > behind; i--) {
      String piece = pieces.get(i).in(context);
      if (piece == null || piece.length() > at || !text.startsWith(piece, at - piece.length())) {
        return -1;
      }
      at -= piece.length();
    }
    return at;
  }

  /* Compared by UTF-16 units, so a lone surrogate must not pass for half of a pair. */
  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** The text, wildcards being ordinary characters; empty when a variable has no value. */
  Optional<String> text(RequestContext context) {
    if (constantText != null) {
      return Optional.of(constantText);
    }
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      String literal = piece.in(context);
      if (literal == null) {
        return Optional.empty();
      }
      text.append(literal);
    }
    return Optional.of(text.toString());
  }

  /** The pattern; empty when a variable has no value, and then nothing matches it. */
  Optional<Glob> glob(RequestContext context) {
    if (constantText != null) {
      return Optional.of(constantGlob());
    }
    Glob.Builder glob = Glob.builder();
    for (Piece piece : pieces) {
      String literal = piece.in(context);
      if (literal == null) {
        return Optional.empty();
      }
      add(glob, piece, literal);
    }
    return Optional.of(glob.build());
  }

  /** The first variable without a value. */
  Optional<ConditionKey> withoutValue(RequestContext context) {
    return pieces.stream()
        .filter(piece -> piece.key != null && piece.in(context) == null)
        .map(piece -> ((Part.Variable) piece.part).key())
        .findFirst();
  }

  /** Whether its last character is the wildcard {@code *}. */
  boolean endsInStar() {
    return !pieces.isEmpty() && pieces.get(pieces.size() - 1).part instanceof Part.AnyRun;
  }

  /** The literal text before the first wildcard or variable. */
  String literalPrefix() {
    StringBuilder prefix = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.key != null || piece.isWildcard()) {
        break;
      }
      prefix.append(piece.text);
    }
    return prefix.toString();
  }
}
