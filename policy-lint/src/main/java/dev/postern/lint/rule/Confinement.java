package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.ConfiningKey.Bound;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import java.util.Optional;

/**
 * Whether the conditions of a statement confine its requests to known callers or places: accounts,
 * organizations, VPCs, VPC endpoints, fixed addresses, the resources that a service acts for.
 */
sealed interface Confinement {

  /**
   * They do.
   *
   * @param by the first test that does
   * @param bound what it confines to
   */
  record Confined(KeyUse by, Bound bound) implements Confinement {}

  /** Nobody can say from here: a key that confines, perhaps, to what only its service knows. */
  record Undecided(Condition condition) implements Confinement {}

  /**
   * They do not, although one looks as if it did.
   *
   * @param weak the test that looks most as if it did
   * @param why what it lets pass, a clause without a full stop
   */
  record Seeming(KeyUse weak, String why) implements Confinement {}

  /** There are no conditions. */
  record Open() implements Confinement {}

  /** Whether they certainly do. */
  default boolean isConfined() {
    return this instanceof Confined;
  }

  /** Whether they certainly do not. */
  default boolean isOpen() {
    return this instanceof Open || this instanceof Seeming;
  }

  /** The confinement of a statement by its own conditions. */
  static Confinement of(Statement statement, LintedPolicy policy) {
    ImmutableList<Condition> conditions = statement.condition().value().conditions();
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    ImmutableList<Confinement> each =
        uses.stream().map(use -> ofTest(use, statement, policy)).collect(toImmutableList());
    Optional<Confinement> confined = first(each, Confined.class);
    if (confined.isPresent()) {
      return confined.get();
    }
    if (uses.size() < conditions.size()) {
      return new Undecided(conditions.get(0));
    }
    return first(each, Undecided.class)
        .or(
            () ->
                each.stream()
                    .filter(one -> ConfiningKey.of(((Seeming) one).weak()).isPresent())
                    .findFirst())
        .or(() -> first(each, Seeming.class))
        .orElseGet(Open::new);
  }

  /**
   * Whether whoever a {@code Deny} spares is confined: each of its tests fails for known callers or
   * places only, as {@code StringNotEquals} on an organization does.
   */
  static boolean sparesKnownOnly(Statement deny, LintedPolicy policy) {
    ImmutableList<KeyUse> uses = KeyUse.allOf(deny, policy);
    return uses.size() == deny.condition().value().conditions().size()
        && uses.stream().allMatch(Confinement::failsForKnownOnly);
  }

  /** What one test does for the statement that it stands in. */
  static Confinement ofTest(KeyUse use, Statement statement, LintedPolicy policy) {
    Optional<ConfiningKey> key = ConfiningKey.of(use);
    if (key.isEmpty()) {
      return UnconfiningKeys.why(use.key())
          .<Confinement>map(why -> new Seeming(use, why))
          .orElseGet(() -> new Undecided(use.condition()));
    }
    if (use.isNegated()) {
      return new Seeming(use, "a negated operator holds for everyone else");
    }
    if (use.domain() == Domain.PRESENCE) {
      return new Seeming(use, "it asks whether the key is there, not what it says");
    }
    if (use.values().isEmpty() || !key.get().takes(use.base()) || hasForeignVariable(use)) {
      return new Undecided(use.condition());
    }
    if (use.holdsOnAbsentKey() && !isAlwaysThere(use, statement, policy)) {
      return new Seeming(use, "it holds for a request without the key");
    }
    return fault(use, key.get())
        .<Confinement>map(why -> new Seeming(use, why))
        .orElseGet(() -> new Confined(use, key.get().bound()));
  }

  /* A Deny with a negated test spares those whose key has one of the values. */
  private static boolean failsForKnownOnly(KeyUse use) {
    if (use.isOf("aws:PrincipalIsAWSService") || use.isOf("aws:ViaAWSService")) {
      // AWS's own data perimeters spare its services so.
      return use.base() == BaseOperator.BOOL && use.texts().contains("false");
    }
    return use.isNegated()
        && use.holdsOnAbsentKey()
        && ConfiningKey.of(use)
            .filter(key -> key.takes(use.base()) && !use.values().isEmpty())
            .filter(key -> hasForeignVariable(use) || fault(use, key).isEmpty())
            .isPresent();
  }

  private static Optional<String> fault(KeyUse use, ConfiningKey key) {
    // Under these a wildcard is an ordinary character, which no key's value has.
    boolean isLiteral =
        use.domain() == Domain.STRING
            && use.base() != BaseOperator.STRING_LIKE
            && use.base() != BaseOperator.STRING_NOT_LIKE
            && key.form() != FixedForm.TRUE;
    return isLiteral
        ? Optional.empty()
        : use.texts().stream()
            .flatMap(text -> key.form().fault(text).map(why -> "`" + text + "` " + why).stream())
            .findFirst();
  }

  /* A variable that says whose the resource is names a known account or organization. */
  private static boolean hasForeignVariable(KeyUse use) {
    return use.texts().stream()
        .anyMatch(
            text ->
                text.contains("${")
                    && !text.equalsIgnoreCase("${aws:ResourceAccount}")
                    && !text.equalsIgnoreCase("${aws:ResourceOrgID}"));
  }

  private static boolean isAlwaysThere(KeyUse use, Statement statement, LintedPolicy policy) {
    return use.global(policy.catalog()).filter(global -> global.isAlwaysPresent()).isPresent()
        || KeyUse.allOf(statement, policy).stream()
            .anyMatch(
                other ->
                    other.domain() == Domain.PRESENCE
                        && other.key().equals(use.key())
                        && other.texts().equals(ImmutableList.of("false")));
  }

  private static Optional<Confinement> first(
      ImmutableList<Confinement> all, Class<? extends Confinement> kind) {
    return all.stream().filter(kind::isInstance).findFirst();
  }
}
