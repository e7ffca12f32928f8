package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.cli.FlowDrawing.Box;
import dev.postern.cli.FlowDrawing.Box.State;
import dev.postern.cli.FlowDrawing.Row;
import dev.postern.eval.DecidingCause;
import dev.postern.eval.Decision;
import dev.postern.eval.Ground;
import dev.postern.eval.Layer;
import dev.postern.eval.LayerOutcome;
import dev.postern.eval.SpecialGround;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps of a decision as the guide draws them, from what the decision itself knows. */
final class DecisionFlow {
  /** The questions, in the order in which they are asked. */
  private enum Step {
    GOVERNED("1  Do policies govern this call?", "no", "AWS decides"),
    DENIED("2  Does any policy deny it?", "yes", "explicit deny"),
    ENDPOINT("3  Does the VPC endpoint's policy allow it?", "no", "implicit deny"),
    ORGANIZATION("4  Does every level of the organization allow it?", "no", "implicit deny"),
    ACCESS("5  Does somebody give access, within every limit?", "no", "implicit deny");

    private final String question;
    private final String leavesBy;
    private final String leavesTo;

    Step(String question, String leavesBy, String leavesTo) {
      this.question = question;
      this.leavesBy = leavesBy;
      this.leavesTo = leavesTo;
    }
  }

  private static final ImmutableList<Layer> GIVING =
      ImmutableList.of(
          Layer.RESOURCE,
          Layer.KMS_GRANT,
          Layer.IDENTITY,
          Layer.PERMISSIONS_BOUNDARY,
          Layer.SESSION);

  private final Decision decision;
  private final Step deciding;

  private DecisionFlow(Decision decision) {
    this.decision = decision;
    this.deciding = decidingStep(decision.cause());
  }

  /** The flow of all decisions. */
  static String drawn() {
    List<Box> boxes = new ArrayList<>();
    for (Step step : Step.values()) {
      boxes.add(
          new Box(step.question, step.leavesBy, step.leavesTo, State.PLAIN, takingPart(step)));
    }
    return FlowDrawing.of(
        "How a request is decided",
        "Five questions, asked in turn; each may end the decision.",
        boxes,
        State.PLAIN);
  }

  /** The flow of one decision, with the step lit that decided. */
  static String of(String title, Decision decision) {
    DecisionFlow flow = new DecisionFlow(decision);
    List<Box> boxes = new ArrayList<>();
    for (Step step : Step.values()) {
      boxes.add(flow.box(step));
    }
    return FlowDrawing.of(
        title, decision.message(), boxes, decision.isAllowed() ? State.LIT_ALLOW : State.SKIPPED);
  }

  private static ImmutableList<Row> takingPart(Step step) {
    return switch (step) {
      case GOVERNED -> rows("not sts:GetCallerIdentity or sts:GetSessionToken");
      case DENIED ->
          rows(
              "service control, resource control, VPC endpoint",
              "resource-based policy, S3 Block Public Access",
              "permissions boundary, session, identity-based policy");
      case ENDPOINT -> rows("where the request passes one");
      case ORGANIZATION -> rows("service control policies of the root, each unit and the account");
      case ACCESS ->
          rows(
              "in one account: the resource's policy or identity-based ones",
              "across accounts: both",
              "limits: permissions boundary and session policies",
              "KMS, role trust and S3 by rules of their own");
    };
  }

  private static ImmutableList<Row> rows(String... texts) {
    return Stream.of(texts)
        .map(text -> new Row("", text, "", false))
        .collect(ImmutableList.toImmutableList());
  }

  private static Step decidingStep(DecidingCause cause) {
    if (cause instanceof DecidingCause.Denied || cause instanceof DecidingCause.Blocked) {
      return Step.DENIED;
    }
    if (cause instanceof DecidingCause.NotCallable || isUngoverned(cause)) {
      return Step.GOVERNED;
    }
    if (cause instanceof DecidingCause.NoAllow && isOf(cause, Layer.VPC_ENDPOINT)) {
      return Step.ENDPOINT;
    }
    return isOf(cause, Layer.SERVICE_CONTROL) ? Step.ORGANIZATION : Step.ACCESS;
  }

  private static boolean isUngoverned(DecidingCause cause) {
    Ground ungoverned = SpecialGround.UNGOVERNED;
    return cause instanceof DecidingCause.GrantedOtherwise granted
        && granted.ground() == ungoverned;
  }

  private static boolean isOf(DecidingCause cause, Layer layer) {
    return cause.layer().equals(Optional.of(layer));
  }

