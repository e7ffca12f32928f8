package dev.postern.test;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.AuthorizationRequest.Asking;
import dev.postern.eval.Authorizer;
import dev.postern.eval.PolicySet;
import dev.postern.model.ActionName;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was asked, as the requests that it comes to: every action, by every requester, on every
 * example of every resource.
 */
record Asked(
    ImmutableList<String> actions,
    ImmutableList<ResourceExamples> resources,
    UnaryOperator<AuthorizationRequest> circumstances) {

  /**
   * Asks.
   *
   * @throws IllegalArgumentException if there is nothing to ask, or no such action
   */
  ImmutableList<Answer> of(PolicySet policies, ImmutableList<Asking> requesters) {
    checkArgument(!actions.isEmpty(), "no action is asked about");
    checkArgument(!requesters.isEmpty(), "nobody asks: name a principal in by(...)");
    ImmutableList<ResourceExamples> on = resourcesOrNone();
    Authorizer authorizer = Authorizer.standard();
    ImmutableList.Builder<Answer> answers = ImmutableList.builder();
    for (Asking requester : requesters) {
      for (String action : actions) {
        for (ResourceExamples resource : on) {
          for (String example : resource.examples()) {
            AuthorizationRequest request =
                circumstances.apply(requester.asksTo(action).on(example));
            answers.add(new Answer(request, resource, authorizer.decide(request, policies)));
          }
        }
      }
    }
    return answers.build();
  }

  /* A misspelt action, or a resource that was forgotten, would be denied by any policy. */
  private ImmutableList<ResourceExamples> resourcesOrNone() {
    for (String action : actions) {
      ActionName name = ActionName.of(action);
      Optional<ActionDefinition> known = Catalog.bundled().action(action);
      if (known.isEmpty()) {
        requireUnknowable(name);
      }
      checkArgument(
          !resources.isEmpty() || known.isEmpty() || known.get().resources().isEmpty(),
          "`%s` acts on a resource: name one in on(...), or `*` for none",
          action);
    }
    return resources.isEmpty() ? ImmutableList.of(ResourceExamples.of("*")) : resources;
  }

  /* A service of one's own is fine; a new action of AWS's can be asked of an Authorizer. */
  private static void requireUnknowable(ActionName name) {
    Catalog catalog = Catalog.bundled();
    boolean misspelt =
        catalog.service(name.service()).isPresent() && catalog.retiredAction(name.text()).isEmpty();
    if (misspelt) {
      ImmutableList<String> meant = catalog.suggest(name.text());
      throw new IllegalArgumentException(
          "`"
              + name
              + "` is no action that the catalog of "
              + catalog.info().dataDate()
              + " knows"
              + (meant.isEmpty() ? "" : "; did you mean `" + String.join("`, `", meant) + "`?")
              + " If AWS has added it since, assert on what an Authorizer decides");
    }
  }
}
