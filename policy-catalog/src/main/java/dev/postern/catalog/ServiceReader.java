package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of one service. Keys, key sets and types are referred to by their order, in base
 * 36, so each line stands behind those that it needs.
 */
final class ServiceReader {
  private static final String TEMPLATE_HEAD = "arn:${Partition}:";

  private final String file;
  private final String service;
  private final String text;
  private final List<ConditionKeyDefinition> keys;
  private final List<ImmutableList<ConditionKeyDefinition>> keySets;
  private final List<ResourceType> types;
  private final ImmutableList.Builder<ActionDefinition> actions = ImmutableList.builder();
  /* The line that is being read, and where its next field begins. */
  private int line;
  private int next;
  private int end;

  private ServiceReader(String file, String service, String text) {
    this.file = file;
    this.service = service;
    this.text = text;
    this.keys = new ArrayList<>();
    this.keySets = new ArrayList<>();
    this.types = new ArrayList<>();
  }

  /* One that reads the end of a line, for which all that it refers to has been read. */
  private ServiceReader(ServiceReader before, String text, int line) {
    this.file = before.file;
    this.service = before.service;
    this.text = text;
    this.keys = before.keys;
    this.keySets = before.keySets;
    this.types = before.types;
    this.line = line;
    this.end = text.length();
  }

  /**
   * Reads the lines of a service.
   *
   * @param file for messages
   * @throws CatalogException if they are damaged
   */
  static ServiceFacts read(String file, String service, String text, int actionCount) {
    ServiceReader reader = new ServiceReader(file, service, text);
    reader.lines();
    ImmutableList<ActionDefinition> actions = reader.actions.build();
    if (actions.size() != actionCount) {
      throw new CatalogException(
          file + ": `" + service + "` has " + actions.size() + " actions; expected " + actionCount);
    }
    return new ServiceFacts(
        ImmutableList.copyOf(reader.keys), ImmutableList.copyOf(reader.types), actions);
  }

  /**
   * Reads what stands before the actions of a service: its keys and types of resource.
   *
   * @param file for messages
   * @throws CatalogException if that is damaged
   */
  static ServiceFacts head(String file, String service, String text) {
    int actions = text.indexOf("\nA\t");
    return read(file, service, actions < 0 ? text : text.substring(0, actions + 1), 0);
  }

  private void lines() {
    int from = 0;
    while (from < text.length()) {
      line++;
      end = text.indexOf('\n', from);
      if (end < from + 2 || text.charAt(from + 1) != '\t') {
        throw damaged("expected a letter and a tab");
      }
      next = from + 2;
      switch (text.charAt(from)) {
        case 'S' -> {}
        case 'K' -> keys.add(key());
        case 'X' -> keySets.add(keys(field()));
        case 'R' -> types.add(type());
        case 'A' -> actions.add(action());
        default -> throw damaged("a line of the kind `" + text.charAt(from) + "`");
      }
      from = end + 1;
    }
  }

  /* The next field of the line; empty behind the last one, since empty ones at the end are not written. */
  private String field() {
    if (next > end) {
      return "";
    }
    int tab = text.indexOf('\t', next);
    int to = tab < 0 || tab > end ? end : tab;
    String field = text.substring(next, to);
    next = to + 1;
    return field;
  }

  /* What a field lists, parted by spaces. */
  private static List<String> words(String field) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < field.length()) {
      int space = field.indexOf(' ', from);
      int to = space < 0 ? field.length() : space;
      words.add(field.substring(from, to));
      from = to + 1;
    }
    return words;
  }

  private ConditionKeyDefinition key() {
    String name = field();
    String type = field();
    char letter = type.length() == 1 ? type.charAt(0) : ' ';
    for (ValueType value : ValueType.values()) {
      if (Character.toLowerCase(letter) == value.letter()) {
        return new ConditionKeyDefinition(name, value, Character.isUpperCase(letter));
      }
    }
    throw damaged("`" + type + "` is not a type of value");
  }

  private ImmutableList<ConditionKeyDefinition> keys(String numbers) {
    ImmutableList.Builder<ConditionKeyDefinition> set = ImmutableList.builder();
    for (String number : words(numbers)) {
      set.add(of(keys, number));
    }
    return set.build();
  }

  private ImmutableList<ConditionKeyDefinition> keySet(String number) {
    return number.isEmpty() ? ImmutableList.of() : of(keySets, number);
  }

  private <T> T of(List<T> all, String number) {
    try {
      return all.get(Integer.parseInt(number, Character.MAX_RADIX));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw damaged("`" + number + "` refers to nothing");
    }
  }

  private ResourceType type() {
    String name = field();
    ImmutableList.Builder<ArnTemplate> arns = ImmutableList.builder();
    for (String arn : words(field())) {
      arns.add(new ArnTemplate(arn.startsWith("arn:") ? arn : TEMPLATE_HEAD + arn));
    }
    return new ResourceType(service, name, arns.build(), keySet(field()));
  }

  /* Most actions are only listed, so what is behind name and level is read when it is asked for. */
  private ActionDefinition action() {
    String name = field();
    AccessLevel level = level(field());
    String rest = next > end ? "" : text.substring(next, end);
    int place = line;
    return new ActionDefinition(
        service,
        name,
        level,
        new Lazy<>() {
          @Override
          ActionDefinition.Details make() {
            ServiceReader one = new ServiceReader(ServiceReader.this, rest, place);
            return new ActionDefinition.Details(
                one.resources(one.field()), one.keySet(one.field()), one.dependents(one.field()));
          }
        });
  }

  private AccessLevel level(String letter) {
    for (AccessLevel level : AccessLevel.values()) {
      if (letter.length() == 1 && letter.charAt(0) == level.letter()) {
        return level;
      }
    }
    throw damaged("`" + letter + "` is not an access level");
  }

  /* `3!:5 4`: the type 3, required, with the keys of set 5, and the type 4. */
  private ImmutableList<ActionResource> resources(String words) {
    ImmutableList.Builder<ActionResource> resources = ImmutableList.builder();
    for (String word : words(words)) {
      int colon = word.indexOf(':');
      String type = colon < 0 ? word : word.substring(0, colon);
      String set = colon < 0 ? "" : word.substring(colon + 1);
      boolean required = type.endsWith("!");
      resources.add(
          new ActionResource(
              of(types, required ? type.substring(0, type.length() - 1) : type),
              required,
              keySet(set)));
    }
    return resources.build();
  }

  /* An action of the same service is written without its prefix: `:TagSession`. */
  private ImmutableList<String> dependents(String words) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (String word : words(words)) {
      names.add(word.startsWith(":") ? service + word : word);
    }
    return names.build();
  }

  private CatalogException damaged(String what) {
    return new CatalogException(file + ": `" + service + "`, line " + line + ": " + what);
  }
}
