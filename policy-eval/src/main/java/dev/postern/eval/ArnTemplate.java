package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.ArnGlob;
import dev.postern.model.Glob;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ARN pattern cut into its six fields before any variable is replaced, so that a colon in a
 * value never moves a field's border.
 */
final class ArnTemplate {
  private static final int FIELDS = 6;

  private final PolicyValue whole;
  private final ImmutableList<PolicyValue> fields;
  // Where no variable stands in it, the pattern is the same for every request.
  private final @Nullable ArnGlob constant;

  private ArnTemplate(PolicyValue whole, ImmutableList<PolicyValue> fields) {
    this.whole = whole;
    this.fields = fields;
    this.constant = whole.hasVariables() ? null : glob(RequestContext.EMPTY).orElseThrow();
  }

  /** The template; empty when the text does not start with {@code arn:} or has fewer fields. */
  static Optional<ArnTemplate> of(String text, PolicyVersion version) {
    ImmutableList<ImmutableList<Part>> fields = cut(PolicyString.of(text, version));
    boolean sound =
        fields.size() == FIELDS && fields.get(0).equals(ImmutableList.of(new Part.Text("arn")));
    return sound
        ? Optional.of(
            new ArnTemplate(
                PolicyValue.of(text, version),
                fields.stream().map(PolicyValue::of).collect(ImmutableList.toImmutableList())))
        : Optional.empty();
  }

  private static ImmutableList<ImmutableList<Part>> cut(PolicyString whole) {
    List<ImmutableList<Part>> fields = new ArrayList<>();
    ImmutableList.Builder<Part> field = ImmutableList.builder();
    for (Part part : whole.parts()) {
      if (!(part instanceof Part.Text literal)) {
        field.add(part);
        continue;
      }
      String rest = literal.text();
      int colon = rest.indexOf(':');
      while (colon >= 0 && fields.size() < FIELDS - 1) {
        addText(field, rest.substring(0, colon));
        fields.add(field.build());
        field = ImmutableList.builder();
        rest = rest.substring(colon + 1);
        colon = rest.indexOf(':');
      }
      addText(field, rest);
    }
    fields.add(field.build());
    return ImmutableList.copyOf(fields);
  }

  private static void addText(ImmutableList.Builder<Part> field, String text) {
    if (!text.isEmpty()) {
      field.add(new Part.Text(text));
    }
  }

  /** The pattern with its variables replaced; empty when one has no value. */
  Optional<ArnGlob> resolve(RequestContext context) {
    return constant != null ? Optional.of(constant) : glob(context);
  }

  private Optional<ArnGlob> glob(RequestContext context) {
    List<Glob> globs = new ArrayList<>(FIELDS);
    for (PolicyValue field : fields) {
      Optional<Glob> glob = field.glob(context);
      if (glob.isEmpty()) {
        return Optional.empty();
      }
      globs.add(glob.get());
    }
    return Optional.of(
        new ArnGlob(globs.get(1), globs.get(2), globs.get(3), globs.get(4), globs.get(5)));
  }

  /** Whether a variable stands before the last field, where AWS's pages know none. */
  boolean hasEarlyVariable() {
    return fields.subList(0, FIELDS - 1).stream().anyMatch(PolicyValue::hasVariables);
  }

  /** The text as a whole. */
  PolicyValue whole() {
    return whole;
  }

  /** The first of the five fields behind {@code arn} that differs; empty when all match. */
  static Optional<String> differingField(ArnGlob glob, Arn arn) {
    if (!glob.partition().matches(arn.partition())) {
      return Optional.of("partition");
    }
    if (!glob.service().matches(arn.service())) {
      return Optional.of("service");
    }
    if (!glob.region().matches(arn.region())) {
      return Optional.of("region");
    }
    if (!glob.account().matches(arn.account())) {
      return Optional.of("account");
    }
    return glob.resource().matches(arn.resource()) ? Optional.empty() : Optional.of("resource");
  }
}
