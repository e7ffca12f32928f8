package dev.postern.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A run of every command on texts of its own, printing nothing. The launcher makes its archive of
 * class data from the classes that this run loads, so that a real run finds them ready.
 */
final class Rehearsal {
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:List*"], "Resource": "*",
         "Condition": {"StringEquals": {"aws:PrincipalTag/team": "${aws:username}"}}},
        {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"},
        {"Sid": "Tls", "Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:::reports/*",
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
      """;

  /* Resources, actions and conditions of many kinds, so that rules of many kinds look at them. */
  private static final String WIDE =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "Deploy", "Effect": "Allow",
         "Action": ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction", "ec2:Run*",
                    "dynamodb:Query", "s3:PutObjct", "kms:Decrypt"],
         "Resource": ["arn:aws:iam::111122223333:role/app*", "arn:aws:s3:::b", "arn:aws:s3:::b/*",
                      "arn:aws:lambda:*:111122223333:function:x", "arn:aws:sqs:eu-west-1::q",
                      "arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/*"],
         "Condition": {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "203.0.113.7/24"]},
           "ForAllValues:StringLike": {"aws:TagKeys": ["a*"]},
           "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/x"},
           "NumericLessThan": {"aws:MultiFactorAuthAge": "300"},
           "DateLessThan": {"aws:CurrentTime": "2027-01-01T00:00:00Z"},
           "StringEqualsIfExists": {"iam:PassedToService": "lambda.amazonaws.com"},
           "Null": {"aws:PrincipalOrgID": "false"}}},
        {"Effect": "Allow", "Action": ["s3:*", "iam:*", "ec2:StopInstances"], "Resource": "*"},
        {"Effect": "Deny", "NotAction": ["sts:*"], "NotResource": "arn:aws:s3:::x", "Condition":
          {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1"]}}}]}
      """;

  private static final String BUCKET =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::b/*"},
        {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com",
           "AWS": ["111122223333", "arn:aws:iam::444455556666:role/x"]},
         "Action": ["s3:PutObject"], "Resource": "arn:aws:s3:::b/AWSLogs/*",
         "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}}]}
      """;

  private static final String TRUST =
      """
      {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
       "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Actions": 1}}
      """;

  private static final String SCENARIO =
      """
      {"name": "a", "expect": "allowed", "request": {"action": "s3:GetObject",
       "principal": "arn:aws:iam::111122223333:user/alice", "resource": "arn:aws:s3:::reports/q1",
       "context": {"aws:SecureTransport": true}}, "policies": {"identity": [POLICY], "resource":
       {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"},
        "Action": "s3:*", "Resource": "arn:aws:s3:::reports/*"}]}}}
      """;

  private static final String AWS_INPUT =
      """
      {"PolicyInputList": ["{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:*\\",\
       \\"Resource\\": \\"*\\"}}"], "ActionNames": ["s3:GetObject"],
       "ResourceArns": ["arn:aws:s3:::reports/q1"], "ContextEntries": [{"ContextKeyName":
       "aws:SecureTransport", "ContextKeyValues": ["true"], "ContextKeyType": "boolean"}]}
      """;

  private Rehearsal() {}

  /**
   * Runs it; the launcher says how the JVM records it.
   *
   * @param args the path of any file: reading one loads what reading a stream does not
   */
  public static void main(String[] args) {
    String scenario = SCENARIO.replace("POLICY", POLICY);
    run(POLICY, "lint", "-");
    run(POLICY, "lint", "--policy-type", "scp", "--format", "json", "-");
    run(WIDE, "lint", "-");
    run(WIDE, "lint", "--policy-type", "boundary", "--format", "sarif", "-");
    run(BUCKET, "lint", "--resource-type", "AWS::S3::Bucket", "-");
    run(TRUST, "lint", "--format", "jsonl", "-");
    run("{", "lint", "-");
    run(scenario, "simulate", "-");
    run(scenario, "simulate", "--explain", "-");
    run(scenario.replace('\n', ' ') + "\n[\n", "simulate", "--batch", "--explain", "-");
    run(scenario, "test", "--coverage", "--mutate", "-");
    run(AWS_INPUT, "simulate", "--cli-input-json", "-");
    run(POLICY, "fmt", "-");
    run(POLICY, "fmt", "--check", "--canonical", "-");
    run("s3:Get*\ns3:GetObjct\n", "actions", "--level=read", "--resource-type=object", "-");
    run("", "actions", "--json", "--compress", "s3:Get*");
    run("", "action", "iam:PassRole", "ec2:RunInstances", "s3:ListObjectsV2");
    run("", "action", "--json", "iam:PassRole", "s3:ListObjectsV2");
    run("", "catalog");
    run("", "lint", "--help");
    for (String file : args) {
      run("", "lint", file);
    }
  }

  private static void run(String input, String... args) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Output nowhere = Output.to(OutputStream.nullOutputStream());
    int code =
        PosternCommand.run(
            new Console(in, nowhere, nowhere, Path.of(""), false, false, Clock.systemUTC()), args);
    if (code == ExitCode.FAULT) {
      throw new IllegalStateException("the rehearsal of " + String.join(" ", args) + " failed");
    }
  }
}
