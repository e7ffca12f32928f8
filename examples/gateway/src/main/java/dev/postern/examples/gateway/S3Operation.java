package dev.postern.examples.gateway;

import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.Headers;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request does to which bucket and key, in the words of policies. What is not known here is
 * refused: a header that copies an object or sets an access control list needs permissions that
 * nobody would ask for.
 */
record S3Operation(
    String action, String bucket, String key, ImmutableMap<String, ContextValue> context) {
  private static final ImmutableMap<String, String> OF_A_BUCKET =
      ImmutableMap.of("GET", "s3:ListBucket", "HEAD", "s3:ListBucket");

  private static final ImmutableMap<String, String> OF_AN_OBJECT =
      ImmutableMap.of(
          "GET", "s3:GetObject",
          "HEAD", "s3:GetObject",
          "PUT", "s3:PutObject",
          "DELETE", "s3:DeleteObject");

  /** Query parameters by action, each with the condition key that it fills, or none. */
  private static final ImmutableMap<String, ImmutableMap<String, String>> PARAMETERS =
      ImmutableMap.of(
          "s3:ListBucket",
          ImmutableMap.of(
              "prefix", "s3:prefix",
              "delimiter", "s3:delimiter",
              "max-keys", "s3:max-keys",
              "list-type", ""));

  /** Headers, each with the condition key that it fills, or none. */
  private static final ImmutableMap<String, String> HEADERS =
      ImmutableMap.of(
          "x-amz-content-sha256", "s3:x-amz-content-sha256",
          "x-amz-date", "",
          "x-amz-server-side-encryption", "s3:x-amz-server-side-encryption",
          "x-amz-server-side-encryption-aws-kms-key-id",
              "s3:x-amz-server-side-encryption-aws-kms-key-id",
          "x-amz-storage-class", "s3:x-amz-storage-class");

  /** Reads method, path, query and headers; buckets stand in the path. */
  static S3Operation of(String method, URI uri, Headers headers) throws S3Error {
    String path = uri.getPath();
    int slash = path.indexOf('/', 1);
    String bucket = slash < 0 ? path.substring(1) : path.substring(1, slash);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    String action = (key.isEmpty() ? OF_A_BUCKET : OF_AN_OBJECT).get(method);
    if (bucket.isEmpty() || action == null) {
      throw S3Error.notImplemented();
    }
    ImmutableMap.Builder<String, ContextValue> context = ImmutableMap.builder();
    addHeaders(context, headers);
    addParameters(context, PARAMETERS.getOrDefault(action, ImmutableMap.of()), uri);
    return new S3Operation(action, bucket, key, context.buildOrThrow());
  }

  private static void addHeaders(
      ImmutableMap.Builder<String, ContextValue> context, Headers headers) throws S3Error {
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith("x-amz-") && !name.startsWith("x-amz-meta-")) {
        add(context, HEADERS.get(name), header.getValue());
      }
    }
  }

  private static void addParameters(
      ImmutableMap.Builder<String, ContextValue> context,
      ImmutableMap<String, String> known,
      URI uri)
      throws S3Error {
    for (Map.Entry<String, List<String>> parameter : Query.of(uri).entrySet()) {
      add(context, known.get(parameter.getKey()), parameter.getValue());
    }
  }

  /* A name given twice is two requests in one: which of them would be decided, and which done? */
  private static void add(
      ImmutableMap.Builder<String, ContextValue> context, @Nullable String key, List<String> values)
      throws S3Error {
    if (key == null || values.size() != 1) {
      throw S3Error.notImplemented();
    }
    if (!key.isEmpty()) {
      context.put(key, new ContextValue.Single(values.get(0)));
    }
  }

  /** The request as policies see it. */
  AuthorizationRequest by(Caller caller, TrustedProxies.Origin origin) {
    return AuthorizationRequest.by(caller.requester())
        .asksTo(action)
        .on("arn:aws:s3:::" + bucket + (key.isEmpty() ? "" : "/" + key))
        .ownedBy(BucketPolicies.OWNER)
        .with(context)
        .with("aws:SourceIp", origin.sourceIp())
        .with("aws:SecureTransport", origin.secure());
  }
}
