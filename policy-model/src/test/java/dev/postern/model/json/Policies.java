package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Condition;
import dev.postern.model.ConditionElement;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionValue;
import dev.postern.model.Effect;
import dev.postern.model.Label;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PolicyVersion;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.json.Grammar.Rule;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitrary documents of every policy type that a strict reader takes. Their elements stand in
 * arbitrary places, so that written faithfully they come in every order and shape of JSON.
 */
public final class Policies {
  private static final SourceText NOWHERE = SourceText.of("<arbitrary>", " ".repeat(1_000));
  private static final String ACCOUNT = "111122223333";

  private Policies() {}

  /** Documents of every type. */
  public static Arbitrary<PolicyDocument> documents() {
    return Arbitraries.of(
            Stream.concat(
                    PolicyType.ALL.stream(),
                    Stream.of("AWS::S3::Bucket", "AWS::SQS::Queue").map(PolicyType::resource))
                .toList())
        .flatMap(Policies::documents);
  }

  /** Documents of one type. */
  public static Arbitrary<PolicyDocument> documents(PolicyType type) {
    return versions(type)
        .flatMap(
            version ->
                Combinators.combine(
                        located(Arbitraries.just(version)),
                        located(labels()),
                        list(located(statements(type, version)), 0, 3))
                    .as((at, id, statements) -> new PolicyDocument(type, at, id, statements)));
  }

  private static Arbitrary<PolicyVersion> versions(PolicyType type) {
    return type.kind() == Kind.RESOURCE_CONTROL
        ? Arbitraries.just(PolicyVersion.V2012_10_17)
        : Arbitraries.of(PolicyVersion.class);
  }

