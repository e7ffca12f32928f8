package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;

/**
 * A condition key that exists. AWS: "Actions, resources, and condition keys for AWS services", the
 * tables of condition keys.
 *
 * @param name the key in AWS's spelling, such as {@code s3:prefix}, or the template of many, such
 *     as {@code aws:ResourceTag/${TagKey}}
 * @param type what its values are
 * @param isMultivalued whether a request may hold several values
 */
public record ConditionKeyDefinition(String name, ValueType type, boolean isMultivalued) {

  /** Whether it stands for many keys, the rest of whose names is the author's choice. */
  public boolean isTemplate() {
    return name.contains("${");
  }

  /** The operators that compare what it holds; set prefixes and {@code IfExists} aside. */
  public ImmutableSet<BaseOperator> operators() {
    // The one key with two types. AWS: "AWS global condition context keys", aws:EpochTime.
    return Ascii.equalsIgnoreCase(name, "aws:EpochTime")
        ? Sets.union(type.operators(), ValueType.NUMERIC.operators()).immutableCopy()
        : type.operators();
  }

  /** Whether an operator compares what it holds. */
  public OperatorFit fit(BaseOperator operator) {
    if (operators().contains(operator)) {
      return OperatorFit.FITS;
    }
    // A truth value is the text `true` or `false` to these; many policies compare it so.
    return type == ValueType.BOOL && operator.domain() == Domain.STRING
        ? OperatorFit.TOLERATED
        : OperatorFit.MISFIT;
  }
}
