package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** What the ARNs of a type of resource look like. */
public final class ArnTemplate {
  private final String text;
  private final Lazy<ArnShape> shape =
      new Lazy<>() {
        @Override
        ArnShape make() {
          return ArnShape.ofTemplate(text);
        }
      };

  ArnTemplate(String text) {
    this.text = text;
  }

  /**
   * As AWS writes it, such as {@code arn:${Partition}:s3:::${BucketName}}; each {@code ${…}} and
   * each {@code *} stands for some characters.
   */
  public String text() {
    return text;
  }

  /** What stands in the place of the service, in lower case; placeholders are kept. */
  String namespace() {
    return Ascii.toLowerCase(ArnShape.service(text));
  }

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
    return fits(ArnShape.ofPattern(arnPattern));
  }

  /** Those of some templates that a pattern {@linkplain #fits(String) fits}; it is read once. */
  public static ImmutableList<ArnTemplate> fitting(
      Iterable<ArnTemplate> templates, String arnPattern) {
    ArnShape pattern = ArnShape.ofPattern(arnPattern);
    ImmutableList.Builder<ArnTemplate> fitting = ImmutableList.builder();
    for (ArnTemplate template : templates) {
      if (template.fits(pattern)) {
        fitting.add(template);
      }
    }
    return fitting.build();
  }

  boolean fits(ArnShape pattern) {
    return shape.get().meets(pattern);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof ArnTemplate other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
