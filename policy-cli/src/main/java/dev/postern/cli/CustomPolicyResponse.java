package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.cli.CustomPolicyRequest.Target;
import dev.postern.eval.Decision;
import dev.postern.eval.Layer;
import dev.postern.eval.LayerOutcome;
import dev.postern.eval.MissingKey;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.Verdict;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The answer to {@code aws iam simulate-custom-policy}: a result an action, and in it one a
 * resource. AWS: "EvaluationResult", "ResourceSpecificResult" and "Statement" in the IAM API
 * Reference.
 */
final class CustomPolicyResponse {
  /** The types of policy whose statements AWS lists, and what it calls them. */
  private static final ImmutableMap<Layer, String> SOURCES =
      ImmutableMap.of(
          Layer.IDENTITY, "IAM Policy",
          Layer.PERMISSIONS_BOUNDARY, "IAM Permissions Boundary Policy",
          Layer.RESOURCE, "Resource Policy");

  /** A verdict and everything that a deny of one resource outweighs among the others. */
  private static final ImmutableList<Verdict> STRICTEST_FIRST =
      ImmutableList.of(Verdict.EXPLICIT_DENY, Verdict.IMPLICIT_DENY, Verdict.ALLOWED);

  private final JsonWriter json = JsonWriter.indented();
  private final CustomPolicyRequest request;

  /** What came of one action on one target. */
  record Outcome(Target target, Decision decision) {}

  CustomPolicyResponse(CustomPolicyRequest request) {
    this.request = request;
    json.beginObject().name("EvaluationResults").beginArray();
  }

  /** The result of an action on every target. */
  void add(ActionName action, List<Outcome> outcomes) {
    boolean named = outcomes.stream().anyMatch(outcome -> outcome.target.isNamed());
    Verdict verdict = strictest(outcomes, Decision::verdict);
    json.beginObject().member("EvalActionName", action.text());
    json.member("EvalResourceName", nameOfAll(outcomes));
    json.member("EvalDecision", verdict.text());
    matched(outcomes.stream().filter(outcome -> outcome.decision.verdict() == verdict).toList());
    missing(outcomes);
    if (request.isInOrganization()) {
      json.name("OrganizationsDecisionDetail").beginObject();
      json.member("AllowedByOrganizations", allAllow(outcomes, Layer.SERVICE_CONTROL)).endObject();
    }
    boundary(outcomes);
    if (named) {
      details(outcomes);
      json.name("ResourceSpecificResults").beginArray();
      outcomes.forEach(this::resource);
      json.endArray();
    }
    json.endObject();
  }

  /* AWS names one resource by its ARN, and several by a template of theirs, or by `*` for want of one. */
  private static String nameOfAll(List<Outcome> outcomes) {
    return outcomes.size() == 1 ? outcomes.get(0).target.resource().toString() : "*";
  }

  private void resource(Outcome outcome) {
    ImmutableList<Outcome> alone = ImmutableList.of(outcome);
    json.beginObject().member("EvalResourceName", outcome.target.resource().toString());
    json.member("EvalResourceDecision", outcome.decision.verdict().text());
    matched(alone);
    missing(alone);
    details(alone);
    boundary(alone);
    json.endObject();
  }

  /** The text of the answer; nothing can be added behind it. */
  String end() {
    boolean truncated = request.until() < request.actions().size();
    json.endArray().member("IsTruncated", truncated);
    if (truncated) {
      json.member("Marker", Integer.toString(request.until()));
    }
    return json.endObject().text();
  }

  /** The statements that decided. Of a deny those that deny; without any, AWS lists none. */
  private void matched(List<Outcome> outcomes) {
    json.name("MatchedStatements").beginArray();
    outcomes.stream()
        .flatMap(outcome -> deciding(outcome.decision).stream())
        .collect(
            ImmutableMap.toImmutableMap(
                matched -> matched.name() + "#" + matched.statement.index(),
                Function.identity(),
                (first, again) -> first))
        .values()
        .forEach(this::statement);
    json.endArray();
  }

  /** A statement that decided. */
  private record Matched(Layer layer, StatementOutcome statement) {
    String name() {
      return statement.policy().name();
    }
  }

  private static ImmutableList<Matched> deciding(Decision decision) {
    ImmutableList.Builder<Matched> deciding = ImmutableList.builder();
    for (LayerOutcome layer : decision.layers()) {
      if (SOURCES.containsKey(layer.layer())) {
        statements(decision.verdict(), layer).stream()
            .map(statement -> new Matched(layer.layer(), statement))
            .forEach(deciding::add);
      }
    }
    return deciding.build();
  }

