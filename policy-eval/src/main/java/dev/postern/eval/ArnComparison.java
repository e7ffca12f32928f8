package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyVersion;
import java.util.Optional;

/**
 * The ARN operators: {@code ArnEquals} and {@code ArnLike} are one, field by field, letter case and
 * all. What is no ARN matches nothing; whether a negated operator then holds, AWS does not say.
 */
record ArnComparison(boolean negated, ImmutableList<Optional<ArnTemplate>> values)
    implements Comparison {

  static ArnComparison of(BaseOperator base, Condition condition, PolicyVersion version) {
    return new ArnComparison(
        base.negated(), Comparison.values(condition, text -> ArnTemplate.of(text, version)));
  }

  @Override
  public Truth passes(String requestValue, RequestContext context) {
    Optional<Arn> arn = Arn.parse(requestValue);
    boolean listed =
        arn.isPresent()
            && Comparison.present(values).stream()
                .anyMatch(
                    value ->
                        value.resolve(context).filter(glob -> glob.matches(arn.get())).isPresent());
    if (!negated) {
      return Truth.of(listed);
    }
    boolean comparable = arn.isPresent() && !Comparison.present(values).isEmpty();
    return comparable ? Truth.of(!listed) : Truth.open(Unspecified.U15);
  }

  @Override
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return Comparison.present(
        Comparison.present(values).stream()
            .map(value -> value.text(context))
            .collect(ImmutableList.toImmutableList()));
  }

  @Override
  public ImmutableList<ConditionKey> withoutValue(RequestContext context) {
    return Comparison.present(
        Comparison.present(values).stream()
            .map(value -> Substitution.withoutValue(value.whole(), context))
            .collect(ImmutableList.toImmutableList()));
  }

  @Override
  public boolean isWrongType(String requestValue) {
    return Arn.parse(requestValue).isEmpty();
  }
}
