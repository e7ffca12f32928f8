package dev.postern.eval;

import com.google.common.collect.ImmutableList;

/** What the policies of one type made of a request: a deny, an allow, or silence. */
public sealed interface LayerOutcome {
  /** The type. */
  Layer layer();

  /** Every statement of every policy of the type, in order. */
  ImmutableList<StatementOutcome> statements();

  /** As the decision record spells it. */
  String effect();

  /** At least one statement denies. */
  record ExplicitlyDenies(
      Layer layer,
      ImmutableList<StatementOutcome> statements,
      ImmutableList<StatementOutcome> denies)
      implements LayerOutcome {
    @Override
    public String effect() {
      return "explicitDeny";
    }
  }

  /** No statement denies and at least one allows. */
  record Allows(
      Layer layer,
      ImmutableList<StatementOutcome> statements,
      ImmutableList<StatementOutcome> allowing)
      implements LayerOutcome {
    @Override
    public String effect() {
      return "allow";
    }
  }

  /** No statement matches. */
  record Silent(Layer layer, ImmutableList<StatementOutcome> statements) implements LayerOutcome {
    @Override
    public String effect() {
      return "noAllow";
    }
  }

  /** Whether it denies. */
  default boolean explicitlyDenies() {
    return this instanceof ExplicitlyDenies;
  }

  /** The statements that allow; those of a layer that denies do not count. */
  default ImmutableList<StatementOutcome> allows() {
    return this instanceof Allows allows ? allows.allowing : ImmutableList.of();
  }
}
