package dev.postern.lint.rule;

import dev.postern.lint.rule.Expectations.BroadNetworks;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A public block of more addresses than any one network has. */
final class ConditionIpBroad implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("condition-ip-broad", "a block of very many public addresses")
        .optIn(expectations -> expectations.broadNetworks().asked());
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.IP_ADDRESS)
        .filter(use -> ConditionIpAll.isMeantToLimit(use, statement.value()))
        .ifPresent(
            use ->
                use.values()
                    .forEach(
                        value -> check(value, policy.expectations().broadNetworks(), findings)));
  }

  private static void check(Located<ConditionValue> value, BroadNetworks broad, Findings findings) {
    CidrBlock.parse(value.value().text())
        .filter(block -> block.length() < least(block, broad))
        // Of length zero it is all there is, which is another rule's.
        .filter(block -> block.length() > 0 && !ConditionIpPrivate.isPrivate(block))
        .ifPresent(
            block ->
                findings.add(
                    value.span(),
                    "`" + value.value().text() + "` is wider than `/" + least(block, broad) + "`",
                    "name the blocks that are your own"));
  }

  private static int least(CidrBlock block, BroadNetworks broad) {
    return block.bits() == CidrBlock.IPV4 ? broad.ipv4() : broad.ipv6();
  }
}
