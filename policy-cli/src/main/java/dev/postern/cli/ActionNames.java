package dev.postern.cli;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;

/** The actions or patterns of actions that arguments give, each once, in their order. */
final class ActionNames {
  private static final Splitter LINES =
      Splitter.on(CharMatcher.anyOf("\r\n")).trimResults().omitEmptyStrings();

  private ActionNames() {}

  /** The arguments; in place of {@code -} the lines of standard input that are not blank. */
  static ImmutableSet<String> of(Iterable<String> arguments, Console console, Inputs inputs) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        names.addAll(
            LINES.split(lines(new Input.Standard(console.in(), console.folder()), inputs)));
      } else {
        names.add(argument);
      }
    }
    return names.build();
  }

  private static String lines(Input input, Inputs inputs) {
    return inputs
        .read(input, ReadLimits.SCENARIOS)
        .filter(file -> isText(file, inputs))
        .map(file -> file.source().text())
        .orElse("");
  }

  private static boolean isText(SourceFile file, Inputs inputs) {
    for (Problem problem : file.problem()) {
      inputs.report(file.source().name() + ": " + problem.message());
    }
    return file.problem().isEmpty();
  }
}
