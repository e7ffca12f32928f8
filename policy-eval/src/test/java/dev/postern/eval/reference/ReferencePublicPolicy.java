package dev.postern.eval.reference;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Condition;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Whether a policy is public. Amazon S3: "Blocking public access to your Amazon S3 storage", "The
 * meaning of public".
 */
final class ReferencePublicPolicy {
  private static final ImmutableSet<String> RESTRICTING =
      ImmutableSet.of(
          "StringEquals",
          "StringEqualsIgnoreCase",
          "StringLike",
          "ArnEquals",
          "ArnLike",
          "IpAddress");

  private static final ImmutableSet<String> FIXED_BY_ITS_VALUE =
      ImmutableSet.of(
          "aws:principalorgid",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalorgpaths",
          "aws:principalservicename",
          "aws:sourcearn",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:sourceowner",
          "aws:sourceaccount",
          "aws:userid",
          "s3:x-amz-server-side-encryption-aws-kms-key-id",
          "s3:dataaccesspointaccount");

  private ReferencePublicPolicy() {}

  /** One Allow for the public is enough. */
  static boolean isPublic(PolicyDocument document, Place side) {
    return document.statementList().stream()
        .map(located -> located.value())
        .anyMatch(statement -> statement.isAllow() && isPublic(statement, side));
  }

  private static boolean isPublic(Statement statement, Place side) {
    return !namesFixedPrincipals(statement.principal().value())
        && statement.condition().value().conditions().stream()
            .noneMatch(condition -> restricts(condition, side));
  }

  private static boolean namesFixedPrincipals(PrincipalElement element) {
    return element instanceof PrincipalElement.Principal principal
        && principal.principals() instanceof PrincipalSet.Listed listed
        && listed.entries().stream()
            .flatMap(entry -> entry.values().value().stream())
            .allMatch(value -> isFixed(value.value()));
  }

  private static boolean isFixed(PrincipalValue value) {
    return !(value instanceof PrincipalValue.Everyone
        || value instanceof PrincipalValue.Federated
        || value instanceof PrincipalValue.Unrecognized);
  }

  private static boolean restricts(Condition condition, Place side) {
    String operator = condition.operator().value().text();
    String base =
        operator.startsWith("ForAnyValue:")
            ? operator.substring("ForAnyValue:".length())
            : operator;
    String key = ReferenceText.foldName(condition.key().value().text());
    List<String> values =
        condition.values().value().stream().map(located -> located.value().text()).toList();
    return RESTRICTING.contains(base)
        && !values.isEmpty()
        && values.stream().allMatch(value -> isFixed(key, value, side));
  }

  private static boolean isFixed(String key, String value, Place side) {
    if (value.contains("${")) {
      return false;
    }
    boolean wild = value.contains("*") || value.contains("?");
    return switch (key) {
      case "aws:sourceip" -> isNarrow(value);
      case "s3:dataaccesspointarn" ->
          side == Place.RESOURCE && (!wild || isWildInTheNameAlone(value));
      default -> !wild && FIXED_BY_ITS_VALUE.contains(key);
    };
  }

  /* AWS: wider than /8 (IPv6: /32) is public. */
  private static boolean isNarrow(String value) {
    Optional<ReferenceValues.Block> block = ReferenceValues.block(value);
    return block.isPresent()
        && block.get().length() >= (block.get().address().length() == 32 ? 8 : 32);
  }

  private static boolean isWildInTheNameAlone(String value) {
    List<ReferenceText> fields = ReferenceText.plain(value).fields(6);
    if (fields.size() < 6 || fields.subList(0, 5).stream().anyMatch(ReferenceText::hasWildcard)) {
      return false;
    }
    return fields.get(4).text().length() == 12 && fields.get(5).text().startsWith("accesspoint/");
  }
}
