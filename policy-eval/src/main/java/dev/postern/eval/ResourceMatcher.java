package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.source.Located;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code Resource} or {@code NotResource}, made ready to match. AWS: the pages of the two elements.
 */
final class ResourceMatcher {
  private final ResourceElement element;
  private final ImmutableList<Pattern> patterns;

  private final boolean inert;

  private ResourceMatcher(ResourceElement element, ImmutableList<Pattern> patterns, boolean inert) {
    this.element = element;
    this.patterns = patterns;
    this.inert = inert;
  }

  /** The element of a statement in a policy of the type. */
  static ResourceMatcher of(ResourceElement element, PolicyVersion version, PolicyType type) {
    ImmutableList.Builder<Pattern> patterns = ImmutableList.builder();
    for (Located<ResourcePattern> pattern : element.patterns()) {
      patterns.add(Pattern.of(pattern.value(), version));
    }
    // DOC-14: KMS stores a statement without a resource, and it has no effect.
    boolean inert =
        element instanceof ResourceElement.Absent && type.kind() == PolicyType.Kind.KMS_KEY;
    return new ResourceMatcher(element, patterns.build(), inert);
  }

  /** Whether the element speaks of the resource. */
  Truth matches(RequestedResource resource, RequestContext context) {
    if (element instanceof ResourceElement.Absent) {
      return Truth.of(!inert);
    }
    return element instanceof ResourceElement.NotResource
        ? notListed(resource, context)
        : listed(resource, context);
  }

  private Truth listed(RequestedResource resource, RequestContext context) {
    Truth listed = Truth.FAILS;
    for (Pattern pattern : patterns) {
      listed = listed.or(pattern.matches(resource, context));
    }
    return listed;
  }

  private Truth notListed(RequestedResource resource, RequestContext context) {
    if (patterns.isEmpty()) {
      return Truth.open(Unspecified.U28);
    }
    Truth covered = listed(resource, context).not();
    if (covered.certainlyFails()) {
      return covered;
    }
    for (Pattern pattern : patterns) {
      if (pattern.hasNoValue(context)) {
        covered = covered.and(Truth.open(Unspecified.U08));
      }
    }
    return resource instanceof RequestedResource.None
        ? covered.and(Truth.open(Unspecified.U45, Truth.Taken.HOLDS))
        : covered;
  }

  /** Whether a variable in it asks for the time of the request. */
  boolean asksTheTime() {
    return patterns.stream().anyMatch(Pattern::asksTheTime);
  }

  /** The same as {@link #matches}, with its reason. */
  ElementOutcome explain(RequestedResource resource, RequestContext context) {
    Truth truth = matches(resource, context);
    if (element instanceof ResourceElement.Absent) {
      return inert
          ? ElementOutcome.missed(MissReason.STATEMENT_INERT, "DOC-14")
          : ElementOutcome.matched(truth, "");
    }
    if (element instanceof ResourceElement.NotResource) {
      return notResource(truth, resource, context);
    }
    return truth.certainlyFails()
        ? whyNot(resource, context)
        : ElementOutcome.matched(truth, by(resource, context));
  }

  /* A pattern that matches for certain rather than one that does by a reading. */
  private String by(RequestedResource resource, RequestContext context) {
    String by = "";
    for (Pattern pattern : patterns) {
      Truth one = pattern.matches(resource, context);
      if (one.certainlyHolds()) {
        return pattern.text();
      }
      by = one.certainlyFails() ? by : pattern.text();
    }
    return by;
  }

  /* A single pattern can say more than "not listed". */
  private ElementOutcome whyNot(RequestedResource resource, RequestContext context) {
    if (patterns.size() == 1 && patterns.get(0) instanceof Fields fields) {
      if (fields.hasNoValue(context)) {
        String key = fields.template.whole().withoutValue(context).map(Object::toString).orElse("");
        return ElementOutcome.missed(MissReason.RESOURCE_VARIABLE_NO_VALUE, key);
      }
      if (resource instanceof RequestedResource.Named named) {
        String field = fields.template.differingField(named.arn(), context).orElse("");
        return ElementOutcome.missed(MissReason.RESOURCE_FIELD_DIFFERS, field);
      }
    }
    return ElementOutcome.missed(MissReason.RESOURCE_NOT_LISTED, "");
  }