  private Box box(Step step) {
    State state =
        step.ordinal() > deciding.ordinal()
            ? State.SKIPPED
            : step != deciding
                ? State.PASSED
                : decision.isAllowed() ? State.LIT_ALLOW : State.LIT_DENY;
    ImmutableList<Row> rows = state == State.SKIPPED ? ImmutableList.of() : answers(step);
    return new Box(step.question, step.leavesBy, step.leavesTo, state, rows);
  }

  private ImmutableList<Row> answers(Step step) {
    return switch (step) {
      case GOVERNED -> rows(deciding == step ? decision.message() : "yes");
      case DENIED -> denies();
      case ENDPOINT -> limits(Layer.VPC_ENDPOINT, "the request passes none");
      case ORGANIZATION -> levels();
      case ACCESS -> access();
    };
  }

  private ImmutableList<Row> denies() {
    ImmutableList<Row> denies =
        decision.layers().stream()
            .filter(LayerOutcome::explicitlyDenies)
            .map(
                layer ->
                    new Row(
                        "✗",
                        layer.layer().displayName() + " denies",
                        isDeciding(layer.layer()) ? place() : "",
                        isDeciding(layer.layer())))
            .collect(ImmutableList.toImmutableList());
    return denies.isEmpty() ? rows("none does") : denies;
  }

  private ImmutableList<Row> limits(Layer layer, String without) {
    return outcome(layer)
        .map(outcome -> ImmutableList.of(row(outcome)))
        .orElseGet(() -> rows(without));
  }

  private ImmutableList<Row> levels() {
    Optional<LayerOutcome> outcome = outcome(Layer.SERVICE_CONTROL);
    if (outcome.isEmpty() || outcome.get() instanceof LayerOutcome.NotApplicable) {
      return limits(Layer.SERVICE_CONTROL, "no service control policies are given");
    }
    int levels =
        1 + outcome.get().statements().stream().mapToInt(StatementOutcome::level).max().orElse(0);
    return IntStream.range(0, levels)
        .mapToObj(level -> level(outcome.get(), level, levels))
        .collect(ImmutableList.toImmutableList());
  }

  private Row level(LayerOutcome outcome, int level, int levels) {
    String place = level == 0 ? ", the root" : level == levels - 1 ? ", the account" : "";
    boolean silent =
        outcome instanceof LayerOutcome.Silent lacking && lacking.silentLevels().contains(level);
    boolean lit =
        decision.cause() instanceof DecidingCause.NoAllowAtLevel lacking
            && lacking.where() == Layer.SERVICE_CONTROL
            && lacking.level() == level;
    String says = silent ? " is silent" : " allows";
    return new Row(silent ? "–" : "✓", "level " + (level + 1) + place + says, "", lit);
  }

  private ImmutableList<Row> access() {
    ImmutableList<Row> rows =
        GIVING.stream()
            .flatMap(layer -> outcome(layer).stream())
            .map(this::row)
            .collect(ImmutableList.toImmutableList());
    return rows.isEmpty() ? rows("no such policy is given") : rows;
  }

  private Row row(LayerOutcome outcome) {
    String name = outcome.layer().displayName();
    boolean lit = isDeciding(outcome.layer());
    String detail = lit ? place() : "";
    if (outcome instanceof LayerOutcome.NotApplicable) {
      return new Row("", name + " does not apply", detail, lit);
    }
    boolean allows = outcome instanceof LayerOutcome.Allows;
    return new Row(allows ? "✓" : "–", name + (allows ? " allows" : " is silent"), detail, lit);
  }

  private boolean isDeciding(Layer layer) {
    return isOf(decision.cause(), layer);
  }

  private Optional<LayerOutcome> outcome(Layer layer) {
    return decision.layers().stream().filter(outcome -> outcome.layer() == layer).findFirst();
  }

  /** The statement that decided, and where it stands; what is missing, where none did. */
  private String place() {
    if (decision.cause().statement().isEmpty()) {
      return decision.verdict() == Verdict.IMPLICIT_DENY
          ? "no statement in it allows the action"
          : "";
    }
    StatementOutcome statement = decision.cause().statement().get();
    String policy = statement.policy().name();
    return statement.statement().value().effect().value().text()
        + " “"
        + statement.statement().value().sid().value().asText().orElse("without a Sid")
        + "”, "
        + policy.substring(policy.lastIndexOf('/') + 1)
        + ", line "
        + statement.statement().span().start().line();
  }
}
