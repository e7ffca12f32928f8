package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A prefix of S3 is a run of characters, not a folder: {@code home/ann} is one of anna's, too. */
final class S3PrefixNoSlash implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("s3-prefix-no-slash", "a prefix does not end where the folder ends")
        .on(Kind.IDENTITY, Kind.RESOURCE);
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    Optional<KeyUse> use =
        KeyUse.of(condition, policy)
            .filter(one -> one.isOf("s3:prefix") && one.domain() == Domain.STRING)
            .filter(one -> !one.isNegated() && statement.value().isAllow());
    if (use.isEmpty()) {
      return;
    }
    for (Located<ConditionValue> value : use.get().values()) {
      String text = value.value().text();
      if (isOpenEnded(text)) {
        findings.add(
            value.span(),
            "the prefix `" + text + "` also lists keys that go on differently",
            "end it with `/`, or with `/*` under `StringLike`");
      }
    }
  }

  private static boolean isOpenEnded(String text) {
    String name = text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
    return !name.isEmpty() && !name.endsWith("/") && !name.endsWith("*");
  }
}
