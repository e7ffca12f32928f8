package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.KeyScope;
import dev.postern.model.Statement;
import java.util.Optional;

/**
 * A condition key that asks for a tag. AWS: "Controlling access to AWS resources using tags".
 *
 * @param family whose tag it is
 * @param name the key of the tag as it was written
 */
record TagKey(Family family, String name) {
  /** Whose tags a condition key speaks of. */
  enum Family {
    /** Those that a resource has. */
    RESOURCE,
    /** Those that a request wants to set. */
    REQUEST,
    /** Those that the caller has. */
    PRINCIPAL
  }

  /** The tag that a test is about; nothing if it is about something else. */
  static Optional<TagKey> of(KeyUse use) {
    String text = use.key().text();
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    if (colon < 0 || slash < colon || slash == text.length() - 1) {
      return Optional.empty();
    }
    String name = text.substring(slash + 1);
    return switch (Ascii.toLowerCase(text.substring(colon + 1, slash))) {
      case "resourcetag" -> Optional.of(new TagKey(Family.RESOURCE, name));
      case "requesttag" -> Optional.of(new TagKey(Family.REQUEST, name));
      case "principaltag" -> Optional.of(new TagKey(Family.PRINCIPAL, name));
      default -> Optional.empty();
    };
  }

  /** Whether a test is about a tag of this family. */
  static boolean isOf(KeyUse use, Family family) {
    return of(use).filter(tag -> tag.family == family).isPresent();
  }

  /**
   * Whether a statement does not allow, or denies, whatever lacks the tag. Of a {@code Deny} no
   * other test may decide besides.
   */
  static boolean isRequired(KeyUse use, Statement statement) {
    return statement.isAllow()
        ? !use.holdsOnAbsentKey()
        : use.holdsOnAbsentKey() && statement.condition().value().conditions().size() == 1;
  }

  /** Whether requests for an action may have the key. */
  static boolean goesWith(ActionDefinition action, KeyUse use, LintedPolicy policy) {
    return policy.catalog().keyScope(action, use.key().text()) != KeyScope.NONE;
  }

  /** Whether an action makes something and takes the tags that it is to have. */
  static boolean tagsOnCreation(ActionDefinition action, LintedPolicy policy) {
    return action.name().startsWith("Create")
        && policy.catalog().keyScope(action, "aws:RequestTag/key") != KeyScope.NONE;
  }
}
