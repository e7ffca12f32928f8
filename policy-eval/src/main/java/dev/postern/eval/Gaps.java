package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimap;
import dev.postern.model.ConditionKey;
import java.util.stream.Stream;

/** What a decision had to do without: the keys that statements asked for and the request lacks. */
final class Gaps {
  private Gaps() {}

  static ImmutableList<MissingKey> missingKeys(Decision decision) {
    Multimap<ConditionKey, String> usedBy = LinkedHashMultimap.create();
    decision.layers().stream()
        .flatMap(layer -> layer.statements().stream())
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
  static boolean concernsTheRequest(StatementOutcome statement) {
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
        (condition.state() == ConditionOutcome.State.MISSING && !condition.asksForPresence())
            || condition.state() == ConditionOutcome.State.UNKNOWN;
    Stream<ConditionKey> own =
        missing ? Stream.of(condition.condition().key().value()) : Stream.empty();
    return Stream.concat(own, condition.withoutValue().stream());
  }

  static String name(StatementOutcome statement) {
    return statement.policy().name() + "#" + statement.index();
  }
}
