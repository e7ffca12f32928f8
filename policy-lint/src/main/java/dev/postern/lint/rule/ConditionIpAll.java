package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** Blocks that together hold every address: a restriction that restricts nobody. */
final class ConditionIpAll implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("condition-ip-all", "the blocks hold every address there is");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.IP_ADDRESS)
        .filter(use -> isMeantToLimit(use, statement.value()))
        .ifPresent(use -> check(use, statement.value(), findings));
  }

  /* The other two are how one tells requests through a VPC endpoint, which have no such key. */
  static boolean isMeantToLimit(KeyUse use, Statement statement) {
    return statement.isAllow() != use.isNegated();
  }

  private static void check(KeyUse use, Statement statement, Findings findings) {
    ImmutableList<CidrBlock> blocks =
        use.texts().stream()
            .map(CidrBlock::parse)
            .flatMap(Optional::stream)
            .collect(toImmutableList());
    boolean four = CidrBlock.coverAll(CidrBlock.IPV4, blocks);
    boolean six = CidrBlock.coverAll(CidrBlock.IPV6, blocks);
    if (four || six) {
      findings.add(
          use.valuesSpan(),
          "every "
              + (four && six ? "address" : four ? "IPv4 address" : "IPv6 address")
              + " is in these blocks, so the `"
              + statement.effect().value().text()
              + "` is not limited by where a request comes from",
          "name the blocks that are meant, or take the test away");
    }
  }
}
