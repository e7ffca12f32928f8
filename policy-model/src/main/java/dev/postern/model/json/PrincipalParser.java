package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Effect;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.json.Grammar.Rule;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.json.StatementMembers.Element;
import dev.postern.model.source.Located;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/** Reads {@code Principal} and {@code NotPrincipal}. */
final class PrincipalParser {
  private final PolicyType type;
  private final Grammar grammar;
  private final Problems problems;
  private final Members members;
  private final VariableRules variables;

  PrincipalParser(PolicyType type, Problems problems, VariableRules variables) {
    this.type = type;
    this.grammar = Grammar.of(type);
    this.problems = problems;
    this.members = new Members(problems);
    this.variables = variables;
  }

  Located<PrincipalElement> parse(StatementMembers statement, Optional<Located<Effect>> effect) {
    Optional<JsonValue> principal = statement.get(Element.PRINCIPAL);
    Optional<JsonValue> notPrincipal = statement.get(Element.NOT_PRINCIPAL);
    if (principal.isPresent() && notPrincipal.isPresent()) {
      members.conflict(notPrincipal.get(), "Principal");
    }
    if (principal.isPresent()) {
      checkAllowed(principal.get(), "Principal", grammar.principal());
      return new Located<>(
          new PrincipalElement.Principal(set(principal.get(), "Principal")),
          principal.get().span());
    }
    if (notPrincipal.isPresent()) {
      checkAllowed(notPrincipal.get(), "NotPrincipal", grammar.notPrincipal());
      checkDenies(notPrincipal.get(), effect);
      return new Located<>(
          new PrincipalElement.NotPrincipal(set(notPrincipal.get(), "NotPrincipal")),
          notPrincipal.get().span());
    }
    boolean intended = statement.misspells(Element.PRINCIPAL, Element.NOT_PRINCIPAL);
    if (grammar.principal() == Rule.REQUIRED && !intended) {
      problems.add(
          ProblemCode.PRINCIPAL_MISSING,
          statement.span(),
          "the statement has no `Principal`",
          "in " + Grammar.article(type) + " each statement says to whom it applies");
    }
    return new Located<>(PrincipalElement.ABSENT, statement.span());
  }

  private void checkAllowed(JsonValue value, String element, Rule rule) {
    if (rule == Rule.FORBIDDEN) {
      ProblemCode code =
          switch (type.kind()) {
            case SERVICE_CONTROL -> ProblemCode.SCP_PRINCIPAL;
            case RESOURCE_CONTROL -> ProblemCode.RCP_PRINCIPAL;
            case TRUST -> ProblemCode.TRUST_NOTPRINCIPAL;
            default -> ProblemCode.PRINCIPAL_NOT_ALLOWED;
          };
      problems.add(
          code,
          value.span(),
          "`" + element + "` in " + Grammar.article(type),
          type.kind() == Kind.RESOURCE_CONTROL || type.kind() == Kind.TRUST
              ? "write `Principal`, and conditions for exceptions"
              : "it applies to the principals that it is attached to");
    } else if (rule == Rule.NOTED) {
      problems.add(
          ProblemCode.KMS_NOTPRINCIPAL,
          value.span(),
          "`NotPrincipal` in a key policy is not described by AWS",
          "write `Principal: \"*\"` with a condition on `aws:PrincipalArn`");
    }
  }

  private void checkDenies(JsonValue value, Optional<Located<Effect>> effect) {
    boolean allows = effect.filter(located -> located.value() == Effect.ALLOW).isPresent();
    if (allows && grammar.notPrincipal() != Rule.FORBIDDEN) {
      problems.add(
          ProblemCode.NOTPRINCIPAL_ALLOW,
          value.span(),
          "`NotPrincipal` with `Allow`",
          "AWS supports `NotPrincipal` with `Deny` only");
    }
  }

