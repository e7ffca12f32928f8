package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import dev.postern.eval.PrincipalFacts;
import dev.postern.eval.RequestedResource;
import dev.postern.eval.Requester;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNull;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.ProblemCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads {@code request}. */
final class RequestFields {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of(
          "principal",
          "role",
          "principalFacts",
          "action",
          "resource",
          "resourceOwner",
          "context",
          "clock",
          "also");
  private static final ImmutableSet<String> ALSO =
      ImmutableSet.of("action", "resource", "resourceOwner", "context", "resourcePolicy");
  private static final ImmutableSet<String> FACTS =
      ImmutableSet.of("uniqueId", "issuer", "canonicalUser", "serviceLinkedRole");

  private final Fields fields;

  RequestFields(Fields fields) {
    this.fields = fields;
  }

  Optional<AuthorizationRequest> read(JsonObject object) {
    fields.refuseUnknown(object, "a request", FIELDS);
    for (String field : ImmutableList.of("principal", "action", "resource")) {
      fields.require(object, field, "the request");
    }
    Optional<Requester> requester = requester(object);
    Optional<ActionName> action = fields.parsed(object, "action", ActionName::of);
    Optional<RequestedResource> resource = fields.parsed(object, "resource", RequestedResource::of);
    PrincipalFacts facts = facts(object);
    Optional<String> owner = fields.parsed(object, "resourceOwner", RequestFields::account);
    Optional<Instant> clock = fields.parsed(object, "clock", RequestFields::instant);
    if (requester.isEmpty() || action.isEmpty() || resource.isEmpty()) {
      return Optional.empty();
    }
    AuthorizationRequest request =
        AuthorizationRequest.by(requester.get())
            .asksTo(action.get().text())
            .on(resource.get())
            .knowing(facts);
    request = owner.map(request::ownedBy).orElse(request);
    request = clock.map(request::at).orElse(request);
    return Optional.of(context(object, request));
  }

  /**
   * One of the further authorizations that the same call needs: the same requester, and what is
   * said of the first one's context where nothing else is.
   */
  Optional<AuthorizationRequest> also(JsonObject object, AuthorizationRequest first) {
    fields.refuseUnknown(object, "an entry of `also`", ALSO);
    for (String field : ImmutableList.of("action", "resource")) {
      fields.require(object, field, "an entry of `also`");
    }
    Optional<ActionName> action = fields.parsed(object, "action", ActionName::of);
    Optional<RequestedResource> resource = fields.parsed(object, "resource", RequestedResource::of);
    Optional<String> owner = fields.parsed(object, "resourceOwner", RequestFields::account);
    if (action.isEmpty() || resource.isEmpty()) {
      return Optional.empty();
    }
    AuthorizationRequest request =
        AuthorizationRequest.by(first.requester())
            .asksTo(action.get().text())
            .on(resource.get())
            .knowing(first.facts())
            .with(first.context());
    request = owner.map(request::ownedBy).orElse(request);
    request = first.clock().map(request::at).orElse(request);
    return Optional.of(context(object, request));
  }

  private Optional<Requester> requester(JsonObject object) {
    Optional<JsonValue> value = object.get("principal");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Requester> requester =
        value.get() instanceof JsonObject kinds
            ? ofKind(kinds)
            : fields
                .string(value.get(), "`principal`")
                .flatMap(text -> fields.parsed(value.get(), text, Requester::of));
    Optional<Arn> role = fields.parsed(object, "role", Arn::of);
    if (role.isEmpty()) {
      return requester;
    }
    if (requester.isPresent() && requester.get() instanceof Requester.RoleSession session) {
      return Optional.of(new Requester.RoleSession(session.arn(), role.get()));
    }
    fields.add(
        ProblemCode.SCENARIO_CONTRADICTION,
        object.get("role").orElse(object).span(),
        "`role` for a principal that is no session of a role",
        "it belongs to an `assumed-role` principal");
    return Optional.empty();
  }

  private Optional<Requester> ofKind(JsonObject kinds) {
    fields.refuseUnknown(
        kinds, "a principal", ImmutableSet.of("AWS", "Service", "Federated", "CanonicalUser"));
    if (kinds.members().size() != 1) {
      fields.wrongType(kinds, "`principal`", "one of AWS, Service, Federated, CanonicalUser");
      return Optional.empty();
    }
    Member only = kinds.members().get(0);
    Optional<String> text = fields.string(only.value(), "`" + only.name() + "`");
    return text.flatMap(
        name ->
            switch (only.name()) {
              case "AWS" -> fields.parsed(only.value(), name, Requester::of);
              case "Service" -> Optional.of(new Requester.Service(name));
              case "Federated" -> Optional.of(new Requester.IdentityProvider(name));
              case "CanonicalUser" -> Optional.of(new Requester.CanonicalUser(name));
              default -> Optional.empty();
            });
  }

  private PrincipalFacts facts(JsonObject request) {
    Optional<JsonObject> object = fields.object(request, "principalFacts");
    if (object.isEmpty()) {
      return PrincipalFacts.NONE;
    }
    fields.refuseUnknown(object.get(), "`principalFacts`", FACTS);
    PrincipalFacts facts = PrincipalFacts.NONE;
    facts =
        fields
            .bool(object.get(), "serviceLinkedRole")
            .map(facts::withServiceLinkedRole)
            .orElse(facts);
    facts = fields.string(object.get(), "uniqueId").map(facts::withUniqueId).orElse(facts);
    facts = fields.string(object.get(), "issuer").map(facts::withIssuer).orElse(facts);
    return fields.string(object.get(), "canonicalUser").map(facts::withCanonicalUser).orElse(facts);
  }

  static String account(String text) {
    if (!PrincipalValue.isAccountId(text)) {
      throw new IllegalArgumentException("`" + text + "` is no account; expected 12 digits");
    }
    return text;
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "`" + text + "` is no instant; expected `2026-01-31T00:00:00Z`", e);
    }
  }

  private AuthorizationRequest context(JsonObject object, AuthorizationRequest request) {
    AuthorizationRequest all = request;
    Optional<JsonObject> context = fields.object(object, "context");
    if (context.isPresent()) {
      for (Member member : context.get().members()) {
        Optional<ContextValue> value = value(member.value());
        all = value.isPresent() ? all.with(member.name(), value.get()) : all;
      }
    }
    return all;
  }

  private Optional<ContextValue> value(JsonValue value) {
    if (value instanceof JsonNull) {
      return Optional.of(new ContextValue.Null());
    }
    if (!(value instanceof JsonArray array)) {
      return scalar(value).map(ContextValue.Single::new);
    }
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (JsonValue element : array.elements()) {
      scalar(element).ifPresent(texts::add);
    }
    return Optional.of(new ContextValue.Many(texts.build()));
  }

  private Optional<String> scalar(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.text());
    }
    if (value instanceof JsonNumber number) {
      return Optional.of(number.literal());
    }
    if (value instanceof JsonBoolean bool) {
      return Optional.of(Boolean.toString(bool.value()));
    }
    fields.wrongType(value, "a context value", "a string, number, boolean, null or an array");
    return Optional.empty();
  }
}
