package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.OperatorFit;
import dev.postern.catalog.ValueType;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * An operator for values of another type than the key has. AWS: "IAM JSON policy elements:
 * Condition operators".
 */
final class ConditionType implements ConditionRule {
  private static final ImmutableSet<String> TRUTH = ImmutableSet.of("true", "false");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("condition-type", "the operator compares values of another type")
        .issueCode("TYPE_MISMATCH")
        .peers("parliament:MISMATCHED_TYPE", "boogy:type_mismatch");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> !use.isFreeText())
        .ifPresent(
            use ->
                use.definition()
                    .filter(definition -> definition.fit(use.base()) != OperatorFit.FITS)
                    .ifPresent(definition -> report(use, definition, statement.value(), findings)));
  }

  private static void report(
      KeyUse use, ConditionKeyDefinition definition, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.keySpan())
            .message(
                "`"
                    + use.operator().text()
                    + "` compares values of another type than `"
                    + use.key().text()
                    + "` has, which is "
                    + definition.type().label())
            .advice("use an operator such as `" + example(definition.type()).text() + "`");
    asBool(use, definition)
        .flatMap(name -> NameEdit.operator(Fix.Kind.OFFER, use, statement, name))
        .ifPresent(draft::fix);
    draft.add();
  }

  private static BaseOperator example(ValueType type) {
    return switch (type) {
      case STRING -> BaseOperator.STRING_EQUALS;
      case ARN -> BaseOperator.ARN_LIKE;
      case BOOL -> BaseOperator.BOOL;
      case NUMERIC -> BaseOperator.NUMERIC_EQUALS;
      case DATE -> BaseOperator.DATE_LESS_THAN;
      case IP_ADDRESS -> BaseOperator.IP_ADDRESS;
      case BINARY -> BaseOperator.BINARY_EQUALS;
    };
  }

  private static Optional<String> asBool(KeyUse use, ConditionKeyDefinition definition) {
    boolean sayable =
        definition.type() == ValueType.BOOL
            && use.base().domain() == BaseOperator.Domain.STRING
            && !use.isNegated()
            && TRUTH.containsAll(use.texts());
    return sayable ? Optional.of(use.operatorWith(BaseOperator.BOOL)) : Optional.empty();
  }
}
