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
                    isAlwaysPresent(entry.getKey(), decision)))
        .collect(ImmutableList.toImmutableList());
  }

  /* KEY-1: what AWS sends with every such request is a gap in what was given. */
  private static boolean isAlwaysPresent(ConditionKey key, Decision decision) {
    boolean ofAnAccount = decision.facts().kind().isOfAnAccount();
    return switch (key.folded()) {
      case "aws:principalorgid" ->
          ofAnAccount && decision.policies().serviceControlLevels() != null;
      case "aws:sourceip" -> ofAnAccount && !comesThroughEndpoint(decision);
      default -> KeyFacts.isAlwaysPresent(key.folded(), decision.request().requester());
    };
  }

  private static boolean comesThroughEndpoint(Decision decision) {
    return decision.policies().endpointGroup() != null
        || decision.request().entries().stream()
            .anyMatch(entry -> entry.folded().startsWith("aws:sourcevpc") || isNetworkOfVpc(entry));
  }

  private static boolean isNetworkOfVpc(AuthorizationRequest.Entry entry) {
    return entry.folded().equals("aws:vpcsourceip") || entry.folded().equals("aws:viaawsservice");
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
