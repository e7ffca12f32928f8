package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.Glob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Condition keys by name, letter case aside, templates among them. */
final class KeyTable {
  private final ImmutableMap<String, ConditionKeyDefinition> literals;
  private final ImmutableList<Template> templates;

  /** A name with {@code ${…}} in it, each of which stands for at least one character. */
  private record Template(ConditionKeyDefinition definition, Glob glob, int literals) {
    static Template of(ConditionKeyDefinition definition) {
      String name = Ascii.toLowerCase(definition.name());
      Glob.Builder glob = Glob.builder();
      int literals = 0;
      int i = 0;
      while (i < name.length()) {
        int end = name.startsWith("${", i) ? name.indexOf('}', i) : -1;
        if (end > 0) {
          glob.anyOne().anyRun();
          i = end + 1;
        } else {
          glob.literal(name.substring(i, i + 1));
          literals++;
          i++;
        }
      }
      return new Template(definition, glob.build(), literals);
    }
  }

  private KeyTable(
      ImmutableMap<String, ConditionKeyDefinition> literals, ImmutableList<Template> templates) {
    this.literals = literals;
    this.templates = templates;
  }

  /** The keys that are given; of two with the same name the one that takes more values. */
  static KeyTable of(Iterable<ConditionKeyDefinition> definitions) {
    Map<String, ConditionKeyDefinition> byName = new LinkedHashMap<>();
    for (ConditionKeyDefinition definition : definitions) {
      byName.merge(Ascii.toLowerCase(definition.name()), definition, KeyTable::wider);
    }
    ImmutableMap.Builder<String, ConditionKeyDefinition> literals = ImmutableMap.builder();
    List<Template> templates = new ArrayList<>();
    byName.forEach(
        (name, definition) -> {
          if (definition.isTemplate()) {
            templates.add(Template.of(definition));
          } else {
            literals.put(name, definition);
          }
        });
    templates.sort(Comparator.comparingInt(Template::literals).reversed());
    return new KeyTable(literals.buildOrThrow(), ImmutableList.copyOf(templates));
  }

  private static ConditionKeyDefinition wider(
      ConditionKeyDefinition one, ConditionKeyDefinition other) {
    return other.isMultivalued() && !one.isMultivalued() ? other : one;
  }

  /** Whether a definition is the one of this key, or a template that it fits. */
  static boolean isFor(ConditionKeyDefinition definition, String key) {
    int literal = definition.name().indexOf("${");
    if (literal < 0) {
      return definition.name().equalsIgnoreCase(key);
    }
    return key.length() > literal
        && key.regionMatches(true, 0, definition.name(), 0, literal)
        && Template.of(definition).glob.matches(Ascii.toLowerCase(key));
  }

  /** The key of this name, or else the template with the longest literal text that it fits. */
  Optional<ConditionKeyDefinition> find(String key) {
    String folded = Ascii.toLowerCase(key);
    ConditionKeyDefinition literal = literals.get(folded);
    if (literal != null) {
      return Optional.of(literal);
    }
    for (Template template : templates) {
      if (template.glob.matches(folded)) {
        return Optional.of(template.definition);
      }
    }
    return Optional.empty();
  }
}
