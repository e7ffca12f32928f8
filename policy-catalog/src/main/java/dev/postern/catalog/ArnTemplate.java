package dev.postern.catalog;

/**
 * What the ARNs of a type of resource look like.
 *
 * @param text such as {@code arn:${Partition}:s3:::${BucketName}}; each {@code ${…}} and each
 *     {@code *} stands for some characters
 */
public record ArnTemplate(String text) {

  /** Whether some ARN fits both this template and a pattern of a policy's {@code Resource}. */
  public boolean fits(String arnPattern) {
    return false;
  }
}
