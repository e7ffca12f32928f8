package dev.postern.model;

import dev.postern.model.source.Located;

/**
 * One statement: which requests it speaks of, and what it does to them. An element that is not
 * there is a case of its type and stands at the statement itself.
 *
 * @param sid the author's name for it
 * @param effect allow or deny
 * @param principal who asks; {@link PrincipalElement.Absent} in types that have no principals
 * @param action what is asked for
 * @param resource on what; {@link ResourceElement.Absent} where the type has none
 * @param condition under which circumstances; {@link ConditionElement.Absent} means always
 */
public record Statement(
    Located<Label> sid,
    Located<Effect> effect,
    Located<PrincipalElement> principal,
    Located<ActionElement> action,
    Located<ResourceElement> resource,
    Located<ConditionElement> condition) {

  /** Whether it allows. */
  public boolean isAllow() {
    return effect.value() == Effect.ALLOW;
  }

  /** Whether it denies. */
  public boolean isDeny() {
    return effect.value() == Effect.DENY;
  }
}
