package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which size limit a policy type has. AWS: "IAM and AWS STS quotas" and the pages of the types. */
final class SizeLimits {
  /* A managed policy of 6,144 characters at the most fits everywhere; inline in a role, 10,240. */
  private static final SizeLimit IDENTITY =
      SizeLimit.of(
              "size-managed", "a managed policy", Length.WITHOUT_SPACE, 6_144, Severity.SUGGESTION)
          .then(10_240, Severity.WARNING);
  // A boundary is always a managed policy.
  private static final SizeLimit BOUNDARY =
      SizeLimit.of(
          "size-managed", "a managed policy", Length.WITHOUT_SPACE, 6_144, Severity.WARNING);
  private static final SizeLimit TRUST =
      SizeLimit.of(
          "size-trust",
          "a role trust policy by default",
          Length.WITHOUT_SPACE,
          2_048,
          Severity.WARNING);
  // The caller may take white space out before the call, so it is not held against the author.
  private static final SizeLimit SESSION =
      SizeLimit.of("size-session", "a session policy", Length.WITHOUT_SPACE, 2_048, Severity.ERROR);
  private static final SizeLimit SERVICE_CONTROL =
      SizeLimit.of(
          "size-scp", "a service control policy", Length.AS_WRITTEN, 10_240, Severity.ERROR);
  private static final SizeLimit RESOURCE_CONTROL =
      SizeLimit.of(
          "size-rcp", "a resource control policy", Length.AS_WRITTEN, 5_120, Severity.ERROR);
  private static final SizeLimit VPC_ENDPOINT =
      SizeLimit.of(
          "size-vpce", "a VPC endpoint policy", Length.AS_WRITTEN, 20_480, Severity.WARNING);

  // Read on first use and the same each time, so a race costs a second reading and nothing else.
  private volatile @Nullable ImmutableMap<String, SizeLimit> byResourceType;

  /** The limit of a policy; of one that does not stand in a text of its own, none is known. */
  Optional<SizeLimit> of(LintedPolicy policy) {
    return policy.json().flatMap(json -> inline(policy).or(() -> of(policy.type())));
  }

  private static Optional<SizeLimit> inline(LintedPolicy policy) {
    return policy.type().kind() == Kind.IDENTITY && policy.inline() instanceof InlineUse.In in
        ? Optional.of(
            SizeLimit.of(
                    "size-inline",
                    in.holder().title(),
                    Length.WITHOUT_SPACE,
                    in.holder().most(),
                    Severity.WARNING)
                .beside(in.others()))
        : Optional.empty();
  }

  private Optional<SizeLimit> of(PolicyType type) {
    return switch (type.kind()) {
      case IDENTITY -> Optional.of(IDENTITY);
      case PERMISSIONS_BOUNDARY -> Optional.of(BOUNDARY);
      case SESSION -> Optional.of(SESSION);
      case TRUST -> Optional.of(TRUST);
      case SERVICE_CONTROL -> Optional.of(SERVICE_CONTROL);
      case RESOURCE_CONTROL -> Optional.of(RESOURCE_CONTROL);
      case VPC_ENDPOINT -> Optional.of(VPC_ENDPOINT);
      case RESOURCE, KMS_KEY -> type.resourceType().map(byResourceType()::get);
    };
  }

  private ImmutableMap<String, SizeLimit> byResourceType() {
    ImmutableMap<String, SizeLimit> known = byResourceType;
    if (known == null) {
      known = read();
      byResourceType = known;
    }
    return known;
  }

  /*
   * White space is left out even where a service counts it: the text that is linted is often not,
   * to the letter, the text that is sent.
   */
  private static ImmutableMap<String, SizeLimit> read() {
    ImmutableMap.Builder<String, SizeLimit> limits = ImmutableMap.builder();
    for (String line : lines()) {
      List<String> cells = Splitter.on('\t').splitToList(line);
      limits.put(
          cells.get(0),
          SizeLimit.of(
              "size-resource",
              "the policy of an " + cells.get(0),
              Length.WITHOUT_SPACE,
              Integer.parseInt(cells.get(1)),
              Severity.WARNING));
    }
    return limits.buildOrThrow();
  }

  private static ImmutableList<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SizeLimits.class.getResourceAsStream("resource-policy-sizes.tsv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException("reading resource-policy-sizes.tsv", e);
    }
  }
}
