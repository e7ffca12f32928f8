package dev.postern.examples.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Requester;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.util.SplittableRandom;

/** What is asked under load: many buckets with a policy each, and requests that they all allow. */
record LoadedStore(int buckets) {
  private static final String BUCKET_POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "TlsOnly",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": ["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"],
            "Condition": {"Bool": {"aws:SecureTransport": "false"}}
          },
          {
            "Sid": "OnlyEncryptedWithKms",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:PutObject",
            "Resource": "arn:aws:s3:::BUCKET/*",
            "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
          },
          {
            "Sid": "ReadFromTheOffice",
            "Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::111122223333:user/load"},
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::BUCKET/*",
            "Condition": {"IpAddress": {"aws:SourceIp": ["198.51.100.0/24", "203.0.113.0/24"]}}
          }
        ]
      }
      """;

  private static final String IDENTITY_POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Write",
            "Effect": "Allow",
            "Action": "s3:PutObject",
            "Resource": "arn:aws:s3:::bucket-*/*"
          },
          {
            "Sid": "ListOnesOwn",
            "Effect": "Allow",
            "Action": "s3:ListBucket",
            "Resource": "arn:aws:s3:::bucket-*",
            "Condition": {"StringLike": {"s3:prefix": "${aws:username}/*"}}
          }
        ]
      }
      """;

  BucketPolicies policies() {
    ImmutableMap.Builder<String, CompiledPolicy> policies = ImmutableMap.builder();
    for (int i = 0; i < buckets; i++) {
      String text = BUCKET_POLICY.replace("BUCKET", "bucket-" + i);
      policies.put(
          "bucket-" + i,
          CompiledPolicy.of(
              PolicyReader.strict().read(text, PolicyType.resource("AWS::S3::Bucket"))));
    }
    return new BucketPolicies(policies.buildOrThrow());
  }

  Callers callers() {
    CompiledPolicy own =
        CompiledPolicy.of(PolicyReader.strict().read(IDENTITY_POLICY, PolicyType.IDENTITY));
    return new Callers(
        ImmutableMap.of(
            "load",
            new Caller(
                Requester.of("arn:aws:iam::111122223333:user/load"),
                PolicySet.EMPTY.withIdentity(own))));
  }

  ObjectStore objects() {
    ObjectStore store = new ObjectStore();
    for (int i = 0; i < buckets; i++) {
      store.put("/bucket-" + i + "/load/object", new byte[1024]);
    }
    return store;
  }

  /** Requests to buckets drawn by chance: of ten, eight read, one writes and one lists. */
  ImmutableList<byte[]> requests(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    ImmutableList.Builder<byte[]> requests = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      requests.add(request("/bucket-" + random.nextInt(buckets), random.nextInt(10)));
    }
    return requests.build();
  }

  private static byte[] request(String bucket, int kind) {
    String line =
        switch (kind) {
          case 0 -> "PUT " + bucket + "/load/written";
          case 1 -> "GET " + bucket + "?list-type=2&prefix=load/";
          default -> "GET " + bucket + "/load/object";
        };
    String body = kind == 0 ? "x".repeat(1024) : "";
    String more =
        kind == 0
            ? "x-amz-server-side-encryption: aws:kms\r\nContent-Length: " + body.length() + "\r\n"
            : "";
    return (line
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer load\r\n"
            + "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\n"
            + more
            + "\r\n"
            + body)
        .getBytes(US_ASCII);
  }
}
