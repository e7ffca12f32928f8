package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.PolicySet;
import dev.postern.model.Arn;
import dev.postern.model.source.Located;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All that a file and its imports declare: principals, resources, endpoints, organizations. A
 * declaration with a mistake is remembered, so that what uses it fails and is not told as unknown.
 */
final class World {
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, Thing> things = new LinkedHashMap<>();
  private final Map<String, Gate> gates = new LinkedHashMap<>();
  private final List<Realm> realms = new ArrayList<>();
  private final Map<String, SourceSpan> broken = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** What is wrong with declarations. */
  ImmutableList<Problem> problems() {
    return ImmutableList.copyOf(problems);
  }

  /** Adds what a file declares. */
  void declare(ImmutableList<Sentence> sentences, PolicyPaths paths) {
    for (Sentence sentence : sentences) {
      int before = problems.size() + paths.problems().size();
      if (sentence instanceof Sentence.Principal principal) {
        declare(principal, actors, () -> Actor.of(principal, paths));
      } else if (sentence instanceof Sentence.Resource resource) {
        declare(resource, things, () -> Thing.of(resource, paths));
      } else if (sentence instanceof Sentence.Endpoint endpoint) {
        declare(endpoint, gates, () -> Gate.of(endpoint, paths));
      } else if (sentence instanceof Sentence.Organization organization) {
        realms.add(realm(organization, paths));
      }
      if (sentence instanceof Sentence.Declaration declaration
          && problems.size() + paths.problems().size() > before) {
        broken.put(declaration.name().value(), declaration.name().span());
      }
    }
    problems.addAll(paths.problems());
  }

  private <T> void declare(
      Sentence.Declaration declaration, Map<String, T> known, Supplier<Optional<T>> reading) {
    Located<String> name = declaration.name();
    Optional<T> read = reading.get();
    if (known.containsKey(name.value())) {
      problems.add(
          new Problem(
              ProblemCode.POLICYTEST_NAME,
              name.span(),
              "`" + name.value() + "` is declared twice",
              "choose another name"));
    }
    read.ifPresent(value -> known.put(name.value(), value));
  }

  private Realm realm(Sentence.Organization organization, PolicyPaths paths) {
    Realm realm = Realm.of(organization, paths);
    if (realms.stream().anyMatch(realm::overlaps)) {
      problems.add(
          new Problem(
              ProblemCode.POLICYTEST_VALUE,
              organization.span(),
              "an account belongs to one organization, and another one governs the same",
              "name the accounts of each: `organization 111122223333`"));
    }
    return realm;
  }

  /** A principal by its name, or by its ARN and then without policies. */
  Actor actor(Located<String> name) throws MistakeException {
    return isNamed(name.value(), actors) || !saysWho(name.value())
        ? named(name, actors, "principal")
        : Actor.undeclared(name);
  }

  /* ARNs have colons, services have dots, and a star is everybody. */
  private static boolean saysWho(String text) {
    return text.equals("*") || text.indexOf(':') >= 0 || text.indexOf('.') >= 0;
  }

  private boolean isNamed(String name, Map<String, ?> known) {
    return known.containsKey(name) || broken.containsKey(name);
  }

  /** A resource by its name and what is below it, by its ARN, or {@code *}. */
  Target target(Located<String> text) throws MistakeException {
    int slash = text.value().indexOf('/');
    String name = slash < 0 ? text.value() : text.value().substring(0, slash);
    if (isNamed(name, things)) {
      Thing thing = named(text.with(name), things, "resource");
      return Target.below(thing, text.value().substring(name.length()));
    }
    if (!text.value().equals("*") && text.value().indexOf(':') < 0) {
      throw unknown(text.with(name), things.keySet(), "resource");
    }
    return Target.of(text, things.values());
  }

  /** A VPC endpoint by its name. */
  Gate gate(Located<String> name) throws MistakeException {
    return named(name, gates, "endpoint");
  }

  /** The same policies with what the organizations of the two accounts add. */
  PolicySet governed(PolicySet policies, String principalAccount, String resourceAccount) {
    PolicySet set = policies;
    for (Realm realm : realms) {
      set = realm.governs(principalAccount) ? realm.withServiceControl(set) : set;
      set = realm.governs(resourceAccount) ? realm.withResourceControl(set) : set;
    }
    return set;
  }

  private <T> T named(Located<String> name, Map<String, T> known, String what)
      throws MistakeException {
    SourceSpan mistaken = broken.get(name.value());
    if (mistaken != null) {
      throw new MistakeException(
          ProblemCode.POLICYTEST_NAME,
          name.span(),
          "the declaration of `" + name.value() + "` has a mistake",
          "see " + mistaken.source().name() + ":" + mistaken.start());
    }
    T value = known.get(name.value());
    if (value == null) {
      throw unknown(name, known.keySet(), what);
    }
    return value;
  }

  private static MistakeException unknown(Located<String> name, Set<String> known, String what) {
    String help =
        NearestName.of(name.value(), known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("declare it: `" + what + " " + name.value() + " = …`");
    return new MistakeException(
        ProblemCode.POLICYTEST_NAME,
        name.span(),
        "no " + what + " `" + name.value() + "` is declared",
        help);
  }

  /** An ARN. */
  static Arn arn(Located<String> text) throws MistakeException {
    try {
      return Arn.of(text.value());
    } catch (IllegalArgumentException e) {
      throw MistakeException.at(text, e);
    }
  }
}
