package dev.postern.eval;

import dev.postern.model.Arn;
import dev.postern.model.ConditionKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * The condition keys that keep an {@code Allow} from being public, and which of their values are
 * fixed: those without wildcard and variable, where a key has no rule of its own. AWS: "Blocking
 * public access to your Amazon S3 storage", section "The meaning of 'public'".
 */
enum QualifyingKey {
  // The page says "an AWS principal, user, role, or service principal (e.g. aws:PrincipalOrgID)".
  PRINCIPAL_ORG_ID("aws:PrincipalOrgID"),
  PRINCIPAL_ORG_PATHS("aws:PrincipalOrgPaths"),
  PRINCIPAL_ACCOUNT("aws:PrincipalAccount"),
  PRINCIPAL_ARN("aws:PrincipalArn"),
  PRINCIPAL_SERVICE_NAME("aws:PrincipalServiceName"),

  SOURCE_IP("aws:SourceIp") {
    @Override
    boolean isFixed(String value) {
      return IpBlock.parse(value).filter(QualifyingKey::isNarrow).isPresent();
    }
  },

  SOURCE_ARN("aws:SourceArn"),
  SOURCE_VPC("aws:SourceVpc"),
  SOURCE_VPCE("aws:SourceVpce"),
  SOURCE_OWNER("aws:SourceOwner"),
  SOURCE_ACCOUNT("aws:SourceAccount"),
  KMS_KEY_ID("s3:x-amz-server-side-encryption-aws-kms-key-id"),

  // The page excludes `AROLEID:*` in particular, which its general rule on wildcards does, too.
  USER_ID("aws:userid"),

  /* In the policy of a bucket; in that of an access point this key makes the statement public. */
  DATA_ACCESS_POINT_ARN("s3:DataAccessPointArn") {
    @Override
    boolean isFixed(String value) {
      return super.isFixed(value) || namesAccessPointsOfOneAccount(value);
    }
  },

  DATA_ACCESS_POINT_ACCOUNT("s3:DataAccessPointAccount");

  private static final int WIDEST_IPV4 = 8;
  private static final int WIDEST_IPV6 = 32;

  private final String text;

  QualifyingKey(String text) {
    this.text = text;
  }

  /** The qualifying key of that name, if it is one. */
  static Optional<QualifyingKey> named(ConditionKey name) {
    return Arrays.stream(values())
        .filter(key -> new ConditionKey(key.text).equals(name))
        .findFirst();
  }

  /** Whether a value stands for itself alone. */
  boolean isFixed(String value) {
    return isLiteral(value) && !hasVariable(value);
  }

  /** Whether a text holds a variable; that of a 2008 document counts, although it is none. */
  static boolean hasVariable(String text) {
    return text.contains("${");
  }

  /*
   * The page exempts the ranges of RFC 1918 from the test of the width. None of them is wider than
   * /8, so that the exemption changes nothing; it stands here to be read beside the page.
   */
  private static boolean isNarrow(IpBlock block) {
    return block.isPrivate()
        || block.prefixLength() >= (block.isIpv6() ? WIDEST_IPV6 : WIDEST_IPV4);
  }

  /* `arn:aws:s3:us-west-2:123456789012:accesspoint/*`: a wildcard in the name and nowhere else. */
  private static boolean namesAccessPointsOfOneAccount(String value) {
    return Arn.parse(value)
        .filter(arn -> arn.resource().startsWith("accesspoint/"))
        .filter(arn -> !arn.account().isEmpty() && !hasVariable(value))
        .filter(arn -> isLiteral(arn.partition() + arn.service() + arn.region() + arn.account()))
        .isPresent();
  }

  private static boolean isLiteral(String text) {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0;
  }
}