  private ElementOutcome notResource(
      Truth truth, RequestedResource resource, RequestContext context) {
    if (truth.certainlyFails()) {
      return ElementOutcome.missed(MissReason.RESOURCE_EXCLUDED, by(resource, context));
    }
    ElementOutcome matched = ElementOutcome.matched(truth, patterns.isEmpty() ? "" : "NotResource");
    return truth.isCertain() ? matched : matched.orElse(MissReason.RESOURCE_EXCLUDED);
  }

  /** One entry. */
  private sealed interface Pattern {
    String text();

    Truth matches(RequestedResource resource, RequestContext context);

    default boolean hasNoValue(RequestContext context) {
      return false;
    }

    default boolean asksTheTime() {
      return false;
    }

    static Pattern of(ResourcePattern pattern, PolicyVersion version) {
      if (pattern instanceof ResourcePattern.Any) {
        return new Any(pattern.text());
      }
      Optional<ArnTemplate> template = ArnTemplate.of(pattern.text(), version);
      return template.isPresent() && pattern instanceof ArnPattern arn
          ? Fields.of(arn, template.get())
          : TooShort.of(pattern.text());
    }
  }

  /** {@code *}. */
  private record Any(String text) implements Pattern {
    @Override
    public Truth matches(RequestedResource resource, RequestContext context) {
      return Truth.HOLDS;
    }
  }

  /** Six fields; {@code asWritten} is open where AWS does not say that such a pattern matches. */
  private record Fields(String text, ArnTemplate template, Truth asWritten, boolean foldable)
      implements Pattern {
    /*
     * Services whose resources begin with a name of the owner's choosing: a wildcard there is in a
     * name, not in a resource type. AWS Service Authorization Reference, 2026-09.
     */
    private static final ImmutableSet<String> WITHOUT_TYPES =
        ImmutableSet.of("s3", "sqs", "sns", "codecommit", "execute-api");

    static Fields of(ArnPattern pattern, ArnTemplate template) {
      ImmutableList<String> fields = pattern.fields();
      String service = fields.get(2);
      boolean openWildcard =
          isWild(service)
              || (!WITHOUT_TYPES.contains(service) && isWild(resourceType(fields.get(5))));
      Truth asWritten = openWildcard ? Truth.open(Unspecified.U26) : Truth.HOLDS;
      return new Fields(
          pattern.text(),
          template,
          template.hasEarlyVariable() ? asWritten.and(Truth.open(Unspecified.U59)) : asWritten,
          template.mayDifferByCase());
    }

    /* What stands before the first slash or colon; a lone star is any resource, not a type. */
    private static String resourceType(String resource) {
      for (int i = 0; i < resource.length(); i++) {
        if (resource.startsWith("${", i)) {
          return "";
        }
        if (resource.charAt(i) == '/' || resource.charAt(i) == ':') {
          return resource.substring(0, i);
        }
      }
      return resource.equals("*") ? "" : resource;
    }

    private static boolean isWild(String text) {
      return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    @Override
    public boolean hasNoValue(RequestContext context) {
      return !template.whole().hasValue(context);
    }

    @Override
    public boolean asksTheTime() {
      return template.whole().asksTheTime();
    }

    @Override
    public Truth matches(RequestedResource resource, RequestContext context) {
      if (!(resource instanceof RequestedResource.Named named)) {
        return Truth.FAILS;
      }
      if (template.whole().isUnknown(context)) {
        return Truth.UNKNOWN;
      }
      if (template.matches(named.arn(), context)) {
        return asWritten;
      }
      boolean names = named.namesUser();
      return (foldable || names || named.mayDifferByCase())
              && template.matchesFolded(named.arn(), names, context)
          ? Truth.open(Unspecified.U24).and(asWritten)
          : Truth.FAILS;
    }
  }

  /**
   * Fewer than six fields, or no ARN. Only a lenient reader lets one through. AWS may never match
   * it, or let its last field run over the rest of the ARN.
   */
  private record TooShort(String text, @Nullable Glob runningOn) implements Pattern {
    static TooShort of(String text) {
      return new TooShort(text, text.startsWith("arn:") ? Glob.of(text) : null);
    }

    @Override
    public Truth matches(RequestedResource resource, RequestContext context) {
      boolean runsOn =
          runningOn != null
              && resource instanceof RequestedResource.Named named
              && runningOn.matches(named.arn().toString());
      return Truth.ofReadings(Unspecified.U25, false, runsOn);
    }
  }
}
