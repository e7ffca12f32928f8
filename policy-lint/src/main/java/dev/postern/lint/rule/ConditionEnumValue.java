package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;
import java.util.function.Supplier;

/** A value that is not among the few that a key has, or not in their letter case. */
final class ConditionEnumValue implements ConditionRule {
  private static final CharMatcher OPEN = CharMatcher.anyOf("*?$");
  private static final String CREATE_ACTION = ":CreateAction";

  private static final Supplier<ImmutableListMultimap<ConditionKey, String>> VALUES =
      Suppliers.memoize(
          () ->
              FactTable.read("key-values.tsv", 4).stream()
                  .collect(
                      toImmutableListMultimap(
                          row -> new ConditionKey(row.get(0)), row -> row.get(1))));

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("condition-enum-value", "the key never has this value");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.STRING)
        .ifPresent(
            use -> {
              for (Located<ConditionValue> value : use.values()) {
                check(use, value, policy, findings);
              }
            });
  }

  private static void check(
      KeyUse use, Located<ConditionValue> value, LintedPolicy policy, Findings findings) {
    String text = value.value().text();
    ImmutableList<String> possible = possible(use.key(), text, policy);
    if (possible.isEmpty() || OPEN.matchesAnyOf(text) || possible.contains(text)) {
      return;
    }
    Optional<String> otherCase =
        possible.stream().filter(one -> Ascii.equalsIgnoreCase(one, text)).findFirst();
    boolean ignoresCase =
        use.base() == BaseOperator.STRING_EQUALS_IGNORE_CASE
            || use.base() == BaseOperator.STRING_NOT_EQUALS_IGNORE_CASE;
    if (otherCase.isEmpty() || !ignoresCase) {
      findings.add(
          value.span(),
          "`" + text + "` is never the value of `" + use.key().text() + "`",
          otherCase
              .map(one -> "write `" + one + "`; letter case counts under this operator")
              .orElseGet(() -> "its values are " + list(possible)));
    }
  }

  /* Nothing where the values are not known. */
  private static ImmutableList<String> possible(
      ConditionKey key, String text, LintedPolicy policy) {
    if (!key.folded().endsWith(Ascii.toLowerCase(CREATE_ACTION))) {
      return VALUES.get().get(key);
    }
    // The name of the action that creates, without its prefix.
    return policy
        .catalog()
        .service(key.service())
        .map(
            service ->
                service
                    .action(text)
                    .map(ActionDefinition::name)
                    .map(ImmutableList::of)
                    .orElse(ImmutableList.of("names of actions that create, such as RunInstances")))
        .orElse(ImmutableList.of());
  }

  private static String list(ImmutableList<String> possible) {
    return possible.size() == 1 ? possible.get(0) : "`" + String.join("`, `", possible) + "`";
  }
}
