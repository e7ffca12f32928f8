package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Multiset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The three tables of one service: condition keys, types of resource, actions. */
final class ServiceTables {
  private static final ImmutableSet<String> KEY = ImmutableSet.of("key", "description", "type");
  private static final ImmutableSet<String> TYPE = ImmutableSet.of("key", "arn", "conditionKeys");
  private static final ImmutableSet<String> USE =
      ImmutableSet.of("name", "required", "conditionKeys", "dependentActions");
  private static final ImmutableSet<String> ACTION =
      ImmutableSet.of(
          "name",
          "description",
          "accessLevel",
          "resourceTypes",
          "conditionKeys",
          "dependentActions",
          "scenarios");

  private final SourcePackage source;
  private final String prefix;
  private final Multiset<Correction> corrections;
  // What the source calls a key, folded, and what the catalog calls it.
  private final Map<String, String> keySpellings = new HashMap<>();
  // By folded name.
  private final SortedMap<String, KeyFact> keyFacts = new TreeMap<>();
  private final Map<String, String> typeNames = new HashMap<>();
  private final ImmutableList<KeyFact> keys;
  private final ImmutableList<TypeFact> types;
  private final ImmutableList<ActionFact> actions;

  ServiceTables(SourcePackage source, String prefix, Multiset<Correction> corrections) {
    this.source = source;
    this.prefix = prefix;
    this.corrections = corrections;
    this.keys = readKeys();
    this.types = readTypes();
    this.actions = readActions();
  }

  ImmutableList<KeyFact> keys() {
    return keys;
  }

  ImmutableList<TypeFact> types() {
    return types;
  }

  ImmutableList<ActionFact> actions() {
    return actions;
  }

  private ImmutableList<KeyFact> readKeys() {
    for (Node.Entry entry : table("conditionKeys")) {
      Node node = entry.node();
      node.entries(KEY);
      String written = name(entry, "key");
      String name = KeySpelling.of(written);
      if (!Names.isWord(name) || name.indexOf('<') >= 0 || name.indexOf(':') < 0) {
        throw node.get("key")
            .refuse("condition key `" + written + "`", "`prefix:Name`, without `<` and spaces");
      }
      if (!name.equals(written)) {
        corrections.add(Correction.KEY_SPELLING);
      }
      KeyFact key = new KeyFact(name, KeyType.of(node.get("type")));
      KeyFact twin = keyFacts.get(Names.fold(name));
      if (twin == null || name.equals(written)) {
        keyFacts.put(Names.fold(name), key);
      }
      if (twin != null) {
        corrections.add(Correction.KEY_COPY);
        if (!twin.type().equals(key.type())) {
          throw node.get("type")
              .refuse("another type than in the other spelling of `" + name + "`", "the same");
        }
      }
      keySpellings.put(entry.name(), Names.fold(name));
    }
    return ImmutableList.copyOf(keyFacts.values());
  }

  private ImmutableList<TypeFact> readTypes() {
    SortedMap<String, TypeFact> found = new TreeMap<>();
    for (Node.Entry entry : table("resourceTypes")) {
      Node node = entry.node();
      node.entries(TYPE);
      String name = name(entry, "key");
      if (!Names.isWords(name)) {
        throw node.get("key")
            .refuse("resource type `" + name + "`", "printable ASCII characters, no blank end");
      }
      ImmutableList<String> arns = ArnTemplates.of(node.get("arn"));
      if (arns.size() > 1) {
        corrections.add(Correction.ARN_LIST);
      }
      ImmutableList<String> has =
          node.has("conditionKeys") ? keys(node.get("conditionKeys")) : ImmutableList.of();
      found.put(entry.name(), new TypeFact(name, arns, has));
      typeNames.put(entry.name(), name);
    }
    return ImmutableList.copyOf(found.values());
  }

  private ImmutableList<ActionFact> readActions() {
    SortedMap<String, ActionFact> found = new TreeMap<>();
    for (Node.Entry entry : table("actions")) {
      Node node = entry.node();
      node.entries(ACTION);
      String name = name(entry, "name");
      if (!Names.isAction(name)) {
        throw node.get("name").refuse("action `" + name + "`", "letters, digits and hyphens");
      }
      List<Level> levels = Level.list(node.get("accessLevel"));
      if (levels.size() > 1) {
        corrections.add(Correction.LEVEL_LIST);
      }
      if (node.has("scenarios")) {
        corrections.add(Correction.SCENARIOS);
      }
      hasNoDependents(node);
      found.put(
          entry.name(),
          new ActionFact(
              name,
              levels.get(0),
              uses(node.get("resourceTypes")),
              keys(node.get("conditionKeys")),
              ImmutableList.of()));
    }
    return ImmutableList.copyOf(found.values());
  }

  private ImmutableList<TypeUse> uses(Node list) {
    SortedMap<String, TypeUse> found = new TreeMap<>();
    for (Node node : list.elements()) {
      node.entries(USE);
      hasNoDependents(node);
      String written = node.get("name").text();
      String folded = Names.fold(written);
      String name = typeNames.get(folded);
      if (name == null) {
        throw node.get("name")
            .refuse("`" + written + "`", "a type of data/resourceTypes/" + prefix + ".json");
      }
      if (!name.equals(written)) {
        corrections.add(Correction.TYPE_CASE);
      }
      TypeUse use =
          new TypeUse(name, node.get("required").isTrue(), keys(node.get("conditionKeys")));
      TypeUse twin = found.put(folded, use);
      if (twin != null) {
        corrections.add(Correction.TYPE_TWICE);
        if (!twin.equals(use)) {
          throw node.refuse("`" + written + "` again, but otherwise", "the same as above");
        }
      }
    }
    return ImmutableList.copyOf(found.values());
  }

  private ImmutableList<String> keys(Node list) {
    ImmutableSortedSet.Builder<String> found = ImmutableSortedSet.orderedBy(Names.ORDER);
    for (Node node : list.elements()) {
      String spelling = keySpellings.get(Names.fold(node.text()));
      KeyFact key = spelling == null ? null : keyFacts.get(spelling);
      if (key == null) {
        throw node.refuse(
            "`" + node.text() + "`", "a key of data/conditionKeys/" + prefix + ".json");
      }
      found.add(key.name());
    }
    return found.build().asList();
  }

  // They come from an older package; should they be here again, it is time to change that.
  private static void hasNoDependents(Node node) {
    Node dependents = node.get("dependentActions");
    if (!dependents.elements().isEmpty()) {
      throw dependents.refuse("dependent actions", "none in this package");
    }
  }

  private ImmutableList<Node.Entry> table(String folder) {
    return source.json("data/" + folder + "/" + prefix + ".json").entries();
  }

  private static String name(Node.Entry entry, String member) {
    Node node = entry.node().get(member);
    if (!Names.fold(node.text()).equals(entry.name())) {
      throw node.refuse("`" + node.text() + "`", "a spelling of `" + entry.name() + "`");
    }
    return node.text();
  }
}
