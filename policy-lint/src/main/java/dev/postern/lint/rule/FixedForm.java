package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import dev.postern.model.Arn;
import java.util.Optional;

/**
 * What a value looks like that stands for known callers or places only. What AWS takes for fixed in
 * the policy of a bucket is a little narrower: "Blocking public access to your Amazon S3 storage",
 * section "The meaning of 'public'".
 */
enum FixedForm {
  /** No wildcard at all. */
  NAME {
    @Override
    Optional<String> fault(String value) {
      return hasWildcard(value) ? Optional.of("matches others, too") : Optional.empty();
    }
  },

  /** The id of an organization before the first wildcard. */
  ORGANIZATION_PATH {
    @Override
    Optional<String> fault(String value) {
      int slash = value.indexOf('/');
      boolean fixed = slash < 0 ? !hasWildcard(value) : !hasWildcard(value.substring(0, slash));
      return fixed ? Optional.empty() : Optional.of("matches every organization");
    }
  },

  /** An ARN of known accounts. */
  ARN {
    @Override
    Optional<String> fault(String value) {
      return !hasWildcard(value) || hasAccount(value)
          ? Optional.empty()
          : Optional.of("matches ARNs of every account");
    }
  },

  /** The same; it may also name a bucket, whose ARN has no account. */
  SOURCE_ARN {
    @Override
    Optional<String> fault(String value) {
      return ARN.fault(value);
    }
  },

  /** A unique id, or an account, before the first wildcard. */
  USER_ID {
    @Override
    Optional<String> fault(String value) {
      int wildcard = CharMatcher.anyOf("*?").indexIn(value);
      return wildcard < 0 || wildcard >= SHORTEST_ID
          ? Optional.empty()
          : Optional.of("matches principals of every account");
    }
  },

  /** Ranges of addresses that do not make up a large part of the internet. */
  ADDRESSES {
    @Override
    Optional<String> fault(String value) {
      int slash = value.indexOf('/');
      if (slash < 0 || !InetAddresses.isInetAddress(value.substring(0, slash))) {
        return Optional.empty();
      }
      int widest = value.indexOf(':') >= 0 ? WIDEST_IPV6 : WIDEST_IPV4;
      String length = value.substring(slash + 1);
      boolean wide =
          !length.isEmpty()
              && length.length() <= 3
              && CharMatcher.inRange('0', '9').matchesAllOf(length)
              && Integer.parseInt(length) < widest;
      return wide ? Optional.of("is a large part of the internet") : Optional.empty();
    }
  },

  /** The truth value. */
  TRUE {
    @Override
    Optional<String> fault(String value) {
      return value.equalsIgnoreCase("true") ? Optional.empty() : Optional.of("is the other way");
    }
  };

  // AWS's own limits: "The meaning of 'public'".
  private static final int WIDEST_IPV4 = 8;
  private static final int WIDEST_IPV6 = 32;
  // The digits of an account; unique ids are longer.
  private static final int SHORTEST_ID = 12;

  /**
   * Why a value does not stand for known callers or places only; nothing if it does, and nothing if
   * it matches no request at all.
   */
  abstract Optional<String> fault(String value);

  /** Whether a value has one of IAM's wildcards. */
  static boolean hasWildcard(String value) {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  private static boolean hasAccount(String value) {
    return Arn.parse(value)
        .map(arn -> arn.account())
        .filter(account -> !account.isEmpty() && !hasWildcard(account))
        .isPresent();
  }
}
