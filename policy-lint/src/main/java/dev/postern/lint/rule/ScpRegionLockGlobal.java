package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * A lock on regions that locks out services with one endpoint for all: their requests name the
 * region of that endpoint, wherever the caller is. AWS: "AWS global condition context keys",
 * aws:RequestedRegion.
 */
final class ScpRegionLockGlobal implements StatementRule {
  private static final int COLUMNS = 4;

  /** A service with one endpoint, and its region. */
  private record Global(String service, String region) {
    private static final ImmutableList<Global> ALL =
        FactTable.read("global-services.tsv", COLUMNS).stream()
            .map(cells -> new Global(cells.get(0), cells.get(1)))
            .collect(toImmutableList());
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("scp-region-lock-global", "a lock on regions hits global services")
        .on(Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isDeny()
        || !(statement.action().value() instanceof ActionElement.NotAction spared)
        || StarResource.of(statement).isEmpty()) {
      return;
    }
    Optional<KeyUse> lock =
        KeyUse.allOf(statement, policy).stream()
            .filter(use -> use.isOf("aws:RequestedRegion") && isLock(use))
            .findFirst();
    if (lock.isPresent()) {
      ImmutableList<String> hit =
          Global.ALL.stream()
              .filter(global -> !isSpared(global, spared, lock.get()))
              .map(Global::service)
              .collect(toImmutableList());
      if (!hit.isEmpty()) {
        findings
            .at(statement.action().span())
            .message(
                "services with one endpoint for all regions are denied: " + NameList.quoted(hit))
            .advice("name them in `NotAction`, such as `" + hit.get(0) + ":*`")
            .related(lock.get().keySpan(), "the lock")
            .add();
      }
    }
  }

  private static boolean isLock(KeyUse use) {
    return use.isNegated() && use.domain() == Domain.STRING;
  }

  private static boolean isSpared(Global global, ActionElement.NotAction spared, KeyUse lock) {
    return lock.texts().stream().anyMatch(text -> Glob.of(text).matches(global.region))
        || spared.patterns().stream()
            .anyMatch(pattern -> Glob.of(pattern.value().servicePattern()).matches(global.service));
  }
}
