package dev.postern.test;

import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The policies and texts that these tests share. */
final class Fixtures {
  static final String ALICE = "arn:aws:iam::111122223333:user/alice";
  static final String BOB = "arn:aws:iam::111122223333:user/bob";
  static final String OWN = "arn:aws:s3:::reports/alice/q1.csv";

  private Fixtures() {}

  static String text(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PolicyDocument document(String name, PolicyType type) {
    return PolicyReader.strict().read(SourceText.of(name, text(name)), type);
  }

  static CompiledPolicy policy(String name, PolicyType type) {
    return CompiledPolicy.of(document(name, type));
  }

  /** A policy of one statement, whose elements are given. */
  static CompiledPolicy policy(PolicyType type, String... statements) {
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(", ", statements) + "]}";
    return CompiledPolicy.of(PolicyReader.strict().read(SourceText.of("inline.json", text), type));
  }

  /** Alice's policy and the bucket's. */
  static PolicySet policies() {
    return PolicySet.EMPTY
        .withIdentity(policy("policies/alice.json", PolicyType.IDENTITY))
        .withResource(policy("policies/bucket.json", PolicyType.resource("AWS::S3::Bucket")));
  }
}
