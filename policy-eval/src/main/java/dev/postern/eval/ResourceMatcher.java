package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.source.Located;

/**
 * {@code Resource} or {@code NotResource}, made ready to match. AWS: the pages of the two elements.
 */
final class ResourceMatcher {
  private final ResourceElement element;
  private final ImmutableList<CompiledResource> patterns;

  private final boolean inert;

  private ResourceMatcher(
      ResourceElement element, ImmutableList<CompiledResource> patterns, boolean inert) {
    this.element = element;
    this.patterns = patterns;
    this.inert = inert;
  }

  /** The element of a statement in a policy of the type. */
  static ResourceMatcher of(ResourceElement element, PolicyVersion version, PolicyType type) {
    ImmutableList.Builder<CompiledResource> patterns = ImmutableList.builder();
    for (Located<ResourcePattern> pattern : element.patterns()) {
      patterns.add(CompiledResource.of(pattern.value(), version));
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
    for (int i = 0; i < patterns.size(); i++) {
      listed = listed.or(patterns.get(i).matches(resource, context));
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
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).isUnknown(context)) {
        covered = covered.and(Truth.UNKNOWN);
      } else if (patterns.get(i).hasNoValue(context)) {
        covered = covered.and(Truth.open(Unspecified.U08));
      }
    }
    return resource instanceof RequestedResource.None
        ? covered.and(Truth.open(Unspecified.U45, Truth.Taken.HOLDS))
        : covered;
  }

  /** The patterns of {@code Resource}; empty where all of the element has to be looked at. */
  ImmutableList<CompiledResource> listedPatterns() {
    return element instanceof ResourceElement.Resource ? patterns : ImmutableList.of();
  }

  /** Whether it speaks of every resource whatever the request. */
  boolean isEverything() {
    return element instanceof ResourceElement.Resource
        && patterns.stream().anyMatch(CompiledResource.Any.class::isInstance);
  }

  /** Whether a variable in it asks for the time of the request. */
  boolean asksTheTime() {
    return patterns.stream().anyMatch(CompiledResource::asksTheTime);
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
    for (CompiledResource pattern : patterns) {
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
    if (patterns.size() == 1 && patterns.get(0) instanceof CompiledResource.Fields fields) {
      if (fields.hasNoValue(context)) {
        String key =
            fields.template().whole().withoutValue(context).map(Object::toString).orElse("");
        return ElementOutcome.missed(MissReason.RESOURCE_VARIABLE_NO_VALUE, key);
      }
      if (resource instanceof RequestedResource.Named named) {
        String field = fields.template().differingField(named.arn(), context).orElse("");
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
}
