/** Whether a request is allowed, and why. */
module dev.postern.eval {
  requires transitive dev.postern.model;
  requires static transitive org.jspecify;

  exports dev.postern.eval;
  exports dev.postern.eval.scenario;
}
