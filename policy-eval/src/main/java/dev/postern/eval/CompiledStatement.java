package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.postern.model.Condition;
import dev.postern.model.PolicyDocument;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A statement with all that can be done before a request comes. */
final class CompiledStatement {
  private final int index;
  private final Located<Statement> statement;
  private final PrincipalMatcher principal;
  private final ActionMatcher action;
  private final ResourceMatcher resource;
  private final ImmutableList<ConditionTest> conditions;

  CompiledStatement(PolicyDocument document, int index) {
    this.index = index;
    this.statement = document.statementList().get(index);
    Statement source = statement.value();
    this.principal =
        PrincipalMatcher.of(document.type(), source.principal().value(), source.effect().value());
    this.action = ActionMatcher.of(source.action().value());
    this.resource = ResourceMatcher.of(source.resource().value(), document.version().value());
    ImmutableList.Builder<ConditionTest> tests = ImmutableList.builder();
    for (Condition condition : source.condition().value().conditions()) {
      tests.add(ConditionTest.of(condition, document.version().value()));
    }
    this.conditions = tests.build();
  }

  /* A tag key in two spellings gives two contexts; what they disagree on is open. */
  StatementOutcome test(CompiledPolicy policy, PreparedRequest request) {
    ImmutableList<StatementOutcome> readings =
        request.contexts().stream()
            .map(context -> test(policy, request, context))
            .collect(ImmutableList.toImmutableList());
    StatementOutcome first = readings.get(0);
    return readings.size() == 1
        ? first
        : first.with(
            Truth.ofReadings(Unspecified.U35, Lists.transform(readings, StatementOutcome::truth)));
  }

  private StatementOutcome test(
      CompiledPolicy policy, PreparedRequest request, RequestContext context) {
    ElementOutcome who = principal.match(request.facts());
    ElementOutcome what = action.match(request.request().action());
    ElementOutcome onWhat = resource.match(request.request().resource(), context);
    Truth truth = who.truth().and(what.truth()).and(onWhat.truth());
    ImmutableList.Builder<ConditionOutcome> outcomes = ImmutableList.builder();
    for (ConditionTest condition : conditions) {
      ConditionOutcome outcome = condition.test(context);
      outcomes.add(outcome);
      truth = truth.and(outcome.truth());
    }
    return new StatementOutcome(
        policy, index, statement, who, what, onWhat, outcomes.build(), truth);
  }
}
