package dev.postern.eval.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorizer;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioReaderTest {
  private static final String ALLOW =
      "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}";
  private static final String REQUEST =
      "{\"principal\": \"arn:aws:iam::111122223333:user/alice\", \"action\": \"s3:GetObject\","
          + " \"resource\": \"arn:aws:s3:::bkt/x\"}";

  private static ImmutableList<Scenario> read(String text) {
    return ScenarioReader.strict().read(SourceText.of("s.json", text), Path.of(""));
  }

  private static ScenarioResult run(Scenario scenario) {
    return scenario.run(Authorizer.standard());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SCENARIO                                                                       | CODE                   | POINTER                  | MESSAGE
          []                                                                             | -                      | -                        | -
          7                                                                              | scenario-value         |                          | a scenario is a number
          {}                                                                             | scenario-missing-field |                          | the scenario has no `request`
          {"request": {}}                                                                | scenario-missing-field | /request                 | the request has no `principal`
          {"request": REQUEST, "polices": {}}                                            | scenario-unknown-field | /polices                 | unknown field `polices` of a scenario
          {"request": REQUEST, "expect": "allow"}                                        | scenario-value         | /expect                  | `allow` is no decision
          {"request": REQUEST, "expect": {"verdict": "allowed"}}                         | scenario-unknown-field | /expect/verdict          | unknown field `verdict` of `expect`
          {"request": REQUEST, "policies": {"identity": {}}}                             | scenario-value         | /policies/identity       | `identity` is an object
          {"request": REQUEST, "policies": {"identity": [7]}}                            | scenario-value         | /policies/identity/0     | a policy is a number
          {"request": REQUEST, "policies": {"identity": ["no-such.json"]}}               | scenario-file          | /policies/identity/0     | the policy file `no-such.json` cannot be read
          {"request": REQUEST, "policies": {"identity": [{"Statement": 1}]}}             | element-type           | /policies/identity/0/Statement | `Statement` is a number
          {"request": REQUEST, "policies": {"permissionsBoundary": {"Statement": 1}}}     | element-type           | /policies/permissionsBoundary/Statement | `Statement` is a number
          {"request": REQUEST, "policies": {"session": ALLOW}}                           | scenario-value         | /policies/session        | `session` is an object
          {"request": REQUEST, "policies": {"serviceControl": [ALLOW]}}                  | scenario-value         | /policies/serviceControl/0 | a level of `serviceControl` is an object
          {"request": REQUEST, "policies": {"resourceControl": [[{"Statement": 1}]]}}      | element-type           | /policies/resourceControl/0/0/Statement | `Statement` is a number
          {"request": REQUEST, "policies": {"kmsGrants": [{}]}}                          | scenario-missing-field | /policies/kmsGrants/0    | the grant has no `keyArn`
          {"request": REQUEST, "policies": {"kmsGrants": [{"keyArn": "k", "grantee": "111122223333", "operations": []}]}} | scenario-value | /policies/kmsGrants/0/keyArn | `k` is not an ARN; expected `arn:partition:service:region:account:resource`
          {"request": REQUEST, "policies": {"kmsGrants": [{"keyArn": "arn:aws:kms:us-east-1:111122223333:key/k", "grantee": "*", "operations": []}]}} | scenario-value | /policies/kmsGrants/0/keyArn | `*` can have no grant; expected a user, role, session or account
          {"request": REQUEST, "settings": {"s3": {"objectOwner": "me"}}}                | scenario-value         | /settings/s3/objectOwner | `me` is no account; expected 12 digits
          {"request": REQUEST, "settings": {"s3": {"objectOwnership": "Everyone"}}}      | scenario-value         | /settings/s3/objectOwnership | `Everyone` under `objectOwnership`
          {"request": REQUEST, "settings": {"s3": {"bucketAcl": [{"grantee": "me", "permission": "READ"}]}}} | scenario-value | /settings/s3/bucketAcl/0/grantee | `me` is no grantee; expected a canonical user id, an account, `AllUsers`, `AuthenticatedUsers` or `LogDelivery`
          {"request": REQUEST, "settings": {"s3": {"accessPoint": {"arn": "arn:aws:s3:::bkt"}}}} | scenario-value | /settings/s3/accessPoint/arn | `arn:aws:s3:::bkt` is no access point; expected `arn:aws:s3:REGION:ACCOUNT:accesspoint/NAME`
          {"request": REQUEST, "settings": {"s3": {"blockPublicAccess": {"restrictPublicBuckets": 1}}}} | scenario-value | /settings/s3/blockPublicAccess/restrictPublicBuckets | `restrictPublicBuckets` is a number
          {"request": REQUEST, "settings": {"vpcEndpointKind": "nat"}}                   | scenario-value         | /settings/vpcEndpointKind | `nat` under `vpcEndpointKind`
          {"request": {"principal": "bob", "action": "s3:GetObject", "resource": "*"}}   | scenario-value         | /request/principal       | `bob` is no principal; expected an ARN, a service such as `lambda.amazonaws.com`, or `*`
          {"request": {"principal": "*", "action": "s3", "resource": "*"}}               | scenario-value         | /request/action          | `s3` is not an action; expected `service:Name`, such as `s3:GetObject`
          {"request": {"principal": "*", "action": "s3:*", "resource": "*"}}             | scenario-value         | /request/action          | `s3:*` is not an action; expected `service:Name`, such as `s3:GetObject`
          {"request": {"principal": "*", "action": "s3:GetObject", "resource": "bkt"}}   | scenario-value         | /request/resource        | `bkt` is not an ARN; expected `arn:partition:service:region:account:resource`
          {"request": {"principal": "*", "action": "s3:GetObject", "resource": "*", "context": {"a:b": {}}}} | scenario-value | /request/context/a:b | a context value is an object
          {"request": {"principal": "*", "action": "s3:GetObject", "resource": "*", "clock": "noon"}} | scenario-value | /request/clock | `noon` is no instant; expected `2026-01-31T00:00:00Z`
          {"request": {"principal": "*", "action": "s3:GetObject", "resource": "*", "resourceOwner": "1"}} | scenario-value | /request/resourceOwner | `1` is no account; expected 12 digits
          {"request": {"principal": "*", "role": "arn:aws:iam::111122223333:role/a", "action": "s3:GetObject", "resource": "*"}} | scenario-contradiction | /request/role | `role` for a principal that is no session of a role
          {"request": {"principal": "*", "action": "s3:GetObject", "resource": "*", "also": [{}]}} | scenario-missing-field | /request/also/0 | an entry of `also` has no `action`
          {"name": "twice", "name": "twice", "request": REQUEST}                         | json-duplicate-key     | /name                    | `name` stands twice in one object
          {"request":                                                                    | json-syntax            |                          | the text ends in the middle of the document
          """)
  void what_is_wrong_is_said_with_its_place(
      String scenario, String code, String pointer, String message) {
    ImmutableList<Scenario> scenarios =
        read(scenario.replace("REQUEST", REQUEST).replace("ALLOW", ALLOW));
    if (code.equals("-")) {
      assertThat(scenarios).isEmpty();
      return;
    }
    assertThat(scenarios).hasSize(1);
    assertThat(run(scenarios.get(0)).problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.code().id()).isEqualTo(code);
              assertThat(problem.span().pointer().toString())
                  .isEqualTo(pointer == null ? "" : pointer);
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  @Test
  void one_bad_scenario_never_loses_the_others() {
    ImmutableList<Scenario> scenarios =
        read(
            "[{\"request\": "
                + REQUEST
                + "}, 7, {\"a\": 1, \"a\": 2}, {\"name\": \"last\", \"request\": "
                + REQUEST
                + ", \"policies\": {\"identity\": ["
                + ALLOW
                + "]}}]");
    assertThat(scenarios)
        .extracting(
            scenario -> run(scenario).decision().map(d -> d.verdict().text()).orElse("error"))
        .containsExactly("implicitDeny", "error", "error", "allowed");
    assertThat(scenarios.get(3).name()).isEqualTo("last");
    assertThat(scenarios.get(0).name()).isEqualTo("s.json:1:2");
  }

  @Test
  void policies_come_from_files_beside_the_scenario(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("policies"));
    Files.writeString(folder.resolve("policies/all.json"), ALLOW);
    Path file = folder.resolve("scenario.json");
    Files.writeString(
        file,
        "{\"request\": "
            + REQUEST
            + ", \"policies\": {\"identity\": [{\"name\": \"mine\", \"arn\": \"arn:aws:iam::1:policy/m\","
            + " \"document\": "
            + ALLOW
            + "}, \"policies/all.json\"]}, \"expect\": {\"decision\": \"allowed\", \"policy\": \"mine\"}}");
    ScenarioResult result = run(ScenarioReader.strict().read(file).get(0));
    assertThat(result.isAsExpected()).isTrue();
    assertThat(result.decision().orElseThrow().layers())
        .flatExtracting(layer -> layer.statements())
        .extracting(statement -> Path.of(statement.policy().name()).getFileName().toString())
        .containsExactly("mine", "all.json");
  }

  @Test
  void json_lines_hold_one_scenario_a_line_and_keep_their_numbers(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("batch.jsonl");
    Files.writeString(file, "{\"request\": " + REQUEST + "}\n\n[]\r\n{\"request\": {}}\n");
    ImmutableList<Scenario> scenarios = ScenarioReader.strict().read(file);
    assertThat(scenarios).hasSize(3);
    assertThat(run(scenarios.get(1)).problems().get(0).span().start().line()).isEqualTo(3);
    assertThat(run(scenarios.get(2)).problems().get(0).span().start().line()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          EXPECT                                                         | AS_EXPECTED | DIFFERENCES
          "allowed"                                                      | true        | []
          "denied"                                                       | false       | [expected decision denied, got allowed]
          "error"                                                        | false       | [expected decision error, got allowed]
          {"decidedBy": "identity", "sid": "All", "policy": "identity[0]"} | true      | []
          {"decidedBy": "resource"}                                      | false       | [expected decidedBy resource, got identity]
          {"sid": "Other"}                                               | false       | [expected sid Other, got All]
          {"missingKeys": ["AWS:SecureTransport"]}                       | true        | []
          {"missingKeys": []}                                            | false       | [expected missingKeys [], got [aws:securetransport]]
          {"unspecified": ["U03"]}                                       | false       | [expected unspecified [U03], got []]
          """)
  void expectations(String expect, boolean asExpected, String differences) {
    String policy =
        "{\"Statement\": [{\"Sid\": \"All\", \"Effect\": \"Allow\", \"Action\": \"*\","
            + " \"Resource\": \"*\"}, {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\","
            + " \"Condition\": {\"Bool\": {\"aws:SecureTransport\": false}}}]}";
    ScenarioResult result =
        run(
            read("{\"request\": "
                    + REQUEST
                    + ", \"policies\": {\"identity\": ["
                    + policy
                    + "]}, \"expect\": "
                    + expect
                    + "}")
                .get(0));
    assertThat(result.differences().toString()).isEqualTo(differences);
    assertThat(result.isAsExpected()).isEqualTo(asExpected);
  }

  @Test
  void an_expected_error_is_as_expected() {
    assertThat(run(read("{\"request\": {}, \"expect\": \"error\"}").get(0)).isAsExpected())
        .isTrue();
    assertThat(run(read("{\"request\": {}}").get(0)).isAsExpected()).isFalse();
    assertThat(run(read("{\"request\": {}, \"expect\": \"allowed\"}").get(0)).differences())
        .singleElement()
        .asString()
        .startsWith("expected allowed, got an error: s.json:1:13 (/request)");
  }

  @Test
  void results_are_one_line_of_json() {
    Scenario scenario = read("{\"name\": \"n\", \"request\": " + REQUEST + "}").get(0);
    assertThat(run(scenario).toJson(false))
        .isEqualTo("{\"name\":\"n\",\"decision\":\"implicitDeny\"}");
    assertThat(run(scenario).toJson(true))
        .startsWith("{\"name\":\"n\",\"decision\":\"implicitDeny\",\"explanation\":{\"result\":");
    assertThat(run(read("{\"name\": \"n\"}").get(0)).toJson(false))
        .isEqualTo(
            "{\"name\":\"n\",\"error\":{\"code\":\"scenario-missing-field\","
                + "\"message\":\"the scenario has no `request`\",\"help\":\"it is required\","
                + "\"file\":\"s.json\",\"line\":1,\"column\":0,\"pointer\":\"\"},\"problems\":"
                + "[\"s.json:1:1 (document): the scenario has no `request`; it is required\"]}");
  }
}
