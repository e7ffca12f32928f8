package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionElement;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.ConditionValue;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.Located;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.ProblemCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@code Condition}. */
final class ConditionParser {
  private final Problems problems;
  private final Members members;
  private final VariableRules variables;

  ConditionParser(Problems problems, VariableRules variables) {
    this.problems = problems;
    this.members = new Members(problems);
    this.variables = variables;
  }

  Located<ConditionElement> parse(StatementMembers statement) {
    Optional<JsonValue> member = statement.get(StatementMembers.Element.CONDITION);
    if (member.isEmpty()) {
      return new Located<>(ConditionElement.ABSENT, statement.span());
    }
    JsonValue value = member.get();
    if (!(value instanceof JsonObject object)) {
      members.wrongType(value, "`Condition`", "an object of operators");
      return new Located<>(new ConditionElement.Block(ImmutableList.of()), value.span());
    }
    if (object.members().isEmpty()) {
      problems.add(
          ProblemCode.EMPTY_CONDITION, value.span(), "`Condition` is empty", "it is always true");
    }
    ImmutableList.Builder<ConditionElement.Operator> operators =
        ImmutableList.builderWithExpectedSize(object.members().size());
    object.members().forEach(operator -> operator(operator).ifPresent(operators::add));
    return new Located<>(new ConditionElement.Block(operators.build()), value.span());
  }

  private Optional<ConditionElement.Operator> operator(Member member) {
    Located<ConditionOperator> operator = new Located<>(name(member), member.nameSpan());
    if (!(member.value() instanceof JsonObject keys)) {
      members.wrongType(
          member.value(), "the operator `" + member.name() + "`", "an object of condition keys");
      return Optional.empty();
    }
    if (keys.members().isEmpty()) {
      problems.add(
          ProblemCode.EMPTY_CONDITION_OPERATOR,
          keys.span(),
          "`" + member.name() + "` tests no key",
          "it is always true");
    }
    ImmutableList.Builder<Condition> conditions =
        ImmutableList.builderWithExpectedSize(keys.members().size());
    boolean several = keys.members().size() > 1;
    Set<ConditionKey> seen = several ? new HashSet<>() : ImmutableSet.of();
    for (Member key : keys.members()) {
      Condition condition = condition(operator, key);
      if (several && !seen.add(condition.key().value())) {
        problems.add(
            ProblemCode.CONDITION_KEY_DUPLICATE_CASE,
            key.nameSpan(),
            "the key `" + key.name() + "` stands twice under `" + operator.value().text() + "`",
            "letter case does not make another key");
      }
      conditions.add(condition);
    }
    return Optional.of(new ConditionElement.Operator(operator, conditions.build()));
  }

  private ConditionOperator name(Member member) {
    String text = member.name();
    Optional<ConditionOperator> operator = ConditionOperator.named(text);
    if (operator.isPresent()) {
      noteQuantifiedNull(member, operator.get());
      return operator.get();
    }
    String plain = text.substring(text.indexOf(':') + 1);
    if (plain.equals(BaseOperator.NULL.text() + ConditionOperator.IF_EXISTS)) {
      problems.add(
          ProblemCode.CONDITION_NULL_IFEXISTS,
          member.nameSpan(),
          "`" + text + "` does not exist",
          "`Null` itself asks whether the key exists");
    } else {
      problems.add(
          ProblemCode.CONDITION_OPERATOR_UNKNOWN,
          member.nameSpan(),
          "unknown condition operator `" + text + "`",
          suggestion(text, plain));
    }
    return new ConditionOperator.Unknown(text);
  }

  private static String suggestion(String text, String plain) {
    String prefix =
        NearestName.of(
                text.substring(0, text.length() - plain.length()),
                ImmutableList.of(
                    Quantifier.FOR_ALL_VALUES.prefix(), Quantifier.FOR_ANY_VALUE.prefix()))
            .orElse("");
    return NearestName.of(plain, ConditionOperator.plainNames())
        .map(name -> "did you mean `" + prefix + name + "`?")
        .orElse("operators are spelled as in `StringEquals`, letter case included");
  }

  private void noteQuantifiedNull(Member member, ConditionOperator operator) {
    if (operator instanceof Known known
        && known.base() == BaseOperator.NULL
        && known.quantifier() != Quantifier.SINGLE) {
      problems.add(
          ProblemCode.CONDITION_NULL_QUALIFIER,
          member.nameSpan(),
          "`" + member.name() + "` gives the same answer to every request",
          "write `Null`");
    }
  }

  private Condition condition(Located<ConditionOperator> operator, Member member) {
    ConditionKey key = new ConditionKey(member.name());
    if (member.name().indexOf(':') <= 0) {
      problems.add(
          ProblemCode.CONDITION_KEY_FORMAT,
          member.nameSpan(),
          "`" + member.name() + "` is no condition key",
          "expected `prefix:name`, such as `aws:SourceIp`");
    }
    members.noteEmpty(
        member.value(),
        ProblemCode.CONDITION_EMPTY_VALUES,
        member.name(),
        "no value of the request can be among no values");
    ImmutableList.Builder<Located<ConditionValue>> values = Members.listFor(member.value());
    Members.eachOf(member.value(), value -> value(operator.value(), value).ifPresent(values::add));
    return new Condition(
        operator,
        new Located<>(key, member.nameSpan()),
        new Located<>(values.build(), member.value().span()));
  }

  private Optional<Located<ConditionValue>> value(ConditionOperator operator, JsonValue value) {
    Optional<ConditionValue> read = literal(value);
    if (read.isEmpty()) {
      members.wrongType(value, "a condition value", "a string, a number or a boolean");
      return Optional.empty();
    }
    if (operator instanceof Known known) {
      check(known, value, read.get().text());
    }
    return Optional.of(new Located<>(read.get(), value.span()));
  }

  private static Optional<ConditionValue> literal(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(ConditionValue.string(string.text()));
    }
    if (value instanceof JsonNumber number) {
      return Optional.of(new ConditionValue(number.literal(), ConditionValue.Kind.NUMBER));
    }
    if (value instanceof JsonBoolean bool) {
      return Optional.of(
          new ConditionValue(Boolean.toString(bool.value()), ConditionValue.Kind.BOOLEAN));
    }
    return Optional.empty();
  }

  private void check(Known operator, JsonValue value, String text) {
    Domain domain = operator.base().domain();
    if (value instanceof JsonString string && variables.apply(string)) {
      if (domain.takesVariables()) {
        variables.check(string);
      } else {
        variables.noteUnsupportedOperator(string, operator.text());
      }
    }
    ValueForm.of(domain)
        .filter(form -> !form.accepts(text))
        .ifPresent(
            form ->
                problems.add(
                    form.code(),
                    value.span(),
                    "`" + text + "` under `" + operator.text() + "`",
                    form.expected() + "; it never matches"));
  }
}
