package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyDocument;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request: who asks to do what on which resource, and what else is known of the moment.
 * Immutable; every {@code with} gives another request.
 *
 * <pre>{@code
 * AuthorizationRequest.by("arn:aws:iam::111122223333:user/alice")
 *     .asksTo("s3:GetObject")
 *     .on("arn:aws:s3:::reports/q1.csv")
 *     .with("aws:SecureTransport", "true")
 * }</pre>
 */
public final class AuthorizationRequest {
  private final Requester requester;
  private final PrincipalFacts facts;
  private final ActionName action;
  private final RequestedResource resource;
  private final @Nullable String resourceOwner;
  private final @Nullable Instant clock;
  private final ImmutableList<Entry> context;
  private final @Nullable PolicyDocument policy;
  // Made by whichever thread comes first; a second one would make an equal, immutable one.
  private @Nullable PreparedRequest prepared;

  /** A key with its value; a key may stand twice where its tag part differs in letter case. */
  record Entry(ConditionKey key, String folded, ContextValue value) {
    static Entry of(String key, ContextValue value) {
      ConditionKey name = new ConditionKey(key);
      return new Entry(name, name.folded(), value);
    }
  }

  private AuthorizationRequest(
      Requester requester,
      PrincipalFacts facts,
      ActionName action,
      RequestedResource resource,
      @Nullable String resourceOwner,
      @Nullable Instant clock,
      ImmutableList<Entry> context,
      @Nullable PolicyDocument policy) {
    this.requester = requester;
    this.facts = facts;
    this.action = action;
    this.resource = resource;
    this.resourceOwner = resourceOwner;
    this.clock = clock;
    this.context = context;
    this.policy = policy;
  }

  /** A requester about to ask; the first half of a request. */
  public record Asking(Requester requester, PrincipalFacts facts) {
    /** What the requester asks to do; the resource is {@code *} until {@link #on} names one. */
    public AuthorizationRequest asksTo(String action) {
      return new AuthorizationRequest(
          requester,
          facts,
          ActionName.of(action),
          new RequestedResource.None(),
          null,
          null,
          ImmutableList.of(),
          null);
    }
  }

  /**
   * A request by a principal as {@link Requester#of} reads it.
   *
   * @throws IllegalArgumentException if it is no principal
   */
  public static Asking by(String principal) {
    return by(Requester.of(principal));
  }

  /** A request by a requester. */
  public static Asking by(Requester requester) {
    return new Asking(requester, PrincipalFacts.NONE);
  }

  /**
   * On an ARN, or on {@code *}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public AuthorizationRequest on(String resource) {
    return on(RequestedResource.of(resource));
  }

  /** On a resource. */
  public AuthorizationRequest on(RequestedResource other) {
    return new AuthorizationRequest(
        requester, facts, action, other, resourceOwner, clock, context, policy);
  }

  /** The resource belongs to this account; needed where its ARN names none. */
  public AuthorizationRequest ownedBy(String account) {
    return new AuthorizationRequest(
        requester, facts, action, resource, account, clock, context, policy);
  }

  /** More is known of the requester. */
  public AuthorizationRequest knowing(PrincipalFacts others) {
    return new AuthorizationRequest(
        requester, others, action, resource, resourceOwner, clock, context, policy);
  }

  /** The request is made at this instant, whatever the clock says. */
  public AuthorizationRequest at(Instant instant) {
    return new AuthorizationRequest(
        requester, facts, action, resource, resourceOwner, instant, context, policy);
  }

  /** A condition key with one value; replaces the value that the key had. */
  public AuthorizationRequest with(String key, String value) {
    return with(key, new ContextValue.Single(value));
  }

  /** A condition key with a truth value. */
  public AuthorizationRequest with(String key, boolean value) {
    return with(key, Boolean.toString(value));
  }

  /** A condition key with several values, or with none. */
  public AuthorizationRequest with(String key, Iterable<String> values) {
    return with(key, new ContextValue.Many(ImmutableList.copyOf(values)));
  }

  /**
   * A condition key with a value. The same key in other letter case behind a slash is another tag.
   */
  public AuthorizationRequest with(String key, ContextValue value) {
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    for (Entry entry : context) {
      if (!entry.key.text().equals(key)) {
        entries.add(entry);
      }
    }
    entries.add(Entry.of(key, value));
    return new AuthorizationRequest(
        requester, facts, action, resource, resourceOwner, clock, entries.build(), policy);
  }

  /** More condition keys, each as {@link #with(String, ContextValue)} takes it. */
  public AuthorizationRequest with(Map<String, ? extends ContextValue> keys) {
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    for (Entry entry : context) {
      if (!keys.containsKey(entry.key.text())) {
        entries.add(entry);
      }
    }
    keys.forEach((key, value) -> entries.add(Entry.of(key, value)));
    return new AuthorizationRequest(
        requester, facts, action, resource, resourceOwner, clock, entries.build(), policy);
  }

  /**
   * A condition key of which nothing is known, not even whether it is there. The answer may then be
   * {@link Verdict#DEPENDS}.
   */
  public AuthorizationRequest withUnknown(String key) {
    return with(key, new ContextValue.Unknown());
  }

  /** The same request without an owner of the resource but the one that its ARN names. */
  AuthorizationRequest ownedByArn() {
    return new AuthorizationRequest(
        requester, facts, action, resource, null, clock, context, policy);
  }

  /** The policy that the request would set, such as that of {@code s3:PutBucketPolicy}. */
  public AuthorizationRequest setting(PolicyDocument document) {
    return new AuthorizationRequest(
        requester, facts, action, resource, resourceOwner, clock, context, document);
  }

  /** The policy that the request would set, where it is known. */
  public Optional<PolicyDocument> policy() {
    return Optional.ofNullable(policy);
  }

  /** Who asks. */
  public Requester requester() {
    return requester;
  }

  /** What is known of the requester beyond its ARN. */
  public PrincipalFacts facts() {
    return facts;
  }

  /** What is asked for. */
  public ActionName action() {
    return action;
  }

  /** On what. */
  public RequestedResource resource() {
    return resource;
  }

  /** The account that the caller of this library says owns the resource. */
  public Optional<String> resourceOwner() {
    return Optional.ofNullable(resourceOwner);
  }

  /** When the request is made, where that was said. */
  public Optional<Instant> clock() {
    return Optional.ofNullable(clock);
  }

  /** The context as it was given, by the keys' spelling. */
  public ImmutableMap<String, ContextValue> context() {
    return context.stream()
        .collect(ImmutableMap.toImmutableMap(entry -> entry.key.text(), Entry::value));
  }

  ImmutableList<Entry> entries() {
    return context;
  }

  /**
   * The request made ready to be decided, once.
   *
   * @throws InvalidRequestException if the request contradicts itself
   */
  PreparedRequest prepared() {
    PreparedRequest known = prepared;
    if (known == null) {
      known = PreparedRequest.of(this);
      prepared = known;
    }
    return known;
  }
}
