package dev.postern.lint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project may want of the linter. Single quotes stand for double ones. */
final class ConfigurationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** Two statements without a Sid, of which one is wide; the version is old. */
  private static final String POLICY =
      """
      {'Version': '2008-10-17', 'Statement': [
        {'Sid': 'Wide', 'Effect': 'Allow', 'Action': ['s3:*', 'sqs:SendMessage'], 'Resource': '*'},
        {'Sid': '', 'Effect': 'Allow', 'Action': 's3:GetObject',
         'Resource': 'arn:aws:s3:::logs/*'}]}
      """;

  private static JsonValue json(String text) {
    return JsonReader.within(ReadLimits.POLICY)
        .read(SourceText.of(".postern.yaml", text.replace('\'', '"')))
        .value()
        .orElseThrow();
  }

  private static Configuration configuration(String text) throws ConfigurationException {
    return Configuration.read(json(text));
  }

  private static List<String> told(String configuration, String path)
      throws ConfigurationException {
    return left(configuration, path).findings().stream().map(Finding::id).toList();
  }

  private static LintResult left(String text, String path) throws ConfigurationException {
    Configuration configuration = configuration(text);
    LintResult result =
        configuration
            .linter(path, Background.standard())
            .lint(SourceText.of(path, POLICY.replace('\'', '"')), PolicyType.IDENTITY);
    return configuration.suppressions().apply(result, path, TODAY).result();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          CONFIGURATION                                                                | PATH     | RULE            | TOLD
          {}                                                                           | a.json   | version-old     | true
          {}                                                                           | a.json   | sid-missing     | false
          {'rules': {'version-old': 'off'}}                                            | a.json   | version-old     | false
          {'rules': {'version-old': false}}                                            | a.json   | version-old     | false
          {'rules': {'version-*': 'off'}}                                              | a.json   | version-old     | false
          {'rules': {'version-*': 'off', 'version-old': 'on'}}                         | a.json   | version-old     | true
          {'rules': {'warning': 'off'}}                                                | a.json   | version-old     | false
          {'paths': [{'path': 'old/', 'rules': {'version-old': 'off'}}]}               | a.json   | version-old     | true
          {'paths': [{'path': 'old/', 'rules': {'version-old': 'off'}}]}               | old/a.json | version-old   | false
          {'rules': {'version-old': 'off'}, 'paths': [{'path': 'a.json', 'rules': {'version-old': 'on'}}]} | a.json | version-old | true
          {'ignore': [{'rule': 'version-old', 'reason': 'r'}]}                         | a.json   | version-old     | false
          {'ignore': [{'rule': ['sid-empty', 'version-old'], 'reason': 'r'}]}          | a.json   | version-old     | false
          {'ignore': [{'rule': 'warning', 'reason': 'r'}]}                             | a.json   | version-old     | false
          {'rules': {'version-old': 'error'}, 'ignore': [{'rule': 'warning'}]}         | a.json   | version-old     | true
          {'ignore': [{'rule': 'version-old', 'path': 'b.json', 'reason': 'r'}]}       | a.json   | version-old     | true
          {'ignore': [{'rule': 'version-old', 'path': ['b.json', 'a.*'], 'reason': 'r'}]} | a.json | version-old    | false
          {'ignore': [{'rule': 'version-old', 'expires': '2026-11-21'}]}               | a.json   | version-old     | false
          {'ignore': [{'rule': 'version-old', 'expires': '2026-11-20'}]}               | a.json   | version-old     | true
          {'ignore': [{'rule': 'sid-empty', 'statement': 1}]}                          | a.json   | sid-empty       | false
          {'ignore': [{'rule': 'sid-empty', 'statement': 0}]}                          | a.json   | sid-empty       | true
          {'ignore': [{'rule': 'wildcard-service', 'statement': 'Wide'}]}              | a.json   | wildcard-service | false
          {'ignore': [{'rule': 'wildcard-service', 'statement': 'Other'}]}             | a.json   | wildcard-service | true
          {'ignore': [{'rule': 'version-old', 'statement': 'Wide'}]}                   | a.json   | version-old     | true
          {'ignore': [{'rule': 'wildcard-service', 'action': 'S3:*'}]}                 | a.json   | wildcard-service | false
          {'ignore': [{'rule': 'wildcard-service', 'action': 'sqs:*'}]}                | a.json   | wildcard-service | true
          {'ignore': [{'rule': 'sid-empty', 'action': 's3:Get*'}]}                     | a.json   | sid-empty       | false
          {'ignore': [{'rule': 'sid-empty', 'action': 's3:Put*'}]}                     | a.json   | sid-empty       | true
          {'ignore': [{'rule': 'sid-empty', 'resource': 'arn:aws:s3:::logs/*'}]}       | a.json   | sid-empty       | false
          {'ignore': [{'rule': 'sid-empty', 'resource': 'arn:aws:s3:::other/*'}]}      | a.json   | sid-empty       | true
          """)
  void a_rule_is_told_where_it_is_wanted(
      String configuration, String path, String rule, boolean told) throws ConfigurationException {
    assertThat(told(configuration, path).contains(rule)).isEqualTo(told);
  }

  @Test
  void a_profile_may_be_that_of_a_path() throws ConfigurationException {
    Configuration configuration =
        configuration("{'profile': 'strict', 'paths': [{'path': 'x/', 'profile': 'default'}]}");

    assertThat(ids(configuration.linter("a.json", Background.standard()))).contains("sid-missing");
    assertThat(ids(configuration.linter("x/a.json", Background.standard())))
        .doesNotContain("sid-missing");
    assertThat(ids(configuration.inProfile("default").linter("a.json", Background.standard())))
        .doesNotContain("sid-missing");
  }

  private static List<String> ids(Linter linter) {
    return linter.rules().stream().map(RuleInfo::id).toList();
  }

  @Test
  void a_severity_counts_for_all_findings_of_a_rule() throws ConfigurationException {
    assertThat(left("{'rules': {'version-*': 'error'}}", "a.json").findings())
        .filteredOn(finding -> finding.id().equals("version-old"))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void a_severity_switches_on_the_rule_that_it_names_and_no_family() throws ConfigurationException {
    assertThat(ids(configuration("{'rules': {'sid-missing': 'error'}}").linter("a", standard())))
        .contains("sid-missing");
    assertThat(ids(configuration("{'rules': {'sid-*': 'error'}}").linter("a", standard())))
        .doesNotContain("sid-missing");
  }

  private static Background standard() {
    return Background.standard();
  }

  @Test
  void what_is_expected_switches_on_the_rules_that_need_it() throws ConfigurationException {
    Linter linter =
        configuration("{'trustedAccounts': ['444455556666']}").linter("a.json", standard());

    assertThat(ids(linter)).contains("trust-cross-account", "cross-account");
    assertThat(linter.background().expectations().trustedAccounts())
        .containsExactly("444455556666");
  }

  @Test
  void the_last_entry_says_what_a_policy_is() throws ConfigurationException {
    Configuration configuration =
        configuration(
            """
            {'policyTypes': [{'path': 'org/', 'type': 'scp'},
                             {'path': 'org/rcp/', 'type': 'rcp'},
                             {'path': '*.bucket.json', 'resourceType': 'AWS::S3::Bucket'}]}
            """);

    assertThat(configuration.policyType("org/a.json")).contains(PolicyType.SERVICE_CONTROL);
    assertThat(configuration.policyType("org/rcp/a.json")).contains(PolicyType.RESOURCE_CONTROL);
    assertThat(configuration.policyType("x/a.bucket.json"))
        .contains(PolicyType.resource("AWS::S3::Bucket"));
    assertThat(configuration.policyType("a.json")).isEmpty();
  }

  @Test
  void what_is_suppressed_is_told_with_its_reason_its_owner_and_its_end()
      throws ConfigurationException {
    LintResult left =
        left(
            """
            {'ignore': [{'rule': 'version-old', 'reason': ' an old tool ', 'owner': 'platform',
                         'expires': '2027-01-31'}]}
            """,
            "a.json");

    assertThat(left.suppressed())
        .singleElement()
        .extracting("reason")
        .isEqualTo("an old tool (platform), until 2027-01-31");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          CONFIGURATION                                                | AT                        | COMPLAINT
          []                                                           | document                  | a configuration is an array
          {'profil': 'strict'}                                         | /profil                   | unknown field `profil` of a configuration
          {'profile': 'lax'}                                           | /profile                  | `profile` is `lax`
          {'failOn': 'all'}                                            | /failOn                   | `failOn` is `all`
          {'rules': {'sid-missing': 'loud'}}                           | /rules/sid-missing        | `sid-missing` is held for a string
          {'rules': ['sid-missing']}                                   | /rules                    | `rules` is an array
          {'paths': [{'rules': {}}]}                                   | /paths/0                  | an entry of `paths` has no `path`
          {'paths': [{'path': 'a', 'trustedAccounts': []}]}            | /paths/0/trustedAccounts  | unknown field `trustedAccounts`
          {'policyTypes': [{'path': 'a', 'type': 'iam'}]}              | /policyTypes/0/type       | `iam` is no type of policy
          {'policyTypes': [{'path': 'a'}]}                             | /policyTypes/0            | an entry of `policyTypes` has no `type`
          {'ignore': [{'path': 'a'}]}                                  | /ignore/0                 | an entry of `ignore` has no `rule`
          {'ignore': [{'rule': 'a', 'until': '2027-01-01'}]}           | /ignore/0/until           | unknown field `until`
          {'ignore': [{'rule': 'a', 'expires': 'soon'}]}               | /ignore/0/expires         | `soon` is no date
          {'trustedAccounts': ['1234']}                                | /trustedAccounts/0        | `1234` is no account ID
          {'sensitiveAccess': [{'resources': ['*']}]}                  | /sensitiveAccess/0        | has no `actions`
          {'sensitiveAccess': [{'actions': ['s3'], 'resources': '*'}]} | /sensitiveAccess/0/actions/0 | s3
          {'forbiddenAccess': [{'actions': 's3:*', 'resources': 'b'}]} | /forbiddenAccess/0/resources | `b` is neither an ARN nor `*`
          {'requiredConditions': [{'actions': 's3:*'}]}                | /requiredConditions/0     | has no `anyOf`
          {'scpLanguage': 'old'}                                       | /scpLanguage              | `old` is no language
          {'broadNetworks': {'ipv4': 33}}                              | /broadNetworks/ipv4       | `ipv4` is no length of a prefix
          {'reasonRequired': 'yes'}                                    | /reasonRequired           | `reasonRequired` is a string
          """)
  void a_mistake_is_told_with_its_place(String configuration, String at, String complaint) {
    ConfigurationException e =
        catchThrowableOfType(ConfigurationException.class, () -> configuration(configuration));

    assertThat(e.problems())
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.span().pointer().describe()).isEqualTo(at);
              assertThat(problem.toString()).contains(complaint);
            });
    boolean isBeyondSchemas = at.contains("Access/0/") || complaint.contains("1234");
    assertThat(isBeyondSchemas || !schemaAccepts(configuration)).isTrue();
  }

  @Test
  void all_mistakes_are_told_at_once() {
    assertThatThrownBy(() -> configuration("{'profil': 'strict', 'failOn': 'all', 'rules': 1}"))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.problems()).hasSize(3));
  }

  @Test
  void all_there_is_to_say_is_accepted_and_the_schema_knows_it() throws ConfigurationException {
    String all =
        """
        {'$schema': 's', 'profile': 'strict', 'failOn': 'none', 'baseline': 'b.json',
         'policyTypes': [{'path': ['a', 'b/'], 'type': 'scp'}],
         'rules': {'sid-*': 'off', 'sid-missing': true, 'version-old': 'suggestion'},
         'paths': [{'path': 'a', 'profile': 'default', 'rules': {}}],
         'ignore': [{'rule': ['a'], 'path': 'a', 'statement': 0, 'action': 's3:*', 'resource': '*',
                     'reason': 'r', 'expires': '2027-01-31', 'owner': 'o'}],
         'reasonRequired': false,
         'organizationAccounts': ['111122223333'], 'trustedAccounts': 444455556666,
         'forbiddenPrincipals': 'arn:aws:iam::999999999999:*', 'allowedPrincipals': ['*'],
         'sensitiveAccess': [{'actions': 's3:GetObject', 'resources': ['arn:aws:s3:::p/*']}],
         'forbiddenAccess': [{'actions': ['iam:CreateUser']}],
         'forbiddenConditions': [{'key': 'aws:UserAgent'}],
         'requiredConditions': [{'actions': 'kms:CreateGrant', 'anyOf': [
             {'operator': 'Bool', 'key': 'kms:GrantIsForAWSResource', 'values': ['true']}]}],
         'requiredBoundaries': ['arn:aws:iam::111122223333:policy/b'], 'withoutBoundary': '*',
         'scpLanguage': 'legacy', 'broadNetworks': {'ipv4': 16, 'ipv6': 32}}
        """;

    assertThat(configuration(all).failOn()).isEqualTo("none");
    assertThat(schemaAccepts(all)).isTrue();
  }

  @Test
  void nothing_is_a_configuration_too() throws ConfigurationException {
    assertThat(configuration("null")).isSameAs(Configuration.NONE);
    assertThat(schemaAccepts("null")).isTrue();
  }

  private static boolean schemaAccepts(String configuration) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Configuration.schema());
    return schema.validate(configuration.replace('\'', '"'), InputFormat.JSON).isEmpty();
  }
}
