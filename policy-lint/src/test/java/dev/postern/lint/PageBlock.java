package dev.postern.lint;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.lint.account.AccountDetails;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RulePage;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy on a rule's page: {@code ```json bad at=/Statement/0 type=trust}.
 *
 * @param rule the rule whose page it stands on
 * @param verdict what the page says of it
 * @param at where the rule has to find something, once each
 * @param type the policy's type: an option's name, or a CloudFormation type
 * @param input what the block holds
 * @param json the policy, or what IAM tells of an account
 */
record PageBlock(
    String rule,
    Verdict verdict,
    ImmutableList<String> at,
    PolicyType type,
    Input input,
    String json) {
  enum Input {
    POLICY,
    ACCOUNT
  }

  enum Verdict {
    BAD,
    GOOD
  }

  private static final Pattern FENCE =
      Pattern.compile(
          "^```json (bad|good)([^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  static ImmutableList<PageBlock> of(Rule rule) {
    String page = RulePage.of(rule).orElseThrow().text();
    ImmutableList.Builder<PageBlock> blocks = ImmutableList.builder();
    Matcher fence = FENCE.matcher(page);
    while (fence.find()) {
      blocks.add(
          block(
              rule.info().id(),
              Verdict.valueOf(fence.group(1).toUpperCase(Locale.ROOT)),
              fence.group(2),
              fence.group(3)));
    }
    return blocks.build();
  }

  private static PageBlock block(String rule, Verdict verdict, String attributes, String json) {
    ImmutableList.Builder<String> at = ImmutableList.builder();
    PolicyType type = PolicyType.IDENTITY;
    Input input = Input.POLICY;
    for (String attribute : Splitter.on(' ').omitEmptyStrings().split(attributes)) {
      if (attribute.startsWith("at=")) {
        at.add(attribute.substring("at=".length()));
      } else if (attribute.startsWith("type=")) {
        String name = attribute.substring("type=".length());
        type = PolicyType.named(name).orElseGet(() -> PolicyType.resource(name));
      } else if (attribute.equals("input=account")) {
        input = Input.ACCOUNT;
      } else {
        throw new IllegalArgumentException(
            "the page of " + rule + " has a block with `" + attribute + "`");
      }
    }
    return new PageBlock(rule, verdict, at.build(), type, input, json);
  }

  ImmutableList<LintResult> lint(Linter linter) {
    SourceText source = SourceText.of(rule, json);
    return input == Input.ACCOUNT
        ? AccountLinter.of(linter).lint(AccountDetails.read(source))
        : ImmutableList.of(linter.lint(source, type));
  }

  @Override
  public String toString() {
    return rule + " " + verdict + " " + type + " " + json.replaceAll("\\s+", " ");
  }
}
