package dev.postern.lint.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import dev.postern.lint.rule.Expectations;
import dev.postern.lint.rule.Expectations.Access;
import dev.postern.lint.rule.Expectations.BroadNetworks;
import dev.postern.lint.rule.Expectations.Requirement;
import dev.postern.lint.rule.Expectations.ScpLanguage;
import dev.postern.lint.rule.Expectations.Test;
import dev.postern.model.ActionPattern;
import dev.postern.model.ConditionKey;
import dev.postern.model.Glob;
import dev.postern.model.ResourcePattern;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import java.util.Optional;

/** Reads what a project expects of policies. */
final class ExpectationFields {
  static final ImmutableSet<String> NAMES =
      ImmutableSet.of(
          "organizationAccounts",
          "trustedAccounts",
          "forbiddenPrincipals",
          "allowedPrincipals",
          "sensitiveAccess",
          "forbiddenAccess",
          "forbiddenConditions",
          "requiredConditions",
          "requiredBoundaries",
          "scpLanguage",
          "broadNetworks",
          "withoutBoundary");

  private static final int ACCOUNT_DIGITS = 12;
  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;

  private final Fields fields;
  private final TextFields texts;

  ExpectationFields(Fields fields) {
    this.fields = fields;
    this.texts = new TextFields(fields);
  }

  Expectations read(JsonObject parent) {
    return new Expectations(
        accounts(parent, "organizationAccounts"),
        accounts(parent, "trustedAccounts"),
        texts.parsed(parent, "forbiddenPrincipals", Glob::of),
        texts.parsed(parent, "allowedPrincipals", Glob::of),
        access(parent, "sensitiveAccess"),
        access(parent, "forbiddenAccess"),
        tests(parent, "forbiddenConditions"),
        requirements(parent),
        texts.parsed(parent, "requiredBoundaries", Glob::of),
        scpLanguage(parent),
        broadNetworks(parent),
        texts.parsed(parent, "withoutBoundary", Glob::of));
  }

  private ImmutableSet<String> accounts(JsonObject parent, String field) {
    return ImmutableSet.copyOf(texts.parsed(parent, field, ExpectationFields::account));
  }

  private static String account(String text) {
    if (text.length() != ACCOUNT_DIGITS || !CharMatcher.inRange('0', '9').matchesAllOf(text)) {
      throw new IllegalArgumentException("`" + text + "` is no account ID, which has 12 digits");
    }
    return text;
  }

  private ImmutableList<JsonObject> objects(
      JsonObject parent, String field, ImmutableSet<String> members) {
    String what = "an entry of `" + field + "`";
    ImmutableList<JsonObject> objects =
        fields.list(parent, field).stream()
            .flatMap(value -> fields.object(value, what).stream())
            .collect(toImmutableList());
    objects.forEach(object -> fields.refuseUnknown(object, what, members));
    return objects;
  }

  private ImmutableList<Access> access(JsonObject parent, String field) {
    ImmutableSet<String> members = ImmutableSet.of("actions", "resources");
    return objects(parent, field, members).stream()
        .map(
            object -> {
              fields.require(object, "actions", "an entry of `" + field + "`");
              return new Access(
                  texts.parsed(object, "actions", ActionPattern::of),
                  texts.parsed(object, "resources", ExpectationFields::resource));
            })
        .collect(toImmutableList());
  }

  private static ResourcePattern resource(String text) {
    ResourcePattern pattern = ResourcePattern.of(text);
    if (pattern instanceof ResourcePattern.Malformed) {
      throw new IllegalArgumentException("`" + text + "` is neither an ARN nor `*`");
    }
    return pattern;
  }

  private ImmutableList<Test> tests(JsonObject parent, String field) {
    ImmutableSet<String> members = ImmutableSet.of("operator", "key", "values");
    return objects(parent, field, members).stream()
        .map(
            object -> {
              fields.require(object, "key", "an entry of `" + field + "`");
              return new Test(
                  fields.string(object, "operator").orElse(""),
                  new ConditionKey(fields.string(object, "key").orElse("")),
                  texts.parsed(object, "values", Glob::of));
            })
        .collect(toImmutableList());
  }

  private ImmutableList<Requirement> requirements(JsonObject parent) {
    String field = "requiredConditions";
    return objects(parent, field, ImmutableSet.of("actions", "anyOf")).stream()
        .map(
            object -> {
              fields.require(object, "actions", "an entry of `" + field + "`");
              fields.require(object, "anyOf", "an entry of `" + field + "`");
              return new Requirement(
                  texts.parsed(object, "actions", ActionPattern::of), tests(object, "anyOf"));
            })
        .collect(toImmutableList());
  }

  private ScpLanguage scpLanguage(JsonObject parent) {
    Optional<String> word = fields.string(parent, "scpLanguage");
    if (word.isEmpty() || word.get().equals("full")) {
      return ScpLanguage.FULL;
    }
    if (!word.get().equals("legacy")) {
      fields.wrongValue(
          parent.get("scpLanguage").orElse(parent),
          "`" + word.get() + "` is no language of service control policies",
          "expected `full` or `legacy`");
    }
    return ScpLanguage.LEGACY;
  }

  private BroadNetworks broadNetworks(JsonObject parent) {
    Optional<JsonObject> object = fields.object(parent, "broadNetworks");
    if (object.isEmpty()) {
      return BroadNetworks.USUAL;
    }
    fields.refuseUnknown(object.get(), "`broadNetworks`", ImmutableSet.of("ipv4", "ipv6"));
    return new BroadNetworks(
        bits(object.get(), "ipv4", IPV4_BITS, BroadNetworks.USUAL.ipv4()),
        bits(object.get(), "ipv6", IPV6_BITS, BroadNetworks.USUAL.ipv6()),
        true);
  }

  private int bits(JsonObject parent, String field, int most, int usual) {
    Optional<JsonValue> value = parent.get(field);
    if (value.isEmpty()) {
      return usual;
    }
    Integer bits =
        value.get() instanceof JsonNumber number ? Ints.tryParse(number.literal()) : null;
    if (bits == null || bits < 0 || bits > most) {
      fields.wrongValue(
          value.get(),
          "`" + field + "` is no length of a prefix",
          "expected a whole number from 0 to " + most);
      return usual;
    }
    return bits;
  }
}
