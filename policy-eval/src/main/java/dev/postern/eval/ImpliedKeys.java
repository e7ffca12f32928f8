package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys that follow from the request itself. What the request gives always wins; facts
 * of the transport are never invented. AWS: "AWS global condition context keys".
 */
final class ImpliedKeys {
  private final AuthorizationRequest request;
  private final Facts facts;
  private final Map<String, ContextKeyState> keys = new LinkedHashMap<>();

  private ImpliedKeys(AuthorizationRequest request, Facts facts) {
    this.request = request;
    this.facts = facts;
  }

  static Map<String, ContextKeyState> of(AuthorizationRequest request, Facts facts, Instant clock) {
    ImpliedKeys implied = new ImpliedKeys(request, facts);
    implied.principal();
    implied.resource();
    implied.moment(clock);
    implied.chain();
    return implied.keys;
  }

  /**
   * The instant of a request that gives one as {@code aws:CurrentTime} or {@code aws:EpochTime}.
   */
  static Optional<Instant> instantOf(AuthorizationRequest request) {
    for (AuthorizationRequest.Entry entry : request.entries()) {
      boolean time =
          entry.key().folded().equals("aws:currenttime")
              || entry.key().folded().equals("aws:epochtime");
      if (time && entry.value() instanceof ContextValue.Single value) {
        return Optional.of(instant(entry.key().text(), value.text()));
      }
    }
    return Optional.empty();
  }

  private static Instant instant(String key, String text) {
    try {
      boolean epoch = text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty();
      return epoch
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException | NumberFormatException e) {
      throw new InvalidRequestException(
          "`" + text + "` under `" + key + "` is no instant; expected `2026-01-31T00:00:00Z`");
    }
  }

  private void put(String key, String value) {
    keys.put(key, ContextKeyState.of(false, ImmutableList.of(value)));
  }

  private void principal() {
    Requester.IamPrincipal principal = facts.principal();
    String account = principal.arn().account();
    String resource = principal.arn().resource();
    put("aws:principalarn", facts.principalArn().toString());
    put("aws:principalaccount", account);
    put("aws:principalisawsservice", "false");
    if (principal instanceof Requester.RootUser) {
      put("aws:principaltype", "Account");
      put("aws:userid", account);
    } else if (principal instanceof Requester.User) {
      put("aws:principaltype", "User");
      put("aws:username", resource.substring(resource.lastIndexOf('/') + 1));
      request.facts().uniqueId().ifPresent(id -> put("aws:userid", id));
    } else if (principal instanceof Requester.FederatedUser) {
      put("aws:principaltype", "FederatedUser");
      put("aws:userid", account + ":" + resource.substring(resource.indexOf('/') + 1));
    } else {
      put("aws:principaltype", "AssumedRole");
      sessionId(resource);
    }
  }

  private void sessionId(String resource) {
    if (facts.principal() instanceof Requester.RoleSession) {
      String session = resource.substring(resource.lastIndexOf('/') + 1);
      request.facts().uniqueId().ifPresent(id -> put("aws:userid", id + ":" + session));
    }
  }

  private void resource() {
    put("aws:resourceaccount", facts.owner());
    if (request.action().service().equals("s3")) {
      put("s3:resourceaccount", facts.owner());
    }
    if (request.resource() instanceof RequestedResource.Named named) {
      Arn arn = named.arn();
      if (!arn.region().isEmpty()) {
        put("aws:requestedregion", arn.region());
      }
    }
  }

  private void moment(Instant clock) {
    put("aws:currenttime", clock.truncatedTo(ChronoUnit.MILLIS).toString());
    put("aws:epochtime", Long.toString(clock.getEpochSecond()));
  }

  /* aws:CalledVia is ordered: the first service was called by the principal itself. */
  private void chain() {
    ImmutableList<String> via = calledVia();
    put("aws:viaawsservice", Boolean.toString(!via.isEmpty()));
    if (!via.isEmpty()) {
      put("aws:calledviafirst", via.get(0));
      put("aws:calledvialast", via.get(via.size() - 1));
    }
  }

  private ImmutableList<String> calledVia() {
    for (AuthorizationRequest.Entry entry : request.entries()) {
      if (entry.key().folded().equals("aws:calledvia")) {
        return entry.value().values();
      }
    }
    return ImmutableList.of();
  }
}
