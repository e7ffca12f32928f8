package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.ConditionElement;
import dev.postern.model.Effect;
import dev.postern.model.Label;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.PrincipalElement;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.StatementMembers.Element;
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/** Reads the members of a statement. */
final class StatementParser {
  private final Problems problems;
  private final Members members;
  private final PrincipalParser principals;
  private final ResourceParser resources;
  private final ConditionParser conditions;
  private final VariableRules variables;

  StatementParser(PolicyType type, PolicyVersion version, Problems problems) {
    this.problems = problems;
    this.members = new Members(problems);
    this.variables = new VariableRules(version, problems);
    this.principals = new PrincipalParser(type, problems, variables);
    this.resources = new ResourceParser(type, problems, variables);
    this.conditions = new ConditionParser(problems, variables);
  }

  /** The statement; empty when what it does, or to which actions, cannot be known. */
  Optional<Located<Statement>> parse(JsonObject object) {
    StatementMembers statement = StatementMembers.of(object, members);
    Located<Label> sid = sid(statement);
    Optional<Located<Effect>> effect = effect(statement);
    Located<PrincipalElement> principal = principals.parse(statement, effect);
    Optional<Located<ActionElement>> action = action(statement);
    Located<ResourceElement> resource = resources.parse(statement);
    Located<ConditionElement> condition = conditions.parse(statement);
    if (effect.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Located<>(
            new Statement(sid, effect.get(), principal, action.get(), resource, condition),
            object.span()));
  }

  private Located<Label> sid(StatementMembers statement) {
    Optional<JsonValue> member = statement.get(Element.SID);
    if (member.isEmpty()) {
      return new Located<>(Label.NONE, statement.span());
    }
    if (member.get() instanceof JsonString text) {
      variables.noteUnsupported(text, "Sid");
    }
    Label label =
        members.string(member.get(), "Sid").<Label>map(Label.Given::new).orElse(Label.NONE);
    return new Located<>(label, member.get().span());
  }

  private Optional<Located<Effect>> effect(StatementMembers statement) {
    Optional<JsonValue> member = statement.get(Element.EFFECT);
    if (member.isEmpty()) {
      if (!statement.misspells(Element.EFFECT, Element.EFFECT)) {
        problems.add(
            ProblemCode.EFFECT_MISSING,
            statement.span(),
            "the statement has no `Effect`",
            "write `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`");
      }
      return Optional.empty();
    }
    Optional<String> text = members.string(member.get(), "Effect");
    Optional<Effect> effect = text.flatMap(Effect::named);
    if (effect.isPresent()) {
      return Optional.of(new Located<>(effect.get(), member.get().span()));
    }
    text.ifPresent(
        unknown ->
            problems.add(
                ProblemCode.EFFECT_INVALID,
                member.get().span(),
                "unknown effect `" + unknown + "`",
                "exactly `Allow` or `Deny`, letter case included"));
    return Optional.empty();
  }

  private Optional<Located<ActionElement>> action(StatementMembers statement) {
    Optional<JsonValue> action = statement.get(Element.ACTION);
    Optional<JsonValue> notAction = statement.get(Element.NOT_ACTION);
    if (action.isPresent() && notAction.isPresent()) {
      members.conflict(notAction.get(), "Action");
      return Optional.empty();
    }
    if (action.isPresent()) {
      ImmutableList<Located<ActionPattern>> patterns = patterns(action.get(), "Action");
      members.noteEmpty(
          action.get(), ProblemCode.EMPTY_ACTION, "Action", Members.APPLIES_TO_NOTHING);
      return Optional.of(new Located<>(new ActionElement.Action(patterns), action.get().span()));
    }
    if (notAction.isPresent()) {
      ImmutableList<Located<ActionPattern>> patterns = patterns(notAction.get(), "NotAction");
      members.noteEmpty(
          notAction.get(), ProblemCode.EMPTY_NOT_LIST, "NotAction", Members.COMPLEMENT);
      return Optional.of(
          new Located<>(new ActionElement.NotAction(patterns), notAction.get().span()));
    }
    if (!statement.misspells(Element.ACTION, Element.NOT_ACTION)) {
      problems.add(
          ProblemCode.ACTION_MISSING,
          statement.span(),
          "the statement has no `Action` and no `NotAction`",
          "one of the two is required");
    }
    return Optional.empty();
  }

  private ImmutableList<Located<ActionPattern>> patterns(JsonValue value, String element) {
    ImmutableList.Builder<Located<ActionPattern>> patterns = Members.listFor(value);
    members.eachString(
        value,
        element,
        entry -> {
          Optional<ActionPattern> pattern = ActionPattern.parse(entry.text());
          if (pattern.isPresent()) {
            variables.noteUnsupported(entry, element);
            patterns.add(new Located<>(pattern.get(), entry.span()));
          } else {
            refuse(entry);
          }
        });
    return patterns.build();
  }

  private void refuse(JsonString action) {
    if (ActionPattern.hasStrayCharacter(action.text())) {
      problems.add(
          ProblemCode.STRING_STRAY_SPACE,
          action.span(),
          "white space, a comma or a control character in the action `" + action.text() + "`",
          "an action is `service:Name`; a list has one string for each");
    } else {
      problems.add(
          ProblemCode.ACTION_FORMAT,
          action.span(),
          "`" + action.text() + "` is not an action",
          "expected `*` or `service:Name`, such as `s3:GetObject`");
    }
  }
}
