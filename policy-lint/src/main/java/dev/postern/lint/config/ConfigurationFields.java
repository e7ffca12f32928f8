package dev.postern.lint.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.RuleSelector;
import dev.postern.lint.config.Configuration.TypedPaths;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNull;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a configuration. */
final class ConfigurationFields {
  private static final String WHAT = "a configuration";

  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.<String>builder()
          .add("$schema", "profile", "failOn", "baseline", "policyTypes", "rules", "paths")
          .add("ignore", "reasonRequired")
          .addAll(ExpectationFields.NAMES)
          .build();

  private static final ImmutableSet<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::word).collect(ImmutableSet.toImmutableSet());

  private static final ImmutableSet<String> LEVELS =
      ImmutableSet.<String>builder().addAll(RuleSetting.SWITCHES).addAll(SEVERITIES).build();

  private static final ImmutableSet<String> THRESHOLDS =
      ImmutableSet.<String>builder().addAll(SEVERITIES).add("none").build();

  private final Fields fields = Fields.ofConfiguration();
  private final TextFields texts = new TextFields(fields);

  private ConfigurationFields() {}

  static Configuration read(JsonValue value) throws ConfigurationException {
    // What is not there yet is what a new, empty file says.
    if (value instanceof JsonNull) {
      return Configuration.NONE;
    }
    ConfigurationFields reader = new ConfigurationFields();
    Optional<Configuration> read =
        reader.fields.object(value, WHAT).map(object -> reader.configuration(object));
    if (read.isEmpty() || !reader.fields.isSound()) {
      throw new ConfigurationException(reader.fields.problems());
    }
    return read.get();
  }

  private Configuration configuration(JsonObject object) {
    fields.refuseUnknown(object, WHAT, FIELDS);
    boolean wantsReasons = fields.bool(object, "reasonRequired").orElse(true);
    return new Configuration(
        object.span().source(),
        Stream.concat(
                Stream.of(section(object, ImmutableList.of())),
                entries(object, "paths", ImmutableSet.of("path", "profile", "rules"))
                    .map(entry -> section(entry, texts.paths(entry, "path"))))
            .collect(toImmutableList()),
        entries(object, "policyTypes", ImmutableSet.of("path", "type", "resourceType"))
            .map(this::typedPaths)
            .collect(toImmutableList()),
        new Suppressions(
            object.span().source(), new SuppressionFields(fields).read(object), wantsReasons),
        wantsReasons,
        new ExpectationFields(fields).read(object),
        word(object, "failOn", THRESHOLDS),
        fields.string(object, "baseline").orElse(""));
  }

  private Stream<JsonObject> entries(JsonObject parent, String field, ImmutableSet<String> names) {
    String what = "an entry of `" + field + "`";
    return fields.list(parent, field).stream()
        .flatMap(value -> fields.object(value, what).stream())
        .peek(
            entry -> {
              fields.refuseUnknown(entry, what, names);
              fields.require(entry, "path", what);
            });
  }

  private Section section(JsonObject object, ImmutableList<PathGlob> paths) {
    return new Section(
        paths,
        word(object, "profile", ImmutableSet.copyOf(Section.PROFILES)),
        fields.object(object, "rules").stream()
            .flatMap(rules -> rules.members().stream())
            .flatMap(member -> ruleSetting(member).stream())
            .collect(toImmutableList()));
  }

  private Optional<RuleSetting> ruleSetting(Member member) {
    Optional<String> level = level(member.value());
    if (level.filter(LEVELS::contains).isEmpty()) {
      fields.wrongValue(
          member.value(),
          "`" + member.name() + "` is held for " + member.value().describe(),
          "expected `" + String.join("`, `", LEVELS) + "`");
      return Optional.empty();
    }
    return Optional.of(
        new RuleSetting(RuleSelector.of(member.name()), member.nameSpan(), level.get()));
  }

  /* Older YAML takes on and off for truth values, and so do people. */
  private static Optional<String> level(JsonValue value) {
    if (value instanceof JsonBoolean bool) {
      return Optional.of(bool.value() ? "on" : "off");
    }
    return value instanceof JsonString string ? Optional.of(string.text()) : Optional.empty();
  }

  private TypedPaths typedPaths(JsonObject entry) {
    Optional<String> name = fields.string(entry, "type");
    Optional<String> resourceType = fields.string(entry, "resourceType");
    Optional<PolicyType> type = name.flatMap(PolicyType::named);
    if (name.isPresent() && type.isEmpty()) {
      fields.wrongValue(
          entry.get("type").orElse(entry),
          "`" + name.get() + "` is no type of policy",
          "expected `"
              + String.join(
                  "`, `", PolicyType.ALL.stream().map(each -> each.kind().optionName()).toList())
              + "`");
    } else if (name.isEmpty() && resourceType.isEmpty()) {
      fields.require(entry, "type", "an entry of `policyTypes`");
    }
    return new TypedPaths(
        texts.paths(entry, "path"),
        resourceType.map(PolicyType::resource).or(() -> type).orElse(PolicyType.IDENTITY));
  }

  private String word(JsonObject parent, String field, ImmutableSet<String> words) {
    Optional<String> word = fields.string(parent, field);
    if (word.isPresent() && !words.contains(word.get())) {
      fields.wrongValue(
          parent.get(field).orElse(parent),
          "`" + field + "` is `" + word.get() + "`",
          "expected `" + String.join("`, `", words) + "`");
    }
    return word.orElse("");
  }
}
