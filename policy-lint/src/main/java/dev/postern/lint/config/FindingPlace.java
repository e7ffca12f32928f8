package dev.postern.lint.config;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.Finding;
import dev.postern.model.Glob;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a finding stands at: its statement, the action and the resource. Where it stands at none of
 * them, it is about all that its statement has.
 */
final class FindingPlace {
  private static final ImmutableSet<String> ACTIONS = ImmutableSet.of("Action", "NotAction");
  private static final ImmutableSet<String> RESOURCES = ImmutableSet.of("Resource", "NotResource");

  private final Finding finding;
  private final JsonValue text;
  private final int statementStep;

  private FindingPlace(Finding finding, JsonValue text, int statementStep) {
    this.finding = finding;
    this.text = text;
    this.statementStep = statementStep;
  }

  /**
   * The place of a finding.
   *
   * @param text the JSON that the policy stands in
   */
  static FindingPlace of(Finding finding, JsonValue text) {
    ImmutableList<Step> steps = finding.pointer().steps();
    int statement = steps.lastIndexOf(new Step.Member("Statement"));
    return new FindingPlace(finding, text, statement);
  }

  /* A single statement may stand without a list. */
  private int depth() {
    ImmutableList<Step> steps = finding.pointer().steps();
    boolean listed =
        statementStep + 1 < steps.size() && steps.get(statementStep + 1) instanceof Step.Element;
    return statementStep + (listed ? 2 : 1);
  }

  private Optional<JsonObject> statement() {
    if (statementStep < 0) {
      return Optional.empty();
    }
    return descend(text, finding.pointer().steps().subList(0, depth()))
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  private static Optional<JsonValue> descend(JsonValue from, ImmutableList<Step> steps) {
    Optional<JsonValue> here = Optional.of(from);
    for (Step step : steps) {
      here = here.flatMap(value -> step(value, step));
    }
    return here;
  }

  private static Optional<JsonValue> step(JsonValue value, Step step) {
    if (step instanceof Step.Member member) {
      return value instanceof JsonObject object ? object.get(member.name()) : Optional.empty();
    }
    int index = ((Step.Element) step).index();
    return value instanceof JsonArray array && index < array.elements().size()
        ? Optional.of(array.elements().get(index))
        : Optional.empty();
  }

  /** Whether it is in the statement of that Sid, or of that index. */
  boolean isInStatement(String sidOrIndex) {
    if (statement()
        .flatMap(object -> object.get("Sid"))
        .filter(sid -> isText(sid, sidOrIndex))
        .isPresent()) {
      return true;
    }
    ImmutableList<Step> steps = finding.pointer().steps();
    return statementStep >= 0
        && statementStep + 1 < steps.size()
        && steps.get(statementStep + 1) instanceof Step.Element element
        && sidOrIndex.equals(Integer.toString(element.index()));
  }

  private static boolean isText(JsonValue value, String text) {
    return value instanceof JsonString string && string.text().equals(text);
  }

  /** Whether all actions that it is about match, in lower case. */
  boolean isOfAction(Glob glob) {
    return isOf(ACTIONS, text -> glob.matches(Ascii.toLowerCase(text)));
  }

  /** Whether all resources that it is about match. */
  boolean isOfResource(Glob glob) {
    return isOf(RESOURCES, glob::matches);
  }

  private boolean isOf(ImmutableSet<String> elements, Predicate<String> wanted) {
    ImmutableList<String> named =
        Stream.concat(
                Stream.of(finding.span()), finding.related().stream().map(Finding.Related::span))
            .filter(span -> isWithin(span, elements))
            .flatMap(span -> descend(text, span.pointer().steps()).stream())
            .flatMap(FindingPlace::texts)
            .collect(ImmutableList.toImmutableList());
    ImmutableList<String> about = named.isEmpty() ? all(elements) : named;
    return !about.isEmpty() && about.stream().allMatch(wanted);
  }

  private boolean isWithin(SourceSpan span, ImmutableSet<String> elements) {
    JsonPointer pointer = span.pointer();
    return statementStep >= 0
        && span.source() == finding.span().source()
        && pointer.steps().size() > depth()
        && pointer.steps().subList(0, depth()).equals(finding.pointer().steps().subList(0, depth()))
        && pointer.steps().get(depth()) instanceof Step.Member member
        && elements.contains(member.name());
  }

  private ImmutableList<String> all(ImmutableSet<String> elements) {
    return statement().stream()
        .flatMap(object -> elements.stream().flatMap(name -> object.get(name).stream()))
        .flatMap(FindingPlace::texts)
        .collect(ImmutableList.toImmutableList());
  }

  private static Stream<String> texts(JsonValue value) {
    if (value instanceof JsonString string) {
      return Stream.of(string.text());
    }
    return value instanceof JsonArray array
        ? array.elements().stream().flatMap(FindingPlace::texts)
        : Stream.empty();
  }
}
