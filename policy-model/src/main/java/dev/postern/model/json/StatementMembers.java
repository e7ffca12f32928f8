package dev.postern.model.json;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.SourceSpan;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one statement, each under the element that it is. */
final class StatementMembers {
  /** The elements that a statement may have. AWS: "IAM JSON policy elements reference". */
  enum Element {
    SID("Sid"),
    EFFECT("Effect"),
    PRINCIPAL("Principal"),
    NOT_PRINCIPAL("NotPrincipal"),
    ACTION("Action"),
    NOT_ACTION("NotAction"),
    RESOURCE("Resource"),
    NOT_RESOURCE("NotResource"),
    CONDITION("Condition");

    private static final ImmutableSet<String> NAMES =
        Arrays.stream(values()).map(Element::text).collect(ImmutableSet.toImmutableSet());

    private final String text;

    Element(String text) {
      this.text = text;
    }

    /** As it stands in a policy. */
    String text() {
      return text;
    }

    private static @Nullable Element named(String name) {
      return switch (name) {
        case "Sid" -> SID;
        case "Effect" -> EFFECT;
        case "Principal" -> PRINCIPAL;
        case "NotPrincipal" -> NOT_PRINCIPAL;
        case "Action" -> ACTION;
        case "NotAction" -> NOT_ACTION;
        case "Resource" -> RESOURCE;
        case "NotResource" -> NOT_RESOURCE;
        case "Condition" -> CONDITION;
        default -> null;
      };
    }
  }

  private final SourceSpan span;
  private final EnumMap<Element, JsonValue> values;
  private final ImmutableSet<String> misspelled;

  private StatementMembers(
      SourceSpan span, EnumMap<Element, JsonValue> values, ImmutableSet<String> misspelled) {
    this.span = span;
    this.values = values;
    this.misspelled = misspelled;
  }

  /** The members of a statement; reports those that no statement has. */
  static StatementMembers of(JsonObject object, Members members) {
    EnumMap<Element, JsonValue> values = new EnumMap<>(Element.class);
    boolean allKnown = true;
    for (Member member : object.members()) {
      @Nullable Element element = Element.named(member.name());
      if (element == null) {
        allKnown = false;
      } else {
        values.put(element, member.value());
      }
    }
    return new StatementMembers(
        object.span(),
        values,
        allKnown ? ImmutableSet.of() : members.refuseUnknown(object, "statement", Element.NAMES));
  }

  /** The statement's place. */
  SourceSpan span() {
    return span;
  }

  /** The value of an element, if it is there. */
  Optional<JsonValue> get(Element element) {
    return Optional.ofNullable(values.get(element));
  }

  /** Whether the element, or its twin, was meant by a member that no statement has. */
  boolean misspells(Element element, Element twin) {
    return misspelled.contains(element.text) || misspelled.contains(twin.text);
  }
}
