package dev.postern.catalog;

/**
 * A policy that AWS wrote and keeps. AWS: "AWS managed policies".
 *
 * @param path with a slash at both ends: {@code /}, {@code /service-role/}
 * @param name such as {@code ReadOnlyAccess}
 */
public record ManagedPolicy(String path, String name) {

  /** Its ARN in the commercial partition: {@code arn:aws:iam::aws:policy/ReadOnlyAccess}. */
  public String arn() {
    return "arn:aws:iam::aws:policy" + path + name;
  }
}
