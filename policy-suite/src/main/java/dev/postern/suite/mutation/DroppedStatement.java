package dev.postern.suite.mutation;

/** The statement is not there. */
final class DroppedStatement implements Mutator {
  @Override
  public void mutate(StatementSite site) {
    site.drop(
        new Change(
            "statement-dropped",
            site.span(),
            site.name() + " is dropped",
            "add a request that only this statement " + site.does()));
  }
}
