package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with all that follows from it, made once for a request that is decided many times. */
final class PreparedRequest {
  private final AuthorizationRequest request;
  private final Facts facts;
  private final @Nullable Instant clock;
  private final ImmutableList<Map<String, ContextKeyState>> given;
  private final ImmutableList<RequestContext> contexts;
  private final RequestContext first;
  private final boolean hasUnknownKeys;
  private final String resourceText;
  private final boolean canBeIndexed;
  private final ServiceLaw law;

  private PreparedRequest(
      AuthorizationRequest request,
      Facts facts,
      @Nullable Instant clock,
      ImmutableList<Map<String, ContextKeyState>> given,
      boolean hasUnknownKeys) {
    this.request = request;
    this.facts = facts;
    this.clock = clock;
    this.given = given;
    this.contexts = contexts(given);
    this.first = contexts.get(0);
    this.hasUnknownKeys = hasUnknownKeys;
    this.law = ServiceLaw.of(request.action());
    Arn resource = facts.resource();
    this.resourceText = resource == null ? "*" : resource.toString();
    this.canBeIndexed = contexts.size() == 1 && !mayDifferByCase(request.resource());
  }

  private ImmutableList<RequestContext> contexts(ImmutableList<Map<String, ContextKeyState>> all) {
    if (all.size() == 1) {
      return ImmutableList.of(new RequestContext(this, all.get(0)));
    }
    return all.stream()
        .map(map -> new RequestContext(this, map))
        .collect(ImmutableList.toImmutableList());
  }

  static PreparedRequest of(AuthorizationRequest request) {
    Facts facts = Facts.of(request);
    ImmutableList<Map<String, ContextKeyState>> given = GivenContext.of(request);
    Instant clock = request.clock().orElse(null);
    return new PreparedRequest(
        request,
        facts,
        clock != null ? clock : instantOf(given.get(0)),
        given,
        given.get(0).containsValue(ContextKeyState.UNKNOWN));
  }

  /* A request that gives the time of day in its context is made at that time. */
  private static @Nullable Instant instantOf(Map<String, ContextKeyState> given) {
    Instant now = instantOf(given, "aws:currenttime");
    return now != null ? now : instantOf(given, "aws:epochtime");
  }

  private static @Nullable Instant instantOf(Map<String, ContextKeyState> given, String key) {
    ContextKeyState state = given.get(key);
    if (state == null || state.presence() != ContextKeyState.Presence.PRESENT) {
      return null;
    }
    RequestValue value = state.values().get(0);
    Instant instant = value.instant();
    if (instant == null) {
      throw new InvalidRequestException(
          "`" + value + "` under `" + key + "` is no instant; expected `2026-01-31T00:00:00Z`");
    }
    return instant;
  }

  private static boolean mayDifferByCase(RequestedResource resource) {
    return resource instanceof RequestedResource.Named named
        && (named.mayDifferByCase() || named.namesUser());
  }

  /** Whether a text holds an ASCII capital. */
  static boolean hasCapital(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        return true;
      }
    }
    return false;
  }

  /** The same request made at an instant, unless it says itself when it is made. */
  PreparedRequest at(Instant now) {
    return clock != null ? this : new PreparedRequest(request, facts, now, given, hasUnknownKeys);
  }

  AuthorizationRequest request() {
    return request;
  }

  Facts facts() {
    return facts;
  }

  ActionName action() {
    return request.action();
  }

  /** Whether the action is of the service, named in lower case. */
  boolean isTo(String service) {
    return request.action().service().equals(service);
  }

  /** The instant that the whole request sees, where it is known. */
  @Nullable Instant clock() {
    return clock;
  }

  /** The context; several where tag keys differ by letter case. */
  ImmutableList<RequestContext> contexts() {
    return contexts;
  }

  /** The context, by one of the readings where there are several. */
  RequestContext given() {
    return first;
  }

  /** The law of the service that is asked. */
  ServiceLaw law() {
    return law;
  }

  /** The requested ARN as text, or {@code *}. */
  String resourceText() {
    return resourceText;
  }

  /**
   * Whether an index by the text of the ARN finds all that matches: not where letter case may not
   * count, nor where a tag key stands in two spellings.
   */
  boolean canBeIndexed() {
    return canBeIndexed;
  }

  /** Whether the value of some key is not known. */
  boolean hasUnknownKeys() {
    return hasUnknownKeys;
  }
}
