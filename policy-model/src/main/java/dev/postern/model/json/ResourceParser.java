package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ArnPattern;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.json.Grammar.Rule;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.StatementMembers.Element;
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/** Reads {@code Resource} and {@code NotResource}. */
final class ResourceParser {
  private final PolicyType type;
  private final Grammar grammar;
  private final Problems problems;
  private final Members members;
  private final VariableRules variables;

  ResourceParser(PolicyType type, Problems problems, VariableRules variables) {
    this.type = type;
    this.grammar = Grammar.of(type);
    this.problems = problems;
    this.members = new Members(problems);
    this.variables = variables;
  }

  Located<ResourceElement> parse(StatementMembers statement) {
    Optional<JsonValue> resource = statement.get(Element.RESOURCE);
    Optional<JsonValue> notResource = statement.get(Element.NOT_RESOURCE);
    if (resource.isPresent() && notResource.isPresent()) {
      members.conflict(notResource.get(), "Resource");
    }
    if (grammar.resource() == Rule.FORBIDDEN) {
      resource.or(() -> notResource).ifPresent(this::refuse);
    }
    if (resource.isPresent()) {
      JsonValue value = resource.get();
      members.noteEmpty(value, ProblemCode.EMPTY_RESOURCE, "Resource", Members.APPLIES_TO_NOTHING);
      return new Located<>(new ResourceElement.Resource(patterns(value, "Resource")), value.span());
    }
    if (notResource.isPresent()) {
      JsonValue value = notResource.get();
      members.noteEmpty(value, ProblemCode.EMPTY_NOT_LIST, "NotResource", Members.COMPLEMENT);
      return new Located<>(
          new ResourceElement.NotResource(patterns(value, "NotResource")), value.span());
    }
    if (!statement.misspells(Element.RESOURCE, Element.NOT_RESOURCE)) {
      missing(statement);
    }
    return new Located<>(ResourceElement.ABSENT, statement.span());
  }

  private void refuse(JsonValue value) {
    problems.add(
        ProblemCode.TRUST_RESOURCE,
        value.span(),
        "a role trust policy has no resource",
        "its statements apply to the role that they are attached to");
  }

  private void missing(StatementMembers statement) {
    String message = "the statement has no `Resource` and no `NotResource`";
    if (grammar.resource() == Rule.REQUIRED) {
      problems.add(
          ProblemCode.RESOURCE_MISSING,
          statement.span(),
          message,
          "one of the two is required in " + Grammar.article(type));
    } else if (grammar.resource() == Rule.NOTED) {
      problems.add(
          ProblemCode.RESOURCE_ABSENT,
          statement.span(),
          message,
          type.kind() == Kind.KMS_KEY
              ? "KMS stores such a statement and ignores it; write `\"Resource\": \"*\"`"
              : "some services refuse it, others take it to mean the resource it is attached to");
    }
  }

  private ImmutableList<Located<ResourcePattern>> patterns(JsonValue value, String element) {
    ImmutableList.Builder<Located<ResourcePattern>> patterns = Members.listFor(value);
    members.eachString(
        value,
        element,
        entry -> {
          ResourcePattern pattern = ResourcePattern.of(entry.text());
          check(entry, pattern);
          patterns.add(new Located<>(pattern, entry.span()));
        });
    return patterns.build();
  }

  private void check(JsonString entry, ResourcePattern pattern) {
    String text = entry.text();
    if (pattern instanceof ResourcePattern.Malformed) {
      boolean arn = text.startsWith("arn:");
      problems.add(
          arn ? ProblemCode.ARN_FIELDS : ProblemCode.ARN_PREFIX,
          entry.span(),
          arn
              ? "`" + text + "` has " + ArnPattern.fieldCount(text) + " fields of six"
              : "`" + text + "` is no ARN",
          "expected `*` or `arn:partition:service:region:account:resource`");
    }
    if (variables.apply(entry)) {
      variables.check(entry);
      if (pattern instanceof ArnPattern && text.indexOf("${") < resourceStart(text)) {
        problems.add(
            ProblemCode.ARN_VARIABLE_POSITION,
            entry.span(),
            "a policy variable before the fifth colon of `" + text + "`",
            "variables are replaced in the last field of an ARN only");
      }
    }
  }

  /** Where the sixth field begins. */
  private static int resourceStart(String text) {
    int colon = -1;
    for (int i = 0; i < 5; i++) {
      colon = text.indexOf(':', colon + 1);
    }
    return colon + 1;
  }
}
