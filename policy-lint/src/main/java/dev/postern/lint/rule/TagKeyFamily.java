package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.model.ConditionKey;
import java.util.Optional;

/** The condition keys that hold the value of a tag, whose key ends their name. */
final class TagKeyFamily {
  private static final String PLACEHOLDER = "/${TagKey}";

  private TagKeyFamily() {}

  /** Whether a definition is such a family: {@code aws:ResourceTag/${TagKey}}. */
  static boolean is(ConditionKeyDefinition definition) {
    return definition.name().endsWith(PLACEHOLDER);
  }

  /** Whether a key is the name of a family, such as {@code aws:ResourceTag}, and of no tag. */
  static boolean isWithoutKey(ConditionKey key, Catalog catalog) {
    return ofBareName(key, catalog).isPresent();
  }

  /** The family that a key names without naming a tag. */
  static Optional<ConditionKeyDefinition> ofBareName(ConditionKey key, Catalog catalog) {
    String bare = key.text().endsWith("/") ? key.text() : key.text() + "/";
    return KeyUse.definition(new ConditionKey(bare + "k"), catalog)
        .filter(TagKeyFamily::is)
        .filter(
            family ->
                Ascii.equalsIgnoreCase(
                    bare,
                    family.name().substring(0, family.name().length() - PLACEHOLDER.length() + 1)));
  }
}
