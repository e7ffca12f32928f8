package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** An access level. AWS: "Access levels in policy summaries". */
enum Level {
  LIST("List", 'L'),
  READ("Read", 'R'),
  WRITE("Write", 'W'),
  PERMISSIONS_MANAGEMENT("Permissions management", 'P'),
  TAGGING("Tagging", 'T');

  private static final Splitter LIST_OF_LEVELS = Splitter.on(", ");

  private final String label;
  private final char letter;

  Level(String label, char letter) {
    this.label = label;
    this.letter = letter;
  }

  /** As AWS writes it. */
  String label() {
    return label;
  }

  /** Its letter in the catalog. */
  char letter() {
    return letter;
  }

  /** The level of a letter. */
  static Level of(char letter) {
    for (Level level : values()) {
      if (level.letter == letter) {
        return level;
      }
    }
    throw new RefusedException("level `" + letter + "`; expected one of L R W P T");
  }

  /** The levels of a text: one, or several parted by commas. The first is the narrower one. */
  static List<Level> list(Node node) {
    List<Level> levels = new ArrayList<>();
    for (String label : LIST_OF_LEVELS.split(node.text())) {
      levels.add(labelled(label, node));
    }
    return levels;
  }

  private static Level labelled(String label, Node node) {
    for (Level level : values()) {
      if (level.label.equals(label)) {
        return level;
      }
    }
    throw node.refuse(
        "access level `" + label + "`",
        "List, Read, Write, Permissions management or Tagging, or several parted by `, `");
  }
}
