package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;

/** What a request shows about the policies that decided it, and what their readers noted. */
final class Remarks {
  private static final ImmutableList<ActionName> WHOLE_ITEM_WRITES =
      ImmutableList.of(
          ActionName.of("dynamodb:PutItem"),
          ActionName.of("dynamodb:DeleteItem"),
          ActionName.of("dynamodb:BatchWriteItem"));
  private static final ImmutableSet<String> SOURCE =
      ImmutableSet.of(
          "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");

  private final Decision decision;
  private final ImmutableSet.Builder<DecisionFinding> findings = ImmutableSet.builder();

  private Remarks(Decision decision) {
    this.decision = decision;
  }

  static ImmutableList<DecisionFinding> of(Decision decision) {
    Remarks remarks = new Remarks(decision);
    decision.policies().all().flatMap(policy -> policy.notes().stream()).forEach(remarks::noted);
    remarks.aboutTheRequest();
    decision.layers().forEach(remarks::layer);
    remarks.confusedDeputy();
    return remarks.findings.build().asList();
  }

  private void add(String code, SourceSpan span, String text) {
    findings.add(new DecisionFinding(code, span, text));
  }

  private void noted(Problem problem) {
    add(problem.code().id(), problem.span(), problem.message());
  }

  private SourceSpan request() {
    return SourceText.of("request", decision.request().action().text()).whole();
  }

  private void aboutTheRequest() {
    if (decision.policies().resourceGroup() == null && alwaysHasPolicy()) {
      add(
          "RESOURCE_POLICY_REQUIRED",
          request(),
          "every key and every role has a policy; none was given");
    }
    String service = decision.request().action().service();
    if (decision.policies().resourceGroup() != null
        && !ResourcePolicyServices.hasPolicies(service)) {
      add(
          "SERVICE_WITHOUT_RESOURCE_POLICIES",
          request(),
          "resources of `" + service + "` are not known to carry policies, and one is given");
    }
    boolean controlled =
        decision.policies().serviceControlLevels() != null
            || decision.policies().resourceControlLevels() != null;
    if (controlled && decision.facts().serviceLinked() == Facts.ServiceLinked.BY_NAME) {
      add(
          "SERVICE_LINKED_BY_NAME",
          request(),
          "the role's name is that of a service-linked role, which control policies do not bind;"
              + " its path would tell");
    }
  }

  private boolean alwaysHasPolicy() {
    Arn resource = decision.facts().resource();
    if (resource == null) {
      return false;
    }
    String service = decision.request().action().service();
    return (service.equals("kms") && resource.resource().startsWith("key/"))
        || (service.equals("sts") && resource.resource().startsWith("role/"));
  }

  private void layer(LayerOutcome layer) {
    for (StatementOutcome statement : layer.statements()) {
      if (layer.layer() == Layer.VPC_ENDPOINT) {
        accountAtGateway(statement);
      }
      if (Gaps.concernsTheRequest(statement)) {
        statement.conditions().forEach(this::mismatch);
      }
      if (statement.isAllow() && statement.matched()) {
        statement.conditions().stream()
            .filter(ConditionOutcome::byAbsence)
            .forEach(this::byAbsence);
        wholeItemWrite(statement);
      }
      principal(statement);
    }
  }

  private void mismatch(ConditionOutcome outcome) {
    for (String value : outcome.unreadable()) {
      add(
          "DATA_TYPE_MISMATCH",
          outcome.condition().values().span(),
          "`"
              + value
              + "` is no value for `"
              + outcome.condition().operator().value().text()
              + "` and matches nothing");
    }
  }

  /* EXP-6 */
  private void byAbsence(ConditionOutcome outcome) {
    boolean vacuous =
        outcome.condition().operator().value() instanceof ConditionOperator.Known known
            && known.quantifier() == Quantifier.FOR_ALL_VALUES;
    add(
        vacuous ? "VACUOUS_SET_OPERATOR" : "NEGATED_MISSING_KEY",
        outcome.condition().operator().span(),
        "the allow rests on `"
            + outcome.condition().key().value()
            + "` being absent under `"
            + outcome.condition().operator().value().text()
            + "`");
  }

  /* DDB-4: a list of attributes does not bound what replaces the whole item. */
  private void wholeItemWrite(StatementOutcome statement) {
    boolean lists =
        statement.conditions().stream()
            .anyMatch(c -> c.condition().key().value().folded().equals("dynamodb:attributes"));
    ActionMatcher action = ActionMatcher.of(statement.statement().value().action().value());
    if (lists
        && WHOLE_ITEM_WRITES.stream().anyMatch(name -> !action.matches(name).certainlyFails())) {
      add(
          "WHOLE_ITEM_WRITE",
          statement.statement().value().action().span(),
          "`dynamodb:Attributes` does not bound what actions destroy that replace whole items");
    }
  }

  private void principal(StatementOutcome statement) {
    ImmutableSet<Unspecified> points = statement.principal().truth().points();
    SourceSpan span = statement.statement().value().principal().span();
    if (points.contains(Unspecified.U18)) {
      add(
          "EXEMPT_ONLY_LENIENTLY",
          span,
          "`NotPrincipal` lists a part of the requester's account, role and session, and spares it"
              + " under the lenient reading only");
    }
    if (points.contains(Unspecified.U52)) {
      add(
          "PROVIDER_OF_ANOTHER_ACCOUNT",
          span,
          "the identity provider belongs to another account than the role");
    }
  }

  private void accountAtGateway(StatementOutcome statement) {
    String service = decision.request().action().service();
    boolean gateway = service.equals("s3") || service.equals("dynamodb");
    boolean byAccount =
        statement.statement().value().principal().value().principals()
                instanceof PrincipalSet.Listed listed
            && listed.entries().stream()
                .flatMap(entry -> entry.values().value().stream())
                .anyMatch(value -> value.value() instanceof PrincipalValue.Account);
    if (gateway
        && byAccount
        && decision.policies().settings().endpointKind() != VpcEndpointKind.INTERFACE) {
      add(
          "ACCOUNT_IN_GATEWAY_POLICY",
          statement.statement().value().principal().span(),
          "at a gateway endpoint an account stands for its root user alone; write `*` and test"
              + " `aws:PrincipalArn`");
    }
  }

  /* EVAL-21: a service that calls for anybody may be made to call for the wrong one. */
  private void confusedDeputy() {
    if (decision.cause() instanceof DecidingCause.Granted granted
        && granted.ground() == SpecialGround.SERVICE
        && granted.by().conditions().stream()
            .noneMatch(c -> SOURCE.contains(c.condition().key().value().folded()))) {
      add(
          "CONFUSED_DEPUTY",
          granted.by().statement().span(),
          "the service is allowed whoever it calls for; test `aws:SourceArn` or"
              + " `aws:SourceAccount`");
    }
  }
}