  private PrincipalSet set(JsonValue value, String element) {
    if (value instanceof JsonString string && string.text().equals("*")) {
      return new PrincipalSet.Everyone();
    }
    if (!(value instanceof JsonObject object)) {
      problems.add(
          ProblemCode.PRINCIPAL_FORMAT,
          value.span(),
          value instanceof JsonString string
              ? "`" + element + "` is the string `" + string.text() + "`"
              : "`" + element + "` is " + value.describe(),
          "expected `\"*\"` or an object such as `{\"AWS\": \"111122223333\"}`");
      return PrincipalSet.NOBODY;
    }
    boolean spares = element.startsWith("Not");
    if (spares && object.members().stream().allMatch(PrincipalParser::namesNobody)) {
      problems.add(
          ProblemCode.EMPTY_NOT_LIST,
          value.span(),
          "`" + element + "` names nobody",
          Members.COMPLEMENT);
    } else if (object.members().isEmpty()) {
      problems.add(
          ProblemCode.EMPTY_PRINCIPAL_OBJECT,
          value.span(),
          "`" + element + "` names nobody",
          Members.APPLIES_TO_NOTHING);
    } else {
      object.members().forEach(this::noteEmpty);
    }
    ImmutableList.Builder<PrincipalSet.Entry> entries = ImmutableList.builder();
    object.members().forEach(member -> entry(member).ifPresent(entries::add));
    return new PrincipalSet.Listed(entries.build());
  }

  private static boolean namesNobody(Member member) {
    return member.value() instanceof JsonArray list && list.elements().isEmpty();
  }

  private void noteEmpty(Member member) {
    members.noteEmpty(
        member.value(), ProblemCode.EMPTY_PRINCIPAL_ARRAY, member.name(), "the entry names nobody");
  }

  private Optional<PrincipalSet.Entry> entry(Member member) {
    Optional<PrincipalKind> kind = PrincipalKind.named(member.name());
    if (kind.isEmpty()) {
      problems.add(
          ProblemCode.PRINCIPAL_KEY_UNKNOWN,
          member.nameSpan(),
          "unknown kind of principal `" + member.name() + "`",
          NearestName.of(member.name(), PrincipalKind.NAMES)
              .map(name -> "did you mean `" + name + "`?")
              .orElse("known are " + Members.quoted(PrincipalKind.NAMES)));
      return Optional.empty();
    }
    if (kind.get() == PrincipalKind.CANONICAL_USER && !grammar.hasCanonicalUser()) {
      problems.add(
          ProblemCode.PRINCIPAL_CANONICAL_UNSUPPORTED,
          member.nameSpan(),
          "`CanonicalUser` in " + Grammar.article(type),
          "S3 alone knows canonical users");
    }
    ImmutableList.Builder<Located<PrincipalValue>> values = Members.listFor(member.value());
    members.eachString(
        member.value(),
        member.name(),
        string -> {
          PrincipalValue value = PrincipalValue.of(kind.get(), string.text());
          check(string, kind.get(), value);
          values.add(new Located<>(value, string.span()));
        });
    return Optional.of(
        new PrincipalSet.Entry(
            new Located<>(kind.get(), member.nameSpan()),
            new Located<>(values.build(), member.value().span())));
  }

  private void check(JsonString string, PrincipalKind kind, PrincipalValue value) {
    variables.noteUnsupported(string, "Principal");
    if (!(value instanceof PrincipalValue.Unrecognized unrecognized)) {
      return;
    }
    String text = "`" + string.text() + "`";
    switch (unrecognized.fault()) {
      case PARTIAL_WILDCARD ->
          problems.add(
              ProblemCode.PRINCIPAL_PARTIAL_WILDCARD,
              string.span(),
              "a wildcard inside the principal " + text + " is an ordinary character",
              "name the account and add a condition: `ArnLike` on `aws:PrincipalArn`");
      case GROUP ->
          problems.add(
              ProblemCode.PRINCIPAL_GROUP,
              string.span(),
              text + " is a group, and groups are never principals",
              "name users or roles");
      case UNKNOWN ->
          problems.add(
              ProblemCode.PRINCIPAL_VALUE_INVALID,
              string.span(),
              text + " is no principal of kind `" + kind.text() + "`",
              expected(kind));
    }
  }

  private static String expected(PrincipalKind kind) {
    return switch (kind) {
      case AWS -> "expected `*`, 12 digits, or the ARN of an account, user, role or session";
      case SERVICE -> "expected a name in lower case such as `lambda.amazonaws.com`";
      case FEDERATED -> "expected the ARN or the name of an identity provider";
      case CANONICAL_USER -> "expected 64 hexadecimal digits";
    };
  }
}
