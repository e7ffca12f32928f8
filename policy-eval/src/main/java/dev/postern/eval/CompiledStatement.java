package dev.postern.eval;

import com.google.common.collect.ImmutableList;
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

  StatementOutcome test(CompiledPolicy policy, PreparedRequest request) {
    ImmutableList.Builder<ConditionOutcome> outcomes = ImmutableList.builder();
    for (ConditionTest condition : conditions) {
      outcomes.add(condition.test(request.contexts()));
    }
    return new StatementOutcome(
        policy,
        index,
        statement,
        principal.match(request.facts()),
        action.match(request.request().action()),
        resource(request),
        outcomes.build());
  }

  /* Variables may stand in it, so the readings of the context matter here, too. */
  private ElementOutcome resource(PreparedRequest request) {
    ElementOutcome first = null;
    for (RequestContext context : request.contexts()) {
      ElementOutcome one = resource.match(request.request().resource(), context);
      if (first == null) {
        first = one;
      } else if (first.truth().certainlyHolds() != one.truth().certainlyHolds()
          || first.truth().certainlyFails() != one.truth().certainlyFails()) {
        return ElementOutcome.matched(Truth.open(Unspecified.U35), one.by().orElse(""))
            .orElse(MissReason.RESOURCE_NOT_LISTED);
      }
    }
    return java.util.Objects.requireNonNull(first);
  }
}
