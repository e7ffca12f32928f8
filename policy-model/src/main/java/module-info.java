/** What a policy says, and where: documents, patterns, readers and writers. */
module dev.postern.model {
  requires transitive com.google.common;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;

  exports dev.postern.model;
  exports dev.postern.model.json;
  exports dev.postern.model.source;
}
