package dev.postern.catalog;

final class Calls {
  Calls(Catalog catalog) {}

  CallAuthorization event(String source, String name, String type) {
    return new CallAuthorization.Unknown();
  }

  CallAuthorization operation(String service, String operation) {
    return new CallAuthorization.Unknown();
  }
}
