package dev.postern.catalog;

import com.google.common.collect.ImmutableList;

final class Suggestions {
  Suggestions(Catalog catalog) {}

  ImmutableList<String> suggest(String action) {
    return ImmutableList.of();
  }
}
