package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionKey;
import dev.postern.model.Glob;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import java.util.Optional;

/**
 * Puts the values of policy variables in their places, once and without a second look: characters
 * that come from a value or a default are never wildcards or variables. AWS: "IAM policy elements:
 * Variables and tags".
 */
final class Substitution {
  private Substitution() {}

  /** The pattern; empty when a variable has no value, and then nothing matches it. */
  static Optional<Glob> glob(ImmutableList<Part> parts, RequestContext context) {
    Glob.Builder glob = Glob.builder();
    for (Part part : parts) {
      if (part instanceof Part.AnyRun) {
        glob.anyRun();
      } else if (part instanceof Part.AnyOne) {
        glob.anyOne();
      } else {
        Optional<String> literal = literal(part, context);
        if (literal.isEmpty()) {
          return Optional.empty();
        }
        glob.literal(literal.get());
      }
    }
    return Optional.of(glob.build());
  }

  /** The text, wildcards being ordinary characters; empty when a variable has no value. */
  static Optional<String> text(PolicyString string, RequestContext context) {
    StringBuilder text = new StringBuilder();
    for (Part part : string.parts()) {
      Optional<String> literal = literal(part, context);
      if (literal.isEmpty()) {
        return Optional.empty();
      }
      text.append(literal.get());
    }
    return Optional.of(text.toString());
  }

  /** The texts of several values; those with a variable that has no value are left out. */
  static ImmutableList<String> texts(ImmutableList<PolicyString> strings, RequestContext context) {
    return strings.stream()
        .flatMap(string -> text(string, context).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The variables without a value that keep values from meaning anything, the first of each. */
  static ImmutableList<ConditionKey> withoutValue(
      ImmutableList<PolicyString> strings, RequestContext context) {
    return strings.stream()
        .flatMap(string -> withoutValue(string, context).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The first variable without a value. */
  static Optional<ConditionKey> withoutValue(PolicyString string, RequestContext context) {
    return string.parts().stream()
        .filter(part -> literal(part, context).isEmpty())
        .map(part -> ((Part.Variable) part).key())
        .findFirst();
  }

  private static Optional<String> literal(Part part, RequestContext context) {
    if (part instanceof Part.Text text) {
      return Optional.of(text.text());
    }
    if (part instanceof Part.Variable variable) {
      return context.variable(variable.key());
    }
    if (part instanceof Part.VariableOrDefault variable) {
      return context.variable(variable.key()).or(() -> Optional.of(variable.text()));
    }
    return Optional.of(part instanceof Part.AnyRun ? "*" : "?");
  }
}
