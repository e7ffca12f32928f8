package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyVersion;
import dev.postern.model.ResourcePattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of {@code Resource} or {@code NotResource}, made ready to match. */
sealed interface CompiledResource {
  String text();

  Truth matches(RequestedResource resource, RequestContext context);

  default boolean hasNoValue(RequestContext context) {
    return false;
  }

  /** Whether the value of a variable in it is not known in this request. */
  default boolean isUnknown(RequestContext context) {
    return false;
  }

  default boolean asksTheTime() {
    return false;
  }

  /** The text that every ARN it matches begins with; empty where an index by text does not help. */
  default String literalPrefix() {
    return "";
  }

  /** How much of a match the {@linkplain #literalPrefix() prefix} already is. */
  default PrefixSays prefixSays() {
    return PrefixSays.MAYBE;
  }

  /** What follows for an ARN that begins with the literal prefix of a pattern. */
  enum PrefixSays {
    /** It matches, whatever comes behind. */
    MATCHES,
    /** It matches if nothing comes behind. */
    MATCHES_ALONE,
    /** Partition, service, region and account match; what comes behind has to be looked at. */
    MATCHES_FIELDS,
    /** It has to be looked at. */
    MAYBE
  }

  static CompiledResource of(ResourcePattern pattern, PolicyVersion version) {
    if (pattern instanceof ResourcePattern.Any) {
      return new Any(pattern.text());
    }
    Optional<ArnTemplate> template = ArnTemplate.of(pattern.text(), version);
    return template.isPresent() && pattern instanceof ArnPattern arn
        ? Fields.of(arn, template.get())
        : TooShort.of(pattern.text());
  }

  /** {@code *}. */
  record Any(String text) implements CompiledResource {
    @Override
    public Truth matches(RequestedResource resource, RequestContext context) {
      return Truth.HOLDS;
    }
  }

  /** Six fields; {@code asWritten} is open where AWS does not say that such a pattern matches. */
  record Fields(String text, ArnTemplate template, Truth asWritten, boolean foldable)
      implements CompiledResource {
    /*
     * Services whose resources begin with a name of the owner's choosing: a wildcard there is in a
     * name, not in a resource type. AWS Service Authorization Reference, 2026-09.
     */
    private static final ImmutableSet<String> WITHOUT_TYPES =
        ImmutableSet.of("s3", "sqs", "sns", "codecommit", "execute-api");

    static Fields of(ArnPattern pattern, ArnTemplate template) {
      Truth asWritten = hasOpenWildcard(pattern) ? Truth.open(Unspecified.U26) : Truth.HOLDS;
      return new Fields(
          pattern.text(),
          template,
          template.hasEarlyVariable() ? asWritten.and(Truth.open(Unspecified.U59)) : asWritten,
          template.mayDifferByCase());
    }

    private static boolean hasOpenWildcard(ArnPattern pattern) {
      if (!isWild(pattern.text())) {
        return false;
      }
      ImmutableList<String> fields = pattern.fields();
      String service = fields.get(2);
      return isWild(service)
          || (!WITHOUT_TYPES.contains(service) && isWild(resourceType(fields.get(5))));
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
    public String literalPrefix() {
      return foldable ? "" : template.whole().literalPrefix();
    }

    @Override
    public PrefixSays prefixSays() {
      String prefix = template.whole().literalPrefix();
      boolean splits =
          !prefix.isEmpty() && Character.isHighSurrogate(prefix.charAt(prefix.length() - 1));
      if (foldable || splits || !asWritten.certainlyHolds() || !ArnPattern.isWellFormed(prefix)) {
        return PrefixSays.MAYBE;
      }
      String constant = template.whole().constantText();
      if (constant == null || constant.length() > prefix.length() + 1) {
        return PrefixSays.MATCHES_FIELDS;
      }
      return constant.length() == prefix.length()
          ? PrefixSays.MATCHES_ALONE
          : template.whole().endsInStar() ? PrefixSays.MATCHES : PrefixSays.MATCHES_FIELDS;
    }

    /** Whether the resource matches whose first fields are known to match. */
    Truth matchesBehindFields(Arn arn, RequestContext context) {
      return template.isResourceUnknown(context)
          ? Truth.UNKNOWN
          : Truth.of(template.matchesResource(arn, context));
    }

    @Override
    public boolean hasNoValue(RequestContext context) {
      return !template.whole().hasValue(context);
    }

    @Override
    public boolean isUnknown(RequestContext context) {
      return template.whole().isUnknown(context);
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
  record TooShort(String text, @Nullable Glob runningOn) implements CompiledResource {
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
