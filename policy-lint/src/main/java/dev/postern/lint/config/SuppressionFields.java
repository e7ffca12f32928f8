package dev.postern.lint.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.RuleSelector;
import dev.postern.model.Glob;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the entries of {@code ignore}. */
final class SuppressionFields {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of(
          "rule", "path", "statement", "action", "resource", "reason", "expires", "owner");

  private static final ImmutableSet<String> OF_SIDE_FILE = ImmutableSet.of("$schema", "ignore");

  private final Fields fields;
  private final TextFields texts;

  SuppressionFields(Fields fields) {
    this.fields = fields;
    this.texts = new TextFields(fields);
  }

  static Suppressions readSideFile(JsonValue sideFile, boolean wantsReasons)
      throws ConfigurationException {
    Fields fields = Fields.ofConfiguration();
    Optional<JsonObject> object = fields.object(sideFile, "a side file");
    object.ifPresent(file -> fields.refuseUnknown(file, "a side file", OF_SIDE_FILE));
    ImmutableList<Suppression> entries =
        object.map(new SuppressionFields(fields)::read).orElse(ImmutableList.of());
    if (!fields.isSound()) {
      throw new ConfigurationException(fields.problems());
    }
    return new Suppressions(sideFile.span().source(), entries, wantsReasons);
  }

  /** The entries of {@code ignore}; none if there is no such field. */
  ImmutableList<Suppression> read(JsonObject parent) {
    return fields.list(parent, "ignore").stream()
        .flatMap(value -> fields.object(value, "an entry of `ignore`").stream())
        .map(this::entry)
        .collect(toImmutableList());
  }

  private Suppression entry(JsonObject entry) {
    fields.refuseUnknown(entry, "an entry of `ignore`", FIELDS);
    fields.require(entry, "rule", "an entry of `ignore`");
    return new Suppression(
        entry.span(),
        texts.listed(entry, "rule").stream()
            .map(text -> new Suppression.Selector(RuleSelector.of(text.text()), text.span()))
            .collect(toImmutableList()),
        texts.paths(entry, "path"),
        statement(entry),
        glob(entry, "action"),
        glob(entry, "resource"),
        fields.string(entry, "reason").map(String::strip).orElse(""),
        expires(entry),
        fields.string(entry, "owner").orElse(""));
  }

  /* A Sid, or an index. */
  private String statement(JsonObject entry) {
    Optional<JsonValue> value = entry.get("statement");
    if (value.isPresent() && value.get() instanceof JsonNumber number) {
      return number.literal();
    }
    return fields.string(entry, "statement").orElse("");
  }

  private Glob glob(JsonObject entry, String field) {
    return fields.string(entry, field).map(Glob::of).orElse(Suppression.ANY);
  }

  private LocalDate expires(JsonObject entry) {
    Optional<String> text = fields.string(entry, "expires");
    try {
      return text.map(LocalDate::parse).orElse(LocalDate.MAX);
    } catch (DateTimeParseException e) {
      fields.wrongValue(
          entry.get("expires").orElse(entry),
          "`" + text.orElse("") + "` is no date",
          "expected a day such as `2027-01-31`");
      return LocalDate.MAX;
    }
  }
}
