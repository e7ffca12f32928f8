package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The requests of w2: templates with chance in the names, sorted by what is right. */
final class LayeredRequests {
  private static final String S3 = "arn:aws:s3:::";
  private static final String HERE = "us-east-1:" + PlainRequest.ACCOUNT;
  private static final String DYNAMODB = "arn:aws:dynamodb:" + HERE + ":table/";
  private static final String EC2 = "arn:aws:ec2:" + HERE + ":instance/i-";
  private static final String LAMBDA = "arn:aws:lambda:" + HERE + ":function:";
  private static final String SECRET = "arn:aws:secretsmanager:" + HERE + ":secret:app/";

  private static final String TEAM = "aws:PrincipalTag/team";
  private static final String IP = "aws:SourceIp";
  private static final String TLS = "aws:SecureTransport";
  private static final String REGION = "aws:RequestedRegion";
  private static final String MFA = "aws:MultiFactorAuthPresent";
  private static final String OWNER = "aws:ResourceTag/owner";
  private static final String ENVIRONMENT = "aws:ResourceTag/env";
  private static final String ENCRYPTION = "s3:x-amz-server-side-encryption";
  private static final String PREFIX = "s3:prefix";
  private static final String KEYS = "dynamodb:LeadingKeys";

  private final Dice dice;
  private final ImmutableList<Supplier<Draft>> allowed;
  private final ImmutableList<Supplier<Draft>> implicit;
  private final ImmutableList<Supplier<Draft>> explicit;

  LayeredRequests(Dice dice) {
    this.dice = dice;
    this.allowed = allowedTemplates();
    this.implicit = implicitTemplates();
    this.explicit = explicitTemplates();
  }

  PlainRequest allowed() {
    return dice.pick(allowed).get().expecting(Verdict.ALLOWED);
  }

  PlainRequest implicit() {
    return dice.pick(implicit).get().expecting(Verdict.IMPLICIT_DENY);
  }

  PlainRequest explicit() {
    return dice.pick(explicit).get().expecting(Verdict.EXPLICIT_DENY);
  }

  private ImmutableList<Supplier<Draft>> allowedTemplates() {
    return ImmutableList.of(
        () -> report("s3:GetObject", "q" + (1 + dice.below(4)) + "/" + dice.hex(8) + ".csv"),
        () -> inbox().with(ENCRYPTION, "aws:kms"),
        () -> list().with(PREFIX, "home/alice/" + dice.hex(8)),
        () -> ask("s3:GetObject", S3 + "home/alice/" + dice.hex(8) + "/notes.txt"),
        () -> ask("s3:GetObject", S3 + "logs-" + dice.hex(4) + "/app/" + dice.hex(8) + ".gz"),
        () -> ask("s3:GetObjectAttributes", S3 + "data-lake/curated/" + part()),
        () -> ask("dynamodb:GetItem", DYNAMODB + "UserData").with(KEYS, keys("alice")),
        () ->
            ask("dynamodb:BatchGetItem", DYNAMODB + "Catalog")
                .with(KEYS, keys("item-" + dice.hex(4), "item-" + dice.hex(4))),
        () -> ask("sqs:SendMessage", "arn:aws:sqs:" + HERE + ":orders-" + dice.hex(4)),
        () -> ask("ec2:StopInstances", EC2 + dice.hex(17)).with(OWNER, "alice"),
        () -> ask("lambda:InvokeFunction", LAMBDA + "app-" + dice.hex(4)),
        () ->
            ask(
                "logs:PutLogEvents",
                "arn:aws:logs:"
                    + HERE
                    + ":log-group:/app/"
                    + dice.hex(4)
                    + ":log-stream:"
                    + dice.hex(8)),
        () -> ask("secretsmanager:GetSecretValue", SECRET + "db-" + dice.hex(6)),
        () -> ask("ssm:GetParameter", "arn:aws:ssm:" + HERE + ":parameter/app/dev/" + dice.hex(4)),
        () ->
            ask(
                "states:StartExecution",
                "arn:aws:states:" + HERE + ":stateMachine:app-" + dice.hex(4)),
        () -> ask("ec2:TerminateInstances", EC2 + dice.hex(17)).with(ENVIRONMENT, "dev"));
  }

