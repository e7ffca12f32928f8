package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.ContextValue;
import dev.postern.eval.Layer;
import dev.postern.eval.VpcEndpointKind;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceText;
import dev.postern.suite.language.PolicyTestParser.ConditionsContext;
import dev.postern.suite.language.PolicyTestParser.ExpectedContext;
import dev.postern.suite.language.PolicyTestParser.OrganizationContext;
import dev.postern.suite.language.PolicyTestParser.PathContext;
import dev.postern.suite.language.PolicyTestParser.PathsContext;
import dev.postern.suite.language.PolicyTestParser.PrincipalContext;
import dev.postern.suite.language.PolicyTestParser.ReasonContext;
import dev.postern.suite.language.PolicyTestParser.ResourceContext;
import dev.postern.suite.language.PolicyTestParser.ScalarContext;
import dev.postern.suite.language.PolicyTestParser.SentenceContext;
import dev.postern.suite.language.PolicyTestParser.ValueContext;
import dev.postern.suite.language.PolicyTestParser.VerdictContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Turns the parser's tree into sentences. One that has a mistake is left out, and told. */
final class SentenceReader {
  private final Syntax syntax;
  private final Places places;
  private final ImmutableList.Builder<Sentence> sentences = ImmutableList.builder();

  private SentenceReader(SourceText source) {
    this.syntax = new Syntax(source);
    this.places = syntax.places();
  }

  /**
   * What a text says.
   *
   * @param sentences those that are sound
   * @param problems what is wrong with the others
   */
  record Text(ImmutableList<Sentence> sentences, ImmutableList<Problem> problems) {}

  static Text read(SourceText source) {
    SentenceReader reader = new SentenceReader(source);
    PolicyTestParser.FileContext file = reader.syntax.file();
    for (int i = 0; i < file.getChildCount(); i++) {
      if (file.getChild(i) instanceof SentenceContext sentence
          && isSound(sentence)
          && !(file.getChild(i + 1) instanceof ErrorNode next
              && isCutShort(sentence, next.getSymbol()))) {
        reader.add(sentence);
      }
    }
    return new Text(reader.sentences.build(), reader.syntax.problems());
  }

  /*
   * What follows a sentence and has no meaning was to be a part of it, unless it begins a line as
   * sentences do: then it was to be the next.
   */
  static boolean isCutShort(SentenceContext sentence, Token next) {
    return next.getLine() == sentence.getStop().getLine()
        || next.getCharPositionInLine() > sentence.getStart().getCharPositionInLine();
  }

  /* The parser mends what it can; a mended sentence is not what its author wrote. */
  static boolean isSound(ParserRuleContext tree) {
    if (tree.exception != null) {
      return false;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      ParseTree child = tree.getChild(i);
      if (child instanceof ErrorNode
          || (child instanceof ParserRuleContext rule && !isSound(rule))) {
        return false;
      }
    }
    return true;
  }

  private void add(SentenceContext sentence) {
    if (sentence.importing() != null) {
      sentences.add(new Sentence.Import(path(sentence.importing().path()), places.of(sentence)));
    } else if (sentence.principal() != null) {
      sentences.add(principal(sentence.principal()));
    } else if (sentence.resource() != null) {
      sentences.add(resource(sentence.resource()));
    } else if (sentence.organization() != null) {
      sentences.add(organization(sentence.organization()));
    } else if (sentence.endpoint() != null) {
      sentences.add(endpoint(sentence.endpoint()));
    } else if (sentence.context() != null) {
      sentences.add(
          new Sentence.Context(given(sentence.context().conditions()), places.of(sentence)));
    } else if (sentence.heading() != null) {
      String title = Words.text(sentence.heading().text().getStart());
      sentences.add(new Sentence.Heading(title, places.of(sentence)));
    } else if (sentence.expected() != null) {
      sentences.add(expected(sentence.expected()));
    } else {
      sentences.addAll(new TableReader(syntax, this).rows(sentence.table()));
    }
  }

