package dev.postern.catalog;

import com.google.common.collect.ImmutableTable;

/** The characters that the values of a placeholder never have, as far as AWS says so. */
final class Placeholders {
  private static final Lazy<Placeholders> BUNDLED = Lazy.of(Placeholders::new);

  private final ImmutableTable<String, String, String> never;

  private Placeholders() {
    this.never =
        Table.read("placeholders.tsv", 5).stream()
            .collect(
                ImmutableTable.toImmutableTable(
                    row -> row.get(0), row -> row.get(1), row -> row.get(2)));
  }

  static Placeholders bundled() {
    return BUNDLED.get();
  }

  /**
   * The characters, in any order; none if AWS says nothing.
   *
   * @param service as the ARN has it, which may be another one than has the type
   * @param placeholder such as {@code BucketName}
   */
  String never(String service, String placeholder) {
    String known = never.get(service, placeholder);
    return known == null ? "" : known;
  }
}