  private static ImmutableList<StatementOutcome> statements(Verdict verdict, LayerOutcome layer) {
    if (verdict == Verdict.EXPLICIT_DENY && layer instanceof LayerOutcome.ExplicitlyDenies denies) {
      return denies.denies();
    }
    // A boundary leaves room for an allow and is none.
    return verdict == Verdict.ALLOWED && layer.layer() != Layer.PERMISSIONS_BOUNDARY
        ? layer.allows()
        : ImmutableList.of();
  }

  private void statement(Matched matched) {
    json.beginObject().member("SourcePolicyId", matched.name());
    json.member("SourcePolicyType", SOURCES.getOrDefault(matched.layer, "none"));
    position("StartPosition", matched.statement.statement().span().start());
    position("EndPosition", matched.statement.statement().span().end());
    json.endObject();
  }

  /*
   * Lines and columns of the policy's own text, both counted from 1: of the brace that opens the
   * statement, and of the place behind the one that closes it. AWS's answers agree about the end;
   * they begin at the bracket or comma before the statement, white space included.
   */
  private void position(String name, SourcePosition position) {
    json.name(name).beginObject();
    json.member("Line", position.line()).member("Column", position.column() + 1);
    json.endObject();
  }

  private void missing(List<Outcome> outcomes) {
    json.member(
        "MissingContextValues",
        outcomes.stream()
            .flatMap(outcome -> missing(outcome.decision))
            .map(ConditionKey::text)
            .collect(ImmutableSet.toImmutableSet()));
  }

  /* Keys that only service control policies ask for are not listed. */
  private Stream<ConditionKey> missing(Decision decision) {
    Stream<ConditionKey> missing =
        decision.missingKeys().stream()
            .filter(key -> key.usedBy().stream().anyMatch(CustomPolicies::isListed))
            .map(MissingKey::key);
    Stream<ConditionKey> withheld =
        decision.layers().stream()
            .filter(layer -> SOURCES.containsKey(layer.layer()))
            .flatMap(layer -> layer.statements().stream())
            .filter(s -> s.action().reason().isEmpty() && s.resource().reason().isEmpty())
            .flatMap(statement -> statement.conditions().stream())
            .map(condition -> condition.condition().key().value())
            .filter(request::withholds);
    return Stream.concat(missing, withheld);
  }

  private void boundary(List<Outcome> outcomes) {
    if (request.isBounded()) {
      json.name("PermissionsBoundaryDecisionDetail").beginObject();
      boolean allows = allAllow(outcomes, Layer.PERMISSIONS_BOUNDARY);
      json.member("AllowedByPermissionsBoundary", allows).endObject();
    }
  }

  private static boolean allAllow(List<Outcome> outcomes, Layer layer) {
    return outcomes.stream()
        .allMatch(outcome -> verdict(outcome.decision, layer) == Verdict.ALLOWED);
  }

  /*
   * AWS: "populated for only cross-account simulations"; empty within an account; left out where an
   * organization denies, since the simulation ends there.
   */
  private void details(List<Outcome> outcomes) {
    if (request.isInOrganization() && !allAllow(outcomes, Layer.SERVICE_CONTROL)) {
      return;
    }
    json.name("EvalDecisionDetails").beginObject();
    if (outcomes.stream().anyMatch(outcome -> outcome.target.isCrossAccount())) {
      SOURCES.forEach(
          (layer, source) -> {
            if (layer != Layer.PERMISSIONS_BOUNDARY || request.isBounded()) {
              Verdict side = strictest(outcomes, decision -> verdict(decision, layer));
              json.member(source, side.text());
            }
          });
    }
    json.endObject();
  }

  private static Verdict strictest(List<Outcome> outcomes, Function<Decision, Verdict> verdict) {
    ImmutableSet<Verdict> verdicts =
        outcomes.stream()
            .map(Outcome::decision)
            .map(verdict)
            .collect(ImmutableSet.toImmutableSet());
    return STRICTEST_FIRST.stream()
        .filter(verdicts::contains)
        .findFirst()
        .orElse(Verdict.IMPLICIT_DENY);
  }

  /** What the policies of one type say by themselves. */
  private static Verdict verdict(Decision decision, Layer layer) {
    Optional<LayerOutcome> outcome =
        decision.layers().stream().filter(found -> found.layer() == layer).findFirst();
    if (outcome.filter(LayerOutcome::explicitlyDenies).isPresent()) {
      return Verdict.EXPLICIT_DENY;
    }
    return outcome.filter(LayerOutcome.Allows.class::isInstance).isPresent()
        ? Verdict.ALLOWED
        : Verdict.IMPLICIT_DENY;
  }
}
