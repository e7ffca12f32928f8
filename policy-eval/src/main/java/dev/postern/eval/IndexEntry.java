package dev.postern.eval;

import dev.postern.eval.CompiledResource.PrefixSays;
import dev.postern.model.Arn;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a statement may match: by one of its resource patterns, or by the whole of its
 * resource element where that lists none. A statement of several patterns matches if one of its
 * entries does.
 */
final class IndexEntry {
  private final CompiledStatement statement;
  private final @Nullable CompiledResource pattern;
  private final PrefixSays prefixSays;
  private final int prefixLength;

  private IndexEntry(CompiledStatement statement, @Nullable CompiledResource pattern) {
    this.statement = statement;
    this.pattern = pattern;
    this.prefixSays = pattern == null ? PrefixSays.MAYBE : pattern.prefixSays();
    this.prefixLength = prefix().length();
  }

  static IndexEntry of(CompiledStatement statement, CompiledResource pattern) {
    return new IndexEntry(statement, pattern);
  }

  static IndexEntry of(CompiledStatement statement) {
    return new IndexEntry(statement, null);
  }

  CompiledStatement statement() {
    return statement;
  }

  /** The text that every ARN that may match begins with. */
  String prefix() {
    return pattern == null ? "" : pattern.literalPrefix();
  }

  /**
   * Whether the statement matches, by the reading that is taken.
   *
   * @param arn the requested ARN, which is known to begin with the prefix
   */
  boolean matches(String arn, PreparedRequest request, PolicySet set, RequestContext context) {
    Truth onResource = onResource(arn, request, context);
    return onResource.taken(statement.effect())
        && statement.matchesBeyondResource(request, set, context).taken(statement.effect());
  }

  private Truth behindFields(PreparedRequest request, RequestContext context) {
    Arn resource = request.facts().resource();
    return resource != null && pattern instanceof CompiledResource.Fields fields
        ? fields.matchesBehindFields(resource, context)
        : Truth.FAILS;
  }

  private Truth onResource(String arn, PreparedRequest request, RequestContext context) {
    if (pattern == null) {
      return statement.resource().matches(request.request().resource(), context);
    }
    return switch (prefixSays) {
      case MATCHES -> Truth.HOLDS;
      case MATCHES_ALONE -> Truth.of(arn.length() == prefixLength);
      case MATCHES_FIELDS -> behindFields(request, context);
      case MAYBE -> pattern.matches(request.request().resource(), context);
    };
  }
}
