/** Assertions on policies, in IAM's words, and a JUnit extension. */
module dev.postern.test {
  requires dev.postern.catalog;
  requires transitive dev.postern.eval;
  requires transitive dev.postern.lint;
  requires dev.postern.suite;
  requires transitive org.assertj.core;
  requires static transitive com.google.errorprone.annotations;
  requires static transitive org.junit.jupiter.api;
  requires static transitive org.junit.jupiter.params;

  exports dev.postern.test;

  // JUnit makes the providers of arguments, which are nobody else's business.
  opens dev.postern.test;
}