  /** Any text: quotes, control characters, characters beyond the BMP, halves of pairs. */
  public static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of("", "a", "${*}", "\"\\/", "é", "\uD83D\uDE00", "\uD83D", "\n")),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));
  }

  private static Arbitrary<Label> labels() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(Label.NONE)), Tuple.of(1, texts().map(Label.Given::new)));
  }

  private static Arbitrary<SourceSpan> spans() {
    return Arbitraries.integers()
        .between(0, 900)
        .map(start -> new SourceSpan(NOWHERE, JsonPointer.ROOT, start, start + 10));
  }

  private static <T> Arbitrary<Located<T>> located(Arbitrary<? extends T> values) {
    return Combinators.combine(values, spans()).as((value, span) -> new Located<>(value, span));
  }

  /* A list of one value stands where the value stands, or elsewhere. */
  private static <T> Arbitrary<Located<ImmutableList<Located<T>>>> list(
      Arbitrary<Located<T>> values, int least, int most) {
    return Combinators.combine(
            values.list().ofMinSize(least).ofMaxSize(most), spans(), Arbitraries.of(true, false))
        .as(
            (all, span, bare) ->
                new Located<>(
                    ImmutableList.copyOf(all), bare && all.size() == 1 ? all.get(0).span() : span));
  }

  private static Arbitrary<Statement> statements(PolicyType type, PolicyVersion version) {
    Arbitrary<Effect> effects =
        type.kind() == Kind.RESOURCE_CONTROL
            ? Arbitraries.just(Effect.DENY)
            : Arbitraries.of(Effect.class);
    return effects.flatMap(
        effect ->
            Combinators.combine(
                    located(labels()),
                    located(Arbitraries.just(effect)),
                    located(principals(type, effect)),
                    actions(type),
                    resources(type, version),
                    located(conditions(version)))
                .as(Statement::new));
  }

  private static Arbitrary<PrincipalElement> principals(PolicyType type, Effect effect) {
    Grammar grammar = Grammar.of(type);
    if (grammar.principal() == Rule.FORBIDDEN) {
      return Arbitraries.just(PrincipalElement.ABSENT);
    }
    if (type.kind() == Kind.RESOURCE_CONTROL) {
      return Arbitraries.just(new PrincipalElement.Principal(new PrincipalSet.Everyone()));
    }
    Arbitrary<PrincipalSet> sets = principalSets(grammar);
    Arbitrary<PrincipalElement> principal = sets.map(PrincipalElement.Principal::new);
    return effect == Effect.DENY && grammar.notPrincipal() != Rule.FORBIDDEN
        ? Arbitraries.oneOf(principal, sets.map(PrincipalElement.NotPrincipal::new))
        : principal;
  }

  private static Arbitrary<PrincipalSet> principalSets(Grammar grammar) {
    List<PrincipalKind> kinds =
        Stream.of(PrincipalKind.values())
            .filter(kind -> kind != PrincipalKind.CANONICAL_USER || grammar.hasCanonicalUser())
            .toList();
    Arbitrary<PrincipalSet> listed =
        Arbitraries.of(kinds)
            .list()
            .uniqueElements()
            .ofMaxSize(kinds.size())
            .flatMap(
                chosen ->
                    Combinators.combine(chosen.stream().map(Policies::entries).toList())
                        .as(entries -> new PrincipalSet.Listed(ImmutableList.copyOf(entries))));
    return Arbitraries.oneOf(Arbitraries.just(new PrincipalSet.Everyone()), listed);
  }

  private static Arbitrary<PrincipalSet.Entry> entries(PrincipalKind kind) {
    Arbitrary<String> texts =
        Arbitraries.of(
            "*",
            ACCOUNT,
            "arn:aws:iam::" + ACCOUNT + ":root",
            "arn:aws:iam::" + ACCOUNT + ":user/alice",
            "arn:aws:iam::" + ACCOUNT + ":user/al*",
            "arn:aws:sts::" + ACCOUNT + ":assumed-role/dev/s1",
            "lambda.amazonaws.com",
            "0123456789abcdef".repeat(4),
            "nobody");
    return Combinators.combine(
            located(Arbitraries.just(kind)),
            list(located(texts.map(text -> PrincipalValue.of(kind, text))), 0, 3))
        .as(PrincipalSet.Entry::new);
  }

  private static Arbitrary<Located<ActionElement>> actions(PolicyType type) {
    boolean all = type.kind() != Kind.RESOURCE_CONTROL;
    Arbitrary<String> named =
        Arbitraries.of(
            "s3:GetObject", "S3:getobject", "s3:*", "*:*", "sts:Assume?ole", "é:\uD83D\uDE00");
    Arbitrary<String> texts = all ? Arbitraries.oneOf(named, Arbitraries.of("*", "**")) : named;
    return Combinators.combine(
            list(located(texts.map(ActionPattern::of)), 0, 3),
            all ? Arbitraries.of(true, false) : Arbitraries.just(true))
        .as(
            (patterns, plain) ->
                new Located<>(
                    plain
                        ? new ActionElement.Action(patterns.value())
                        : new ActionElement.NotAction(patterns.value()),
                    patterns.span()));
  }

  private static Arbitrary<Located<ResourceElement>> resources(
      PolicyType type, PolicyVersion version) {
    Rule rule = Grammar.of(type).resource();
    Arbitrary<Located<ResourceElement>> absent = located(Arbitraries.just(ResourceElement.ABSENT));
    if (rule == Rule.FORBIDDEN) {
      return absent;
    }
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of("*", "**", "arn:aws:s3:::bucket", "arn:aws:s3:::b/${aws:username}/*"),
            sound(texts(), version).map(text -> "arn:aws:s3:::" + text));
    Arbitrary<Located<ResourceElement>> given =
        Combinators.combine(
                list(located(texts.map(ResourcePattern::of)), 0, 3), Arbitraries.of(true, false))
            .as(
                (patterns, plain) ->
                    new Located<>(
                        plain
                            ? new ResourceElement.Resource(patterns.value())
                            : new ResourceElement.NotResource(patterns.value()),
                        patterns.span()));
    return rule == Rule.REQUIRED ? given : Arbitraries.oneOf(absent, given);
  }

  private static Arbitrary<String> sound(Arbitrary<String> texts, PolicyVersion version) {
    return texts.filter(text -> !version.hasVariables() || PolicyString.fault(text).isEmpty());
  }

  private static Arbitrary<ConditionElement> conditions(PolicyVersion version) {
    Arbitrary<ConditionElement> blocks =
        Arbitraries.of(
                "StringEquals",
                "StringNotLikeIfExists",
                "ForAllValues:StringLike",
                "NumericLessThan",
                "DateGreaterThan",
                "Bool",
                "Null",
                "IpAddress",
                "ArnLike")
            .list()
            .uniqueElements()
            .ofMaxSize(3)
            .flatMap(
                names ->
                    Combinators.combine(
                            names.stream().map(name -> operators(name, version)).toList())
                        .as(all -> new ConditionElement.Block(ImmutableList.copyOf(all))));
    return Arbitraries.oneOf(Arbitraries.just(ConditionElement.ABSENT), blocks);
  }

  private static Arbitrary<ConditionElement.Operator> operators(
      String name, PolicyVersion version) {
    ConditionOperator operator = ConditionOperator.named(name).orElseThrow();
    return Combinators.combine(
            located(Arbitraries.just(operator)),
            Arbitraries.of(
                    "aws:username", "aws:SourceIp", "aws:ResourceTag/\"Team\"", "s3:max-keys", "é")
                .list()
                .uniqueElements()
                .ofMaxSize(3))
        .flatAs(
            (at, keys) ->
                Combinators.combine(keys.stream().map(key -> condition(at, key, version)).toList())
                    .as(all -> new ConditionElement.Operator(at, ImmutableList.copyOf(all))));
  }

  private static Arbitrary<Condition> condition(
      Located<ConditionOperator> operator, String key, PolicyVersion version) {
    Arbitrary<ConditionValue> values =
        Arbitraries.oneOf(
            sound(texts(), version).map(ConditionValue::string),
            Arbitraries.of("0", "-1", "10.0", "1e3", "123456789012345678901234567890")
                .map(text -> new ConditionValue(text, ConditionValue.Kind.NUMBER)),
            Arbitraries.of("true", "false")
                .map(text -> new ConditionValue(text, ConditionValue.Kind.BOOLEAN)));
    return Combinators.combine(
            located(Arbitraries.just(new ConditionKey(key))), list(located(values), 0, 3))
        .as((at, list) -> new Condition(operator, at, list));
  }
}
