package dev.postern.lint.rule;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.CallAuthorization;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.RetiredAction;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An entry of {@code Action} or {@code NotAction} that matches no action that exists, and why.
 *
 * @param kind why
 * @param message what was found
 * @param advice what would be right
 * @param meant what the author most likely meant; empty if nothing is near
 */
record MissingAction(Kind kind, String message, String advice, ImmutableList<String> meant) {
  /** From so many days on, a new action is as likely as a wrong name. */
  private static final int OLD = 60;

  /** Why nothing is matched. */
  enum Kind {
    /** No service has the prefix. */
    SERVICE_UNKNOWN,
    /** AWS knew it once. */
    RETIRED,
    /** It is the name of an operation, for which AWS checks an action of another name. */
    API_NAME,
    /** The service has no such action. */
    UNKNOWN,
    /** The same, and the catalog is old enough for it to be new. */
    PERHAPS_NEW
  }

  /** What is wrong with an entry; nothing if some action matches it. */
  static Optional<MissingAction> of(ActionPattern pattern, LintedPolicy policy) {
    return policy.missing(pattern, MissingAction::find);
  }

  private static Optional<MissingAction> find(ActionPattern pattern, LintedPolicy policy) {
    return policy.catalog().matchesAny(pattern.text())
        ? Optional.empty()
        : Optional.of(missing(pattern, policy));
  }

  private static MissingAction missing(ActionPattern pattern, LintedPolicy policy) {
    Catalog catalog = policy.catalog();
    String text = pattern.text();
    Optional<RetiredAction> listed = catalog.retiredAction(text);
    if (listed.isPresent()) {
      return retired(text, "AWS last listed it on " + listed.get().lastSeen(), "");
    }
    Optional<RetiredActions.Row> row = RetiredActions.bundled().find(pattern);
    if (row.isPresent()) {
      return retired(text, "AWS lists it no longer", row.get().successor());
    }
    ImmutableList<String> meant = catalog.suggest(text);
    String date = "the catalog of " + catalog.info().dataDate();
    if (catalog.services().stream()
        .noneMatch(service -> Glob.of(pattern.servicePattern()).matches(service.prefix()))) {
      String prefix = text.substring(0, text.indexOf(':'));
      return new MissingAction(
          Kind.SERVICE_UNKNOWN,
          "no service has the prefix `" + prefix + "` in " + date,
          didYouMean(meant, "write the prefix that stands on AWS's page of the service"),
          meant);
    }
    return checked(pattern, catalog)
        .orElseGet(
            () ->
                isPlain(pattern)
                    ? plain(text, date, meant, policy)
                    : new MissingAction(
                        Kind.UNKNOWN,
                        "`" + text + "` matches no action in " + date,
                        didYouMean(meant, "correct the name, or take it out"),
                        meant));
  }

  private static MissingAction retired(String text, String since, String successor) {
    return new MissingAction(
        Kind.RETIRED,
        "`" + text + "` is retired: " + since,
        successor.isEmpty() ? "take it out" : "write actions of `" + successor + "` instead",
        ImmutableList.of());
  }

  private static MissingAction plain(
      String text, String date, ImmutableList<String> meant, LintedPolicy policy) {
    LocalDate today = LocalDate.ofInstant(policy.now(), ZoneOffset.UTC);
    long age = ChronoUnit.DAYS.between(policy.catalog().info().dataDate(), today);
    String message = "`" + text + "` is not in " + date;
    return age > OLD
        ? new MissingAction(
            Kind.PERHAPS_NEW,
            message + ", which is " + age + " days old",
            didYouMean(meant, "look it up on AWS's page of the service"),
            meant)
        : new MissingAction(
            Kind.UNKNOWN, message, didYouMean(meant, "correct the name, or take it out"), meant);
  }

  private static Optional<MissingAction> checked(ActionPattern pattern, Catalog catalog) {
    if (!isPlain(pattern)
        || !(catalog.actionForOperation(pattern.servicePattern(), pattern.namePattern())
            instanceof CallAuthorization.Checked call)) {
      return Optional.empty();
    }
    ImmutableList<String> always = names(call.always());
    ImmutableList<String> meant = always.isEmpty() ? names(call.sometimes()) : always;
    return Optional.of(
        new MissingAction(
            Kind.API_NAME,
            "`" + pattern.text() + "` is an operation of the API and no action",
            "AWS checks " + quoted(meant) + (always.isEmpty() ? ", depending on the call" : ""),
            meant));
  }

  private static ImmutableList<String> names(ImmutableList<ActionDefinition> actions) {
    return actions.stream()
        .map(ActionDefinition::fullName)
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isPlain(ActionPattern pattern) {
    return pattern.text().indexOf('*') < 0 && pattern.text().indexOf('?') < 0;
  }

  private static String didYouMean(ImmutableList<String> meant, String otherwise) {
    return meant.isEmpty() ? otherwise : "did you mean " + quoted(meant) + "?";
  }

  private static String quoted(ImmutableList<String> names) {
    return "`" + Joiner.on("` or `").join(names) + "`";
  }
}
