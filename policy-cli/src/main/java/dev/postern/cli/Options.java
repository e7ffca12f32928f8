package dev.postern.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/* Built by API: annotations would be read by reflection at each start. */
/** The kinds of option that commands have. */
final class Options {
  private Options() {}

  /** A command with a help option, a description and text below the options. */
  static CommandSpec command(String name, String description, String footer) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage()
        .description(description)
        .footer(lines(footer))
        .sortOptions(false)
        .optionListHeading("%nOptions:%n")
        .parameterListHeading("%nArguments:%n")
        .descriptionHeading("%n")
        .width(96);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    return spec;
  }

  private static String[] lines(String text) {
    // A percent sign would begin a format of picocli's.
    return ("\n" + text.replace("%", "%%")).lines().toArray(String[]::new);
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  /** One of several words. */
  static OptionSpec choice(String name, Iterable<String> words, String description) {
    return text(name, String.join("|", words), description);
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static PositionalParamSpec inputs(String label, String description) {
    return inputs("1..*", label, description);
  }

  /** Inputs that may be left out, since an option can take their place. */
  static PositionalParamSpec inputsUnless(String label, String description) {
    return inputs("0..*", label, description);
  }

  private static PositionalParamSpec inputs(String arity, String label, String description) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity(arity)
        .required(arity.startsWith("1"))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static boolean isSet(ParseResult given, String name) {
    return given.matchedOptionValue(name, false);
  }

  static ImmutableList<String> inputs(ParseResult given) {
    List<String> inputs = given.matchedPositionalValue(0, ImmutableList.of());
    return ImmutableList.copyOf(inputs);
  }

  /**
   * The word that was chosen.
   *
   * @throws UsageException if it is none of the words
   */
  static String chosen(
      ParseResult given, String name, ImmutableSet<String> words, String unlessGiven) {
    String word = given.matchedOptionValue(name, unlessGiven);
    if (!words.contains(word)) {
      throw new UsageException(name + ": `" + word + "` is none of " + String.join(", ", words));
    }
    return word;
  }

  /**
   * What the chosen word stands for.
   *
   * @throws UsageException if it is none of the words
   */
  static <T> T chosen(
      ParseResult given, String name, ImmutableMap<String, T> meanings, T unlessGiven) {
    if (!given.hasMatchedOption(name)) {
      return unlessGiven;
    }
    T meaning = meanings.get(chosen(given, name, meanings.keySet(), ""));
    return meaning == null ? unlessGiven : meaning;
  }

  /**
   * A whole number.
   *
   * @throws UsageException if it is none, or not within the bounds
   */
  static int number(ParseResult given, String name, int least, int most, int unlessGiven) {
    if (!given.hasMatchedOption(name)) {
      return unlessGiven;
    }
    String text = given.matchedOptionValue(name, "");
    Integer number = Ints.tryParse(text);
    if (number == null || number < least || number > most) {
      throw new UsageException(
          name + ": `" + text + "` is no number from " + least + " to " + most);
    }
    return number;
  }

  /** The parts of a list with commas; empty if the option is not given. */
  static String[] list(ParseResult given, String name) {
    String list = given.matchedOptionValue(name, "");
    return list.isEmpty()
        ? new String[0]
        : Splitter.on(',').trimResults().splitToList(list).toArray(String[]::new);
  }
}
