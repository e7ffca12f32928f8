package dev.postern.cli;

import dev.postern.lint.RuleSelector;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RulePage;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.source.NearestName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code postern explain}: why is this a mistake, and what would be right? */
final class ExplainCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
            "explain",
            "Shows the page of a rule: why it is one, bad and good policies, what it misses.",
            """
            Findings name their rules in brackets: error[action-unknown]. What stands behind a
            slash there, privesc-self/iam-attach-user-policy, may be left on.

            Exit codes:
              0  shown
              1  there is no such rule; the pages of the others are shown
              2  wrong usage
              3  a mistake of ours

            Examples:
              postern explain action-unknown
              postern explain version-old sid-duplicate
            """)
        .addPositional(
            Options.inputs(
                "RULE",
                "rules, as `postern rules` lists them: ids, globs, codes of Access Analyzer, or other tools'"
                    + " names such as checkov:CKV_AWS_355"));
  }

  @Override
  public int run(ParseResult given, Console console) {
    int code = ExitCode.CLEAN;
    String separator = "";
    for (String asked : Options.inputs(given)) {
      int slash = asked.indexOf('/');
      String id = slash < 0 ? asked : asked.substring(0, slash);
      RuleSelector selector = RuleSelector.of(id);
      boolean found = false;
      for (Rule rule : BuiltInRules.ALL) {
        if (selector.picks(rule.info())) {
          console.out().print(separator + page(rule));
          separator = "\n";
          found = true;
        }
      }
      if (!found) {
        console.tell(Visible.line("no rule is `" + id + "`" + hint(id)));
        code = ExitCode.FINDINGS;
      }
    }
    return code;
  }

  private static String page(Rule rule) {
    String page = RulePage.of(rule).map(RulePage::text).orElse("# " + rule.info().title() + "\n");
    return page + "\n" + facts(rule.info());
  }

  private static String facts(RuleInfo rule) {
    StringBuilder facts = new StringBuilder("## The rule\n\n");
    facts.append("- id: `").append(rule.id()).append("`\n");
    facts.append("- severity: ").append(rule.severity().word()).append('\n');
    switch (rule.profile()) {
      case DEFAULT -> {}
      case STRICT -> facts.append("- runs in the strict profile, or when asked for by its id\n");
      case OPT_IN ->
          facts.append("- runs when asked for by its id, or when what it needs is configured\n");
    }
    if (rule.types().size() < Kind.values().length) {
      facts.append("- policy types: ").append(String.join(", ", RulesCommand.types(rule)));
      facts.append('\n');
    }
    if (rule.issueCode().isPresent()) {
      facts.append("- Access Analyzer: `").append(rule.issueCode().get()).append("`\n");
    }
    if (!rule.peers().isEmpty()) {
      facts.append("- elsewhere: `").append(String.join("`, `", rule.peers())).append("`\n");
    }
    return facts.toString();
  }

  private static String hint(String id) {
    return NearestName.of(id, BuiltInRules.ALL.stream().map(rule -> rule.info().id()).toList())
        .map(near -> "; did you mean `" + near + "`?")
        .orElse("; `postern rules` lists them");
  }
}
