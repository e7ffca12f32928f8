package dev.postern.lint;

import com.google.common.collect.ImmutableMap;
import dev.postern.lint.config.Configuration;
import dev.postern.lint.config.ConfigurationException;
import dev.postern.lint.rule.Background;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.util.stream.Collectors;

/** What the pages of rules that need configuration show as YAML, as JSON. */
final class PageConfiguration {
  private static final Linter STRICT = Linter.strict();
  private static final String OWN_ACCOUNTS = "{'organizationAccounts': ['111122223333']}";
  private static final String ACCOUNTS =
      "{'organizationAccounts': ['111122223333'], 'trustedAccounts': ['444455556666']}";
  private static final String LEGACY = "{'scpLanguage': 'legacy'}";

  private static final ImmutableMap<String, String> BY_RULE =
      ImmutableMap.<String, String>builder()
          .put("trust-cross-account", ACCOUNTS)
          .put("cross-account", ACCOUNTS)
          .put("trust-no-external-id", OWN_ACCOUNTS)
          .put(
              "principal-forbidden",
              """
              {'forbiddenPrincipals': ['arn:aws:iam::999999999999:*'],
               'allowedPrincipals':
                 ['111122223333', 'arn:aws:iam::444455556666:role/partner-*', '*.amazonaws.com']}
              """)
          .put(
              "sensitive-resource",
              """
              {'sensitiveAccess': [
                {'actions': ['s3:GetObject', 's3:PutObject'], 'resources': ['arn:aws:s3:::payroll/*']}]}
              """)
          .put(
              "forbidden-action",
              """
              {'forbiddenAccess': [{'actions': ['iam:CreateUser', 'iam:CreateAccessKey']}],
               'forbiddenConditions': [{'key': 'aws:UserAgent'}]}
              """)
          .put(
              "required-condition",
              """
              {'requiredConditions': [{'actions': ['kms:CreateGrant'], 'anyOf': [
                {'operator': 'Bool', 'key': 'kms:GrantIsForAWSResource', 'values': ['true']}]}]}
              """)
          .put(
              "boundary-not-enforced",
              """
              {'requiredBoundaries': ['arn:aws:iam::111122223333:policy/boundary'],
               'withoutBoundary': ['arn:aws:iam::111122223333:role/admin']}
              """)
          .put(
              "account-boundary-missing",
              """
              {'requiredBoundaries': ['arn:aws:iam::111122223333:policy/boundary'],
               'withoutBoundary': ['arn:aws:iam::111122223333:role/admin']}
              """)
          .put("account-trust-unused-account", ACCOUNTS)
          .put("condition-ip-broad", "{'broadNetworks': {'ipv4': 16, 'ipv6': 32}}")
          .put("scp-legacy-allow-condition", LEGACY)
          .put("scp-legacy-allow-notaction", LEGACY)
          .put("scp-legacy-allow-resource", LEGACY)
          .put("scp-legacy-notresource", LEGACY)
          .buildOrThrow();

  private PageConfiguration() {}

  /** The strict linter, configured as all pages together say. */
  static Linter everything() {
    return configured(
        BY_RULE.values().stream()
            .distinct()
            .filter(json -> !json.equals(OWN_ACCOUNTS))
            .map(json -> json.strip().substring(1, json.strip().length() - 1))
            .collect(Collectors.joining(", ", "{", "}")));
  }

  /** The strict linter, configured as a rule's page says. */
  static Linter linter(String rule) {
    String json = BY_RULE.get(rule);
    return json == null ? STRICT.including(rule) : configured(json);
  }

  /** The strict linter with a configuration that is written with single quotes. */
  static Linter configured(String json) {
    SourceText source = SourceText.of("configuration.json", json.replace('\'', '"'));
    try {
      return Configuration.read(
              JsonReader.within(ReadLimits.POLICY).read(source).value().orElseThrow())
          .inProfile("strict")
          .linter("policy.json", Background.standard());
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
