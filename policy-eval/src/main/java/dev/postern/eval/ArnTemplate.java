package dev.postern.eval;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
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
  private final PolicyString string;
  private final boolean hasEarlyVariable;
  private final boolean mayDifferByCase;
  // Cut on first use: most patterns are found by their text and their fields never looked at.
  private @Nullable Fields fields;

  /** The fields behind {@code arn}. */
  private record Fields(
      PolicyValue partition,
      PolicyValue service,
      PolicyValue region,
      PolicyValue account,
      PolicyValue resource) {
    static Fields of(PolicyString string) {
      List<PolicyValue> values = cut(string).stream().map(PolicyValue::of).toList();
      return new Fields(values.get(1), values.get(2), values.get(3), values.get(4), values.get(5));
    }
  }

  private ArnTemplate(
      PolicyValue whole, PolicyString string, boolean hasEarlyVariable, boolean hasEarlyCapital) {
    this.whole = whole;
    this.string = string;
    this.hasEarlyVariable = hasEarlyVariable;
    this.mayDifferByCase = hasEarlyVariable || hasEarlyCapital;
  }

  /** The template; empty when the text does not start with {@code arn:} or has fewer fields. */
  static Optional<ArnTemplate> of(String text, PolicyVersion version) {
    if (!text.startsWith("arn:")) {
      return Optional.empty();
    }
    PolicyString string = PolicyString.of(text, version);
    int colons = 0;
    boolean variable = false;
    boolean capital = false;
    for (Part part : string.parts()) {
      if (part instanceof Part.Text literal) {
        String characters = literal.text();
        for (int i = 0; i < characters.length() && colons < FIELDS - 1; i++) {
          char c = characters.charAt(i);
          colons += c == ':' ? 1 : 0;
          capital |= c >= 'A' && c <= 'Z';
        }
      } else if (colons < FIELDS - 1) {
        variable |= !(part instanceof Part.AnyRun || part instanceof Part.AnyOne);
      }
    }
    return colons == FIELDS - 1
        ? Optional.of(new ArnTemplate(PolicyValue.of(string.parts()), string, variable, capital))
        : Optional.empty();
  }

  private Fields fields() {
    Fields known = fields;
    if (known == null) {
      known = Fields.of(string);
      fields = known;
    }
    return known;
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

  /** Whether every field matches its counterpart; never when a variable has no value. */
  boolean matches(Arn arn, RequestContext context) {
    Fields pattern = fields();
    return pattern.partition.isLike(arn.partition(), context)
        && pattern.service.isLike(arn.service(), context)
        && pattern.region.isLike(arn.region(), context)
        && pattern.account.isLike(arn.account(), context)
        && pattern.resource.isLike(arn.resource(), context);
  }

  /** Whether the last field matches; never when a variable has no value. */
  boolean matchesResource(Arn arn, RequestContext context) {
    return fields().resource.isLike(arn.resource(), context);
  }

  /** Whether the value of a variable in the last field is not known in this request. */
  boolean isResourceUnknown(RequestContext context) {
    return fields().resource.isUnknown(context);
  }

  /** The same with letter case ignored in partition, service and region, and if asked in names. */
  boolean matchesFolded(Arn arn, boolean names, RequestContext context) {
    Fields pattern = fields();
    return isLikeFolded(pattern.partition, arn.partition(), context)
        && isLikeFolded(pattern.service, arn.service(), context)
        && isLikeFolded(pattern.region, arn.region(), context)
        && pattern.account.isLike(arn.account(), context)
        && (names
            ? isLikeFolded(pattern.resource, arn.resource(), context)
            : pattern.resource.isLike(arn.resource(), context));
  }

  private static boolean isLikeFolded(PolicyValue field, String text, RequestContext context) {
    Optional<Glob> glob = field.glob(context);
    return glob.isPresent() && glob.get().ignoringAsciiCase().matches(Ascii.toLowerCase(text));
  }

  /** The first of the five fields behind {@code arn} that differs; empty when all match. */
  Optional<String> differingField(Arn arn, RequestContext context) {
    Fields pattern = fields();
    if (!pattern.partition.isLike(arn.partition(), context)) {
      return Optional.of("partition");
    }
    if (!pattern.service.isLike(arn.service(), context)) {
      return Optional.of("service");
    }
    if (!pattern.region.isLike(arn.region(), context)) {
      return Optional.of("region");
    }
    if (!pattern.account.isLike(arn.account(), context)) {
      return Optional.of("account");
    }
    return pattern.resource.isLike(arn.resource(), context)
        ? Optional.empty()
        : Optional.of("resource");
  }

  /** Whether a variable stands before the last field, where AWS's pages know none. */
  boolean hasEarlyVariable() {
    return hasEarlyVariable;
  }

  /** Whether letter case in the first fields may matter to an ARN without capitals. */
  boolean mayDifferByCase() {
    return mayDifferByCase;
  }

  /** The text as a whole. */
  PolicyValue whole() {
    return whole;
  }
}
