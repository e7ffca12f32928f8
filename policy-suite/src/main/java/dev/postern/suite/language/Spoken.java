package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.ContextValue;
import dev.postern.model.source.Located;
import java.util.stream.Collectors;

/** An expectation as one would write it: what a test is called. */
final class Spoken {
  private Spoken() {}

  /** The whole sentence. */
  static String of(Sentence.Expected expected) {
    return expected.verb().text()
        + " "
        + list(expected.principals())
        + " "
        + list(expected.actions())
        + (expected.resources().isEmpty() ? "" : " on " + list(expected.resources()))
        + when(expected.given())
        + tail(expected);
  }

  /** One of the tests that it means. */
  static String of(
      Sentence.Expected expected,
      Located<String> principal,
      Located<String> action,
      Located<String> resource) {
    return expected.verb().text()
        + " "
        + Words.written(principal.value())
        + " "
        + Words.written(action.value())
        + (expected.resources().isEmpty() ? "" : " on " + Words.written(resource.value()))
        + when(expected.given())
        + tail(expected);
  }

  private static String tail(Sentence.Expected expected) {
    StringBuilder tail = new StringBuilder();
    expected.endpoint().forEach(name -> tail.append(" through ").append(name.value()));
    for (Sentence.Also also : expected.also()) {
      tail.append(" also ")
          .append(Words.written(also.action().value()))
          .append(" on ")
          .append(Words.written(also.resource().value()));
    }
    return tail.toString();
  }

  private static String list(ImmutableList<Located<String>> words) {
    return words.stream()
        .map(word -> Words.written(word.value()))
        .collect(Collectors.joining(", "));
  }

  private static String when(ImmutableList<Sentence.Given> given) {
    return given.isEmpty()
        ? ""
        : given.stream().map(Spoken::given).collect(Collectors.joining(" and ", " when ", ""));
  }

  private static String given(Sentence.Given given) {
    String key = Words.written(given.key().value());
    return given.value().isEmpty() ? key + " is absent" : key + value(given.value().get(0));
  }

  private static String value(ContextValue value) {
    if (value instanceof ContextValue.Null) {
      return " is null";
    }
    if (value instanceof ContextValue.Unknown) {
      return " is unknown";
    }
    if (value instanceof ContextValue.Single single) {
      return " = " + Words.written(single.text());
    }
    return value.values().stream()
        .map(Words::written)
        .collect(Collectors.joining(", ", " = [", "]"));
  }
}
