package dev.postern.examples.gateway;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policies of all buckets, compiled once. */
record BucketPolicies(ImmutableMap<String, CompiledPolicy> byBucket) {
  /** The account that owns every bucket here; an ARN of S3 names none. */
  static final String OWNER = "111122223333";

  /**
   * Reads {@code BUCKET.json} files.
   *
   * @throws IOException if a file cannot be read
   */
  static BucketPolicies read(Path folder) throws IOException {
    ImmutableMap.Builder<String, CompiledPolicy> policies = ImmutableMap.builder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        policies.put(
            MoreFiles.getNameWithoutExtension(file),
            CompiledPolicy.of(
                PolicyReader.strict().read(file, PolicyType.resource("AWS::S3::Bucket"))));
      }
    }
    return new BucketPolicies(policies.buildOrThrow());
  }

  // README: compose
  /** What applies to a request: the caller's policies and the bucket's. Looks at no statement. */
  PolicySet with(Caller caller, String bucket) {
    CompiledPolicy policy = byBucket.get(bucket);
    return policy == null ? caller.policies() : caller.policies().withResource(policy);
  }
  // README: end
}
