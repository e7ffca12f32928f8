package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Requester;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType;
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/**
 * A principal with what is attached to it.
 *
 * @param policies its identity, boundary and session policies
 * @param context what its requests carry
 */
record Actor(Requester requester, PolicySet policies, ImmutableList<Sentence.Given> context) {

  static Optional<Actor> of(Sentence.Principal principal, PolicyPaths paths) {
    PolicySet set = PolicySet.EMPTY;
    for (CompiledPolicy policy : paths.all(principal.identity(), PolicyType.IDENTITY)) {
      set = set.withIdentity(policy);
    }
    for (CompiledPolicy policy : paths.all(principal.boundary(), PolicyType.PERMISSIONS_BOUNDARY)) {
      set = set.withPermissionsBoundary(policy);
    }
    for (CompiledPolicy policy : paths.all(principal.session(), PolicyType.SESSION)) {
      set = set.withSession(policy);
    }
    try {
      return Optional.of(new Actor(requester(principal), set, principal.context()));
    } catch (MistakeException e) {
      paths.add(e.problem());
      return Optional.empty();
    }
  }

  /** One that nothing is said of but its ARN, its service, or {@code *}. */
  static Actor undeclared(Located<String> text) throws MistakeException {
    return new Actor(byText(text), PolicySet.EMPTY, ImmutableList.of());
  }

  private static Requester requester(Sentence.Principal principal) throws MistakeException {
    Located<String> who = principal.who();
    Requester requester =
        switch (principal.kind()) {
          case BY_TEXT -> byText(who);
          case SERVICE -> new Requester.Service(who.value());
          case FEDERATED -> new Requester.IdentityProvider(who.value());
          case CANONICAL_USER -> new Requester.CanonicalUser(who.value());
        };
    if (principal.role().isEmpty()) {
      return requester;
    }
    Located<String> role = principal.role().get(0);
    Arn arn = World.arn(role);
    if (requester instanceof Requester.RoleSession session) {
      return new Requester.RoleSession(session.arn(), arn);
    }
    throw new MistakeException(
        ProblemCode.SCENARIO_CONTRADICTION,
        role.span(),
        "`role` of a principal that is no session of a role",
        "it belongs to an `assumed-role` principal");
  }

  private static Requester byText(Located<String> text) throws MistakeException {
    try {
      return Requester.of(text.value());
    } catch (IllegalArgumentException e) {
      throw MistakeException.at(text, e);
    }
  }

  /** Its account; empty if it has none. */
  String account() {
    return requester instanceof Requester.IamPrincipal principal ? principal.arn().account() : "";
  }
}