  private ImmutableList<Supplier<Draft>> implicitTemplates() {
    return ImmutableList.of(
        () -> report("s3:GetObject", "q1/" + dice.hex(8) + ".csv").with(TEAM, "red"),
        () -> inbox().with(IP, "192.0.2.7").with(ENCRYPTION, "AES256"),
        () -> list().with(PREFIX, "home/bob/" + dice.hex(8)),
        () -> ask("s3:GetObject", S3 + "home/bob/" + dice.hex(8) + "/notes.txt"),
        () -> ask("dynamodb:GetItem", DYNAMODB + "UserData").with(KEYS, keys("alice", "bob")),
        /* Allowed, but the boundary knows no Kinesis. */
        () -> ask("kinesis:PutRecord", "arn:aws:kinesis:" + HERE + ":stream/clicks"),
        () -> ask("ec2:StopInstances", EC2 + dice.hex(17)).with(OWNER, "bob"),
        () -> ask("sqs:ReceiveMessage", "arn:aws:sqs:" + HERE + ":other-" + dice.hex(4)),
        () -> ask("lambda:UpdateFunctionCode", LAMBDA + "app-bob-" + dice.hex(4)),
        () -> ask("s3:GetObjectAttributes", S3 + "data-lake/raw/" + part()));
  }

  private ImmutableList<Supplier<Draft>> explicitTemplates() {
    return ImmutableList.of(
        () -> report("s3:GetObject", "q2/" + dice.hex(8) + ".csv").with(TLS, "false"),
        () -> report("s3:DeleteObject", "archive/" + dice.hex(8) + ".csv"),
        () -> report("s3:GetObject", "restricted/" + dice.hex(8) + ".pdf").with(IP, "198.51.100.9"),
        () -> inbox().with(ENCRYPTION, "none"),
        () -> ask("s3:PutObject", S3 + "home/alice/.locked/" + dice.hex(8)),
        () -> ask("s3:GetObject", S3 + "logs-audit/app/" + dice.hex(8) + ".gz"),
        () -> ask("dynamodb:DeleteTable", DYNAMODB + "T" + dice.hex(4)),
        () ->
            ask("ec2:TerminateInstances", EC2 + dice.hex(17))
                .with(ENVIRONMENT, "dev")
                .with(MFA, "false"),
        () -> ask("lambda:InvokeFunction", LAMBDA + "app-billing-" + dice.hex(4)),
        () ->
            ask(
                    "sqs:SendMessage",
                    "arn:aws:sqs:ap-south-1:" + PlainRequest.ACCOUNT + ":orders-" + dice.hex(4))
                .with(REGION, "ap-south-1"),
        () -> ask("secretsmanager:GetSecretValue", SECRET + "prod/" + dice.hex(6)),
        () -> ask("cloudtrail:StopLogging", "arn:aws:cloudtrail:" + HERE + ":trail/main"),
        () -> ask("s3:DeleteBucket", S3 + "prod-" + dice.hex(4)));
  }

  private String part() {
    return dice.hex(4) + "/part-" + dice.hex(4) + ".parquet";
  }

  private static PlainValue keys(String... keys) {
    return PlainValue.listOf(keys);
  }

  private Draft inbox() {
    return report("s3:PutObject", "inbox/" + dice.hex(8) + ".bin");
  }

  private Draft list() {
    return new Draft("s3:ListBucket", S3 + "reports", true, usual());
  }

  private Draft report(String action, String object) {
    return new Draft(action, S3 + "reports/" + object, true, usual());
  }

  private Draft ask(String action, String resource) {
    return new Draft(action, resource, false, usual());
  }

  private Map<String, PlainValue> usual() {
    Map<String, PlainValue> context = new LinkedHashMap<>();
    context.put("aws:username", PlainValue.of("alice"));
    context.put("aws:PrincipalArn", PlainValue.of(PlainRequest.ALICE));
    context.put("aws:PrincipalAccount", PlainValue.of(PlainRequest.ACCOUNT));
    context.put(TEAM, PlainValue.of("blue"));
    context.put(IP, PlainValue.of("203.0.113." + (1 + dice.below(254))));
    context.put(TLS, PlainValue.of("true"));
    context.put(REGION, PlainValue.of("us-east-1"));
    context.put("aws:UserAgent", PlainValue.of("aws-sdk-java/2.31"));
    context.put("aws:CurrentTime", PlainValue.of("2026-11-20T10:00:00Z"));
    context.put(MFA, PlainValue.of("true"));
    return context;
  }

  /** A request that lacks its right decision. */
  private record Draft(
      String action,
      String resource,
      boolean meetsResourcePolicy,
      Map<String, PlainValue> context) {

    Draft with(String key, String value) {
      return with(key, PlainValue.of(value));
    }

    Draft with(String key, PlainValue value) {
      Map<String, PlainValue> other = new LinkedHashMap<>(context);
      other.put(key, value);
      return new Draft(action, resource, meetsResourcePolicy, other);
    }

    PlainRequest expecting(Verdict verdict) {
      PlainRequest request =
          PlainRequest.byAlice(action, resource, ImmutableMap.copyOf(context), verdict);
      return meetsResourcePolicy ? request.meetingResourcePolicy() : request;
    }
  }
}
