package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyVersion;

/**
 * The ARN operators: {@code ArnEquals} and {@code ArnLike} are one, field by field, letter case and
 * all. What is no ARN matches nothing; whether a negated operator then holds, AWS does not say.
 *
 * @param templates the policy's values that are ARNs
 * @param unreadable those that are none, and match nothing
 */
record ArnComparison(
    boolean negated, ImmutableList<ArnTemplate> templates, ImmutableList<String> unreadable)
    implements Comparison {
  static ArnComparison of(BaseOperator base, Condition condition, PolicyVersion version) {
    ImmutableList.Builder<ArnTemplate> templates = ImmutableList.builder();
    ImmutableList.Builder<String> unreadable = ImmutableList.builder();
    for (String text : Comparison.texts(condition)) {
      ArnTemplate.of(text, version).ifPresentOrElse(templates::add, () -> unreadable.add(text));
    }
    return new ArnComparison(base.negated(), templates.build(), unreadable.build());
  }

  @Override
  public Truth passes(RequestValue value, RequestContext context) {
    Arn arn = value.arn();
    if (arn == null || templates.isEmpty()) {
      return negated ? Truth.open(Unspecified.U15) : Truth.FAILS;
    }
    Truth listed = Truth.FAILS;
    for (int i = 0; i < templates.size(); i++) {
      ArnTemplate template = templates.get(i);
      if (template.whole().isUnknown(context)) {
        listed = listed.or(Truth.UNKNOWN);
      } else if (template.matches(arn, context)) {
        return Truth.of(!negated);
      }
    }
    return negated ? listed.not() : listed;
  }

  @Override
  public boolean isEmpty() {
    return templates.isEmpty() && unreadable.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return value.arn() == null;
  }

  @Override
  public boolean asksTheTime() {
    return templates.stream().anyMatch(template -> template.whole().asksTheTime());
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return templates.stream()
        .flatMap(template -> template.whole().text(context).stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public ImmutableList<ConditionKey> withoutValue(RequestContext context) {
    return templates.stream()
        .flatMap(template -> template.whole().withoutValue(context).stream())
        .collect(ImmutableList.toImmutableList());
  }
}
