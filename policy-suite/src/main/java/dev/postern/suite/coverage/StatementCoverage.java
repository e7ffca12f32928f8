package dev.postern.suite.coverage;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.suite.Share;

/**
 * What tests had to do with one statement.
 *
 * <p>A statement is {@linkplain Reach#DECISIVE decisive} in a decision that names it as its cause:
 * the first that denies in the type of policy that denies, or the first that gives the access. A
 * further one of the same effect only matches, as the decision would be the same without it, and so
 * does an {@code Allow} that leaves room without giving access, such as those of service control
 * policies and permissions boundaries.
 *
 * @param index its place in the policy, counted from 0
 * @param statement the statement
 * @param touches how often tests had to do with it
 * @param entries the entries of principal, action and resource, in this order
 * @param conditions its conditions
 */
public record StatementCoverage(
    int index,
    Located<Statement> statement,
    Touches touches,
    ImmutableList<EntryCoverage> entries,
    ImmutableList<ConditionCoverage> conditions) {

  /** How far tests got with it. */
  public Reach reach() {
    return touches.reach();
  }

  /** For people: the effect, and the {@code Sid} or the place in the policy counted from 1. */
  public String title() {
    String name = statement.value().sid().value().asText().filter(sid -> !sid.isEmpty()).orElse("");
    return statement.value().effect().value().text()
        + " "
        + (name.isEmpty() ? "statement " + (index + 1) : name);
  }

  /**
   * The parts that tests covered: one for the statement if it matched, one for each entry that did,
   * one for each side of a condition.
   */
  public Share share() {
    int covered = touches.isMatched() ? 1 : 0;
    for (EntryCoverage entry : entries) {
      covered += entry.isCovered() ? 1 : 0;
    }
    for (ConditionCoverage condition : conditions) {
      covered += condition.sides().count();
    }
    return new Share(covered, 1 + entries.size() + Sides.BOTH.count() * conditions.size());
  }
}
