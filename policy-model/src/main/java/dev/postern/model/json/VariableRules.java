package dev.postern.model.json;

import dev.postern.model.PolicyString;
import dev.postern.model.PolicyVersion;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;

/**
 * Where policy variables may stand and how they are spelled. In a document of a version without
 * variables <code>${</code> is ordinary text. AWS: "IAM policy elements: Variables and tags".
 */
final class VariableRules {
  private final PolicyVersion version;
  private final Problems problems;

  VariableRules(PolicyVersion version, Problems problems) {
    this.version = version;
    this.problems = problems;
  }

  /** Whether the text holds variables that IAM would replace. */
  boolean apply(JsonString value) {
    return version.hasVariables() && value.text().contains("${");
  }

  /** Reports a malformed variable in a place that takes variables. */
  void check(JsonString value) {
    if (!apply(value)) {
      return;
    }
    PolicyString.fault(value.text())
        .ifPresent(
            fault -> {
              String written = value.text().substring(fault.start(), fault.end());
              SourceSpan span = within(value, fault.start(), fault.end());
              switch (fault.kind()) {
                case BRACE ->
                    problems.add(
                        ProblemCode.VARIABLE_BRACE,
                        span,
                        "`${` without a closing brace",
                        "write `${key}`; a literal dollar is `${$}`");
                case QUOTE ->
                    problems.add(
                        ProblemCode.VARIABLE_QUOTE,
                        span,
                        "malformed default in `" + written + "`",
                        "write `${key, 'default'}`: a comma, one space, single quotes");
                case SPACE ->
                    problems.add(
                        ProblemCode.VARIABLE_SPACE,
                        span,
                        "white space in the variable `" + written + "`",
                        "a variable is the name of a condition key, such as `${aws:username}`");
                case EMPTY ->
                    problems.add(
                        ProblemCode.VARIABLE_EMPTY,
                        span,
                        "`" + written + "` names no condition key",
                        "write `${aws:username}`, say");
              }
            });
  }

  /** Notes a variable in an element where it stays literal text. */
  void noteUnsupported(JsonString value, String element) {
    if (apply(value)) {
      problems.add(
          ProblemCode.VARIABLE_ELEMENT,
          value.span(),
          "`${` in `" + element + "` is literal text",
          "variables are replaced in `Resource` and in string and ARN conditions only");
    }
  }

  /** Notes a variable under an operator that leaves it literal. */
  void noteUnsupportedOperator(JsonString value, String operator) {
    if (apply(value)) {
      problems.add(
          ProblemCode.VARIABLE_OPERATOR,
          value.span(),
          "`${` under `" + operator + "` is literal text",
          "variables are replaced under string and ARN operators only");
    }
  }

  /* Offsets in the text are offsets in the source only where no escape stands in the string. */
  private static SourceSpan within(JsonString value, int start, int end) {
    SourceSpan span = value.span();
    boolean plain = span.endOffset() - span.startOffset() == value.text().length() + 2;
    return plain ? span.part(start + 1, end + 1) : span;
  }
}
