package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import dev.postern.model.ConditionKey;
import org.jspecify.annotations.Nullable;

/** What the values of some condition keys are: the id of an account, of a VPC and so on. */
final class KeyForms {
  /** The form of all other keys. */
  static final String ANY = "any";

  // Read on first use and the same each time, so a race costs a second reading and nothing else.
  private static volatile @Nullable KeyForms bundled;

  private final ImmutableMap<ConditionKey, String> forms =
      FactTable.read("key-forms.tsv", 4).stream()
          .collect(toImmutableMap(row -> new ConditionKey(row.get(0)), row -> row.get(1)));

  static KeyForms bundled() {
    KeyForms known = bundled;
    if (known == null) {
      known = new KeyForms();
      bundled = known;
    }
    return known;
  }

  /** The form of a key's values: {@code account}, {@code vpc}, …, or {@link #ANY}. */
  String of(ConditionKey key) {
    return forms.getOrDefault(key, ANY);
  }
}