  private Sentence principal(PrincipalContext tree) {
    Clauses clauses = new Clauses();
    ImmutableList.Builder<Sentence.Given> context = ImmutableList.builder();
    for (PolicyTestParser.PrincipalClauseContext clause : tree.principalClause()) {
      if (clause instanceof PolicyTestParser.RoleClauseContext role) {
        clauses.once("role", clause, located(role.word()));
      } else if (clause instanceof PolicyTestParser.IdentityClauseContext identity) {
        clauses.all("identity", paths(identity.paths()));
      } else if (clause instanceof PolicyTestParser.BoundaryClauseContext boundary) {
        clauses.once("boundary", clause, path(boundary.path()));
      } else if (clause instanceof PolicyTestParser.SessionClauseContext session) {
        clauses.all("session", paths(session.paths()));
      } else if (clause instanceof PolicyTestParser.WithClauseContext with) {
        context.addAll(given(with.conditions()));
      }
    }
    return new Sentence.Principal(
        located(tree.name()),
        kind(tree.who()),
        located(tree.who().word()),
        clauses.of("role"),
        clauses.of("identity"),
        clauses.of("boundary"),
        clauses.of("session"),
        context.build(),
        places.of(tree));
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

  private Sentence resource(ResourceContext tree) {
    Clauses clauses = new Clauses();
    boolean blocks = false;
    for (PolicyTestParser.ResourceClauseContext clause : tree.resourceClause()) {
      if (clause instanceof PolicyTestParser.PolicyClauseContext policy) {
        clauses.once("policy", clause, path(policy.path()));
      } else if (clause instanceof PolicyTestParser.OwnerClauseContext owner) {
        clauses.once("owner", clause, located(owner.account()));
      } else {
        blocks = true;
      }
    }
    return new Sentence.Resource(
        located(tree.name()),
        located(tree.arn()),
        clauses.of("policy"),
        clauses.of("owner"),
        blocks,
        places.of(tree));
  }

  private Sentence organization(OrganizationContext tree) {
    Clauses clauses = new Clauses();
    ImmutableList.Builder<Sentence.Level> levels = ImmutableList.builder();
    for (PolicyTestParser.OrganizationClauseContext clause : tree.organizationClause()) {
      if (clause instanceof PolicyTestParser.ManagementClauseContext management) {
        clauses.once("management", clause, located(management.account()));
      } else if (clause instanceof PolicyTestParser.LevelClauseContext level) {
        levels.add(level(level));
      }
    }
    return new Sentence.Organization(
        all(tree.account(), this::located),
        clauses.of("management"),
        levels.build(),
        places.of(tree));
  }

  private Sentence.Level level(PolicyTestParser.LevelClauseContext level) {
    ImmutableList.Builder<Located<String>> service = ImmutableList.builder();
    ImmutableList.Builder<Located<String>> resource = ImmutableList.builder();
    for (PolicyTestParser.ControlsContext controls : level.controls()) {
      if (controls instanceof PolicyTestParser.ScpControlsContext scp) {
        service.addAll(paths(scp.paths()));
      } else if (controls instanceof PolicyTestParser.RcpControlsContext rcp) {
        resource.addAll(paths(rcp.paths()));
      }
    }
    return new Sentence.Level(service.build(), resource.build());
  }

  private Sentence endpoint(PolicyTestParser.EndpointContext tree) {
    ImmutableList<VpcEndpointKind> kind =
        tree.endpointKind() == null
            ? ImmutableList.of()
            : ImmutableList.of(
                tree.endpointKind().getText().equals("gateway")
                    ? VpcEndpointKind.GATEWAY
                    : VpcEndpointKind.INTERFACE);
    return new Sentence.Endpoint(located(tree.name()), path(tree.path()), kind, places.of(tree));
  }

  private Sentence expected(ExpectedContext tree) {
    Clauses clauses = new Clauses();
    ImmutableList.Builder<Sentence.Given> given = ImmutableList.builder();
    ImmutableList.Builder<Sentence.Reason> reason = ImmutableList.builder();
    ImmutableList.Builder<Sentence.Also> also = ImmutableList.builder();
    for (PolicyTestParser.ExpectedClauseContext clause : tree.expectedClause()) {
      if (clause instanceof PolicyTestParser.WhenClauseContext when) {
        given.addAll(given(when.conditions()));
      } else if (clause instanceof PolicyTestParser.BecauseClauseContext because) {
        clauses.once("because", clause, located(because.reason().layer()));
        reason.add(reason(because.reason()));
      } else if (clause instanceof PolicyTestParser.ThroughClauseContext through) {
        clauses.once("through", clause, located(through.name()));
      } else if (clause instanceof PolicyTestParser.AlsoClauseContext more) {
        also.add(new Sentence.Also(located(more.action()), located(more.target())));
      }
    }
    return new Sentence.Expected(
        verb(tree.verdict()),
        all(tree.principals().principalName(), this::located),
        all(tree.actions().action(), this::located),
        tree.resources() == null
            ? ImmutableList.of()
            : all(tree.resources().target(), this::located),
        given.build(),
        reason.build(),
        clauses.of("through"),
        also.build(),
        places.of(tree));
  }

  static Sentence.Verb verb(VerdictContext tree) {
    return switch (tree.getStart().getText()) {
      case "allow" -> Sentence.Verb.ALLOW;
      case "explicitly" -> Sentence.Verb.EXPLICITLY_DENY;
      case "implicitly" -> Sentence.Verb.IMPLICITLY_DENY;
      default -> Sentence.Verb.DENY;
    };
  }

  Sentence.Reason reason(ReasonContext tree) {
    Layer layer =
        switch (tree.layer().getText()) {
          case "identity" -> Layer.IDENTITY;
          case "boundary" -> Layer.PERMISSIONS_BOUNDARY;
          case "session" -> Layer.SESSION;
          case "resource" -> Layer.RESOURCE;
          case "scp" -> Layer.SERVICE_CONTROL;
          case "rcp" -> Layer.RESOURCE_CONTROL;
          case "endpoint" -> Layer.VPC_ENDPOINT;
          default -> Layer.PUBLIC_ACCESS_BLOCK;
        };
    return new Sentence.Reason(
        layer, tree.text() == null ? ImmutableList.of() : ImmutableList.of(located(tree.text())));
  }

  private ImmutableList<Sentence.Given> given(ConditionsContext conditions) {
    return all(
        conditions.condition(),
        condition -> {
          Located<String> key = located(condition.key());
          if (condition.value() != null) {
            return new Sentence.Given(key, ImmutableList.of(value(condition.value())));
          }
          return new Sentence.Given(key, nothing(condition.getStop()));
        });
  }

  /** What stands in place of a value. */
  static ImmutableList<ContextValue> nothing(Token word) {
    return switch (word.getText()) {
      case "null" -> ImmutableList.of(new ContextValue.Null());
      case "unknown" -> ImmutableList.of(new ContextValue.Unknown());
      default -> ImmutableList.of();
    };
  }

  static ContextValue value(ValueContext tree) {
    List<ScalarContext> scalars = tree.scalar();
    return tree.OPEN() == null
        ? new ContextValue.Single(Words.text(scalars.get(0).getStart()))
        : new ContextValue.Many(all(scalars, scalar -> Words.text(scalar.getStart())));
  }

  private ImmutableList<Located<String>> paths(PathsContext tree) {
    return all(tree.path(), this::path);
  }

  private Located<String> path(PathContext tree) {
    return located(tree);
  }

  /** The one word that a rule consists of. */
  Located<String> located(ParserRuleContext tree) {
    return places.at(tree.getStart(), Words.text(tree.getStart()));
  }

  static <T, U> ImmutableList<U> all(List<T> trees, Function<T, U> reading) {
    return trees.stream().map(reading).collect(ImmutableList.toImmutableList());
  }

  /** The clauses of one sentence. */
  private final class Clauses {
    private final Map<String, ImmutableList<Located<String>>> said = new HashMap<>();

    /** What can be said once only. */
    void once(String clause, ParserRuleContext tree, Located<String> word) {
      if (said.putIfAbsent(clause, ImmutableList.of(word)) != null) {
        syntax.add(
            new Problem(
                ProblemCode.POLICYTEST_VALUE,
                places.of(tree),
                "`" + clause + "` is said twice",
                "once is enough"));
      }
    }

    void all(String clause, ImmutableList<Located<String>> words) {
      said.merge(
          clause,
          words,
          (some, more) ->
              ImmutableList.<Located<String>>builder().addAll(some).addAll(more).build());
    }

    ImmutableList<Located<String>> of(String clause) {
      return said.getOrDefault(clause, ImmutableList.of());
    }
  }
}
