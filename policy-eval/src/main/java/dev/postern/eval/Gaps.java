package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimap;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.source.Problem;
import java.util.stream.Stream;

/** What a decision had to do without: keys the request lacks, and allows that rest on that. */
final class Gaps {
  private Gaps() {}

  static ImmutableList<MissingKey> missingKeys(Decision decision) {
    Multimap<ConditionKey, String> usedBy = LinkedHashMultimap.create();
    statements(decision)
        .filter(Gaps::concernsTheRequest)
        .forEach(
            statement ->
                Stream.concat(
                        inResource(statement),
                        statement.conditions().stream().flatMap(Gaps::absentKeys))
                    .forEach(key -> usedBy.put(key, name(statement))));
    return usedBy.asMap().entrySet().stream()
        .map(
            entry ->
                new MissingKey(
                    entry.getKey(),
                    ImmutableList.copyOf(entry.getValue()),
                    KeyFacts.isAlwaysPresent(
                        entry.getKey().folded(), decision.request().requester())))
        .collect(ImmutableList.toImmutableList());
  }

  /* A statement about other actions or resources has no say, whatever its keys. */
  private static boolean concernsTheRequest(StatementOutcome statement) {
    return !statement.action().truth().certainlyFails()
        && !statement.principal().truth().certainlyFails()
        && (!statement.resource().truth().certainlyFails() || hasNoValue(statement));
  }

  private static boolean hasNoValue(StatementOutcome statement) {
    return statement
        .resource()
        .reason()
        .filter(reason -> reason == MissReason.RESOURCE_VARIABLE_NO_VALUE)
        .isPresent();
  }

  private static Stream<ConditionKey> inResource(StatementOutcome statement) {
    return hasNoValue(statement)
        ? Stream.of(new ConditionKey(statement.resource().detail()))
        : Stream.empty();
  }

  private static Stream<ConditionKey> absentKeys(ConditionOutcome condition) {
    boolean missing =
        condition.state() == ConditionOutcome.State.MISSING && !condition.asksForPresence();
    Stream<ConditionKey> own =
        missing ? Stream.of(condition.condition().key().value()) : Stream.empty();
    return Stream.concat(own, condition.withoutValue().stream());
  }

  static ImmutableList<DecisionFinding> findings(Decision decision, PolicySet policies) {
    ImmutableList.Builder<DecisionFinding> findings = ImmutableList.builder();
    Stream.concat(policies.resource().stream(), policies.identity().stream())
        .flatMap(policy -> policy.notes().stream())
        .map(Gaps::noted)
        .forEach(findings::add);
    statements(decision)
        .filter(statement -> statement.isAllow() && statement.matched())
        .flatMap(statement -> statement.conditions().stream())
        .filter(ConditionOutcome::byAbsence)
        .map(Gaps::byAbsence)
        .forEach(findings::add);
    return findings.build();
  }

  private static DecisionFinding noted(Problem problem) {
    return new DecisionFinding(problem.code().id(), problem.span(), problem.message());
  }

  /* EXP-6 */
  private static DecisionFinding byAbsence(ConditionOutcome outcome) {
    boolean vacuous =
        outcome.condition().operator().value() instanceof ConditionOperator.Known known
            && known.quantifier() == Quantifier.FOR_ALL_VALUES;
    return new DecisionFinding(
        vacuous ? "VACUOUS_SET_OPERATOR" : "NEGATED_MISSING_KEY",
        outcome.condition().operator().span(),
        "the allow rests on `"
            + outcome.condition().key().value()
            + "` being absent under `"
            + outcome.condition().operator().value().text()
            + "`");
  }

  static String name(StatementOutcome statement) {
    return statement.policy().name() + "#" + statement.index();
  }

  private static Stream<StatementOutcome> statements(Decision decision) {
    return decision.layers().stream().flatMap(layer -> layer.statements().stream());
  }
}
