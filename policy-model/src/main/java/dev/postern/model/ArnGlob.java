package dev.postern.model;

/**
 * A pattern over ARNs made ready to match: a glob a field, letter case respected.
 *
 * @param partition the second field of the pattern; the first is always {@code arn}
 * @param service the third
 * @param region the fourth
 * @param account the fifth
 * @param resource the sixth
 */
public record ArnGlob(Glob partition, Glob service, Glob region, Glob account, Glob resource) {

  /** Whether every field matches its counterpart; in linear time. */
  public boolean matches(Arn arn) {
    return partition.matches(arn.partition())
        && service.matches(arn.service())
        && region.matches(arn.region())
        && account.matches(arn.account())
        && resource.matches(arn.resource());
  }

  /** Whether there is an ARN that both match; exact, field by field. */
  public boolean meets(ArnGlob other) {
    return partition.meets(other.partition)
        && service.meets(other.service)
        && region.meets(other.region)
        && account.meets(other.account)
        && resource.meets(other.resource);
  }
}
