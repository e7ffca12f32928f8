package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Condition;
import dev.postern.model.ConditionElement;
import dev.postern.model.ConditionValue;
import dev.postern.model.Label;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyVersion;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.json.PolicyShape.Member;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.function.Consumer;

/** Writes one document in a given shape. */
final class DocumentWriter {
  private final JsonWriter json;
  private final PolicyShape shape;

  DocumentWriter(JsonWriter json, PolicyShape shape) {
    this.json = json;
    this.shape = shape;
  }

  void write(PolicyDocument document) {
    ImmutableList.Builder<Member> members = ImmutableList.builder();
    PolicyVersion version = document.version().value();
    if (version != PolicyVersion.UNSTATED) {
      members.add(
          new Member("Version", document.version().span(), () -> json.value(version.text())));
    }
    label("Id", document.id(), members);
    members.add(
        new Member(
            "Statement", document.statements().span(), () -> statements(document.statements())));
    object(members.build());
  }

  private void object(ImmutableList<Member> members) {
    json.beginObject();
    for (Member member : shape.order(members)) {
      json.name(member.name());
      member.value().run();
    }
    json.endObject();
  }

  private void label(String name, Located<Label> label, ImmutableList.Builder<Member> members) {
    label
        .value()
        .asText()
        .ifPresent(text -> members.add(new Member(name, label.span(), () -> json.value(text))));
  }

  private void statements(Located<ImmutableList<Located<Statement>>> statements) {
    boolean bare = shape.isBareStatement(statements.span(), statements.value());
    list(bare, statements.value(), this::statement);
  }

  private <T> void list(boolean bare, ImmutableList<Located<T>> values, Consumer<T> each) {
    if (!bare) {
      json.beginArray();
    }
    values.forEach(value -> each.accept(value.value()));
    if (!bare) {
      json.endArray();
    }
  }

  private <T> void values(SourceSpan span, ImmutableList<Located<T>> values, Consumer<T> each) {
    list(shape.isBare(span, values), values, each);
  }

  private void statement(Statement statement) {
    ImmutableList.Builder<Member> members = ImmutableList.builder();
    label("Sid", statement.sid(), members);
    members.add(
        new Member(
            "Effect",
            statement.effect().span(),
            () -> json.value(statement.effect().value().text())));
    principal(statement.principal(), members);
    action(statement.action(), members);
    resource(statement.resource(), members);
    condition(statement.condition(), members);
    object(members.build());
  }

  private void principal(Located<PrincipalElement> at, ImmutableList.Builder<Member> members) {
    PrincipalElement element = at.value();
    if (!(element instanceof PrincipalElement.Absent)) {
      boolean not = element instanceof PrincipalElement.NotPrincipal;
      members.add(
          new Member(
              not ? "NotPrincipal" : "Principal",
              at.span(),
              () -> principals(element.principals())));
    }
  }

  private void principals(PrincipalSet principals) {
    if (!(principals instanceof PrincipalSet.Listed listed)) {
      json.value("*");
      return;
    }
    json.beginObject();
    for (PrincipalSet.Entry entry : listed.entries()) {
      json.name(entry.kind().value().text());
      values(entry.values().span(), entry.values().value(), this::principalValue);
    }
    json.endObject();
  }

  private void principalValue(PrincipalValue value) {
    json.value(value.text());
  }

  private void action(Located<ActionElement> at, ImmutableList.Builder<Member> members) {
    boolean not = at.value() instanceof ActionElement.NotAction;
    members.add(
        new Member(
            not ? "NotAction" : "Action",
            at.span(),
            () -> values(at.span(), at.value().patterns(), this::actionPattern)));
  }

  private void actionPattern(ActionPattern pattern) {
    json.value(pattern.text());
  }

  private void resource(Located<ResourceElement> at, ImmutableList.Builder<Member> members) {
    if (!(at.value() instanceof ResourceElement.Absent)) {
      boolean not = at.value() instanceof ResourceElement.NotResource;
      members.add(
          new Member(
              not ? "NotResource" : "Resource",
              at.span(),
              () -> values(at.span(), at.value().patterns(), this::resourcePattern)));
    }
  }

  private void resourcePattern(ResourcePattern pattern) {
    json.value(pattern.text());
  }

  private void condition(Located<ConditionElement> at, ImmutableList.Builder<Member> members) {
    if (at.value() instanceof ConditionElement.Block block) {
      members.add(new Member("Condition", at.span(), () -> block(block)));
    }
  }

  private void block(ConditionElement.Block block) {
    json.beginObject();
    for (ConditionElement.Operator operator : block.operators()) {
      json.name(operator.name().value().text()).beginObject();
      for (Condition condition : operator.conditions()) {
        json.name(condition.key().value().text());
        values(condition.values().span(), condition.values().value(), this::conditionValue);
      }
      json.endObject();
    }
    json.endObject();
  }

  private void conditionValue(ConditionValue value) {
    switch (value.kind()) {
      case STRING -> json.value(value.text());
      case NUMBER, BOOLEAN -> json.literal(value.text());
    }
  }
}
