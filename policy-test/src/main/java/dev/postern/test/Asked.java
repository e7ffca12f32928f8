package dev.postern.test;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.AuthorizationRequest.Asking;
import dev.postern.eval.Authorizer;
import dev.postern.eval.PolicySet;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.suite.spelling.Misspelling;
import dev.postern.suite.spelling.Spelling;
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
  private static final Spelling SPELLING = Spelling.bundled();

  private static final String UNLESS_NEW =
      " If AWS has added it since, assert on what an Authorizer decides";

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
                spelled(circumstances.apply(requester.asksTo(action).on(example)));
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
      refuse(SPELLING.ofAction(name), UNLESS_NEW);
      if (resources.isEmpty()) {
        refuse(SPELLING.ofActionAlone(name), "");
      }
    }
    return resources.isEmpty() ? ImmutableList.of(ResourceExamples.of("*")) : resources;
  }

  /* Of a misspelt key no policy asks anything. */
  private static AuthorizationRequest spelled(AuthorizationRequest request) {
    request
        .context()
        .keySet()
        .forEach(key -> refuse(SPELLING.ofKey(new ConditionKey(key)), UNLESS_NEW));
    return request;
  }

  private static void refuse(Optional<Misspelling> misspelling, String more) {
    misspelling.ifPresent(
        wrong -> {
          throw new IllegalArgumentException(wrong + more);
        });
  }
}
