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
    run(TRUST, "lint", "--format", "jsonl", "-");
    run("{", "lint", "-");
    run(scenario, "simulate", "-");
    run(scenario, "simulate", "--explain", "-");
    run(scenario.replace('\n', ' ') + "\n[\n", "simulate", "--batch", "--explain", "-");
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
