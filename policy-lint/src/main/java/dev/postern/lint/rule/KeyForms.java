package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.ConditionKey;
import java.util.function.Supplier;

/** What the values of some condition keys are: the id of an account, of a VPC and so on. */
final class KeyForms {
  /** The form of all other keys. */
  static final String ANY = "any";

  private static final Supplier<KeyForms> BUNDLED = Suppliers.memoize(KeyForms::new);

  private final ImmutableMap<ConditionKey, String> forms =
      FactTable.read("key-forms.tsv", 4).stream()
          .collect(toImmutableMap(row -> new ConditionKey(row.get(0)), row -> row.get(1)));

  private KeyForms() {}

  static KeyForms bundled() {
    return BUNDLED.get();
  }

  /** The form of a key's values: {@code account}, {@code vpc}, …, or {@link #ANY}. */
  String of(ConditionKey key) {
    return forms.getOrDefault(key, ANY);
  }
}
