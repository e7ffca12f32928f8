package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Private addresses under {@code aws:SourceIp}, which holds public ones only: a request through a
 * VPC endpoint has no such key. AWS: "AWS global condition context keys", {@code aws:SourceIp}.
 */
final class ConditionIpPrivate implements ConditionRule {
  // RFC 1918 and RFC 4193, read 2026-11.
  private static final ImmutableList<CidrBlock> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
          .map(CidrBlock::parse)
          .flatMap(Optional::stream)
          .collect(toImmutableList());

  /** How many of the values are private. */
  private enum Share {
    ALL,
    SOME
  }

  private final RuleInfo info;
  private final BaseOperator operator;
  private final Share share;

  private ConditionIpPrivate(RuleInfo info, BaseOperator operator, Share share) {
    this.info = info;
    this.operator = operator;
    this.share = share;
  }

  static ImmutableList<Rule> all() {
    return ImmutableList.of(
        new ConditionIpPrivate(
            RuleInfo.error("condition-ip-private", "`aws:SourceIp` is never a private address")
                .issueCode("PRIVATE_IP_ADDRESS"),
            BaseOperator.IP_ADDRESS,
            Share.ALL),
        new ConditionIpPrivate(
            RuleInfo.error(
                    "condition-notip-private",
                    "`aws:SourceIp` is always another than a private address")
                .issueCode("PRIVATE_NOT_IP_ADDRESS"),
            BaseOperator.NOT_IP_ADDRESS,
            Share.ALL),
        new ConditionIpPrivate(
            RuleInfo.suggestion(
                    "condition-ip-private-part", "some values of `aws:SourceIp` never match")
                .issueCode("PRIVATE_IP_ADDRESS_SUBSET"),
            BaseOperator.IP_ADDRESS,
            Share.SOME),
        new ConditionIpPrivate(
            RuleInfo.suggestion(
                    "condition-notip-private-part", "some values of `aws:SourceIp` except nothing")
                .issueCode("PRIVATE_NOT_IP_ADDRESS_SUBSET"),
            BaseOperator.NOT_IP_ADDRESS,
            Share.SOME));
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.isOf("aws:SourceIp") && use.base() == operator)
        .ifPresent(use -> check(use, policy, findings));
  }

  private void check(KeyUse use, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ConditionValue>> closed =
        use.values().stream()
            .filter(value -> isPrivate(value.value().text()))
            .collect(toImmutableList());
    boolean isAll = closed.size() == use.values().size();
    if (closed.isEmpty() || isAll != (share == Share.ALL)) {
      return;
    }
    if (share == Share.SOME) {
      closed.forEach(value -> part(value, policy, findings));
    } else if (use.isNegated() || !use.isIfExists()) {
      findings.add(
          use.valuesSpan(),
          "`aws:SourceIp` holds public addresses, so this is "
              + (use.isNegated() ? "always" : "never")
              + " true",
          "requests through a VPC endpoint have their private address in `aws:VpcSourceIp`");
    }
  }

  private void part(Located<ConditionValue> value, LintedPolicy policy, Findings findings) {
    Findings.Draft draft =
        findings
            .at(value.span())
            .message("`aws:SourceIp` is never in the private block `" + value.value().text() + "`")
            .advice(
                "take it out; requests through a VPC endpoint have their private address in"
                    + " `aws:VpcSourceIp`");
    ListEdit.remove(Fix.Kind.AUTO, "remove the private block", value.span(), policy)
        .ifPresent(draft::fix);
    draft.add();
  }

  private static boolean isPrivate(String text) {
    return CidrBlock.parse(text).filter(ConditionIpPrivate::isPrivate).isPresent();
  }

  /** Whether no public address is in a block. */
  static boolean isPrivate(CidrBlock block) {
    return PRIVATE.stream().anyMatch(closed -> closed.covers(block));
  }
}
