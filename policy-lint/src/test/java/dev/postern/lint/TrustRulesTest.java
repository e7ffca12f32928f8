package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.Fix.Edit;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustRulesTest {
  private static final String GITHUB = "token.actions.githubusercontent.com";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                              | SEVERITY         | PROFILE | ISSUE CODE
          trust-principal-star            | error            | default | ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL
          trust-any-principal             | security-warning | default |
          trust-any-principal-conditioned | warning          | default |
          trust-service-star              | security-warning | default | UNSUPPORTED_WILDCARD_IN_PRINCIPAL
          trust-external-id-weak          | warning          | default |
          trust-action-star               | security-warning | default |
          trust-action-invalid            | error            | default | UNSUPPORTED_ACTION_IN_POLICY
          trust-action-principal          | error            | default | MISMATCHED_ACTION_FOR_PRINCIPAL
          trust-federated-format          | error            | default | INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY
          trust-roles-anywhere-actions    | error            | default | MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY
          trust-roles-anywhere-open       | security-warning | default |
          trust-pod-identity-actions      | error            | default |
          trust-redundant-session         | suggestion       | default | REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY
          trust-oidc-no-condition         | security-warning | default | MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL
          trust-oidc-shared-issuer        | security-warning | default |
          trust-github-no-sub             | security-warning | default | MISSING_GITHUB_REPO_CONDITION_KEY
          trust-github-sub-wildcard       | warning          | default | SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED
          trust-oidc-tenant-open          | security-warning | default | SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED
          trust-github-claim-order        | security-warning | default |
          trust-github-pull-request       | warning          | default |
          trust-github-mutable-names      | suggestion       | strict  |
          trust-oidc-no-audience          | warning          | default |
          trust-oidc-aud-foranyvalue      | security-warning | default | FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE
          trust-oidc-aud-qualifier        | suggestion       | default | CONFIRM_AUDIENCE_CLAIM_TYPE
          trust-oidc-set-operator         | security-warning | default | FORALLVALUES_WITH_SINGLE_VALUED_KEY
          trust-irsa-open                 | security-warning | default | MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL
          trust-cognito-no-pool           | security-warning | default | MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL
          trust-cognito-unauthenticated   | warning          | default |
          trust-saml-no-audience          | security-warning | default |
          trust-sso-pattern               | warning          | default |
          trust-compute-service           | suggestion       | strict  |
          trust-service-no-source         | warning          | default | RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL
          trust-grants-nobody             | warning          | default |
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
  }

  /** A dash: nobody else's subject matches. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          OPERATOR               | SUBJECT                               | FOREIGN
          StringLike             | *                                     | repo:evil/app:ref:refs/heads/main
          StringLike             | repo:*                                | repo:evil/app:ref:refs/heads/main
          StringLike             | r*                                    | repo:evil/app:ref:refs/heads/main
          StringLike             | repo:acme*                            | repo:acme-evil/any
          StringLike             | repo:*acme/app:*                      | repo:evilacme/app:
          StringLike             | *acme/app                             | repo:evilacme/app
          StringLike             | repo:ac?e/app:*                       | repo:acxe/app:
          StringLike             | repo:*/app:ref:refs/heads/main        | repo:evil/app:ref:refs/heads/main
          StringLike             | repo:acme?app:*                       | -
          StringLike             | repo:acme*:ref:refs/heads/main        | repo:acme-evil/any:ref:refs/heads/main
          StringLike             | *:environment:prod                    | repo:evil/any:environment:prod
          StringLike             | job_workflow_ref:acme*                | job_workflow_ref:acme-evil/any
          StringLike             | repo:acme/*                           | -
          StringLike             | repo:acme@*/app@*:*                   | -
          StringLike             | repo:ac*@1/app@2:*                    | repo:ac-evil@1/app@2:
          StringLike             | repo:acme/app:*                       | -
          StringLike             | repo?acme/app:*                       | -
          StringLike             | re*:acme/app:*                        | repo:evil/any:acme/app:
          StringLike             | repo:acme/app:ref:refs/heads/main     | -
          StringLike             | environment:*                         | -
          StringEquals           | repo:acme*                            | -
          StringLikeIfExists     | repo:acme*                            | repo:acme-evil/any
          ForAnyValue:StringLike | repo:acme*                            | repo:acme-evil/any
          StringNotLike          | repo:acme*                            | -
          """)
  void foreign_subjects(String operator, String subject, String foreign) {
    LintResult result =
        lint(
            provider(GITHUB),
            "sts:AssumeRoleWithWebIdentity",
            "{\"" + operator + "\": {\"" + GITHUB + ":sub\": \"" + subject + "\"}}",
            "trust-oidc-tenant-open");
    assertThat(result.findings().stream().map(Finding::message))
        .isEqualTo(
            foreign == null
                ? List.of()
                : List.of("`" + subject + "` also matches `" + foreign + "`, of somebody else"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ISSUER                | CONDITION                                                                              | RULES
          ISSUER                | {}                                                                                     | trust-oidc-no-condition
          gitlab.com            | {}                                                                                     | trust-oidc-shared-issuer
          gitlab.com            | {"StringEquals": {"gitlab.com:aud": "x"}}                                              | trust-oidc-shared-issuer
          gitlab.com            | {"StringEquals": {"GitLab.com:SUB": "project_path:a/b:c", "gitlab.com:aud": "x"}}      | -
          gitlab.com            | {"StringLike": {"gitlab.com:sub": "project_path:a/*", "gitlab.com:aud": "x"}}          | -
          gitlab.com            | {"StringLike": {"gitlab.com:sub": ["project_path:a/*", "*"], "gitlab.com:aud": "x"}}   | trust-oidc-tenant-open
          gitlab.com            | {"StringLike": {"gitlab.com:sub": "*"}, "StringEquals": {"gitlab.com:sub": "project_path:a/b", "gitlab.com:aud": "x"}} | -
          sandboxes.cloud       | {"StringEquals": {"sandboxes.cloud:aud": "mine"}}                                      | -
          api.pulumi.com/oidc   | {"StringEquals": {"api.pulumi.com/oidc:aud": "aws:acme"}}                              | -
          api.pulumi.com/oidc   | {"StringLike": {"api.pulumi.com/oidc:sub": "pulumi:environments:pulumi.organization.login:acme:*", "api.pulumi.com/oidc:aud": "aws:acme"}} | -
          proidc.upbound.io     | {"StringLike": {"proidc.upbound.io:sub": "mcp:acme/*:provider:provider-aws", "proidc.upbound.io:aud": "x"}} | -
          proidc.upbound.io     | {"StringLike": {"proidc.upbound.io:sub": "mcp:*/main:provider:provider-aws", "proidc.upbound.io:aud": "x"}} | trust-oidc-tenant-open
          oidc.vercel.com       | {"StringEquals": {"oidc.vercel.com:aud": "https://vercel.com/acme"}}                   | -
          oidc.vercel.com       | {"StringLike": {"oidc.vercel.com:aud": "https://vercel.com/*"}}                        | trust-oidc-tenant-open
          oidc.vercel.com/acme  | {"StringEquals": {"oidc.vercel.com/acme:aud": "https://vercel.com/acme"}}              | -
          oidc.eks.eu-west-1.amazonaws.com/id/A | {"StringEquals": {"oidc.eks.eu-west-1.amazonaws.com/id/A:aud": "x"}}   | trust-irsa-open
          oidc.eks.eu-west-1.amazonaws.com/id/A | {"StringLike": {"oidc.eks.eu-west-1.amazonaws.com/id/A:aud": "x", "oidc.eks.eu-west-1.amazonaws.com/id/A:sub": "system:serviceaccount:a:*"}} | trust-irsa-open
          oidc.eks.eu-west-1.amazonaws.com/id/A | {"StringEquals": {"oidc.eks.eu-west-1.amazonaws.com/id/A:aud": "x", "oidc.eks.eu-west-1.amazonaws.com/id/A:sub": "system:serviceaccount:a:*"}} | -
          ISSUER                | {"ForAnyValue:StringEquals": {"ISSUER:aud": "x"}}                                      | trust-oidc-aud-qualifier
          ISSUER                | {"ForAllValues:StringEquals": {"ISSUER:sub": "x"}, "StringEquals": {"ISSUER:aud": "x"}} | trust-oidc-set-operator
          ISSUER                | {"ForAllValues:StringEquals": {"ISSUER:sub": "x"}, "Null": {"ISSUER:sub": "false"}, "StringEquals": {"ISSUER:aud": "x"}} | -
          """)
  void providers(String issuer, String condition, String rules) {
    LintResult result =
        lint(
            provider(issuer.equals("ISSUER") ? "login.example.com" : issuer),
            "sts:AssumeRoleWithWebIdentity",
            condition.replace("ISSUER", "login.example.com"),
            "trust-*");
    assertThat(ids(result)).isEqualTo(rules == null ? "" : rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          PRINCIPAL                                                        | ACTION                        | RULES
          {"AWS": "111122223333"}                                          | sts:AssumeRole                | -
          {"AWS": "111122223333"}                                          | sts:assumerole                | -
          {"AWS": "111122223333"}                                          | sts:Assume*                   | -
          {"AWS": "111122223333"}                                          | sts:*                         | trust-action-star
          {"AWS": "111122223333"}                                          | *                             | trust-action-star
          {"AWS": "111122223333"}                                          | sts:TagSession                | trust-grants-nobody
          {"AWS": "111122223333"}                                          | s3:*                          | trust-action-invalid,trust-grants-nobody
          {"AWS": "111122223333"}                                          | sts:AssumeRoleWithSAML        | trust-action-principal
          {"AWS": "*"}                                                     | sts:TagSession                | trust-grants-nobody
          {"AWS": "*"}                                                     | sts:AssumeRole                | trust-any-principal
          {"AWS": "*"}                                                     | sts:AssumeRoleWithWebIdentity | trust-any-principal
          {"Federated": "arn:aws:iam::111122223333:saml-provider/corp"}    | sts:AssumeRole                | trust-action-principal,trust-saml-no-audience
          {"Federated": "arn:aws:iam::111122223333:oidc-provider/a.com"}   | sts:AssumeRoleWithSAML        | trust-action-principal,trust-oidc-no-condition
          {"Federated": "example"}                                         | sts:AssumeRoleWithWebIdentity | trust-federated-format
          {"Service": "*"}                                                 | sts:AssumeRole                | trust-service-star
          {"Service": "rolesanywhere.amazonaws.com"}                       | sts:*                         | trust-action-star,trust-roles-anywhere-open
          {"Service": "pods.eks.amazonaws.com"}                            | sts:AssumeRole                | trust-pod-identity-actions
          {"Service": "ec2.amazonaws.com"}                                 | sts:AssumeRole                | -
          {"Service": "states.eu-west-1.amazonaws.com"}                    | sts:AssumeRole                | trust-service-no-source
          """)
  void principals_and_actions(String principal, String action, String rules) {
    assertThat(ids(lint(principal, action, "{}", "trust-*"))).isEqualTo(rules == null ? "" : rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          CONDITION                                                       | FOUND
          {"StringEquals": {"sts:ExternalId": "5f2f4e1c8a63"}}            | -
          {"StringEquals": {"sts:externalid": "5f2f4e1"}}                 | trust-external-id-weak
          {"StringEquals": {"sts:ExternalId": "acme-*-4711"}}             | -
          {"StringLike": {"sts:ExternalId": "acme-*-4711"}}               | trust-external-id-weak
          {"StringNotEquals": {"sts:ExternalId": "5f2f4e1c8a63"}}         | trust-external-id-weak
          {"StringEqualsIfExists": {"sts:ExternalId": "5f2f4e1c8a63"}}    | trust-external-id-weak
          {"Null": {"sts:ExternalId": "false"}}                           | -
          {"StringEquals": {"sts:ExternalId": "111122223333"}}            | trust-external-id-weak
          """)
  void external_ids(String condition, String found) {
    assertThat(ids(lint("{\"AWS\": \"111122223333\"}", "sts:AssumeRole", condition, "trust-*")))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void an_audience_is_asked_for_behind_the_action() {
    assertThat(
            mended(
                "{\"Effect\": \"Allow\", \"Principal\": {\"Federated\":"
                    + " \"arn:aws:iam::111122223333:saml-provider/corp\"}, \"Action\":"
                    + " \"sts:AssumeRoleWithSAML\"}",
                "trust-saml-no-audience"))
        .isEqualTo(
            "{\"Effect\": \"Allow\", \"Principal\": {\"Federated\":"
                + " \"arn:aws:iam::111122223333:saml-provider/corp\"}, \"Action\":"
                + " \"sts:AssumeRoleWithSAML\", \"Condition\": {\"StringEquals\": {\"SAML:aud\":"
                + " \"https://signin.aws.amazon.com/saml\"}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          RULE                         | PRINCIPAL                                | ACTION                        | MENDED
          trust-action-star            | "AWS": "111122223333"                    | "sts:*"                       | "sts:AssumeRole"
          trust-action-principal       | "Service": "ec2.amazonaws.com"           | "sts:AssumeRoleWithSAML"      | "sts:AssumeRole"
          trust-pod-identity-actions   | "Service": "pods.eks.amazonaws.com"      | "sts:AssumeRole"              | ["sts:AssumeRole", "sts:TagSession"]
          trust-roles-anywhere-actions | "Service": "rolesanywhere.amazonaws.com" | ["sts:AssumeRole"]            | ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
          """)
  void actions_can_be_mended(String rule, String principal, String action, String mended) {
    String before = "{\"Effect\": \"Allow\", \"Principal\": {" + principal + "}, \"Action\": ";
    assertThat(mended(before + action + "}", rule)).isEqualTo(before + mended + "}");
  }

  private static String mended(String statement, String rule) {
    String before = "{\"Version\": \"2012-10-17\", \"Statement\": [";
    Finding finding =
        Linter.standard()
            .rules(rule)
            .lint(SourceText.of("trust.json", before + statement + "]}"), PolicyType.TRUST)
            .findings()
            .get(0);
    Edit edit = finding.fix().orElseThrow().edits().get(0);
    return statement.substring(0, edit.span().startOffset() - before.length())
        + edit.newText()
        + statement.substring(edit.span().endOffset() - before.length());
  }

  private static String provider(String issuer) {
    return "{\"Federated\": \"arn:aws:iam::111122223333:oidc-provider/" + issuer + "\"}";
  }

  private static String ids(LintResult result) {
    assertThat(result.faults()).isEmpty();
    return result.findings().stream()
        .map(finding -> finding.rule().id())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static LintResult lint(
      String principal, String action, String condition, String selector) {
    return Linter.standard()
        .rules(selector)
        .lint(
            SourceText.of(
                "trust.json",
                "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                    + " \"Principal\": "
                    + principal
                    + ", \"Action\": \""
                    + action
                    + "\", \"Condition\": "
                    + condition
                    + "}]}"),
            PolicyType.TRUST);
  }
}
