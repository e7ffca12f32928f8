package dev.postern.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Glob;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The search against counting: all short patterns, all short values. */
final class TenantSearchTest {
  private static final TenantClaim CLAIM = new TenantClaim("example.com", "sub", "r:", "/", "");
  private static final ImmutableList<String> VALUES =
      texts("abr:/", 4).stream().map(rest -> "r:" + rest).collect(ImmutableList.toImmutableList());

  @Test
  void a_pattern_fixes_the_tenant_or_a_value_of_somebody_else_is_found() {
    for (String pattern : patterns()) {
      Optional<String> found = new TenantSearch(CLAIM, pattern).find();
      if (found.isPresent()) {
        assertThat(Glob.of(pattern).matches(found.get())).as(pattern).isTrue();
        assertThat(tenant(found.get())).as(pattern).isPresent();
      } else {
        assertThat(tenants(pattern)).as(pattern).hasSizeLessThan(2);
      }
    }
  }

  @Test
  void a_pattern_that_fixes_the_tenant_is_not_reported() {
    for (String pattern : texts("ab*?", 3)) {
      assertThat(new TenantSearch(CLAIM, "r:a/" + pattern).find()).as(pattern).isEmpty();
    }
  }

  private static ImmutableList<String> patterns() {
    ImmutableList.Builder<String> patterns = ImmutableList.builder();
    patterns.addAll(texts("ar:/*?", 4));
    for (String rest : texts("ar:/*?", 3)) {
      patterns.add("r:" + rest);
    }
    return patterns.build();
  }

  private static ImmutableSet<String> tenants(String pattern) {
    Glob glob = Glob.of(pattern);
    ImmutableSet.Builder<String> tenants = ImmutableSet.builder();
    for (String value : VALUES) {
      if (glob.matches(value)) {
        tenant(value).ifPresent(tenants::add);
      }
    }
    return tenants.build();
  }

  private static Optional<String> tenant(String value) {
    int slash = value.indexOf('/');
    if (!value.startsWith("r:") || slash < 3) {
      return Optional.empty();
    }
    String tenant = value.substring(2, slash);
    return tenant.indexOf(':') < 0 ? Optional.of(tenant) : Optional.empty();
  }

  private static ImmutableList<String> texts(String alphabet, int most) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    ImmutableList<String> longest = ImmutableList.of("");
    for (int length = 1; length <= most; length++) {
      ImmutableList.Builder<String> longer = ImmutableList.builder();
      for (String text : longest) {
        for (int i = 0; i < alphabet.length(); i++) {
          longer.add(text + alphabet.charAt(i));
        }
      }
      longest = longer.build();
      all.addAll(longest);
    }
    return all.build();
  }
}
