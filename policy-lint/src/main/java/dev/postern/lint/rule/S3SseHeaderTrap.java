package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A {@code Deny} of uploads by their encryption header that forgets the uploads without one, which
 * S3 encrypts by default. AWS: "Setting default server-side encryption behavior".
 */
final class S3SseHeaderTrap implements PolicyRule {
  private static final String HEADER = "s3:x-amz-server-side-encryption";
  private static final ActionName PUT_OBJECT = ActionName.of("s3:PutObject");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "s3-sse-header-trap", "a test of the encryption header does not do what it seems to")
        .on(Kind.RESOURCE);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    ImmutableList<KeyUse> uses =
        policy.document().statementList().stream()
            .map(Located::value)
            .filter(Statement::isDeny)
            .filter(statement -> statement.action().value().covers(PUT_OBJECT))
            .flatMap(statement -> KeyUse.allOf(statement, policy).stream())
            .filter(use -> use.isOf(HEADER))
            .collect(toImmutableList());
    boolean asksPresence = uses.stream().anyMatch(use -> use.domain() == Domain.PRESENCE);
    boolean asksValue = uses.stream().anyMatch(use -> use.domain() != Domain.PRESENCE);
    for (KeyUse use : uses) {
      if (!asksPresence && use.isNegated() && use.holdsOnAbsentKey()) {
        findings.add(
            use.valuesSpan(),
            "this also denies uploads without the header, which S3 encrypts by default",
            "add `\"Null\": {\"" + HEADER + "\": \"false\"}`, if these are welcome");
      } else if (!asksValue && use.holdsOnAbsentKey()) {
        findings.add(
            use.valuesSpan(),
            "this asks for the header, and lets every value of it pass",
            "test the value, too, with `StringNotEquals` in a statement of its own");
      }
    }
  }
}
