package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.PolicyVersion;
import java.util.Optional;

/**
 * The ARN operators: {@code ArnEquals} and {@code ArnLike} are one, field by field, letter case and
 * all. What is no ARN matches nothing; whether a negated operator then holds, AWS does not say.
 */
record ArnComparison(boolean negated, ImmutableList<ArnTemplate> templates, boolean isEmpty)
    implements Comparison {

  /* A value that is no ARN matches nothing and is left out; the list is not empty for that. */
  static ArnComparison of(BaseOperator base, Condition condition, PolicyVersion version) {
    return new ArnComparison(
        base.negated(),
        Comparison.read(condition, text -> ArnTemplate.of(text, version)).stream()
            .flatMap(Optional::stream)
            .collect(ImmutableList.toImmutableList()),
        condition.values().value().isEmpty());
  }

  @Override
  public Truth passes(String requestValue, RequestContext context) {
    Optional<Arn> arn = Arn.parse(requestValue);
    boolean listed =
        arn.isPresent() && templates.stream().anyMatch(value -> matches(value, arn.get(), context));
    if (!negated) {
      return Truth.of(listed);
    }
    boolean comparable = arn.isPresent() && !templates.isEmpty();
    return comparable ? Truth.of(!listed) : Truth.open(Unspecified.U15);
  }

  private static boolean matches(ArnTemplate value, Arn arn, RequestContext context) {
    return value.resolve(context).filter(glob -> glob.matches(arn)).isPresent();
  }

  @Override
  public ImmutableList<PolicyValue> values() {
    return templates.stream().map(ArnTemplate::whole).collect(ImmutableList.toImmutableList());
  }

  @Override
  public boolean isWrongType(String requestValue) {
    return Arn.parse(requestValue).isEmpty();
  }
}
