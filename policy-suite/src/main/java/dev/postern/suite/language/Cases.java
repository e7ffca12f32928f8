package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorization;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import dev.postern.eval.PolicySet;
import dev.postern.eval.PublicAccessBlock;
import dev.postern.eval.RequestedResource;
import dev.postern.eval.scenario.Expectation;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;
import dev.postern.suite.spelling.Misspelling;
import dev.postern.suite.spelling.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes scenarios of expectations: one for every combination of what a sentence lists. */
final class Cases {
  private static final String UNLESS_MEANT = "In quotes it is taken as it stands";

  /** A sentence that means more tests than these is a mistake. */
  static final long MOST = 10_000;

  private final Spelling spelling = Spelling.bundled();
  private final World world;
  private final ImmutableList.Builder<Scenario> scenarios = ImmutableList.builder();
  private ImmutableList<Sentence.Given> context = ImmutableList.of();
  private String heading = "";

  private Cases(World world) {
    this.world = world;
  }

  static ImmutableList<Scenario> of(ImmutableList<Sentence> sentences, World world) {
    Cases cases = new Cases(world);
    for (Sentence sentence : sentences) {
      if (sentence instanceof Sentence.Heading named) {
        cases.heading = named.title();
      } else if (sentence instanceof Sentence.Context more) {
        cases.context =
            ImmutableList.<Sentence.Given>builder()
                .addAll(cases.context)
                .addAll(more.given())
                .build();
      } else if (sentence instanceof Sentence.Expected expected) {
        cases.add(expected);
      }
    }
    return cases.scenarios.build();
  }

  private void add(Sentence.Expected expected) {
    Located<String> none = new Located<>("*", expected.span());
    ImmutableList<Located<String>> resources =
        expected.resources().isEmpty() ? ImmutableList.of(none) : expected.resources();
    long count = (long) expected.principals().size() * expected.actions().size() * resources.size();
    if (count > MOST) {
      MistakeException tooMany =
          new MistakeException(
              ProblemCode.POLICYTEST_VALUE,
              expected.span(),
              "the sentence means " + count + " tests",
              "at most " + MOST + " are made of one");
      scenarios.add(unreadable(Spoken.of(expected), expected, tooMany));
      return;
    }
    for (Located<String> principal : expected.principals()) {
      for (Located<String> action : expected.actions()) {
        for (Located<String> resource : resources) {
          add(expected, principal, action, resource);
        }
      }
    }
  }

  private void add(
      Sentence.Expected expected,
      Located<String> principal,
      Located<String> action,
      Located<String> resource) {
    String spoken = Spoken.of(expected, principal, action, resource);
    String name = heading.isEmpty() ? spoken : heading + ": " + spoken;
    try {
      ImmutableList<Authorization> authorizations =
          authorizations(expected, principal, action, resource);
      scenarios.add(Scenario.of(name, expected.span(), expectation(expected), authorizations));
    } catch (MistakeException e) {
      scenarios.add(unreadable(name, expected, e));
    }
  }

  private static Scenario unreadable(
      String name, Sentence.Expected expected, MistakeException mistake) {
    return Scenario.unreadable(
        name, expected.span(), expectation(expected), ImmutableList.of(mistake.problem()));
  }

  private static Expectation expectation(Sentence.Expected expected) {
    Expectation expectation =
        switch (expected.verb()) {
          case ALLOW -> Expectation.allowed();
          case DENY -> Expectation.denied();
          case EXPLICITLY_DENY -> Expectation.explicitDeny();
          case IMPLICITLY_DENY -> Expectation.implicitDeny();
        };
    for (Sentence.Reason reason : expected.reason()) {
      expectation = expectation.decidedBy(reason.layer());
      for (Located<String> sid : reason.sid()) {
        expectation = expectation.bySid(sid.value());
      }
    }
    return expectation;
  }

  private ImmutableList<Authorization> authorizations(
      Sentence.Expected expected,
      Located<String> principal,
      Located<String> action,
      Located<String> resource)
      throws MistakeException {
    Actor actor = world.actor(principal);
    if (expected.resources().isEmpty()) {
      refuse(action, spelling.ofActionAlone(action(action)));
    }
    ImmutableList.Builder<Authorization> all = ImmutableList.builder();
    all.add(authorization(expected, actor, action, resource));
    for (Sentence.Also also : expected.also()) {
      all.add(authorization(expected, actor, also.action(), also.resource()));
    }
    return all.build();
  }

