package dev.postern.eval;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.ArnGlob;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
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

  private ResourceMatcher(ResourceElement element, ImmutableList<Pattern> patterns) {
    this.element = element;
    this.patterns = patterns;
  }

  static ResourceMatcher of(ResourceElement element, PolicyVersion version) {
    ImmutableList.Builder<Pattern> patterns = ImmutableList.builder();
    for (Located<ResourcePattern> pattern : element.patterns()) {
      patterns.add(Pattern.of(pattern.value(), version));
    }
    return new ResourceMatcher(element, patterns.build());
  }

  ElementOutcome match(RequestedResource resource, RequestContext context) {
    if (element instanceof ResourceElement.Absent) {
      return ElementOutcome.matched(Truth.HOLDS, "");
    }
    return element instanceof ResourceElement.NotResource
        ? notResource(resource, context)
        : resource(resource, context);
  }

  private ElementOutcome resource(RequestedResource resource, RequestContext context) {
    Truth listed = Truth.FAILS;
    String by = "";
    for (Pattern pattern : patterns) {
      Truth one = pattern.matches(resource, context);
      if (!one.certainlyFails() && !listed.certainlyHolds()) {
        listed = listed.or(one);
        by = pattern.text();
      }
    }
    return listed.certainlyFails() ? whyNot(resource, context) : ElementOutcome.matched(listed, by);
  }

  /* A single pattern can say more than "not listed". */
  private ElementOutcome whyNot(RequestedResource resource, RequestContext context) {
    if (patterns.size() == 1 && patterns.get(0) instanceof Fields fields) {
      Optional<ArnGlob> glob = fields.template.resolve(context);
      if (glob.isEmpty()) {
        String key = fields.template.whole().withoutValue(context).map(Object::toString).orElse("");
        return ElementOutcome.missed(MissReason.RESOURCE_VARIABLE_NO_VALUE, key);
      }
      if (resource instanceof RequestedResource.Named named) {
        String field = ArnTemplate.differingField(glob.get(), named.arn()).orElse("");
        return ElementOutcome.missed(MissReason.RESOURCE_FIELD_DIFFERS, field);
      }
    }
    return ElementOutcome.missed(MissReason.RESOURCE_NOT_LISTED, "");
  }

  private ElementOutcome notResource(RequestedResource resource, RequestContext context) {
    if (patterns.isEmpty()) {
      return ElementOutcome.matched(Truth.open(Unspecified.U28), "")
          .orElse(MissReason.RESOURCE_EXCLUDED);
    }
    Truth listed = Truth.FAILS;
    boolean valueless = false;
    for (Pattern pattern : patterns) {
      Truth one = pattern.matches(resource, context);
      if (one.certainlyHolds()) {
        return ElementOutcome.missed(MissReason.RESOURCE_EXCLUDED, pattern.text());
      }
      listed = listed.or(one);
      valueless |= pattern.hasNoValue(context);
    }
    Truth covered = listed.not();
    if (valueless) {
      covered = covered.and(Truth.open(Unspecified.U08));
    }
    if (resource instanceof RequestedResource.None) {
      covered = covered.and(Truth.open(Unspecified.U45, Truth.Taken.HOLDS));
    }
    return ElementOutcome.matched(covered, "NotResource").orElse(MissReason.RESOURCE_EXCLUDED);
  }

  /** One entry. */
  private sealed interface Pattern {
    String text();

    Truth matches(RequestedResource resource, RequestContext context);

    default boolean hasNoValue(RequestContext context) {
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
  private record Fields(String text, ArnTemplate template, Truth asWritten) implements Pattern {
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
          template.hasEarlyVariable() ? asWritten.and(Truth.open(Unspecified.U59)) : asWritten);
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
      return template.resolve(context).isEmpty();
    }

    @Override
    public Truth matches(RequestedResource resource, RequestContext context) {
      if (!(resource instanceof RequestedResource.Named named)) {
        return Truth.FAILS;
      }
      Optional<ArnGlob> glob = template.resolve(context);
      if (glob.isEmpty()) {
        return Truth.FAILS;
      }
      return matches(glob.get(), named.arn()).and(asWritten);
    }

    private Truth matches(ArnGlob glob, Arn arn) {
      if (glob.matches(arn)) {
        return Truth.HOLDS;
      }
      return folded(glob, arn) ? Truth.open(Unspecified.U24) : Truth.FAILS;
    }

    /* U24: AWS may ignore letter case in partition, service and region, and in names of users. */
    private static boolean folded(ArnGlob glob, Arn arn) {
      boolean user = arn.service().equals("iam") && arn.resource().startsWith("user/");
      return fold(glob.partition()).matches(fold(arn.partition()))
          && fold(glob.service()).matches(fold(arn.service()))
          && fold(glob.region()).matches(fold(arn.region()))
          && glob.account().matches(arn.account())
          && (user
              ? fold(glob.resource()).matches(fold(arn.resource()))
              : glob.resource().matches(arn.resource()));
    }

    private static Glob fold(Glob glob) {
      return glob.ignoringAsciiCase();
    }

    private static String fold(String text) {
      return Ascii.toLowerCase(text);
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
