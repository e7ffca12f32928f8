package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

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

  /**
   * No statement denies and none allows, or none on some level of the organization.
   *
   * @param silentLevels the levels that do not allow, counted from 0 at the root; of types without
   *     levels 0
   */
  record Silent(
      Layer layer, ImmutableList<StatementOutcome> statements, ImmutableSet<Integer> silentLevels)
      implements LayerOutcome {
    @Override
    public String effect() {
      return "noAllow";
    }
  }

  /**
   * Policies of the type are given and do not bind this request.
   *
   * @param whyNot such as {@code MANAGEMENT_ACCOUNT}
   */
  record NotApplicable(Layer layer, String whyNot) implements LayerOutcome {
    @Override
    public ImmutableList<StatementOutcome> statements() {
      return ImmutableList.of();
    }

    @Override
    public String effect() {
      return "notApplicable";
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
