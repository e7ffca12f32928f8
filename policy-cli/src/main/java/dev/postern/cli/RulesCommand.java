package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RuleInfo.Profile;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern rules}: what does the linter look for? */
final class RulesCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
            "rules",
            "Lists the rules of the linter.",
            """
            A rule a line, by id: its id, how bad its findings are, what it finds. One marked with
            ° runs in the strict profile, one marked with ^ when it is asked for by its id, or when
            what it needs is configured.

            --json gives an array, a rule a line: id, severity, profile, policyTypes, issueCode
            (Access Analyzer's), peers (other tools' names for it), title.

            Exit codes:
              0  always, unless
              2  wrong usage
              3  a mistake of ours

            Examples:
              postern rules
              postern rules --json
            """)
        .addOption(Options.flag("--json", "print a JSON array"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    List<RuleInfo> rules = new ArrayList<>();
    for (Rule rule : BuiltInRules.ALL) {
      rules.add(rule.info());
    }
    rules.sort(Comparator.comparing(RuleInfo::id));
    if (Options.isSet(given, "--json")) {
      JsonList.print(Lists.transform(rules, RulesCommand::json), console.out());
      return ExitCode.CLEAN;
    }
    for (RuleInfo rule : rules) {
      console
          .out()
          .line(
              rule.id()
                  + mark(rule.profile())
                  + "  "
                  + rule.severity().word()
                  + "  "
                  + rule.title());
    }
    return ExitCode.CLEAN;
  }

  /** How lists mark the rules that do not always run. */
  static String mark(Profile profile) {
    return switch (profile) {
      case DEFAULT -> "";
      case STRICT -> "°";
      case OPT_IN -> "^";
    };
  }

  private static String json(RuleInfo rule) {
    JsonWriter json = JsonWriter.compact();
    json.beginObject();
    json.member("id", rule.id());
    json.member("severity", rule.severity().word());
    json.member("profile", profile(rule.profile()));
    json.member("policyTypes", types(rule));
    json.member("issueCode", rule.issueCode());
    json.member("peers", rule.peers());
    json.member("title", rule.title());
    return json.endObject().text();
  }

  private static String profile(Profile profile) {
    return switch (profile) {
      case DEFAULT -> "default";
      case STRICT -> "strict";
      case OPT_IN -> "opt-in";
    };
  }

  /** The names of the policy types that a rule speaks of. */
  static ImmutableList<String> types(RuleInfo rule) {
    ImmutableList.Builder<String> types = ImmutableList.builder();
    for (Kind kind : rule.types()) {
      types.add(kind.optionName());
    }
    return types.build();
  }
}
