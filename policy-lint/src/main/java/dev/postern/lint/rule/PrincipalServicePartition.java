package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A service principal of one partition in a policy whose ARNs are all of another. */
final class PrincipalServicePartition implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "principal-service-partition", "a service principal belongs to another partition")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    ImmutableSet<String> partitions = partitions(policy);
    if (partitions.size() != 1) {
      return;
    }
    String here = partitions.iterator().next();
    for (Located<Statement> statement : policy.document().statementList()) {
      for (Located<PrincipalValue> principal :
          NamedPrincipals.of(statement.value(), PrincipalKind.SERVICE)) {
        Optional<ServiceName> name = ServiceName.of(principal.value().text());
        name.flatMap(ServiceName::partition)
            .filter(there -> !there.equals(here))
            .ifPresent(there -> report(principal, name.get(), there, here, policy, findings));
      }
    }
  }

  private static void report(
      Located<PrincipalValue> principal,
      ServiceName name,
      String there,
      String here,
      LintedPolicy policy,
      Findings findings) {
    Findings.Draft draft =
        findings
            .at(principal.span())
            .message(
                "`"
                    + principal.value().text()
                    + "` is a service of the partition `"
                    + there
                    + "`, and every ARN of the policy is of `"
                    + here
                    + "`")
            .advice("write the name that the service has in the partition of the policy");
    if (name.region().isEmpty() && here.equals("aws")) {
      String standard = name.name() + ".amazonaws.com";
      ListEdit.replace(
              Fix.Kind.OFFER, "write `" + standard + "`", principal.span(), standard, policy)
          .ifPresent(draft::fix);
    }
    draft.add();
  }

  private static ImmutableSet<String> partitions(LintedPolicy policy) {
    ImmutableSet.Builder<String> partitions = ImmutableSet.builder();
    for (Located<Statement> statement : policy.document().statementList()) {
      for (Located<ResourcePattern> resource : statement.value().resource().value().patterns()) {
        Arn.parse(resource.value().text()).map(Arn::partition).ifPresent(partitions::add);
      }
      for (Located<PrincipalValue> principal : NamedPrincipals.of(statement.value())) {
        Arn.parse(principal.value().text()).map(Arn::partition).ifPresent(partitions::add);
      }
    }
    return partitions.build();
  }
}
