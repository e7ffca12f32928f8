package dev.postern.examples.gateway;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import com.sun.net.httpserver.HttpExchange;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Requester;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells by a token who asks. In this example a user's token is the user's name; S3 has signatures
 * here, which prove more and have nothing to do with policies.
 */
record Callers(ImmutableMap<String, Caller> byToken) {
  private static final String SCHEME = "Bearer ";

  /** Reads {@code USER.json} files, the identity policies of users. */
  static Callers read(Path folder) throws IOException {
    ImmutableMap.Builder<String, Caller> callers = ImmutableMap.builder();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        String name = MoreFiles.getNameWithoutExtension(file);
        CompiledPolicy policy =
            CompiledPolicy.of(PolicyReader.strict().read(file, PolicyType.IDENTITY));
        callers.put(
            name,
            new Caller(
                Requester.of("arn:aws:iam::" + BucketPolicies.OWNER + ":user/" + name),
                PolicySet.EMPTY.withIdentity(policy)));
      }
    }
    return new Callers(callers.buildOrThrow());
  }

  /** Who sent a request; a token that nobody has is worse than none. */
  Caller of(HttpExchange exchange) throws S3Error {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null) {
      return Caller.ANONYMOUS;
    }
    Caller caller =
        header.startsWith(SCHEME) ? byToken.get(header.substring(SCHEME.length())) : null;
    if (caller == null) {
      throw new S3Error(403, "InvalidAccessKeyId", "Nobody is known by that token");
    }
    return caller;
  }
}
