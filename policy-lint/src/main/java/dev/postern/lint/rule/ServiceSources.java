package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.postern.model.Arn;
import dev.postern.model.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The services that call others for the resources of many accounts, and say for whose. AWS: "The
 * confused deputy problem", cross-service confused deputy prevention.
 */
final class ServiceSources {
  private static final Splitter COMMAS = Splitter.on(',');
  private static final Splitter DOTS = Splitter.on('.');

  private static final class Table {
    private static final ImmutableSetMultimap<String, String> CALLED = read();

    private static ImmutableSetMultimap<String, String> read() {
      ImmutableSetMultimap.Builder<String, String> called = ImmutableSetMultimap.builder();
      for (ImmutableList<String> row : FactTable.read("services-with-sources.tsv", 5)) {
        called.putAll(row.get(0), COMMAS.split(row.get(1)));
      }
      return called.build();
    }
  }

  private ServiceSources() {}

  /** Whether a service says for whose resource it does some action of a statement. */
  static boolean saysFor(String principal, Statement statement, LintedPolicy policy) {
    ImmutableSet<String> called = Table.CALLED.get(global(principal));
    return !called.isEmpty()
        && policy.actions(statement).stream().anyMatch(action -> called.contains(action.service()));
  }

  /** The service that speaks for a resource when it does some action of a statement. */
  static Optional<String> speakingFor(String source, Statement statement, LintedPolicy policy) {
    return Arn.parse(source)
        .map(arn -> arn.service() + ".amazonaws.com")
        .filter(principal -> saysFor(principal, statement, policy));
  }

  /* A principal without its region and without the suffix of China's partition. */
  private static String global(String principal) {
    String name =
        principal.endsWith(".cn") ? principal.substring(0, principal.length() - 3) : principal;
    List<String> labels = DOTS.splitToList(name);
    boolean isRegional = labels.size() == 4 && labels.get(1).chars().anyMatch(Character::isDigit);
    return isRegional ? labels.get(0) + ".amazonaws.com" : name;
  }
}
