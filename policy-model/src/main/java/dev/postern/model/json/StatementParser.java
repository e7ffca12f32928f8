package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/** Reads the members of a statement. */
final class StatementParser {
  private static final ImmutableSet<String> MEMBERS =
      ImmutableSet.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

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
    ImmutableSet<String> misspelled = members.refuseUnknown(object, "statement", MEMBERS);
    Located<Label> sid = sid(object);
    Optional<Located<Effect>> effect = effect(object, misspelled);
    Located<PrincipalElement> principal = principals.parse(object, effect, misspelled);
    Optional<Located<ActionElement>> action = action(object, misspelled);
    Located<ResourceElement> resource = resources.parse(object, misspelled);
    Located<ConditionElement> condition = conditions.parse(object);
    if (effect.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Located<>(
            new Statement(sid, effect.get(), principal, action.get(), resource, condition),
            object.span()));
  }

  private Located<Label> sid(JsonObject object) {
    Optional<JsonValue> member = object.get("Sid");
    if (member.isEmpty()) {
      return new Located<>(Label.NONE, object.span());
    }
    if (member.get() instanceof JsonString text) {
      variables.noteUnsupported(text, "Sid");
    }
    Label label =
        members.string(member.get(), "Sid").<Label>map(Label.Given::new).orElse(Label.NONE);
    return new Located<>(label, member.get().span());
  }

  private Optional<Located<Effect>> effect(JsonObject object, ImmutableSet<String> misspelled) {
    Optional<JsonValue> member = object.get("Effect");
    if (member.isEmpty()) {
      if (!misspelled.contains("Effect")) {
        problems.add(
            ProblemCode.EFFECT_MISSING,
            object.span(),
            "the statement has no `Effect`",
            "write `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`");
      }
      return Optional.empty();
    }
    Optional<String> text = members.string(member.get(), "Effect");
    for (Effect effect : Effect.values()) {
      if (text.equals(Optional.of(effect.text()))) {
        return Optional.of(new Located<>(effect, member.get().span()));
      }
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

  private Optional<Located<ActionElement>> action(
      JsonObject object, ImmutableSet<String> misspelled) {
    Optional<JsonValue> action = object.get("Action");
    Optional<JsonValue> notAction = object.get("NotAction");
    if (action.isPresent() && notAction.isPresent()) {
      members.conflict(object, "Action");
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
    if (!misspelled.contains("Action") && !misspelled.contains("NotAction")) {
      problems.add(
          ProblemCode.ACTION_MISSING,
          object.span(),
          "the statement has no `Action` and no `NotAction`",
          "one of the two is required");
    }
    return Optional.empty();
  }

  private ImmutableList<Located<ActionPattern>> patterns(JsonValue value, String element) {
    ImmutableList.Builder<Located<ActionPattern>> patterns = ImmutableList.builder();
    for (JsonString entry : members.strings(value, element)) {
      Optional<ActionPattern> pattern = ActionPattern.parse(entry.text());
      if (pattern.isPresent()) {
        variables.noteUnsupported(entry, element);
        patterns.add(new Located<>(pattern.get(), entry.span()));
      } else if (ActionPattern.hasStrayCharacter(entry.text())) {
        problems.add(
            ProblemCode.STRING_STRAY_SPACE,
            entry.span(),
            "white space, a comma or a control character in the action `" + entry.text() + "`",
            "an action is `service:Name`; a list has one string for each");
      } else {
        problems.add(
            ProblemCode.ACTION_FORMAT,
            entry.span(),
            "`" + entry.text() + "` is not an action",
            "expected `*` or `service:Name`, such as `s3:GetObject`");
      }
    }
    return patterns.build();
  }
}
