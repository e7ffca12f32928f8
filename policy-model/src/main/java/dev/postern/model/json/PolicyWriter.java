package dev.postern.model.json;

import dev.postern.model.PolicyDocument;

/**
 * Writes a policy as JSON text. Two shapes: the faithful one keeps what the author chose, the order
 * of members and whether a single value stands in a list, so that only the white space is ours; the
 * canonical one makes those choices itself. Two layouts: indented by two spaces with an element a
 * line, as AWS's console shows policies, or on one line. No text ends with a line break.
 *
 * <p>Reading the text gives an equal document back, and writing that gives the same text. Immutable
 * and thread-safe.
 */
public final class PolicyWriter {
  private final PolicyShape shape;
  private final boolean indented;

  private PolicyWriter(PolicyShape shape, boolean indented) {
    this.shape = shape;
    this.indented = indented;
  }

  /**
   * Keeps the author's order of members, lists of one value, and a single statement without a list.
   * It goes by the places where things stood, so it is meant for documents that were read.
   */
  public static PolicyWriter faithful() {
    return new PolicyWriter(PolicyShape.FAITHFUL, true);
  }

  /**
   * Writes members in the order of IAM's grammar, single values without a list, statements always
   * in one. Equal documents give the same text, the letter case of condition keys aside. The order
   * of statements and values stays; {@link dev.postern.model.NormalForm} sorts those, too.
   */
  public static PolicyWriter canonical() {
    return new PolicyWriter(PolicyShape.CANONICAL, true);
  }

  /**
   * The same writer without any white space between values: what AWS counts against its quotas, and
   * what stands inside another text.
   */
  public PolicyWriter onOneLine() {
    return new PolicyWriter(shape, false);
  }

  /** The policy as JSON text. */
  public String write(PolicyDocument document) {
    JsonWriter json = indented ? JsonWriter.indented() : JsonWriter.compact();
    new DocumentWriter(json, shape).write(document);
    return json.text();
  }
}
