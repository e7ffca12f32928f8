package dev.postern.lint.rule;

import dev.postern.model.BaseOperator;
import dev.postern.model.Glob;
import java.util.Optional;

/**
 * Where a claim of a token names the tenant of an issuer that serves many.
 *
 * @param issuer the issuer's URL without {@code https://}
 * @param claim which claim
 * @param prefix what stands before the tenant: {@code repo:}
 * @param delimiter what stands behind it: {@code /}; empty where the tenant runs to the end
 * @param foreign a value of somebody else
 */
record TenantClaim(String issuer, String claim, String prefix, String delimiter, String foreign) {

  /*
   * Subjects of GitHub's repositories that were made since July 2026 have the owner's ID behind its
   * name, `repo:OWNER@ID/REPO@ID:…`, and no name has an `@`. GitHub: "OpenID Connect reference".
   */
  /** Whether the tenant's name ends before a character. */
  boolean endsTenant(String character) {
    return character.equals(delimiter)
        || (character.equals("@") && issuer.equals(OidcTrust.GITHUB));
  }

  /**
   * A value of another tenant that a test's pattern lets pass: one in which a wildcard stands for
   * at least one character of the tenant's name. Nothing if the pattern fixes the tenant, or no
   * value of this form matches it.
   */
  Optional<String> foreignMatch(KeyUse use, String pattern) {
    if (use.base() != BaseOperator.STRING_LIKE || pattern.contains("${")) {
      return Optional.empty();
    }
    Glob glob = Glob.of(pattern);
    return new TenantSearch(this, pattern)
        .find()
        .map(found -> glob.matches(foreign) ? foreign : found)
        .filter(glob::matches);
  }
}
