package dev.postern.suite.mutation;

/** One way to change a statement; finds every place where a statement can be changed so. */
interface Mutator {
  /** Adds a mutant for each such place of the statement. */
  void mutate(StatementSite site);
}
