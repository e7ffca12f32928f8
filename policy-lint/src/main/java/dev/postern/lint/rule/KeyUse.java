package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.GlobalKey;
import dev.postern.catalog.ValueType;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.function.Supplier;

/** One test of a condition, and what the catalog knows of the key that it tests. */
final class KeyUse {
  private static final CharMatcher OF_SUBJECTS =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));

  private final Condition condition;
  private final ConditionOperator.Known operator;
  private final Supplier<Optional<ConditionKeyDefinition>> definition;

  private KeyUse(Condition condition, ConditionOperator.Known operator, Catalog catalog) {
    this.condition = condition;
    this.operator = operator;
    this.definition = Suppliers.memoize(() -> definition(key(), catalog));
  }

  /** A test whose operator exists; nothing for another one. */
  static Optional<KeyUse> of(Condition condition, LintedPolicy policy) {
    return policy.use(condition, KeyUse::make);
  }

  private static Optional<KeyUse> make(Condition condition, LintedPolicy policy) {
    return condition.operator().value() instanceof ConditionOperator.Known operator
        ? Optional.of(new KeyUse(condition, operator, policy.catalog()))
        : Optional.empty();
  }

  /** The tests of a statement, in the author's order. */
  static ImmutableList<KeyUse> allOf(Statement statement, LintedPolicy policy) {
    return statement.condition().value().conditions().isEmpty()
        ? ImmutableList.of()
        : policy.uses(statement, KeyUse::make);
  }

  private static ImmutableList<KeyUse> make(Statement statement, LintedPolicy policy) {
    return statement.condition().value().conditions().stream()
        .map(condition -> of(condition, policy))
        .flatMap(Optional::stream)
        .collect(toImmutableList());
  }

  /** What a key is: that of the service whose prefix it bears, else a global one, else any's. */
  static Optional<ConditionKeyDefinition> definition(ConditionKey key, Catalog catalog) {
    return catalog
        .service(key.service())
        .flatMap(service -> service.conditionKey(key.text()))
        .or(() -> catalog.conditionKey(key.text()));
  }

  /** The test as the policy has it. */
  Condition condition() {
    return condition;
  }

  /** The key as it was written. */
  ConditionKey key() {
    return condition.key().value();
  }

  /** The key in lower case. */
  String foldedKey() {
    return key().folded();
  }

  /** The key as the {@linkplain Findings.Draft#about subject} of a finding. */
  String subject() {
    return subject(key());
  }

  /** A key as the {@linkplain Findings.Draft#about subject} of a finding. */
  static String subject(ConditionKey key) {
    return OF_SUBJECTS.negate().trimAndCollapseFrom(key.folded(), '-');
  }

  /** Whether it tests this key, letter case aside. */
  boolean isOf(String name) {
    return Ascii.equalsIgnoreCase(key().text(), name);
  }

  /** Whether it tests a key whose name begins so, letter case aside. */
  boolean isOfFamily(String prefix) {
    return key().text().regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** What the key is; nothing where the catalog does not know it. */
  Optional<ConditionKeyDefinition> definition() {
    return definition.get();
  }

  /** What is known of it as a key of all requests; nothing if it is a key of a service. */
  Optional<GlobalKey> global(Catalog catalog) {
    return key().service().equals("aws")
        ? definition()
            .flatMap(
                definition ->
                    catalog.globalKeys().stream()
                        .filter(global -> global.definition().equals(definition))
                        .findFirst())
        : Optional.empty();
  }

  /** Whether AWS says that a request may hold several values of it. */
  boolean isMultivalued() {
    return definition().filter(ConditionKeyDefinition::isMultivalued).isPresent();
  }

  /** Whether the catalog says that its values are of this type. */
  boolean isOfType(ValueType type) {
    return definition().filter(definition -> definition.type() == type).isPresent();
  }

  /** Whether its values are whatever an author writes: those of tags, or encryption contexts. */
  boolean isFreeText() {
    return isOfType(ValueType.STRING)
        && definition().filter(ConditionKeyDefinition::isTemplate).isPresent();
  }

  /** The operator, set prefix and suffix included. */
  ConditionOperator.Known operator() {
    return operator;
  }

  /** The operator without set prefix and suffix. */
  BaseOperator base() {
    return operator.base();
  }

  /** The name of the same operator with another base. */
  String operatorWith(BaseOperator other) {
    return new ConditionOperator.Known(other, operator.quantifier(), operator.ifExists()).text();
  }

  /** What the operator compares. */
  Domain domain() {
    return operator.base().domain();
  }

  /** Whether it holds when no value matches, as {@code StringNotEquals} does. */
  boolean isNegated() {
    return operator.base().negated();
  }

  /** Whether an absent key passes because of {@code IfExists}. */
  boolean isIfExists() {
    return operator.ifExists();
  }

  /** The set prefix. */
  Quantifier quantifier() {
    return operator.quantifier();
  }

  /** Whether a request without the key passes. */
  boolean holdsOnAbsentKey() {
    if (domain() == Domain.PRESENCE) {
      return texts().stream().anyMatch("true"::equalsIgnoreCase);
    }
    return isIfExists()
        || quantifier() == Quantifier.FOR_ALL_VALUES
        || (isNegated() && quantifier() == Quantifier.SINGLE);
  }

  /** The policy's values, each with its place. */
  ImmutableList<Located<ConditionValue>> values() {
    return condition.values().value();
  }

  /** The texts of the policy's values. */
  ImmutableList<String> texts() {
    return values().stream().map(value -> value.value().text()).collect(toImmutableList());
  }

  /** Where the key's name stands. */
  SourceSpan keySpan() {
    return condition.key().span();
  }

  /** Where the operator's name stands. */
  SourceSpan operatorSpan() {
    return condition.operator().span();
  }

  /** Where the values stand, as a list or as the single one. */
  SourceSpan valuesSpan() {
    return condition.values().span();
  }
}
