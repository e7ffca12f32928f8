package dev.postern.suite.mutation;

import dev.postern.model.Effect;
import dev.postern.model.PolicyType;
import dev.postern.model.PrincipalElement;

/**
 * {@code Allow} becomes {@code Deny} and the other way round. AWS stores no resource control policy
 * that allows, but the one it makes itself, and no {@code Allow} with {@code NotPrincipal}.
 */
final class FlippedEffect implements Mutator {
  @Override
  public void mutate(StatementSite site) {
    boolean impossible =
        site.type().kind() == PolicyType.Kind.RESOURCE_CONTROL
            || site.statement().principal().value() instanceof PrincipalElement.NotPrincipal;
    if (!impossible) {
      Effect flipped = site.statement().isAllow() ? Effect.DENY : Effect.ALLOW;
      site.put(
          new Change(
              "effect-flipped",
              site.statement().effect().span(),
              "the effect of " + site.name() + " becomes `" + flipped.text() + "`",
              "add a request that this statement " + site.does()),
          flipped);
    }
  }
}
