package dev.postern.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A statement's part in a decision, in words. */
final class StatementText {
  private static final String BY_READING = "matches by one reading only";

  private StatementText() {}

  /** Which statement it is. */
  static String name(StatementOutcome statement) {
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

  /** Whether it matches, or everything that keeps it from matching. */
  static String why(StatementOutcome statement) {
    if (statement.matched()) {
      return "matches";
    }
    List<String> reasons = new ArrayList<>();
    element(reasons, statement.principal());
    element(reasons, statement.action());
    element(reasons, statement.resource());
    for (ConditionOutcome condition : statement.conditions()) {
      if (!condition.truth().certainlyHolds()) {
        reasons.add(condition(condition));
      }
    }
    return String.join("; ", reasons);
  }

  private static void element(List<String> reasons, ElementOutcome element) {
    if (!element.truth().certainlyHolds()) {
      reasons.add(element.reason().map(reason -> why(reason, element.detail())).orElse(BY_READING));
    }
  }

  private static String why(MissReason reason, String detail) {
    if (reason == MissReason.RESOURCE_FIELD_DIFFERS) {
      return "the " + detail + " of the ARN differs";
    }
    String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return detail.isEmpty() ? words : words + " " + detail;
  }

  private static String condition(ConditionOutcome condition) {
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
}
