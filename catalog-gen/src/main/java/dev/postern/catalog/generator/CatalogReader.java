package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads back what {@link CatalogText} wrote, to tell what a refresh changes. It trusts the file,
 * which policy-catalog's tests check.
 */
final class CatalogReader {
  private static final int LENGTH_LINE = "00000000\n".length();
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter CELLS = Splitter.on('\t');
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private final List<ServiceFacts> services = new ArrayList<>();
  // Of the service that is being read.
  private List<String> start = List.of();
  private final List<KeyFact> keys = new ArrayList<>();
  private final List<ImmutableList<String>> sets = new ArrayList<>();
  private final List<TypeFact> types = new ArrayList<>();
  private final List<ActionFact> actions = new ArrayList<>();

  private CatalogReader() {}

  static CatalogFacts read(String text) {
    return new CatalogReader().facts(text);
  }

  private CatalogFacts facts(String text) {
    int length = text.indexOf('\n') + 1;
    if (length != LENGTH_LINE || !text.startsWith(CatalogText.HEADER, length)) {
      throw new RefusedException(CatalogText.FILE + ": expected a catalog of format 1");
    }
    int header = length + CatalogText.HEADER.length();
    List<String> words = WORDS.splitToList(text.substring(header, text.indexOf('\n', header)));
    for (String line : LINES.split(text.substring(text.indexOf("\nS\t") + 1))) {
      line(CELLS.splitToList(line));
    }
    endService();
    return new CatalogFacts(
        words.get(0), LocalDate.parse(words.get(1)), ImmutableList.copyOf(services));
  }

  private void line(List<String> cells) {
    String name = cells.get(1);
    switch (cells.get(0)) {
      case "S" -> {
        endService();
        start = cells;
      }
      case "K" -> keys.add(new KeyFact(name, new KeyType(cells.get(2).charAt(0))));
      case "X" -> sets.add(set(name));
      case "R" -> types.add(new TypeFact(name, arns(cells.get(2)), keys(cells, 3)));
      case "A" ->
          actions.add(
              new ActionFact(
                  name,
                  Level.of(cells.get(2).charAt(0)),
                  uses(cell(cells, 3)),
                  keys(cells, 4),
                  dependents(cell(cells, 5))));
      default ->
          throw new RefusedException(
              CatalogText.FILE + ": line `" + cells.get(0) + "`; expected S, K, X, R or A");
    }
  }

  private void endService() {
    if (start.isEmpty()) {
      return;
    }
    String flags = start.get(3);
    services.add(
        new ServiceFacts(
            start.get(1),
            start.get(2),
            flags.startsWith("r"),
            PolicySupport.of(flags.charAt(flags.length() - 1)),
            ImmutableList.copyOf(keys),
            ImmutableList.copyOf(types),
            ImmutableList.copyOf(actions)));
    keys.clear();
    sets.clear();
    types.clear();
    actions.clear();
  }

  private ImmutableList<String> set(String numbers) {
    return WORDS
        .splitToStream(numbers)
        .map(number -> keys.get(number(number)).name())
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<String> keys(List<String> cells, int index) {
    String set = cell(cells, index);
    return set.isEmpty() ? ImmutableList.of() : sets.get(number(set));
  }

  private static ImmutableList<String> arns(String list) {
    return WORDS
        .splitToStream(list)
        .map(arn -> arn.startsWith("arn:") ? arn : ServiceText.ARN_START + arn)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<TypeUse> uses(String list) {
    return WORDS.splitToStream(list).map(this::use).collect(ImmutableList.toImmutableList());
  }

  private TypeUse use(String text) {
    int colon = text.indexOf(':');
    String type = colon < 0 ? text : text.substring(0, colon);
    boolean isRequired = type.endsWith("!");
    String number = isRequired ? type.substring(0, type.length() - 1) : type;
    ImmutableList<String> extra =
        colon < 0 ? ImmutableList.of() : sets.get(number(text.substring(colon + 1)));
    return new TypeUse(types.get(number(number)).name(), isRequired, extra);
  }

  private ImmutableList<String> dependents(String list) {
    return WORDS
        .splitToStream(list)
        .map(action -> action.startsWith(":") ? start.get(1) + action : action)
        .collect(ImmutableList.toImmutableList());
  }

  private static String cell(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  private static int number(String text) {
    return Integer.parseInt(text, ServiceText.RADIX);
  }
}
