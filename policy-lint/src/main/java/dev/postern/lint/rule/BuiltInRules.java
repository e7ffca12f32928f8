package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Every built-in rule. */
public final class BuiltInRules {
  private static final SizeLimits SIZE_LIMITS = new SizeLimits();

  /** All of them, the strict ones included, in the order of their ids' families. */
  public static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .addAll(ReaderProblems.ALL)
          .add(MissingElement.statement())
          .add(MissingElement.effect())
          .add(MissingElement.action())
          .add(MissingElement.principal())
          .add(MissingElement.resource())
          .add(new StatementEmpty())
          .add(new DocBadCharacter())
          .add(new DocTemplateLeft())
          .add(new DocPlaceholderAccount())
          .add(new DocTypeHint())
          .add(new StringStraySpace())
          .add(new VersionMissing())
          .add(new VersionOld())
          .add(new VersionOldVariable())
          .add(SidDuplicate.refused())
          .add(SidDuplicate.accepted())
          .add(new SidCharacters())
          .add(new SidEmpty())
          .add(new SidMissing())
          .add(new SidMisleading())
          .add(RedundantStatement.equal())
          .add(RedundantStatement.covered())
          .add(PolicySize.managed(SIZE_LIMITS))
          .add(PolicySize.inline(SIZE_LIMITS))
          .add(PolicySize.trust(SIZE_LIMITS))
          .add(PolicySize.resource(SIZE_LIMITS))
          .add(PolicySize.serviceControl(SIZE_LIMITS))
          .add(PolicySize.resourceControl(SIZE_LIMITS))
          .add(PolicySize.session(SIZE_LIMITS))
          .add(PolicySize.vpcEndpoint(SIZE_LIMITS))
          .add(new SizeElementCount())
          .add(SizeNearLimit.of(SIZE_LIMITS))
          .addAll(PrincipalRules.ALL)
          .addAll(TrustRules.ALL)
          .addAll(ActionRules.ALL)
          .addAll(ResourceRules.ALL)
          .addAll(VariableRules.ALL)
          .addAll(ConditionFormRules.ALL)
          .addAll(ConditionMeaningRules.ALL)
          .addAll(MfaRules.ALL)
          .addAll(TagRules.ALL)
          .addAll(PublicAccessRules.ALL)
          .addAll(LeastPrivilegeRules.ALL)
          .addAll(EscalationRules.ALL)
          .addAll(GuardrailRules.ALL)
          .addAll(ServiceRules.ALL)
          .addAll(AccountRules.ALL)
          .addAll(MetaRules.ALL)
          .build();

  private BuiltInRules() {}

  /** The rule with the given id. */
  public static Optional<Rule> named(String id) {
    return ALL.stream().filter(rule -> rule.info().id().equals(id)).findFirst();
  }
}
