/** What is wrong with a policy: the linter, its rules and its reports. */
module dev.postern.lint {
  requires java.xml;
  requires transitive dev.postern.catalog;
  requires transitive dev.postern.model;

  exports dev.postern.lint;
  exports dev.postern.lint.account;
  exports dev.postern.lint.config;
  exports dev.postern.lint.report;
  exports dev.postern.lint.rule;
}
