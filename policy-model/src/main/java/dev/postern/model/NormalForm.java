package dev.postern.model;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * One document for all that differ only in ways that mean nothing to IAM: the order of values,
 * values written twice, actions in other letter case, numbers and booleans with or without quotes.
 * What a policy says stays, so a normal form decides every request as its document does.
 *
 * <p>Statements keep their order and number, which people and reports count on, and so do all
 * elements that are there without effect. Each value keeps the place where the author wrote it.
 */
public final class NormalForm {
  private NormalForm() {}

  /** The normal form of a document; normalizing it again changes nothing. */
  public static PolicyDocument of(PolicyDocument document) {
    ImmutableList<Located<Statement>> statements =
        document.statementList().stream()
            .map(statement -> statement.with(of(statement.value())))
            .collect(toImmutableList());
    return new PolicyDocument(
        document.type(), document.version(), document.id(), document.statements().with(statements));
  }

  /** The normal form of one statement. */
  public static Statement of(Statement statement) {
    return new Statement(
        statement.sid(),
        statement.effect(),
        statement.principal().with(of(statement.principal().value())),
        action(statement.action()),
        resource(statement.resource()),
        statement.condition().with(of(statement.condition().value())));
  }

  private static Located<ActionElement> action(Located<ActionElement> at) {
    // Of several spellings the first in order stays: `s3:GetObject` stands before `s3:getobject`.
    ImmutableList<Located<ActionPattern>> patterns =
        set(
            at.value().patterns(),
            comparing((ActionPattern pattern) -> Ascii.toLowerCase(pattern.text()))
                .thenComparing(ActionPattern::text),
            pattern -> Ascii.toLowerCase(pattern.text()));
    ActionElement element =
        at.value() instanceof ActionElement.NotAction
            ? new ActionElement.NotAction(patterns)
            : new ActionElement.Action(patterns);
    return new Located<>(element, spanOf(patterns, at.span()));
  }

  private static Located<ResourceElement> resource(Located<ResourceElement> at) {
    if (at.value() instanceof ResourceElement.Absent) {
      return at;
    }
    ImmutableList<Located<ResourcePattern>> patterns =
        set(at.value().patterns(), comparing(ResourcePattern::text), ResourcePattern::text);
    ResourceElement element =
        at.value() instanceof ResourceElement.NotResource
            ? new ResourceElement.NotResource(patterns)
            : new ResourceElement.Resource(patterns);
    return new Located<>(element, spanOf(patterns, at.span()));
  }

  private static PrincipalElement of(PrincipalElement element) {
    if (element instanceof PrincipalElement.Principal principal) {
      return new PrincipalElement.Principal(of(principal.principals()));
    }
    if (element instanceof PrincipalElement.NotPrincipal notPrincipal) {
      return new PrincipalElement.NotPrincipal(of(notPrincipal.principals()));
    }
    return element;
  }

  private static PrincipalSet of(PrincipalSet principals) {
    if (!(principals instanceof PrincipalSet.Listed listed)) {
      return principals;
    }
    return new PrincipalSet.Listed(
        listed.entries().stream()
            .map(entry -> new PrincipalSet.Entry(entry.kind(), of(entry.values())))
            .sorted(comparing(entry -> entry.kind().value()))
            .collect(toImmutableList()));
  }

  private static Located<ImmutableList<Located<PrincipalValue>>> of(
      Located<ImmutableList<Located<PrincipalValue>>> at) {
    return list(set(at.value(), comparing(PrincipalValue::text), PrincipalValue::text), at.span());
  }

  private static ConditionElement of(ConditionElement element) {
    if (!(element instanceof ConditionElement.Block block)) {
      return element;
    }
    return new ConditionElement.Block(
        block.operators().stream()
            .map(NormalForm::of)
            .sorted(comparing(operator -> operator.name().value().text()))
            .collect(toImmutableList()));
  }

  private static ConditionElement.Operator of(ConditionElement.Operator operator) {
    return new ConditionElement.Operator(
        operator.name(),
        operator.conditions().stream()
            .map(NormalForm::of)
            .sorted(comparing(condition -> condition.key().value().folded()))
            .collect(toImmutableList()));
  }

  private static Condition of(Condition condition) {
    ImmutableList<Located<ConditionValue>> strings =
        condition.values().value().stream()
            .map(value -> value.with(ConditionValue.string(value.value().text())))
            .collect(toImmutableList());
    return new Condition(
        condition.operator(),
        condition.key(),
        list(
            set(strings, comparing(ConditionValue::text), ConditionValue::text),
            condition.values().span()));
  }

  /* Sorted, and of each group that means the same the first. */
  private static <T> ImmutableList<Located<T>> set(
      ImmutableList<Located<T>> values, Comparator<T> order, Function<T, String> meaning) {
    Set<String> seen = new HashSet<>();
    return values.stream()
        .sorted((a, b) -> order.compare(a.value(), b.value()))
        .filter(value -> seen.add(meaning.apply(value.value())))
        .collect(toImmutableList());
  }

  private static <T> Located<ImmutableList<Located<T>>> list(
      ImmutableList<Located<T>> values, SourceSpan span) {
    return new Located<>(values, spanOf(values, span));
  }

  /* A single value stands where the value stands: it needs no list. */
  private static SourceSpan spanOf(ImmutableList<? extends Located<?>> values, SourceSpan list) {
    return values.size() == 1 ? values.get(0).span() : list;
  }
}
