package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.CodeFrame;

/**
 * A decision as a person would tell it: the evaluation drawn, then the statement that decided,
 * quoted where it stands, then what was missing and what rests on what.
 */
final class DecisionText {
  private final VisibleLines text = new VisibleLines();
  private final boolean whole;

  private DecisionText(boolean whole) {
    this.whole = whole;
  }

  /** Everything. */
  static String of(Decision decision) {
    DecisionText text = new DecisionText(true);
    text.text.line(decision.verdict().text() + ": " + decision.message());
    text.parts(decision);
    return text.text.toString();
  }

  /** What each type of policy says, and the statement that decided. */
  static String outline(Decision decision) {
    DecisionText text = new DecisionText(false);
    text.parts(decision);
    return text.text.toString();
  }

  private void parts(Decision decision) {
    ImmutableList<Decision> parts = decision.parts();
    if (parts.isEmpty()) {
      single(decision);
    }
    for (int i = 0; i < parts.size(); i++) {
      Decision part = parts.get(i);
      text.line(
          "part "
              + (i + 1)
              + " of "
              + parts.size()
              + ": "
              + part.verdict().text()
              + ": "
              + part.request().action()
              + " on "
              + part.request().resource());
      single(part);
    }
  }

  private void single(Decision decision) {
    EvaluationDrawing.draw(text, decision, whole);
    decision.cause().statement().ifPresent(this::quoted);
    if (whole) {
      decision.missingKeys().forEach(this::missing);
      decision.wouldChange().forEach(this::change);
      decision.unspecified().forEach(this::unspecified);
      decision.findings().forEach(this::finding);
    }
  }

  private void quoted(StatementOutcome statement) {
    text.lines(
        CodeFrame.render(
            "  decided by " + StatementText.name(statement),
            statement.statement().value().effect().span(),
            ""));
  }

  private void missing(MissingKey key) {
    text.line(
        "  `"
            + key.key()
            + "` is not in the request"
            + (key.alwaysPresentInAws() ? "; AWS always sends it" : "")
            + ", asked for by "
            + String.join(", ", key.usedBy()));
  }

  private void change(Change change) {
    text.line("  would be " + change.verdict().text() + " if " + condition(change));
  }

  private static String condition(Change change) {
    if (change instanceof Change.KeyHolds holds) {
      return "`" + holds.key() + "` were " + values(holds.value());
    }
    if (change instanceof Change.KeyIsAbsent absent) {
      return "`" + absent.key() + "` were absent";
    }
    if (change instanceof Change.LayerDoesNotDeny silent) {
      return "no " + silent.layer().displayName() + " denied it";
    }
    Layer layer = ((Change.LayerAllows) change).layer();
    return (layer == Layer.IDENTITY ? "an " : "a ") + layer.displayName() + " allowed it";
  }

  private static String values(ContextValue value) {
    return value instanceof ContextValue.Single single
        ? "`" + single.text() + "`"
        : value.values().toString();
  }

  private void unspecified(Unspecified point) {
    text.line(
        "  unspecified by AWS, and this verdict rests on it: " + point + ", " + point.point());
  }

  private void finding(DecisionFinding finding) {
    text.line("  note [" + finding.code() + "] " + finding.span() + ": " + finding.text());
  }
}
