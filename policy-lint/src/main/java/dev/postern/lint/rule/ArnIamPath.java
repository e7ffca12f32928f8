package dev.postern.lint.rule;

import com.google.common.collect.ImmutableMap;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Map;

/**
 * A role that AWS makes, without the path under which AWS makes it. The path is part of the ARN.
 * AWS: "IAM identifiers".
 */
final class ArnIamPath implements StatementRule {
  private static final String ROLE = "role/";
  private static final ImmutableMap<String, String> PATHS =
      ImmutableMap.of(
          "AWSServiceRoleFor", "aws-service-role/*/",
          "AWSReservedSSO_", "aws-reserved/sso.amazonaws.com/*");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("arn-iam-path", "the path of a role is part of its ARN")
        .on(PolicyTypes.WITH_RESOURCES);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ResourcePattern> entry : statement.value().resource().value().patterns()) {
      if (entry.value() instanceof ArnPattern pattern) {
        Arn arn = Arn.of(pattern.text());
        if (arn.service().equals("iam") && arn.resource().startsWith(ROLE)) {
          check(arn, entry, policy, findings);
        }
      }
    }
  }

  private static void check(
      Arn arn, Located<ResourcePattern> entry, LintedPolicy policy, Findings findings) {
    String name = arn.resource().substring(ROLE.length());
    for (Map.Entry<String, String> path : PATHS.entrySet()) {
      if (name.startsWith(path.getKey())) {
        String text =
            new Arn(
                    arn.partition(),
                    arn.service(),
                    arn.region(),
                    arn.account(),
                    ROLE + path.getValue() + name)
                .toString();
        Findings.Draft draft =
            findings
                .at(entry.span())
                .message("`" + entry.value().text() + "` has no path, and the roles it means do")
                .advice("write `" + text + "`");
        ListEdit.replace(Fix.Kind.OFFER, "write `" + text + "`", entry.span(), text, policy)
            .ifPresent(draft::fix);
        draft.add();
      }
    }
  }
}