  private Authorization authorization(
      Sentence.Expected expected, Actor actor, Located<String> action, Located<String> resource)
      throws MistakeException {
    ActionName name = action(action);
    Target target = world.target(concrete(resource));
    AuthorizationRequest request =
        AuthorizationRequest.by(actor.requester())
            .asksTo(name.text())
            .on(target.resource())
            .with(context(actor, expected));
    String owner = target.owner().isEmpty() ? actor.account() : target.owner();
    if (target.resource() instanceof RequestedResource.Named && !target.owner().isEmpty()) {
      request = request.ownedBy(owner);
    }
    PolicySet set = world.governed(actor.policies(), actor.account(), owner);
    for (Located<String> endpoint : expected.endpoint()) {
      set = through(world.gate(endpoint), set);
    }
    for (Thing thing : target.thing()) {
      set = at(thing, name, set);
    }
    return new Authorization(request, set);
  }

  private static PolicySet through(Gate gate, PolicySet policies) {
    PolicySet set = policies.withVpcEndpoint(gate.policy());
    return gate.kind().isEmpty()
        ? set
        : set.with(set.settings().withVpcEndpointKind(gate.kind().get(0)));
  }

  private static PolicySet at(Thing thing, ActionName action, PolicySet policies) {
    PolicySet set = policies;
    if (!thing.policy().isEmpty() && thing.governs(action)) {
      set = set.withResource(thing.policy().get(0));
    }
    if (thing.blocksPublicAccess()) {
      set =
          set.with(
              set.settings()
                  .with(set.settings().s3().withBlocks(Arrays.asList(PublicAccessBlock.values()))));
    }
    return set;
  }

  private ActionName action(Located<String> action) throws MistakeException {
    try {
      ActionName name = ActionName.of(action.value());
      refuse(action, spelling.ofAction(name));
      return name;
    } catch (IllegalArgumentException e) {
      throw MistakeException.at(action, e);
    }
  }

  /* What stands in quotes is meant so: AWS may have added it since the catalog was made. */
  private static void refuse(Located<String> word, Optional<Misspelling> misspelling)
      throws MistakeException {
    if (misspelling.isPresent() && !Words.isQuoted(word)) {
      throw new MistakeException(
          ProblemCode.POLICYTEST_NAME,
          word.span(),
          misspelling.get().message(),
          sentence(misspelling.get().help()) + UNLESS_MEANT);
    }
  }

  private static String sentence(String help) {
    return help.isEmpty() ? "" : help.endsWith("?") ? help + " " : help + ". ";
  }

  /* A request acts on one resource, and a deny of a star says nothing of what a star would match. */
  private static Located<String> concrete(Located<String> resource) throws MistakeException {
    boolean pattern = resource.value().indexOf('*') >= 0 || resource.value().indexOf('?') >= 0;
    if (pattern && !resource.value().equals("*") && !Words.isQuoted(resource)) {
      throw new MistakeException(
          ProblemCode.POLICYTEST_VALUE,
          resource.span(),
          "`" + resource.value() + "` is no pattern: a request acts on one resource",
          "name an example; in quotes the character stands for itself");
    }
    return resource;
  }

  /* The file's context, then the principal's, then the sentence's own: the last word counts. */
  private Map<String, ContextValue> context(Actor actor, Sentence.Expected expected)
      throws MistakeException {
    Map<String, Sentence.Given> last = new LinkedHashMap<>();
    for (ImmutableList<Sentence.Given> some :
        ImmutableList.of(context, actor.context(), expected.given())) {
      for (Sentence.Given given : some) {
        last.put(key(given.key()).folded(), given);
      }
    }
    Map<String, ContextValue> values = new LinkedHashMap<>();
    for (Sentence.Given given : last.values()) {
      given.value().forEach(value -> values.put(given.key().value(), value));
    }
    return values;
  }

  private ConditionKey key(Located<String> key) throws MistakeException {
    int colon = key.value().indexOf(':');
    if (colon < 1 || colon == key.value().length() - 1) {
      throw new MistakeException(
          ProblemCode.POLICYTEST_VALUE,
          key.span(),
          "`" + key.value() + "` is no condition key",
          "expected one such as `aws:SecureTransport`");
    }
    ConditionKey name = new ConditionKey(key.value());
    refuse(key, spelling.ofKey(name));
    return name;
  }
}
