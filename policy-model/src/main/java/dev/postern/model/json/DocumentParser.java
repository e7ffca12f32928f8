package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.Label;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PolicyVersion;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** Reads the members of a document. */
final class DocumentParser {
  private static final ImmutableSet<String> MEMBERS = ImmutableSet.of("Version", "Id", "Statement");

  private final PolicyType type;
  private final Problems problems;
  private final Members members;

  DocumentParser(PolicyType type, Problems problems) {
    this.type = type;
    this.problems = problems;
    this.members = new Members(problems);
  }

  PolicyDocument parse(JsonValue root) {
    if (!(root instanceof JsonObject object)) {
      problems.add(
          ProblemCode.DOC_NOT_OBJECT,
          root.span(),
          "the document is " + root.describe(),
          "a policy is an object with a `Statement`");
      return document(
          new Located<>(PolicyVersion.UNSTATED, root.span()),
          new Located<>(Label.NONE, root.span()),
          new Located<>(ImmutableList.of(), root.span()));
    }
    ImmutableSet<String> misspelled = members.refuseUnknown(object, "document", MEMBERS);
    Located<PolicyVersion> version = version(object);
    Located<Label> id = id(object);
    PolicyDocument document =
        document(version, id, statements(object, version.value(), misspelled));
    if (type.kind() == Kind.RESOURCE_CONTROL) {
      ResourceControlRules.check(document, problems);
    }
    return document;
  }

  private PolicyDocument document(
      Located<PolicyVersion> version,
      Located<Label> id,
      Located<ImmutableList<Located<Statement>>> statements) {
    return new PolicyDocument(type, version, id, statements);
  }

  private Located<PolicyVersion> version(JsonObject object) {
    Optional<JsonValue> member = object.get("Version");
    if (member.isEmpty()) {
      return new Located<>(PolicyVersion.UNSTATED, object.span());
    }
    SourceSpan span = member.get().span();
    Optional<String> text = members.string(member.get(), "Version");
    for (PolicyVersion version : PolicyVersion.values()) {
      if (version != PolicyVersion.UNSTATED && text.equals(Optional.of(version.text()))) {
        return new Located<>(version, span);
      }
    }
    text.ifPresent(
        unknown ->
            problems.add(
                ProblemCode.VERSION_INVALID,
                span,
                "unknown policy version `" + unknown + "`",
                "write `2012-10-17`; it is the language's version, not a date of your own"));
    // Refused; the rest is checked as the author most likely means it.
    return new Located<>(PolicyVersion.V2012_10_17, span);
  }

  private Located<Label> id(JsonObject object) {
    Optional<JsonValue> member = object.get("Id");
    if (member.isEmpty()) {
      return new Located<>(Label.NONE, object.span());
    }
    if (!Grammar.of(type).hasId()) {
      problems.add(
          ProblemCode.ID_UNEXPECTED,
          member.get().span(),
          "`Id` in " + Grammar.article(type),
          "it has no effect here; a policy of this type has a name of its own");
    }
    Label label =
        members.string(member.get(), "Id").<Label>map(Label.Given::new).orElse(Label.NONE);
    return new Located<>(label, member.get().span());
  }

  private Located<ImmutableList<Located<Statement>>> statements(
      JsonObject object, PolicyVersion version, ImmutableSet<String> misspelled) {
    Optional<JsonValue> member = object.get("Statement");
    if (member.isEmpty()) {
      if (!misspelled.contains("Statement")) {
        problems.add(
            ProblemCode.STATEMENT_MISSING,
            object.span(),
            "the document has no `Statement`",
            "add `\"Statement\": [{\"Effect\": …, \"Action\": …}]`");
      }
      return new Located<>(ImmutableList.of(), object.span());
    }
    StatementParser parser = new StatementParser(type, version, problems);
    JsonValue value = member.get();
    ImmutableList.Builder<Located<Statement>> statements = Members.listFor(value);
    if (value instanceof JsonObject single) {
      parser.parse(single).ifPresent(statements::add);
    } else if (value instanceof JsonArray list) {
      for (JsonValue element : list.elements()) {
        if (element instanceof JsonObject statement) {
          parser.parse(statement).ifPresent(statements::add);
        } else {
          members.wrongType(element, "a statement", "an object");
        }
      }
    } else {
      String hint = value instanceof JsonString ? "; is it a policy as escaped text?" : "";
      members.wrongType(value, "`Statement`", "an object or an array of objects" + hint);
    }
    return new Located<>(statements.build(), value.span());
  }
}
