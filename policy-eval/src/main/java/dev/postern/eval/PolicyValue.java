package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionKey;
import dev.postern.model.Glob;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;
import java.util.Optional;

/**
 * The text of a condition's value, or a part of a resource, with all that can be done before a
 * request comes. Where variables stand in it their values are put in their places, once and without
 * a second look: characters that come from a value or a default are never wildcards or variables.
 * AWS: "IAM policy elements: Variables and tags".
 */
final class PolicyValue {
  private final PolicyString string;
  // Empty where a variable stands in the text: then both differ from request to request.
  private final ImmutableList<String> constantText;
  private final ImmutableList<Glob> constantGlob;

  private PolicyValue(PolicyString string) {
    this.string = string;
    boolean constant = !string.hasVariables();
    this.constantText = constant ? some(resolveText(RequestContext.EMPTY)) : ImmutableList.of();
    this.constantGlob = constant ? some(resolveGlob(RequestContext.EMPTY)) : ImmutableList.of();
  }

  private static <T> ImmutableList<T> some(Optional<T> value) {
    return value.stream().collect(ImmutableList.toImmutableList());
  }

  static PolicyValue of(String text, PolicyVersion version) {
    return new PolicyValue(PolicyString.of(text, version));
  }

  static PolicyValue of(ImmutableList<Part> parts) {
    return new PolicyValue(new PolicyString(parts));
  }

  boolean hasVariables() {
    return constantText.isEmpty();
  }

  /** The text, wildcards being ordinary characters; empty when a variable has no value. */
  Optional<String> text(RequestContext context) {
    return constantText.isEmpty() ? resolveText(context) : Optional.of(constantText.get(0));
  }

  /** The pattern; empty when a variable has no value, and then nothing matches it. */
  Optional<Glob> glob(RequestContext context) {
    return constantGlob.isEmpty() ? resolveGlob(context) : Optional.of(constantGlob.get(0));
  }

  /** The first variable without a value. */
  Optional<ConditionKey> withoutValue(RequestContext context) {
    return string.parts().stream()
        .filter(part -> literal(part, context).isEmpty())
        .map(part -> ((Part.Variable) part).key())
        .findFirst();
  }

  private Optional<Glob> resolveGlob(RequestContext context) {
    Glob.Builder glob = Glob.builder();
    for (Part part : string.parts()) {
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

  private Optional<String> resolveText(RequestContext context) {
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
