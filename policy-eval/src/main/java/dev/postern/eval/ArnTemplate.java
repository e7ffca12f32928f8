package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.Glob;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ARN pattern cut into its six fields before any variable is replaced, so that a colon in a
 * value never moves a field's border.
 */
final class ArnTemplate {
  private static final int FIELDS = 6;

  private final PolicyValue whole;
  private final PolicyValue partition;
  private final PolicyValue service;
  private final PolicyValue region;
  private final PolicyValue account;
  private final PolicyValue resource;

  private ArnTemplate(PolicyValue whole, List<PolicyValue> fields) {
    this.whole = whole;
    this.partition = fields.get(1);
    this.service = fields.get(2);
    this.region = fields.get(3);
    this.account = fields.get(4);
    this.resource = fields.get(5);
  }

  /** The template; empty when the text does not start with {@code arn:} or has fewer fields. */
  static Optional<ArnTemplate> of(String text, PolicyVersion version) {
    ImmutableList<ImmutableList<Part>> fields = cut(PolicyString.of(text, version));
    boolean sound =
        fields.size() == FIELDS && fields.get(0).equals(ImmutableList.of(new Part.Text("arn")));
    return sound
        ? Optional.of(
            new ArnTemplate(
                PolicyValue.of(text, version), fields.stream().map(PolicyValue::of).toList()))
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

  /** Whether every field matches its counterpart; never when a variable has no value. */
  boolean matches(Arn arn, RequestContext context) {
    return partition.isLike(arn.partition(), context)
        && service.isLike(arn.service(), context)
        && region.isLike(arn.region(), context)
        && account.isLike(arn.account(), context)
        && resource.isLike(arn.resource(), context);
  }

  /** Whether the last field matches; never when a variable has no value. */
  boolean matchesResource(Arn arn, RequestContext context) {
    return resource.isLike(arn.resource(), context);
  }

  /** Whether the value of a variable in the last field is not known in this request. */
  boolean isResourceUnknown(RequestContext context) {
    return resource.isUnknown(context);
  }

  /** The same with letter case ignored in partition, service and region, and if asked in names. */
  boolean matchesFolded(Arn arn, boolean names, RequestContext context) {
    return isLikeFolded(partition, arn.partition(), context)
        && isLikeFolded(service, arn.service(), context)
        && isLikeFolded(region, arn.region(), context)
        && account.isLike(arn.account(), context)
        && (names
            ? isLikeFolded(resource, arn.resource(), context)
            : resource.isLike(arn.resource(), context));
  }

  private static boolean isLikeFolded(PolicyValue field, String text, RequestContext context) {
    Optional<Glob> glob = field.glob(context);
    return glob.isPresent()
        && glob.get().ignoringAsciiCase().matches(com.google.common.base.Ascii.toLowerCase(text));
  }

  /** The first of the five fields behind {@code arn} that differs; empty when all match. */
  Optional<String> differingField(Arn arn, RequestContext context) {
    if (!partition.isLike(arn.partition(), context)) {
      return Optional.of("partition");
    }
    if (!service.isLike(arn.service(), context)) {
      return Optional.of("service");
    }
    if (!region.isLike(arn.region(), context)) {
      return Optional.of("region");
    }
    if (!account.isLike(arn.account(), context)) {
      return Optional.of("account");
    }
    return resource.isLike(arn.resource(), context) ? Optional.empty() : Optional.of("resource");
  }

  /** Whether a variable stands before the last field, where AWS's pages know none. */
  boolean hasEarlyVariable() {
    return partition.hasVariables()
        || service.hasVariables()
        || region.hasVariables()
        || account.hasVariables();
  }

  /** Whether letter case in the first fields may matter to an ARN without capitals. */
  boolean mayDifferByCase() {
    return hasEarlyVariable() || hasCapital(partition) || hasCapital(service) || hasCapital(region);
  }

  private static boolean hasCapital(PolicyValue field) {
    String text = field.constantText();
    return text == null || PreparedRequest.hasCapital(text);
  }

  /** The text as a whole. */
  PolicyValue whole() {
    return whole;
  }
}
