package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A block whose address says more than its length lets count. */
final class ConditionIpHostBits implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "condition-ip-host-bits", "a block of addresses has bits behind its length")
        .issueCode("IMPROVE_IP_RANGE");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.IP_ADDRESS)
        .ifPresent(use -> use.values().forEach(value -> check(value, policy, findings)));
  }

  private static void check(Located<ConditionValue> value, LintedPolicy policy, Findings findings) {
    CidrBlock.parse(value.value().text())
        .filter(CidrBlock::hasHostBits)
        .ifPresent(
            block -> {
              Findings.Draft draft =
                  findings
                      .at(value.span())
                      .message(
                          "`" + value.value().text() + "` means the block `" + block.text() + "`")
                      .advice("write the block, or a longer prefix if less is meant");
              ListEdit.replace(
                      Fix.Kind.AUTO,
                      "write `" + block.text() + "`",
                      value.span(),
                      block.text(),
                      policy)
                  .ifPresent(draft::fix);
              draft.add();
            });
  }
}
