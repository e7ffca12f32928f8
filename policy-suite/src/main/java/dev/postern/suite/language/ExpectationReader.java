package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.ContextValue;
import dev.postern.eval.Layer;
import dev.postern.model.source.Located;
import dev.postern.suite.language.PolicyTestParser.ConditionsContext;
import dev.postern.suite.language.PolicyTestParser.ExpectedContext;
import dev.postern.suite.language.PolicyTestParser.ReasonContext;
import dev.postern.suite.language.PolicyTestParser.ScalarContext;
import dev.postern.suite.language.PolicyTestParser.ValueContext;
import dev.postern.suite.language.PolicyTestParser.VerdictContext;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Turns the trees of expectations, and of what requests carry, into sentences. */
final class ExpectationReader {
  private final Trees trees;

  ExpectationReader(Trees trees) {
    this.trees = trees;
  }

  Sentence expected(ExpectedContext tree) {
    Clauses clauses = new Clauses(trees);
    ImmutableList.Builder<Sentence.Given> given = ImmutableList.builder();
    ImmutableList.Builder<Sentence.Reason> reason = ImmutableList.builder();
    ImmutableList.Builder<Sentence.Also> also = ImmutableList.builder();
    for (PolicyTestParser.ExpectedClauseContext clause : tree.expectedClause()) {
      if (clause instanceof PolicyTestParser.WhenClauseContext when) {
        given.addAll(given(when.conditions()));
      } else if (clause instanceof PolicyTestParser.BecauseClauseContext because) {
        clauses.once("because", clause, trees.located(because.reason().layer()));
        reason.add(reason(because.reason()));
      } else if (clause instanceof PolicyTestParser.ThroughClauseContext through) {
        clauses.once("through", clause, trees.located(through.name()));
      } else if (clause instanceof PolicyTestParser.AlsoClauseContext more) {
        also.add(new Sentence.Also(trees.located(more.action()), trees.located(more.target())));
      }
    }
    return new Sentence.Expected(
        verb(tree.verdict()),
        Trees.all(tree.principals().principalName(), trees::located),
        Trees.all(tree.actions().action(), trees::located),
        tree.resources() == null
            ? ImmutableList.of()
            : Trees.all(tree.resources().target(), trees::located),
        given.build(),
        reason.build(),
        clauses.of("through"),
        also.build(),
        trees.place(tree));
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
        layer,
        tree.text() == null ? ImmutableList.of() : ImmutableList.of(trees.located(tree.text())));
  }

  /** What a request carries. */
  ImmutableList<Sentence.Given> given(ConditionsContext conditions) {
    return Trees.all(
        conditions.condition(),
        condition -> {
          Located<String> key = trees.located(condition.key());
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
        : new ContextValue.Many(Trees.all(scalars, scalar -> Words.text(scalar.getStart())));
  }
}
