package dev.postern.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ConditionElement;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionValue;
import dev.postern.model.Effect;
import dev.postern.model.Label;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
  private static final String RICH =
      """
      {
        "Version": "2012-10-17",
        "Id": "reports",
        "Statement": [
          {
            "Sid": "Read",
            "Effect": "Allow",
            "Principal": {"AWS": ["111122223333", "*"], "Service": "ec2.amazonaws.com"},
            "Action": ["s3:GetObject", "s3:List*"],
            "Resource": "arn:aws:s3:::reports/*",
            "Condition": {
              "StringEquals": {"aws:PrincipalTag/team": ["red", "blue"]},
              "NumericLessThan": {"s3:max-keys": 10.0},
              "Bool": {"aws:SecureTransport": true}
            }
          },
          {
            "Effect": "Deny",
            "NotPrincipal": {"AWS": []},
            "NotAction": "iam:*",
            "NotResource": ["*"]
          }
        ]
      }
      """;

  private static PolicyDocument read(String text, PolicyType type) {
    return PolicyReader.strict().read(text, type);
  }

  private static Statement statement(int index) {
    return read(RICH, PolicyType.RESOURCE).statementList().get(index).value();
  }

  private static PolicyReading strict(String text, PolicyType type) {
    return PolicyReader.strict().examine(SourceText.of("t", text), type);
  }

  private static ImmutableList<ProblemCode> codes(String text, PolicyType type) {
    PolicyReading reading = strict(text, type);
    assertThat(reading.document()).isEmpty();
    return reading.problems().stream().map(Problem::code).collect(ImmutableList.toImmutableList());
  }

  private static String identity(String members) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": {" + members + "}}";
  }

  @Test
  void a_document_has_its_type_version_id_and_statements() {
    PolicyDocument document = read(RICH, PolicyType.RESOURCE);
    assertThat(document.type()).isEqualTo(PolicyType.RESOURCE);
    assertThat(document.version().value()).isEqualTo(PolicyVersion.V2012_10_17);
    assertThat(document.id().value()).isEqualTo(new Label.Given("reports"));
    assertThat(document.statementList()).hasSize(2);
    assertThat(document.source().text()).isEqualTo(RICH);
  }

  @Test
  void a_statement_has_its_elements() {
    Statement statement = statement(0);
    assertThat(statement.sid().value().asText()).contains("Read");
    assertThat(statement.effect().value()).isEqualTo(Effect.ALLOW);
    assertThat(statement.isAllow()).isTrue();
    assertThat(statement.action().value()).isInstanceOf(ActionElement.Action.class);
    assertThat(statement.action().value().patterns())
        .extracting(at -> at.value().text())
        .containsExactly("s3:GetObject", "s3:List*");
    assertThat(statement.resource().value()).isInstanceOf(ResourceElement.Resource.class);
    assertThat(statement.resource().value().patterns())
        .extracting(at -> at.value().text())
        .containsExactly("arn:aws:s3:::reports/*");
  }

  @Test
  void not_elements_are_cases_of_their_types() {
    Statement statement = statement(1);
    assertThat(statement.isDeny()).isTrue();
    assertThat(statement.principal().value()).isInstanceOf(PrincipalElement.NotPrincipal.class);
    assertThat(statement.action().value()).isInstanceOf(ActionElement.NotAction.class);
    assertThat(statement.resource().value()).isInstanceOf(ResourceElement.NotResource.class);
    assertThat(statement.resource().value().patterns().get(0).value())
        .isEqualTo(new ResourcePattern.Any("*"));
  }

  @Test
  void principals_keep_their_kinds_and_values_in_order() {
    PrincipalSet.Listed listed =
        (PrincipalSet.Listed) statement(0).principal().value().principals();
    assertThat(listed.entries())
        .extracting(entry -> entry.kind().value().text())
        .containsExactly("AWS", "Service");
    assertThat(listed.entries().get(0).values().value())
        .extracting(at -> at.value().text())
        .containsExactly("111122223333", "*");
  }

  @Test
  void condition_values_keep_their_literals() {
    ConditionElement.Block block = (ConditionElement.Block) statement(0).condition().value();
    assertThat(block.conditions())
        .extracting(test -> test.operator().value())
        .containsExactly(
            ConditionOperator.named("StringEquals").orElseThrow(),
            ConditionOperator.named("NumericLessThan").orElseThrow(),
            ConditionOperator.named("Bool").orElseThrow());
    assertThat(block.conditions())
        .flatExtracting(test -> test.values().value())
        .extracting(Located::value)
        .containsExactly(
            ConditionValue.string("red"),
            ConditionValue.string("blue"),
            new ConditionValue("10.0", ConditionValue.Kind.NUMBER),
            new ConditionValue("true", ConditionValue.Kind.BOOLEAN));
  }

  @Test
  void every_element_knows_its_place() {
    Statement statement = statement(0);
    assertThat(statement.sid().span().text()).isEqualTo("\"Read\"");
    assertThat(statement.effect().span()).hasToString("<policy>:7:17 (/Statement/0/Effect)");
    assertThat(statement.principal().span().pointer()).hasToString("/Statement/0/Principal");
    assertThat(statement.action().span().text()).isEqualTo("[\"s3:GetObject\", \"s3:List*\"]");
    assertThat(statement.action().value().patterns().get(1).span())
        .hasToString("<policy>:9:34 (/Statement/0/Action/1)");
    assertThat(statement.resource().span())
        .isEqualTo(statement.resource().value().patterns().get(0).span());
    assertThat(statement.condition().value().conditions().get(0).operator().span().text())
        .isEqualTo("\"StringEquals\"");
    assertThat(statement.condition().value().conditions().get(0).key().span())
        .hasToString("<policy>:12:26 (/Statement/0/Condition/StringEquals/aws:PrincipalTag~1team)");
  }

  @Test
  void an_element_that_is_not_there_stands_at_its_parent() {
    String text =
        "{\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\"}]}";
    PolicyDocument document = read(text, PolicyType.KMS_KEY);
    Located<Statement> statement = document.statementList().get(0);
    assertThat(statement.value().resource().value()).isEqualTo(ResourceElement.ABSENT);
    assertThat(statement.value().resource().span()).isEqualTo(statement.span());
    assertThat(statement.value().condition().span()).isEqualTo(statement.span());
    assertThat(statement.value().sid().span()).isEqualTo(statement.span());
    assertThat(document.version().span().text()).isEqualTo(text);
    assertThat(document.id().span().text()).isEqualTo(text);
  }

  @Test
  void a_single_statement_needs_no_list() {
    PolicyDocument document =
        read(
            identity("\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\""),
            PolicyType.IDENTITY);
    SourceSpan list = document.statements().span();
    assertThat(list.covers(document.statementList().get(0).span())).isTrue();
    assertThat(document.statementList().get(0).value().sid().span()).isEqualTo(list);
    assertThat(document.statementList().get(0).value().sid().value()).isEqualTo(Label.NONE);
    assertThat(document.statementList().get(0).value().condition().value())
        .isEqualTo(ConditionElement.ABSENT);
  }

  @Test
  void documents_that_say_the_same_are_equal() {
    String other = RICH.replaceAll("\\s+", " ").replace("\"iam:*\"", "[\"iam:*\"]");
    assertThat(read(other, PolicyType.RESOURCE))
        .isEqualTo(read(RICH, PolicyType.RESOURCE))
        .hasSameHashCodeAs(read(RICH, PolicyType.RESOURCE));
    assertThat(read(RICH.replace("Read", "read"), PolicyType.RESOURCE))
        .isNotEqualTo(read(RICH, PolicyType.RESOURCE));
  }

  @Test
  void a_file_is_read_under_its_name(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), RICH);
    PolicyDocument document = PolicyReader.strict().read(file, PolicyType.RESOURCE);
    assertThat(document.source()).hasToString(file.toString());
    assertThat(document).isEqualTo(read(RICH, PolicyType.RESOURCE));
  }

  @Test
  void a_policy_inside_a_larger_text_keeps_its_place_there() {
    SourceText text =
        SourceText.of("roles.json", "{\"Roles\": [" + RICH.replace("2012", "2011") + "]}");
    JsonObject root =
        (JsonObject) JsonReader.within(ReadLimits.POLICY).read(text).value().orElseThrow();
    JsonValue policy = ((JsonValue.JsonArray) root.get("Roles").orElseThrow()).elements().get(0);
    assertThat(PolicyReader.strict().examine(policy, PolicyType.RESOURCE).problems())
        .extracting(problem -> problem.span().toString())
        .contains("roles.json:2:14 (/Roles/0/Version)");
  }

  @Test
  void a_refusal_holds_every_problem_in_the_order_of_the_text() {
    String text = identity("\"Effect\": \"allow\", \"Action\": [], \"Resource\": \"x\"");
    PolicyRefusedException refused =
        catchThrowableOfType(PolicyRefusedException.class, () -> read(text, PolicyType.IDENTITY));
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly(
            ProblemCode.EFFECT_INVALID, ProblemCode.EMPTY_ACTION, ProblemCode.ARN_PREFIX);
    assertThat(refused).hasMessageContaining("unknown effect `allow`");
    assertThat(refused.getMessage().lines()).hasSize(3);
  }

  @Test
  void a_reading_of_a_refused_document_still_has_its_readable_part_and_json() {
    String text =
        "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"},"
            + " {\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\"}]}";
    PolicyReading reading = strict(text, PolicyType.IDENTITY);
    assertThat(reading.document()).isEmpty();
    assertThat(reading.readablePart().statementList()).hasSize(1);
    assertThat(reading.json()).isPresent();
  }

  @Test
  void a_reading_of_no_json_has_an_empty_readable_part() {
    PolicyReading reading = strict("{", PolicyType.IDENTITY);
    assertThat(reading.readablePart().statementList()).isEmpty();
    assertThat(reading.json()).isEmpty();
  }

  @Test
  void notes_do_not_refuse() {
    PolicyReading reading = strict("{\"Id\": \"mine\", \"Statement\": []}", PolicyType.IDENTITY);
    assertThat(reading.document()).contains(reading.orThrow());
    assertThat(reading.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.ID_UNEXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"arn:aws:s3*\"",
        "\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"bucket\"",
        "\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\","
            + " \"Condition\": {\"stringequals\": {\"aws:username\": \"a\"}}",
      })
  void stored_oddities_are_read_leniently_only(String members) {
    assertThat(strict(identity(members), PolicyType.IDENTITY).document()).isEmpty();
    assertThat(
            PolicyReader.lenient()
                .examine(SourceText.of("t", identity(members)), PolicyType.IDENTITY)
                .document())
        .isPresent();
  }

  @Test
  void P008_an_effect_in_lower_case_is_refused() {
    assertThat(
            codes(
                identity("\"Effect\": \"allow\", \"Action\": \"*\", \"Resource\": \"*\""),
                PolicyType.IDENTITY))
        .containsExactly(ProblemCode.EFFECT_INVALID);
  }

  @Test
  void P009_action_and_not_action_in_one_statement_are_refused() {
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Allow\", \"Action\": \"*\", \"NotAction\": \"iam:*\","
                        + " \"Resource\": \"*\""),
                PolicyType.IDENTITY))
        .containsExactly(ProblemCode.ELEMENT_CONFLICT);
  }

  @Test
  void P010_a_member_that_stands_twice_is_refused() {
    String condition = "\"Condition\": {\"Bool\": {\"aws:SecureTransport\": true}}";
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", "
                        + condition
                        + ", "
                        + condition),
                PolicyType.IDENTITY))
        .containsExactly(ProblemCode.JSON_DUPLICATE_KEY);
  }

  @Test
  void P013_an_id_in_an_identity_policy_is_noted() {
    assertThat(strict("{\"Id\": \"x\", \"Statement\": []}", PolicyType.IDENTITY).document())
        .isPresent();
  }

  @Test
  void P014_an_rcp_allows_nothing_and_names_services() {
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\","
                        + " \"Resource\": \"*\""),
                PolicyType.RESOURCE_CONTROL))
        .containsExactly(ProblemCode.RCP_ALLOW);
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\","
                        + " \"Resource\": \"*\""),
                PolicyType.RESOURCE_CONTROL))
        .containsExactly(ProblemCode.RCP_ACTION_SERVICE);
  }

  @Test
  void P011_a_key_policy_statement_without_resource_is_stored_and_noted() {
    PolicyReading reading =
        strict(
            identity(
                "\"Effect\": \"Deny\", \"Principal\": {\"AWS\": \"111122223333\"},"
                    + " \"Action\": \"kms:Decrypt\""),
            PolicyType.KMS_KEY);
    assertThat(reading.document()).isPresent();
    assertThat(reading.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RESOURCE_ABSENT);
  }

  @Test
  void P015_an_scp_names_no_principal() {
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\","
                        + " \"Resource\": \"*\""),
                PolicyType.SERVICE_CONTROL))
        .containsExactly(ProblemCode.SCP_PRINCIPAL);
  }

  @Test
  void P016_an_scp_allows_with_a_condition_and_not_action() {
    assertThat(
            strict(
                    identity(
                        "\"Effect\": \"Allow\", \"NotAction\": \"iam:*\", \"Resource\": \"*\","
                            + " \"Condition\": {\"Bool\": {\"aws:SecureTransport\": true}}"),
                    PolicyType.SERVICE_CONTROL)
                .problems())
        .isEmpty();
  }

  @Test
  void P023_an_action_without_a_colon_is_refused() {
    assertThat(
            codes(
                identity("\"Effect\": \"Allow\", \"Action\": \"s3*\", \"Resource\": \"*\""),
                PolicyType.IDENTITY))
        .containsExactly(ProblemCode.ACTION_FORMAT);
  }

  @Test
  void P031_a_resource_of_five_fields_is_refused() {
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Allow\", \"Action\": \"*\","
                        + " \"Resource\": \"arn:aws:sqs:us-east-1:*\""),
                PolicyType.IDENTITY))
        .containsExactly(ProblemCode.ARN_FIELDS);
  }

  @Test
  void P102_null_if_exists_is_refused() {
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\","
                        + " \"Condition\": {\"NullIfExists\": {\"aws:TagKeys\": true}}"),
                PolicyType.IDENTITY))
        .containsExactly(ProblemCode.CONDITION_NULL_IFEXISTS);
  }

  @Test
  void P130_a_variable_before_the_fifth_colon_is_refused() {
    assertThat(
            codes(
                identity(
                    "\"Effect\": \"Allow\", \"Action\": \"*\","
                        + " \"Resource\": [\"arn:aws:s3:::\", \"arn:aws:${x}:::\"]"),
                PolicyType.IDENTITY))
        .containsExactly(ProblemCode.ARN_VARIABLE_POSITION);
  }
}
