/** What tests of policies say, and what they prove: the language, the coverage, the mutants. */
@SuppressWarnings("requires-automatic") // ANTLR's runtime has no module descriptor.
module dev.postern.suite {
  requires dev.postern.catalog;
  requires org.antlr.antlr4.runtime;
  requires transitive dev.postern.eval;

  exports dev.postern.suite;
  exports dev.postern.suite.coverage;
  exports dev.postern.suite.mutation;
  exports dev.postern.suite.spelling;
}
