package dev.postern.suite.mutation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Condition;
import dev.postern.model.ConditionElement;
import dev.postern.model.ConditionValue;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/** One of several entries of an element, or of several values of a condition, is not there. */
final class DroppedEntry implements Mutator {
  @Override
  public void mutate(StatementSite site) {
    principals(site, site.statement().principal().value());
    actions(site, site.statement().action().value());
    resources(site, site.statement().resource().value());
    if (site.statement().condition().value() instanceof ConditionElement.Block block) {
      block.conditions().forEach(condition -> values(site, block, condition));
    }
  }

  private static void actions(StatementSite site, ActionElement element) {
    boolean not = element instanceof ActionElement.NotAction;
    for (Located<ActionPattern> gone : severalOf(element.patterns())) {
      ImmutableList<Located<ActionPattern>> rest = Entries.without(element.patterns(), gone);
      if (rest.stream().noneMatch(each -> isSame(each.value(), gone.value()))) {
        site.put(
            change(site, gone.span(), not ? "NotAction" : "Action", gone.value().text()),
            not ? new ActionElement.NotAction(rest) : new ActionElement.Action(rest));
      }
    }
  }

  /* A normal form keeps one of two spellings, and which one would differ. */
  private static boolean isSame(ActionPattern one, ActionPattern other) {
    return Ascii.equalsIgnoreCase(one.text(), other.text());
  }

  private static void resources(StatementSite site, ResourceElement element) {
    boolean not = element instanceof ResourceElement.NotResource;
    for (Located<ResourcePattern> gone : severalOf(element.patterns())) {
      ImmutableList<Located<ResourcePattern>> rest = Entries.without(element.patterns(), gone);
      site.put(
          change(site, gone.span(), not ? "NotResource" : "Resource", gone.value().text()),
          not ? new ResourceElement.NotResource(rest) : new ResourceElement.Resource(rest));
    }
  }

  private static void principals(StatementSite site, PrincipalElement element) {
    if (!(element.principals() instanceof PrincipalSet.Listed listed)) {
      return;
    }
    boolean not = element instanceof PrincipalElement.NotPrincipal;
    ImmutableList<Located<PrincipalValue>> all =
        listed.entries().stream()
            .flatMap(entry -> entry.values().value().stream())
            .collect(toImmutableList());
    for (Located<PrincipalValue> gone : severalOf(all)) {
      PrincipalSet rest =
          new PrincipalSet.Listed(
              listed.entries().stream()
                  .map(
                      entry ->
                          new PrincipalSet.Entry(
                              entry.kind(),
                              entry.values().with(Entries.without(entry.values().value(), gone))))
                  .filter(entry -> !entry.values().value().isEmpty())
                  .collect(toImmutableList()));
      site.put(
          change(site, gone.span(), not ? "NotPrincipal" : "Principal", gone.value().text()),
          not ? new PrincipalElement.NotPrincipal(rest) : new PrincipalElement.Principal(rest));
    }
  }

  private static void values(
      StatementSite site, ConditionElement.Block block, Condition condition) {
    for (Located<ConditionValue> gone : severalOf(condition.values().value())) {
      Condition rest =
          new Condition(
              condition.operator(),
              condition.key(),
              condition.values().with(Entries.without(condition.values().value(), gone)));
      String text = gone.value().text();
      site.put(
          new Change(
              "entry-dropped",
              gone.span(),
              "`" + text + "` of " + Conditions.title(condition) + told(site),
              "add a request that is decided by this value of the condition alone"),
          Conditions.with(block, condition, rest));
    }
  }

  private static Change change(StatementSite site, SourceSpan span, String element, String text) {
    return new Change(
        "entry-dropped",
        span,
        "`" + text + "` of `" + element + "`" + told(site),
        element.startsWith("Not")
            ? "add a request that only this entry keeps from being " + site.done()
            : "add a request that this statement " + site.does() + " by this entry alone");
  }

  private static String told(StatementSite site) {
    return " of " + site.name() + " is dropped";
  }

  private static <T> ImmutableList<Located<T>> severalOf(ImmutableList<Located<T>> all) {
    return all.size() > 1 ? all : ImmutableList.of();
  }
}
