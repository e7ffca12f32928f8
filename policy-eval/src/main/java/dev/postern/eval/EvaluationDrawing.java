package dev.postern.eval;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.LayerOutcome.NotApplicable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as a person draws it: the types of policy from the organization down to the
 * session, a line each, with a mark for what it says and an arrow at the one that decided. AWS:
 * "How AWS enforcement code logic evaluates requests to allow or deny access", its flow chart.
 *
 * <pre>
 *   service control policy  + allows
 *     level 1, the root     + allows
 *     level 2, the account  + allows
 * &gt; resource-based policy   x denies
 *   identity-based policy   + allows
 *   permissions boundary    - silent: no statement allows it
 * </pre>
 */
final class EvaluationDrawing {
  /** The order of the flow chart; before it, what the request passes on its way. */
  private static final ImmutableList<Layer> ORDER =
      ImmutableList.of(
          Layer.VPC_ENDPOINT,
          Layer.RESOURCE_CONTROL,
          Layer.SERVICE_CONTROL,
          Layer.PUBLIC_ACCESS_BLOCK,
          Layer.RESOURCE,
          Layer.KMS_GRANT,
          Layer.IDENTITY,
          Layer.PERMISSIONS_BOUNDARY,
          Layer.SESSION);

  private static final ImmutableMap<String, String> WHY_NOT =
      ImmutableMap.of(
          "REQUESTER_OF_NO_ACCOUNT", "the requester belongs to no account",
          "MANAGEMENT_ACCOUNT", "the account manages the organization",
          "SERVICE_LINKED_ROLE", "the role is linked to a service",
          "SERVICE_NOT_COVERED", "no policy of the type covers the service",
          "NO_RESOURCE", "the action acts on no resource",
          "RETIRE_GRANT", "whoever holds a grant may always retire it",
          "AWS_MANAGED_KEY", "AWS manages the key",
          "AWS_SERVICE", "AWS services pass no endpoint");

  private static final String ALLOWS = "+ allows";

  private static final String DENIES = "x denies";

  private final VisibleLines text;
  private final Decision decision;
  private final boolean withStatements;
  private final int width;

  private EvaluationDrawing(VisibleLines text, Decision decision, boolean withStatements) {
    this.text = text;
    this.decision = decision;
    this.withStatements = withStatements;
    this.width =
        ORDER.stream()
            .filter(layer -> isDrawn(layer, decision))
            .mapToInt(layer -> layer.displayName().length())
            .max()
            .orElse(0);
  }

  /**
   * Draws a decision without parts.
   *
   * @param withStatements whether to say of each statement what it made of the request
   */
  static void draw(VisibleLines text, Decision decision, boolean withStatements) {
    EvaluationDrawing drawing = new EvaluationDrawing(text, decision, withStatements);
    for (Layer layer : ORDER) {
      if (isDrawn(layer, decision)) {
        drawing.layer(layer);
      }
    }
  }

  private static boolean isDrawn(Layer layer, Decision decision) {
    return hasDecided(layer, decision)
        || decision.layers().stream().anyMatch(outcome -> outcome.layer() == layer);
  }

  private static boolean hasDecided(Layer layer, Decision decision) {
    return decision.cause().layer().filter(layer::equals).isPresent();
  }

  private void layer(Layer layer) {
    String arrow = hasDecided(layer, decision) ? "> " : "  ";
    String name = arrow + Strings.padEnd(layer.displayName(), width, ' ') + "  ";
    decision.layers().stream()
        .filter(outcome -> outcome.layer() == layer)
        .findFirst()
        .ifPresentOrElse(outcome -> layer(name, outcome), () -> withoutPolicies(name));
  }

  private void layer(String name, LayerOutcome outcome) {
    if (outcome instanceof NotApplicable exempt) {
      text.line(name + "  does not apply: " + inWords(exempt.whyNot()));
      return;
    }
    text.line(name + word(outcome));
    int levels = levels(outcome);
    for (int level = 0; level < levels; level++) {
      level(outcome, level, levels);
    }
    if (levels == 0 && withStatements) {
      outcome.statements().forEach(this::statement);
    }
  }

  /* A setting or a grant that decided, and that consists of no statements. */
  private void withoutPolicies(String name) {
    String says = decision.isAllowed() ? ALLOWS : DENIES;
    String which =
        decision.cause() instanceof DecidingCause.Blocked blocked
            ? ": " + blocked.block().text()
            : "";
    text.line(name + says + which);
  }

  private static String inWords(String whyNot) {
    return WHY_NOT.getOrDefault(whyNot, whyNot.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private static String word(LayerOutcome outcome) {
    if (outcome.explicitlyDenies()) {
      return DENIES;
    }
    if (outcome instanceof LayerOutcome.Allows) {
      return ALLOWS;
    }
    return outcome.layer() == Layer.SERVICE_CONTROL
        ? "- silent: not every level allows it"
        : silent(outcome.statements());
  }

  private static String silent(ImmutableList<StatementOutcome> statements) {
    return statements.isEmpty()
        ? "- silent: there is no statement"
        : "- silent: no statement allows it";
  }

  /** How many levels the organization has; 0 for policies that are not attached to levels. */
  private int levels(LayerOutcome outcome) {
    return switch (outcome.layer()) {
      case SERVICE_CONTROL -> size(decision.policies().serviceControlLevels());
      case RESOURCE_CONTROL -> size(decision.policies().resourceControlLevels());
      default -> 0;
    };
  }

  private static int size(@Nullable ImmutableList<?> levels) {
    return levels == null ? 0 : levels.size();
  }

  private void level(LayerOutcome outcome, int level, int levels) {
    ImmutableList<StatementOutcome> statements =
        outcome.statements().stream()
            .filter(statement -> statement.level() == level)
            .collect(ImmutableList.toImmutableList());
    String place = level == 0 ? ", the root" : level == levels - 1 ? ", the account" : "";
    String arrow = decidingLevel(outcome.layer()) == level ? "  > " : "    ";
    String name = arrow + "level " + (level + 1) + place;
    text.line(Strings.padEnd(name, width + 4, ' ') + word(outcome.layer(), statements));
    if (withStatements) {
      statements.forEach(this::statement);
    }
  }

  /** The level that decided, counted from 0; -1 if another type of policy did. */
  private int decidingLevel(Layer layer) {
    DecidingCause cause = decision.cause();
    if (cause instanceof DecidingCause.NoAllowAtLevel silent && silent.where() == layer) {
      return silent.level();
    }
    return cause instanceof DecidingCause.Denied denied && denied.where() == layer
        ? denied.by().level()
        : -1;
  }

  private static String word(Layer layer, ImmutableList<StatementOutcome> statements) {
    if (statements.stream().anyMatch(s -> s.matched() && !s.isAllow())) {
      return DENIES;
    }
    // RCPFullAWSAccess is attached to each level, written or not.
    boolean allows =
        layer == Layer.RESOURCE_CONTROL
            || statements.stream().anyMatch(s -> s.matched() && s.isAllow());
    return allows ? ALLOWS : silent(statements);
  }

  private void statement(StatementOutcome statement) {
    String mark = !statement.matched() ? "-" : statement.isAllow() ? "+" : "x";
    text.line(
        "      "
            + mark
            + " "
            + StatementText.name(statement)
            + ": "
            + StatementText.why(statement));
  }
}
