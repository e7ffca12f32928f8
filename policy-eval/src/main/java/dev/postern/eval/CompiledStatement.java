package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.postern.model.Condition;
import dev.postern.model.Effect;
import dev.postern.model.PolicyDocument;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.List;

/**
 * A statement with all that can be done before a request comes. Here and in all that it asks, lists
 * are walked by index: an iterator would be allocated for each.
 */
final class CompiledStatement {
  private final int index;
  private final Located<Statement> statement;
  private final boolean isAllow;
  private final PrincipalMatcher principal;
  private final ActionMatcher action;
  private final ResourceMatcher resource;
  private final ImmutableList<ConditionTest> conditions;
  private final boolean concernsEverybody;
  private final boolean asksTheTime;

  CompiledStatement(PolicyDocument document, int index) {
    this.index = index;
    this.statement = document.statementList().get(index);
    Statement source = statement.value();
    this.isAllow = source.isAllow();
    this.principal =
        PrincipalMatcher.of(document.type(), source.principal().value(), source.effect().value());
    this.action = ActionMatcher.of(source.action().value());
    this.resource =
        ResourceMatcher.of(source.resource().value(), document.version().value(), document.type());
    ImmutableList.Builder<ConditionTest> tests = ImmutableList.builder();
    for (Condition condition : source.condition().value().conditions()) {
      tests.add(ConditionTest.of(condition, document.version().value()));
    }
    this.conditions = tests.build();
    this.concernsEverybody = principal.isEverybody();
    this.asksTheTime =
        resource.asksTheTime() || conditions.stream().anyMatch(ConditionTest::asksTheTime);
  }

  boolean isAllow() {
    return isAllow;
  }

  Effect effect() {
    return isAllow ? Effect.ALLOW : Effect.DENY;
  }

  /** Whether it matches every request, so that nothing of a request need be looked at. */
  boolean isUnconditional() {
    return conditions.isEmpty()
        && action.isEverything()
        && resource.isEverything()
        && principal.isEverybody();
  }

  ActionMatcher action() {
    return action;
  }

  ResourceMatcher resource() {
    return resource;
  }

  ImmutableList<ConditionTest> conditions() {
    return conditions;
  }

  boolean asksTheTime() {
    return asksTheTime;
  }

  /** Whether the statement matches; its action has been found to match already. */
  Truth matchesBeyondAction(PreparedRequest request, PolicySet policies) {
    List<RequestContext> contexts = request.contexts();
    if (contexts.size() == 1) {
      return matchesBeyondAction(request, policies, contexts.get(0));
    }
    return Truth.ofReadings(
        Unspecified.U35,
        Lists.transform(contexts, context -> matchesBeyondAction(request, policies, context)));
  }

  private Truth matchesBeyondAction(
      PreparedRequest request, PolicySet policies, RequestContext context) {
    Truth truth = resource.matches(request.request().resource(), context);
    return truth.certainlyFails()
        ? truth
        : truth.and(matchesBeyondResource(request, policies, context));
  }

  /** Whether the statement matches; its action and resource have been found to match already. */
  Truth matchesBeyondResource(PreparedRequest request, PolicySet policies, RequestContext context) {
    Truth truth = Truth.HOLDS;
    for (int i = 0; i < conditions.size() && !truth.certainlyFails(); i++) {
      truth = truth.and(conditions.get(i).test(context));
    }
    return concernsEverybody || truth.certainlyFails()
        ? truth
        : truth.and(principal.matches(request.facts(), policies));
  }

  /** How the statement names the requester, as bits of {@link GrantKind}. */
  int grants(PreparedRequest request, PolicySet policies) {
    return principal.grants(request.facts(), policies);
  }

  /** Every element looked at, none skipped. A tag key in two spellings gives two readings. */
  StatementOutcome explain(
      CompiledPolicy policy, int level, PreparedRequest request, PolicySet policies) {
    ImmutableList<StatementOutcome> readings =
        request.contexts().stream()
            .map(context -> explain(policy, level, request, policies, context))
            .collect(ImmutableList.toImmutableList());
    StatementOutcome first = readings.get(0);
    return readings.size() == 1
        ? first
        : first.with(
            Truth.ofReadings(Unspecified.U35, Lists.transform(readings, StatementOutcome::truth)));
  }

  private StatementOutcome explain(
      CompiledPolicy policy,
      int level,
      PreparedRequest request,
      PolicySet policies,
      RequestContext context) {
    ElementOutcome who = principal.explain(request.facts(), policies);
    ElementOutcome what = action.explain(request.action());
    ElementOutcome onWhat = resource.explain(request.request().resource(), context);
    Truth truth = who.truth().and(what.truth()).and(onWhat.truth());
    ImmutableList.Builder<ConditionOutcome> outcomes = ImmutableList.builder();
    for (ConditionTest condition : conditions) {
      ConditionOutcome outcome = condition.explain(context);
      outcomes.add(outcome);
      truth = truth.and(outcome.truth());
    }
    return new StatementOutcome(
        policy, level, index, statement, who, what, onWhat, outcomes.build(), truth);
  }
}
