package dev.postern.eval;

import dev.postern.model.source.CodeFrame;
import java.util.Locale;

/** A decision as a person would tell it: the layers in order, the one that decided marked. */
final class DecisionText {
  private final StringBuilder text = new StringBuilder();
  private final Decision decision;

  private DecisionText(Decision decision) {
    this.decision = decision;
  }

  static String of(Decision decision) {
    return new DecisionText(decision).render();
  }

  private String render() {
    line(decision.verdict().text() + ": " + decision.message());
    for (LayerOutcome layer : decision.layers()) {
      layer(layer);
    }
    decision
        .cause()
        .statement()
        .ifPresent(
            statement ->
                text.append(
                    CodeFrame.render(
                        "  decided by " + describe(statement),
                        statement.statement().value().effect().span(),
                        "")));
    decision.missingKeys().forEach(this::missing);
    decision
        .unspecified()
        .forEach(
            point ->
                line(
                    "  unspecified by AWS, and this verdict rests on it: "
                        + point
                        + ", "
                        + point.point()));
    decision
        .findings()
        .forEach(
            finding ->
                line("  note [" + finding.code() + "] " + finding.span() + ": " + finding.text()));
    return text.toString();
  }

  /* What an author wrote, a Sid or a tag, neither ends the line nor steers the terminal. */
  private void line(String line) {
    line.codePoints().map(c -> isActedUpon(c) ? '\uFFFD' : c).forEach(text::appendCodePoint);
    text.append('\n');
  }

  private static boolean isActedUpon(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  private void layer(LayerOutcome layer) {
    boolean decided = decision.cause().layer().filter(layer.layer()::equals).isPresent();
    line(
        (decided ? "> " : "  ")
            + layer.layer().displayName()
            + ": "
            + (layer.statements().isEmpty() ? "no statements" : layer.effect()));
    for (StatementOutcome statement : layer.statements()) {
      line(
          "    "
              + (statement.matched() ? "+ " : "- ")
              + describe(statement)
              + ": "
              + why(statement));
    }
  }

  private static String describe(StatementOutcome statement) {
    String sid =
        statement.statement().value().sid().value().asText().map(s -> " `" + s + "`").orElse("");
    return statement.statement().value().effect().value().text()
        + sid
        + " (statement "
        + statement.index()
        + " of "
        + statement.policy().name()
        + " at "
        + statement.statement().span().start()
        + ")";
  }

  private static String why(StatementOutcome statement) {
    if (statement.matched()) {
      return "matches";
    }
    StringBuilder reasons = new StringBuilder();
    element(reasons, statement.principal());
    element(reasons, statement.action());
    element(reasons, statement.resource());
    for (ConditionOutcome condition : statement.conditions()) {
      if (!condition.truth().certainlyHolds()) {
        append(reasons, why(condition));
      }
    }
    return reasons.toString();
  }

  private static void element(StringBuilder reasons, ElementOutcome element) {
    if (!element.truth().certainlyHolds()) {
      String reason =
          element
              .reason()
              .map(r -> r.name().toLowerCase(Locale.ROOT).replace('_', ' '))
              .orElse("matches by one reading only");
      append(reasons, element.detail().isEmpty() ? reason : reason + " " + element.detail());
    }
  }

  private static void append(StringBuilder reasons, String reason) {
    reasons.append(reasons.length() == 0 ? "" : "; ").append(reason);
  }

  private static String why(ConditionOutcome condition) {
    String key = condition.condition().key().value().text();
    String found =
        switch (condition.state()) {
          case MISSING -> "is missing";
          case NULL -> "is null";
          case UNKNOWN -> "is not known";
          case PRESENT, WRONG_TYPE -> "is " + condition.requestValues();
        };
    return condition.condition().operator().value().text()
        + " "
        + key
        + " wants "
        + condition.resolvedValues()
        + ", "
        + key
        + " "
        + found;
  }

  private void missing(MissingKey key) {
    line(
        "  `"
            + key.key()
            + "` is not in the request"
            + (key.alwaysPresentInAws() ? "; AWS always sends it" : "")
            + ", asked for by "
            + String.join(", ", key.usedBy()));
  }
}
