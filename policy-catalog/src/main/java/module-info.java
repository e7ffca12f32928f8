/** What exists at AWS: services, actions, resource types, condition keys. */
module dev.postern.catalog {
  requires transitive dev.postern.model;

  exports dev.postern.catalog;
}
