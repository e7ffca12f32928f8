package dev.postern.suite.mutation;

import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;

/** {@code Principal} becomes {@code "*"}. */
final class WidenedPrincipal implements Mutator {
  @Override
  public void mutate(StatementSite site) {
    PrincipalElement element = site.statement().principal().value();
    if (element instanceof PrincipalElement.Principal && !isEveryone(element.principals())) {
      site.put(
          new Change(
              "principal-widened",
              site.statement().principal().span(),
              "`Principal` of " + site.name() + " becomes `*`",
              "add a request of somebody else that must not be " + site.done()),
          new PrincipalElement.Principal(new PrincipalSet.Everyone()));
    }
  }

  private static boolean isEveryone(PrincipalSet principals) {
    return !(principals instanceof PrincipalSet.Listed listed)
        || listed.entries().stream()
            .flatMap(entry -> entry.values().value().stream())
            .anyMatch(value -> value.value() instanceof PrincipalValue.Everyone);
  }
}
