package dev.postern.suite.mutation;

/** What became of a mutant. */
public sealed interface MutantOutcome {
  /** The mutant. */
  Mutant mutant();

  /** Whether a test noticed it. */
  default boolean isNoticed() {
    return this instanceof Noticed;
  }

  /**
   * A test that came out as expected no longer does.
   *
   * @param scenario the name of the test, the first that noticed
   */
  record Noticed(Mutant mutant, String scenario) implements MutantOutcome {}

  /** Every test comes out as before. */
  record Survived(Mutant mutant) implements MutantOutcome {}
}
