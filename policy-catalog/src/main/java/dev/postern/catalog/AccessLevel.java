package dev.postern.catalog;

import java.util.Optional;

/**
 * What kind of access an action gives. AWS: "Access levels in policy summaries", in the Service
 * Authorization Reference a column of each table of actions.
 */
public enum AccessLevel {
  /** Says what there is, not what is in it. */
  LIST("List", 'L'),
  /** Says what is in it. */
  READ("Read", 'R'),
  /** Creates, changes or deletes. */
  WRITE("Write", 'W'),
  /** Grants or changes permissions. */
  PERMISSIONS_MANAGEMENT("Permissions management", 'P'),
  /** Changes tags and nothing else. */
  TAGGING("Tagging", 'T');

  private final String label;
  private final char letter;

  AccessLevel(String label, char letter) {
    this.label = label;
    this.letter = letter;
  }

  /** As AWS writes it: {@code Permissions management}. */
  public String label() {
    return label;
  }

  /**
   * Whether it changes something: {@link #WRITE}, {@link #PERMISSIONS_MANAGEMENT} or {@link
   * #TAGGING}.
   */
  public boolean isWriteLike() {
    return this != LIST && this != READ;
  }

  /** The level that AWS writes so, letter case aside. */
  public static Optional<AccessLevel> parse(String label) {
    for (AccessLevel level : values()) {
      if (level.label.equalsIgnoreCase(label)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Its letter in the catalog's file. */
  char letter() {
    return letter;
  }
}
