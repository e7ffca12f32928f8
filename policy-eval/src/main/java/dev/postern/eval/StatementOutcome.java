package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * What one statement made of a request: every element looked at, none skipped.
 *
 * @param policy the policy it stands in
 * @param level the level of the organization to which the policy is attached, counted from 0 at the
 *     root; 0 for policies of other types
 * @param index its place in the policy, counted from 0
 * @param statement the statement with its place in the text
 * @param principal whether the requester matches
 * @param action whether the action matches
 * @param resource whether the resource matches
 * @param conditions how each condition came out
 * @param truth whether the statement matches: its elements are ANDed
 */
public record StatementOutcome(
    CompiledPolicy policy,
    int level,
    int index,
    Located<Statement> statement,
    ElementOutcome principal,
    ElementOutcome action,
    ElementOutcome resource,
    ImmutableList<ConditionOutcome> conditions,
    Truth truth) {

  /** Whether the statement matches by the readings that are taken. */
  public boolean matched() {
    return truth.taken(statement.value().effect().value());
  }

  /** The same outcome with the truth of all readings of the request. */
  StatementOutcome with(Truth other) {
    return new StatementOutcome(
        policy, level, index, statement, principal, action, resource, conditions, other);
  }

  /** Whether it allows or denies. */
  public boolean isAllow() {
    return statement.value().isAllow();
  }

  /** Whether some reading that is not taken would have it otherwise. */
  boolean isOpen() {
    return !truth.isCertain();
  }
}
