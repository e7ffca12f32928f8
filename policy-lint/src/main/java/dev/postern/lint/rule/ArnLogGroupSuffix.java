package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A log group without {@code :*}, for actions on its streams and events. AWS: "Overview of managing
 * access permissions to your CloudWatch Logs resources".
 */
final class ArnLogGroupSuffix implements StatementRule {
  private static final String GROUP = "log-group:";
  /* They take a log group in the tables, and want the suffix all the same. */
  private static final ImmutableSet<String> OF_GROUPS =
      ImmutableSet.of("logs:FilterLogEvents", "logs:DescribeLogStreams");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("arn-log-group-suffix", "a log group without `:*` holds no streams")
        .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.RESOURCE, Kind.KMS_KEY);
  }

  /** Whether it names one log group and ends with its name. */
  static boolean lacksSuffix(ResourcePattern resource) {
    if (!(resource instanceof ArnPattern pattern)) {
      return false;
    }
    Arn arn = Arn.of(pattern.text());
    String name = arn.resource().startsWith(GROUP) ? arn.resource().substring(GROUP.length()) : "";
    return arn.service().equals("logs")
        && !name.isEmpty()
        && name.indexOf(':') < 0
        && !name.endsWith("*")
        && !name.endsWith("}");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!(statement.action().value() instanceof Action)
        || !(statement.resource().value() instanceof Resource element)) {
      return;
    }
    for (Located<ResourcePattern> entry : element.patterns()) {
      if (lacksSuffix(entry.value())
          && policy.actions(statement).stream().anyMatch(ArnLogGroupSuffix::needsSuffix)
          && element.patterns().stream().noneMatch(other -> holdsStreams(other, entry))) {
        report(entry, policy, findings);
      }
    }
  }

  private static boolean needsSuffix(ActionDefinition action) {
    return action.service().equals("logs")
        && (OF_GROUPS.contains(action.fullName())
            || action.resources().stream()
                .anyMatch(resource -> resource.type().name().equals("log-stream")));
  }

  private static boolean holdsStreams(
      Located<ResourcePattern> other, Located<ResourcePattern> group) {
    return !(other.value() instanceof ArnPattern)
        || Glob.of(other.value().text()).covers(Glob.of(group.value().text() + ":log-stream:*"));
  }

  private static void report(
      Located<ResourcePattern> entry, LintedPolicy policy, Findings findings) {
    String text = entry.value().text() + ":*";
    Findings.Draft draft =
        findings
            .at(entry.span())
            .message("`" + entry.value().text() + "` does not match the streams of the log group")
            .advice("write `" + text + "`");
    ListEdit.replace(Fix.Kind.OFFER, "write `" + text + "`", entry.span(), text, policy)
        .ifPresent(draft::fix);
    draft.add();
  }
}
