package dev.postern.catalog;

/**
 * What the ARNs of a type of resource look like.
 *
 * @param text such as {@code arn:${Partition}:s3:::${BucketName}}; each {@code ${…}} and each
 *     {@code *} stands for some characters
 */
public record ArnTemplate(String text) {

  /**
   * Whether some ARN fits both this template and a pattern of a policy's {@code Resource}. It does
   * whenever there may be such an ARN: variables of the policy stand for any text, and what AWS
   * leaves open about matching is taken the wide way. So partition, service and region are compared
   * without regard to letter case, and of a pattern with fewer than six fields the last one runs
   * over the rest of the ARN.
   *
   * <p>A placeholder stands for any text, too, unless AWS says which characters its values never
   * have: {@code arn:aws:s3:::bucket/*} fits no bucket, because a bucket's name has no slash.
   */
  public boolean fits(String arnPattern) {
    return ArnShape.ofTemplate(text).meets(ArnShape.ofPattern(arnPattern));
  }
}
