package dev.postern.model;

import java.util.Optional;

/**
 * An Amazon Resource Name, cut at the first five colons; the resource keeps all further colons and
 * slashes. AWS: "Identify AWS resources with Amazon Resource Names (ARNs)".
 *
 * @param partition such as {@code aws}
 * @param service such as {@code s3}
 * @param region may be empty
 * @param account the owner's 12 digits; may be empty
 * @param resource what the service calls it
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {

  /**
   * Reads {@code arn:partition:service:region:account:resource}.
   *
   * @throws IllegalArgumentException if it does not start with {@code arn:} or has fewer than six
   *     fields
   */
  public static Arn of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`"
                        + text
                        + "` is not an ARN; expected"
                        + " `arn:partition:service:region:account:resource`"));
  }

  /** Reads an ARN, or nothing if it is malformed. */
  public static Optional<Arn> parse(String text) {
    if (!text.startsWith("arn:")) {
      return Optional.empty();
    }
    int service = text.indexOf(':', 4);
    int region = service < 0 ? -1 : text.indexOf(':', service + 1);
    int account = region < 0 ? -1 : text.indexOf(':', region + 1);
    int resource = account < 0 ? -1 : text.indexOf(':', account + 1);
    if (resource < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Arn(
            text.substring(4, service),
            text.substring(service + 1, region),
            text.substring(region + 1, account),
            text.substring(account + 1, resource),
            text.substring(resource + 1)));
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
