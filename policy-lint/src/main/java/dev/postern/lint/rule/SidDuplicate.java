package dev.postern.lint.rule;

import dev.postern.model.Label;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.HashMap;
import java.util.Map;

/**
 * Two statements with one Sid: an error where AWS refuses it, a warning elsewhere. AWS: "IAM JSON
 * policy elements: Sid".
 */
record SidDuplicate(RuleInfo info) implements PolicyRule {

  static SidDuplicate refused() {
    return new SidDuplicate(
        RuleInfo.error("sid-duplicate", "two statements have the same `Sid`, and IAM refuses it")
            .peers("parliament:DUPLICATE_SID", "boogy:duplicate_sid")
            .on(PolicyTypes.OF_PRINCIPALS)
            .issueCode("UNIQUE_SIDS_REQUIRED"));
  }

  static SidDuplicate accepted() {
    return new SidDuplicate(
        RuleInfo.warning("sid-duplicate-advice", "two statements have the same `Sid`")
            .peers("parliament:DUPLICATE_SID")
            .on(
                Kind.RESOURCE,
                Kind.KMS_KEY,
                Kind.TRUST,
                Kind.SERVICE_CONTROL,
                Kind.RESOURCE_CONTROL,
                Kind.VPC_ENDPOINT)
            .issueCode("UNIQUE_SIDS_RECOMMENDED"));
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    Map<String, SourceSpan> first = new HashMap<>();
    for (Located<Statement> statement : policy.document().statementList()) {
      Located<Label> sid = statement.value().sid();
      String text = sid.value().asText().orElse("");
      if (!text.isEmpty()) {
        SourceSpan earlier = first.putIfAbsent(text, sid.span());
        if (earlier != null) {
          findings
              .at(sid.span())
              .message("a second statement with the `Sid` `" + text + "`")
              .advice("each statement has a `Sid` of its own")
              .related(earlier, "the first one")
              .add();
        }
      }
    }
  }
}
