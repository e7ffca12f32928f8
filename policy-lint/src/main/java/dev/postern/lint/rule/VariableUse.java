package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.List;

/**
 * A policy variable where IAM replaces it. AWS: "IAM policy elements: Variables and tags".
 *
 * @param key what stands in for it
 * @param hasDefault whether a text stands in where the key has no value
 * @param before what stands before it in its text
 * @param after what stands behind it
 * @param isNegated whether what its text does not match is spoken of, as under {@code NotResource}
 * @param span where the text stands
 */
record VariableUse(
    ConditionKey key,
    boolean hasDefault,
    ImmutableList<Part> before,
    ImmutableList<Part> after,
    boolean isNegated,
    SourceSpan span) {

  /** Those of a statement's {@code Resource} or {@code NotResource}. */
  static ImmutableList<VariableUse> ofResources(Statement statement, LintedPolicy policy) {
    ImmutableList.Builder<VariableUse> uses = ImmutableList.builder();
    ResourceElement element = statement.resource().value();
    boolean isNegated = element instanceof ResourceElement.NotResource;
    for (Located<ResourcePattern> resource : element.patterns()) {
      uses.addAll(of(resource.value().text(), isNegated, resource.span(), policy));
    }
    return uses.build();
  }

  /** Those of a test's values. */
  static ImmutableList<VariableUse> ofValues(KeyUse test, LintedPolicy policy) {
    if (!test.domain().takesVariables()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<VariableUse> uses = ImmutableList.builder();
    for (Located<ConditionValue> value : test.values()) {
      uses.addAll(of(value.value().text(), test.isNegated(), value.span(), policy));
    }
    return uses.build();
  }

  /** All of a statement, those of its resources first. */
  static ImmutableList<VariableUse> allOf(Statement statement, LintedPolicy policy) {
    ImmutableList.Builder<VariableUse> uses = ImmutableList.builder();
    uses.addAll(ofResources(statement, policy));
    KeyUse.allOf(statement, policy).forEach(test -> uses.addAll(ofValues(test, policy)));
    return uses.build();
  }

  private static List<VariableUse> of(
      String text, boolean isNegated, SourceSpan span, LintedPolicy policy) {
    PolicyVersion version = policy.document().version().value();
    if (!version.hasVariables() || !text.contains("${") || PolicyString.fault(text).isPresent()) {
      return ImmutableList.of();
    }
    ImmutableList<Part> parts = PolicyString.of(text, version).parts();
    ImmutableList.Builder<VariableUse> uses = ImmutableList.builder();
    for (int i = 0; i < parts.size(); i++) {
      ImmutableList<Part> before = parts.subList(0, i);
      ImmutableList<Part> after = parts.subList(i + 1, parts.size());
      if (parts.get(i) instanceof Part.Variable variable) {
        uses.add(new VariableUse(variable.key(), false, before, after, isNegated, span));
      } else if (parts.get(i) instanceof Part.VariableOrDefault variable) {
        uses.add(new VariableUse(variable.key(), true, before, after, isNegated, span));
      }
    }
    return uses.build();
  }

  /** Whether there is nothing beside it in its text. */
  boolean isAlone() {
    return before.isEmpty() && after.isEmpty();
  }

  /** How many ordinary characters stand before it. */
  int fixedCharactersBefore() {
    return before.stream()
        .mapToInt(part -> part instanceof Part.Text text ? text.text().length() : 0)
        .sum();
  }

  /** As it was written, its default aside. */
  String quoted() {
    return "`${" + key.text() + "}`";
  }
}
