package dev.postern.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which element is legal where: a row for an element, a column for a policy type. */
class GrammarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          STATEMENT             | identity | boundary | session | trust   | resource | S3      | SQS     | kms-key | vpc-endpoint | scp     | rcp
          usual                 | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | read
          no Version            | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | refused
          Version 2008-10-17    | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | refused
          Id                    | noted    | noted    | noted   | read    | read     | read    | read    | read    | read         | noted   | noted
          Sid                   | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | read
          Allow                 | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | refused
          Allow everything      | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | read
          Principal *           | refused  | refused  | refused | read    | read     | read    | read    | read    | read         | refused | read
          Principal AWS *       | refused  | refused  | refused | read    | read     | read    | read    | read    | read         | refused | refused
          Principal account     | refused  | refused  | refused | read    | read     | read    | read    | read    | read         | refused | refused
          CanonicalUser         | refused  | refused  | refused | refused | read     | read    | refused | refused | read         | refused | refused
          no Principal          | read     | read     | read    | refused | refused  | refused | refused | refused | refused      | read    | refused
          NotPrincipal Deny     | refused  | refused  | refused | refused | read     | read    | read    | noted   | read         | refused | refused
          NotPrincipal Allow    | refused  | refused  | refused | refused | refused  | refused | refused | refused | refused      | refused | refused
          no Action             | refused  | refused  | refused | refused | refused  | refused | refused | refused | refused      | refused | refused
          Action *              | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | refused
          Action *:*            | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | read
          NotAction             | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | refused
          Action and NotAction  | refused  | refused  | refused | refused | refused  | refused | refused | refused | refused      | refused | refused
          no Resource           | refused  | refused  | refused | read    | noted    | refused | noted   | noted   | noted        | refused | refused
          Resource ARN          | read     | read     | read    | refused | read     | read    | read    | read    | read         | read    | read
          NotResource           | read     | read     | read    | refused | read     | read    | read    | read    | read         | read    | read
          Condition             | read     | read     | read    | read    | read     | read    | read    | read    | read         | read    | read
          unknown element       | refused  | refused  | refused | refused | refused  | refused | refused | refused | refused      | refused | refused
          """)
  void elements_are_legal_as_in_the_table(
      String statement,
      String identity,
      String boundary,
      String session,
      String trust,
      String resource,
      String s3,
      String sqs,
      String kmsKey,
      String vpcEndpoint,
      String scp,
      String rcp) {
    Map<PolicyType, String> expected = new LinkedHashMap<>();
    expected.put(PolicyType.IDENTITY, identity);
    expected.put(PolicyType.PERMISSIONS_BOUNDARY, boundary);
    expected.put(PolicyType.SESSION, session);
    expected.put(PolicyType.TRUST, trust);
    expected.put(PolicyType.RESOURCE, resource);
    expected.put(PolicyType.resource("AWS::S3::Bucket"), s3);
    expected.put(PolicyType.resource("AWS::SQS::Queue"), sqs);
    expected.put(PolicyType.KMS_KEY, kmsKey);
    expected.put(PolicyType.VPC_ENDPOINT, vpcEndpoint);
    expected.put(PolicyType.SERVICE_CONTROL, scp);
    expected.put(PolicyType.RESOURCE_CONTROL, rcp);
    Map<PolicyType, String> found = new LinkedHashMap<>();
    expected.keySet().forEach(type -> found.put(type, outcome(document(statement, type), type)));
    assertThat(found).isEqualTo(expected);
  }

  private static String outcome(String document, PolicyType type) {
    PolicyReading reading = PolicyReader.strict().examine(SourceText.of("t", document), type);
    if (reading.document().isEmpty()) {
      return "refused";
    }
    return reading.problems().isEmpty() ? "read" : "noted";
  }

  private static String document(String what, PolicyType type) {
    Grammar grammar = Grammar.of(type);
    Map<String, String> document = new LinkedHashMap<>();
    document.put("Version", "\"2012-10-17\"");
    Map<String, String> statement = new LinkedHashMap<>();
    statement.put("Effect", "\"Deny\"");
    if (grammar.principal() == Grammar.Rule.REQUIRED) {
      statement.put("Principal", "\"*\"");
    }
    statement.put("Action", "\"s3:GetObject\"");
    if (grammar.resource() != Grammar.Rule.FORBIDDEN) {
      statement.put("Resource", "\"*\"");
    }
    vary(what, document, statement);
    document.put("Statement", object(statement));
    return object(document);
  }

  private static void vary(
      String what, Map<String, String> document, Map<String, String> statement) {
    String account = "{\"AWS\": \"111122223333\"}";
    switch (what) {
      case "usual" -> {}
      case "no Version" -> document.remove("Version");
      case "Version 2008-10-17" -> document.put("Version", "\"2008-10-17\"");
      case "Id" -> document.put("Id", "\"mine\"");
      case "Sid" -> statement.put("Sid", "\"mine\"");
      case "Allow" -> statement.put("Effect", "\"Allow\"");
      case "Allow everything" -> {
        statement.put("Effect", "\"Allow\"");
        statement.put("Action", "\"*\"");
      }
      case "Principal *" -> statement.put("Principal", "\"*\"");
      case "Principal AWS *" -> statement.put("Principal", "{\"AWS\": \"*\"}");
      case "Principal account" -> statement.put("Principal", account);
      case "CanonicalUser" ->
          statement.put("Principal", "{\"CanonicalUser\": \"" + "0a".repeat(32) + "\"}");
      case "no Principal" -> statement.remove("Principal");
      case "NotPrincipal Deny" -> replace(statement, "Principal", "NotPrincipal", account);
      case "NotPrincipal Allow" -> {
        replace(statement, "Principal", "NotPrincipal", account);
        statement.put("Effect", "\"Allow\"");
      }
      case "no Action" -> statement.remove("Action");
      case "Action *" -> statement.put("Action", "\"*\"");
      case "Action *:*" -> statement.put("Action", "\"*:*\"");
      case "NotAction" -> replace(statement, "Action", "NotAction", "\"iam:*\"");
      case "Action and NotAction" -> statement.put("NotAction", "\"iam:*\"");
      case "no Resource" -> statement.remove("Resource");
      case "Resource ARN" -> statement.put("Resource", "\"arn:aws:s3:::b/*\"");
      case "NotResource" -> replace(statement, "Resource", "NotResource", "\"arn:aws:s3:::b\"");
      case "Condition" ->
          statement.put("Condition", "{\"Bool\": {\"aws:SecureTransport\": false}}");
      case "unknown element" -> statement.put("Comment", "\"mine\"");
      default -> throw new AssertionError(what);
    }
  }

  private static void replace(
      Map<String, String> statement, String element, String other, String value) {
    statement.remove(element);
    statement.put(other, value);
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
