package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A Deny of an RCP by a key that not every request has: requests without it are denied, too, unless
 * the statement leaves them out. One rule for each thing to leave out. AWS Organizations: "Resource
 * control policies", AWS: "Data perimeters".
 */
record RcpCarveOut(RuleInfo info, Key key, LeftOut leftOut) implements StatementRule {

  /** Which keys a rule speaks of. */
  enum Key {
    /** Who asks: AWS services have none of these. */
    PRINCIPAL("aws:PrincipalOrg", "aws:PrincipalAccount"),
    /** For whom a service asks: all others have none of these. */
    SOURCE("aws:SourceOrg", "aws:SourceAccount", "aws:SourceArn");

    private final ImmutableList<String> prefixes;

    Key(String... prefixes) {
      this.prefixes = ImmutableList.copyOf(prefixes);
    }

    private boolean takes(KeyUse use) {
      return use.domain() != Domain.PRESENCE && prefixes.stream().anyMatch(use::isOfFamily);
    }
  }

  /** What has to be left out. */
  enum LeftOut {
    /** Requests of AWS services. */
    OF_SERVICES("`BoolIfExists` with `aws:PrincipalIsAWSService` `false`"),
    /** Requests of others. */
    OF_OTHERS("`Bool` with `aws:PrincipalIsAWSService` `true`"),
    /** Requests of services that do not say for whom. */
    OF_UNKNOWN("`Null` with `aws:SourceAccount` `false`");

    private final String test;

    LeftOut(String test) {
      this.test = test;
    }

    private boolean isMadeBy(KeyUse use) {
      return switch (this) {
        case OF_SERVICES -> use.isOf("aws:PrincipalIsAWSService") && says(use, "false");
        case OF_OTHERS -> use.isOf("aws:PrincipalIsAWSService") && says(use, "true");
        case OF_UNKNOWN ->
            use.domain() == Domain.PRESENCE && says(use, "false") && use.isOfFamily("aws:Source");
      };
    }

    private static boolean says(KeyUse use, String text) {
      return !use.texts().isEmpty() && use.texts().stream().allMatch(text::equalsIgnoreCase);
    }
  }

  static RcpCarveOut principalKey() {
    return new RcpCarveOut(
        RuleInfo.warning(
                "rcp-principal-key-carveout", "a Deny hits AWS services, which it means not")
            .on(Kind.RESOURCE_CONTROL)
            .issueCode("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY")
            .peers("boogy:rcp_missing_service_carveout"),
        Key.PRINCIPAL,
        LeftOut.OF_SERVICES);
  }

  static RcpCarveOut sourceKey() {
    return new RcpCarveOut(
        RuleInfo.warning("rcp-source-key-carveout", "a Deny for services hits everybody else")
            .on(Kind.RESOURCE_CONTROL)
            .issueCode("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY"),
        Key.SOURCE,
        LeftOut.OF_OTHERS);
  }

  static RcpCarveOut sourceNull() {
    return new RcpCarveOut(
        RuleInfo.warning("rcp-source-null-check", "a Deny hits services that name no source")
            .on(Kind.RESOURCE_CONTROL)
            .issueCode("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK"),
        Key.SOURCE,
        LeftOut.OF_UNKNOWN);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    if (!located.value().isDeny()) {
      return;
    }
    ImmutableList<KeyUse> uses = KeyUse.allOf(located.value(), policy);
    boolean leavesOut =
        uses.stream()
            .anyMatch(use -> leftOut.isMadeBy(use) || (key.takes(use) && !use.holdsOnAbsentKey()));
    if (!leavesOut) {
      uses.stream()
          .filter(key::takes)
          .findFirst()
          .ifPresent(
              use ->
                  findings.add(
                      use.keySpan(),
                      "requests without `" + use.key().text() + "` are denied, too",
                      "add " + leftOut.test));
    }
  }
}
