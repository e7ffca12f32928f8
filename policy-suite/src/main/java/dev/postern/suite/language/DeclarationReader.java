package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.VpcEndpointKind;
import dev.postern.model.source.Located;
import dev.postern.suite.language.PolicyTestParser.OrganizationContext;
import dev.postern.suite.language.PolicyTestParser.PrincipalContext;
import dev.postern.suite.language.PolicyTestParser.ResourceContext;

/** Turns the trees of declarations into sentences. */
final class DeclarationReader {
  private final Trees trees;
  private final ExpectationReader expectations;

  DeclarationReader(Trees trees, ExpectationReader expectations) {
    this.trees = trees;
    this.expectations = expectations;
  }

  Sentence principal(PrincipalContext tree) {
    Clauses clauses = new Clauses(trees);
    ImmutableList.Builder<Sentence.Given> context = ImmutableList.builder();
    for (PolicyTestParser.PrincipalClauseContext clause : tree.principalClause()) {
      if (clause instanceof PolicyTestParser.RoleClauseContext role) {
        clauses.once("role", clause, trees.located(role.word()));
      } else if (clause instanceof PolicyTestParser.IdentityClauseContext identity) {
        clauses.all("identity", trees.paths(identity.paths()));
      } else if (clause instanceof PolicyTestParser.BoundaryClauseContext boundary) {
        clauses.once("boundary", clause, trees.path(boundary.path()));
      } else if (clause instanceof PolicyTestParser.SessionClauseContext session) {
        clauses.all("session", trees.paths(session.paths()));
      } else if (clause instanceof PolicyTestParser.WithClauseContext with) {
        context.addAll(expectations.given(with.conditions()));
      }
    }
    return new Sentence.Principal(
        trees.located(tree.name()),
        kind(tree.who()),
        trees.located(tree.who().word()),
        clauses.of("role"),
        clauses.of("identity"),
        clauses.of("boundary"),
        clauses.of("session"),
        context.build(),
        trees.place(tree));
  }

  private static Sentence.PrincipalKind kind(PolicyTestParser.WhoContext who) {
    if (who.kind() == null) {
      return Sentence.PrincipalKind.BY_TEXT;
    }
    return switch (who.kind().getText()) {
      case "service" -> Sentence.PrincipalKind.SERVICE;
      case "federated" -> Sentence.PrincipalKind.FEDERATED;
      default -> Sentence.PrincipalKind.CANONICAL_USER;
    };
  }

  Sentence resource(ResourceContext tree) {
    Clauses clauses = new Clauses(trees);
    boolean blocks = false;
    for (PolicyTestParser.ResourceClauseContext clause : tree.resourceClause()) {
      if (clause instanceof PolicyTestParser.PolicyClauseContext policy) {
        clauses.once("policy", clause, trees.path(policy.path()));
      } else if (clause instanceof PolicyTestParser.OwnerClauseContext owner) {
        clauses.once("owner", clause, trees.located(owner.account()));
      } else {
        blocks = true;
      }
    }
    return new Sentence.Resource(
        trees.located(tree.name()),
        trees.located(tree.arn()),
        clauses.of("policy"),
        clauses.of("owner"),
        blocks,
        trees.place(tree));
  }

  Sentence organization(OrganizationContext tree) {
    Clauses clauses = new Clauses(trees);
    ImmutableList.Builder<Sentence.Level> levels = ImmutableList.builder();
    for (PolicyTestParser.OrganizationClauseContext clause : tree.organizationClause()) {
      if (clause instanceof PolicyTestParser.ManagementClauseContext management) {
        clauses.once("management", clause, trees.located(management.account()));
      } else if (clause instanceof PolicyTestParser.LevelClauseContext level) {
        levels.add(level(level));
      }
    }
    return new Sentence.Organization(
        Trees.all(tree.account(), trees::located),
        clauses.of("management"),
        levels.build(),
        trees.place(tree));
  }

  private Sentence.Level level(PolicyTestParser.LevelClauseContext level) {
    ImmutableList.Builder<Located<String>> service = ImmutableList.builder();
    ImmutableList.Builder<Located<String>> resource = ImmutableList.builder();
    for (PolicyTestParser.ControlsContext controls : level.controls()) {
      if (controls instanceof PolicyTestParser.ScpControlsContext scp) {
        service.addAll(trees.paths(scp.paths()));
      } else if (controls instanceof PolicyTestParser.RcpControlsContext rcp) {
        resource.addAll(trees.paths(rcp.paths()));
      }
    }
    return new Sentence.Level(service.build(), resource.build());
  }

  Sentence endpoint(PolicyTestParser.EndpointContext tree) {
    ImmutableList<VpcEndpointKind> kind =
        tree.endpointKind() == null
            ? ImmutableList.of()
            : ImmutableList.of(
                tree.endpointKind().getText().equals("gateway")
                    ? VpcEndpointKind.GATEWAY
                    : VpcEndpointKind.INTERFACE);
    return new Sentence.Endpoint(
        trees.located(tree.name()), trees.path(tree.path()), kind, trees.place(tree));
  }
}
