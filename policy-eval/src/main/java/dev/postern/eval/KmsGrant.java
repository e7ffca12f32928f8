package dev.postern.eval;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A grant on a KMS key: it only ever allows. Immutable. AWS, KMS: "Grants in AWS KMS".
 *
 * <pre>{@code
 * KmsGrant.of(keyArn, "arn:aws:iam::111122223333:role/dev", List.of("Decrypt"))
 *     .withEncryptionContextSubset(Map.of("department", "finance"))
 * }</pre>
 */
public final class KmsGrant {
  /** Which encryption context a request has to bring. */
  private enum Constraint {
    NONE,
    EQUALS,
    SUBSET
  }

  private final Arn key;
  private final PrincipalValue grantee;
  private final ImmutableSet<String> operations;
  private final Constraint constraint;
  private final ImmutableMap<String, String> pairs;
  private final @Nullable PrincipalValue retiringPrincipal;
  private final @Nullable String issuingAccount;

  private KmsGrant(
      Arn key,
      PrincipalValue grantee,
      ImmutableSet<String> operations,
      Constraint constraint,
      ImmutableMap<String, String> pairs,
      @Nullable PrincipalValue retiringPrincipal,
      @Nullable String issuingAccount) {
    this.key = key;
    this.grantee = grantee;
    this.operations = operations;
    this.constraint = constraint;
    this.pairs = pairs;
    this.retiringPrincipal = retiringPrincipal;
    this.issuingAccount = issuingAccount;
  }

  /**
   * A grant without constraints.
   *
   * @param keyArn the key
   * @param grantee the ARN of a user, role, session or federated user, or an account
   * @param operations as AWS spells them, such as {@code Decrypt}
   * @throws IllegalArgumentException if the key is no ARN, the grantee none of these, or an
   *     operation cannot be given by a grant
   */
  public static KmsGrant of(String keyArn, String grantee, Iterable<String> operations) {
    ImmutableSet<String> all = ImmutableSet.copyOf(operations);
    for (String operation : all) {
      if (!KmsOperations.canBeGranted(operation)) {
        throw new IllegalArgumentException("`" + operation + "` cannot be given by a grant");
      }
    }
    return new KmsGrant(
        Arn.of(keyArn), principal(grantee), all, Constraint.NONE, ImmutableMap.of(), null, null);
  }

  private static PrincipalValue principal(String text) {
    PrincipalValue value = PrincipalValue.of(PrincipalKind.AWS, text);
    if (value instanceof PrincipalValue.Unrecognized || value instanceof PrincipalValue.Everyone) {
      throw new IllegalArgumentException(
          "`" + text + "` can have no grant; expected a user, role, session or account");
    }
    return value;
  }

  private KmsGrant constrained(Constraint how, Map<String, String> context) {
    return new KmsGrant(
        key,
        grantee,
        operations,
        how,
        ImmutableMap.copyOf(context),
        retiringPrincipal,
        issuingAccount);
  }

  /** For requests whose encryption context is exactly these pairs; letter case counts. */
  public KmsGrant withEncryptionContextEquals(Map<String, String> context) {
    return constrained(Constraint.EQUALS, context);
  }

  /** For requests whose encryption context holds at least these pairs; letter case counts. */
  public KmsGrant withEncryptionContextSubset(Map<String, String> context) {
    return constrained(Constraint.SUBSET, context);
  }

  /**
   * Who may retire it.
   *
   * @throws IllegalArgumentException if it is no principal that can have a grant
   */
  public KmsGrant withRetiringPrincipal(String principal) {
    return new KmsGrant(
        key, grantee, operations, constraint, pairs, principal(principal), issuingAccount);
  }

  /** The account in which it was made; the key's where nothing is said. */
  public KmsGrant withIssuingAccount(String account) {
    return new KmsGrant(key, grantee, operations, constraint, pairs, retiringPrincipal, account);
  }

  /** The key. */
  public Arn key() {
    return key;
  }

  /** Who has it. */
  public PrincipalValue grantee() {
    return grantee;
  }

  /** What it allows. */
  public ImmutableSet<String> operations() {
    return operations;
  }

  /** Who may retire it. */
  public Optional<PrincipalValue> retiringPrincipal() {
    return Optional.ofNullable(retiringPrincipal);
  }

  /** The account in which it was made. */
  public String issuingAccount() {
    return issuingAccount == null ? key.account() : issuingAccount;
  }

  /* KMS names operations in one letter case; actions come in any. */
  boolean lists(String action) {
    for (String operation : operations) {
      if (operation.equalsIgnoreCase(action)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a grant with a constraint of this kind, if with any, is at least as strict. */
  boolean allowsChildConstraint(@Nullable String kind) {
    return switch (constraint) {
      case NONE -> true;
      case EQUALS -> "EncryptionContextEquals".equals(kind);
      case SUBSET ->
          "EncryptionContextEquals".equals(kind) || "EncryptionContextSubset".equals(kind);
    };
  }

  /* KMS-16: not tested for what takes no encryption context. */
  boolean isSatisfiedBy(String action, Map<String, String> context) {
    if (action.equals("describekey") || action.equals("retiregrant")) {
      return true;
    }
    return switch (constraint) {
      case NONE -> true;
      case EQUALS -> !context.isEmpty() && pairs.equals(context);
      case SUBSET -> !context.isEmpty() && context.entrySet().containsAll(pairs.entrySet());
    };
  }
}
