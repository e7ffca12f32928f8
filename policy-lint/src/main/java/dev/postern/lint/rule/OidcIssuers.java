package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OIDC issuers that serve many tenants, and the claims that name the tenant: {@code
 * oidc-issuers.tsv}. AWS: "Identity-provider controls for shared OIDC providers".
 */
final class OidcIssuers {
  // Read on first use and the same each time, so a race costs a second reading and nothing else.
  private volatile @Nullable ImmutableListMultimap<String, TenantClaim> table;

  /** The claims of an issuer that name the tenant; none for an issuer of one tenant. */
  ImmutableList<TenantClaim> claimsOf(String issuer) {
    return table().get(issuer);
  }

  /** Whether it serves many tenants. */
  boolean isShared(String issuer) {
    return table().containsKey(issuer);
  }

  /** Whether it is known what its tokens look like: shared, or of an EKS cluster. */
  boolean isKnown(String issuer) {
    return isShared(issuer) || isCluster(issuer);
  }

  /** Whether it is that of an EKS cluster. AWS: "IAM roles for service accounts". */
  static boolean isCluster(String issuer) {
    return issuer.startsWith("oidc.eks.") && issuer.contains(".amazonaws.com");
  }

  /** The claims of an issuer that name the tenant, for sentences: {@code `sub` or `aud`}. */
  String claimNames(String issuer) {
    ImmutableList<String> names =
        claimsOf(issuer).stream()
            .map(claim -> "`" + issuer + ":" + claim.claim() + "`")
            .distinct()
            .collect(toImmutableList());
    return String.join(" or ", names.subList(0, Math.min(3, names.size())));
  }

  private ImmutableListMultimap<String, TenantClaim> table() {
    ImmutableListMultimap<String, TenantClaim> known = table;
    if (known == null) {
      known = read();
      table = known;
    }
    return known;
  }

  private static ImmutableListMultimap<String, TenantClaim> read() {
    ImmutableListMultimap.Builder<String, TenantClaim> rows = ImmutableListMultimap.builder();
    for (List<String> row : FactTable.read("oidc-issuers.tsv", 8)) {
      rows.put(
          row.get(0), new TenantClaim(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
    }
    return rows.build();
  }
}
