package dev.postern.suite.mutation;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ConditionElement;
import dev.postern.model.Effect;
import dev.postern.model.NormalForm;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PrincipalElement;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import dev.postern.suite.TestedPolicy;
import java.util.ArrayList;
import java.util.List;

/** A statement in its policy, with the mutants that were made of it so far. */
final class StatementSite {
  private final TestedPolicy policy;
  private final int index;
  private final Located<Statement> statement;
  private final List<Mutant> mutants = new ArrayList<>();

  StatementSite(TestedPolicy policy, int index) {
    this.policy = policy;
    this.index = index;
    this.statement = policy.document().statementList().get(index);
  }

  Statement statement() {
    return statement.value();
  }

  SourceSpan span() {
    return statement.span();
  }

  PolicyType type() {
    return policy.type();
  }

  /** The statement's name in a sentence. */
  String name() {
    return statement()
        .sid()
        .value()
        .asText()
        .filter(sid -> !sid.isEmpty())
        .map(sid -> "`" + sid + "`")
        .orElse("statement " + (index + 1));
  }

  /** What it does, in a sentence: {@code allows}. */
  String does() {
    return statement().isAllow() ? "allows" : "denies";
  }

  /** What it does to a request, in a sentence: {@code allowed}. */
  String done() {
    return statement().isAllow() ? "allowed" : "denied";
  }

  /** What was made of it. */
  ImmutableList<Mutant> mutants() {
    return ImmutableList.copyOf(mutants);
  }

  /** The policy without the statement. */
  void drop(Change change) {
    add(change, ImmutableList.of());
  }

  /** With another effect. */
  void put(Change change, Effect effect) {
    Statement now = statement();
    Located<Effect> other = now.effect().with(effect);
    put(change, other, now.principal(), now.action(), now.resource(), now.condition());
  }

  /** With other principals. */
  void put(Change change, PrincipalElement principal) {
    Statement now = statement();
    Located<PrincipalElement> other = now.principal().with(principal);
    put(change, now.effect(), other, now.action(), now.resource(), now.condition());
  }

  /** With other actions. */
  void put(Change change, ActionElement action) {
    Statement now = statement();
    Located<ActionElement> other = now.action().with(action);
    put(change, now.effect(), now.principal(), other, now.resource(), now.condition());
  }

  /** With other resources. */
  void put(Change change, ResourceElement resource) {
    Statement now = statement();
    Located<ResourceElement> other = now.resource().with(resource);
    put(change, now.effect(), now.principal(), now.action(), other, now.condition());
  }

  /** With other conditions. */
  void put(Change change, ConditionElement condition) {
    Statement now = statement();
    Located<ConditionElement> other = now.condition().with(condition);
    put(change, now.effect(), now.principal(), now.action(), now.resource(), other);
  }

  /* What means the same to IAM, such as one of two equal values left out, is no mutant. */
  private void put(
      Change change,
      Located<Effect> effect,
      Located<PrincipalElement> principal,
      Located<ActionElement> action,
      Located<ResourceElement> resource,
      Located<ConditionElement> condition) {
    Statement changed =
        new Statement(statement().sid(), effect, principal, action, resource, condition);
    if (!NormalForm.of(changed).equals(NormalForm.of(statement()))) {
      add(change, ImmutableList.of(statement.with(changed)));
    }
  }

  private void add(Change change, ImmutableList<Located<Statement>> inPlace) {
    PolicyDocument now = policy.document();
    ImmutableList<Located<Statement>> all = now.statementList();
    ImmutableList<Located<Statement>> others =
        ImmutableList.<Located<Statement>>builder()
            .addAll(all.subList(0, index))
            .addAll(inPlace)
            .addAll(all.subList(index + 1, all.size()))
            .build();
    PolicyDocument document =
        new PolicyDocument(now.type(), now.version(), now.id(), now.statements().with(others));
    mutants.add(
        new Mutant(
            change.id(), policy, index, change.span(), change.text(), change.advice(), document));
  }
}
