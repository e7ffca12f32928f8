package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Fix.Edit;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** Edits of an entry of a JSON list, or of one string; all text around it stays as it is. */
final class ListEdit {
  private ListEdit() {}

  /**
   * Takes an entry out of its list, and one comma with it. Nothing if it is the only one, or stands
   * in no list, or the policy in no JSON text: an element without entries means something else.
   */
  static Optional<Fix> remove(Fix.Kind kind, String title, SourceSpan entry, LintedPolicy policy) {
    ImmutableList<Step> steps = entry.pointer().steps();
    if (steps.isEmpty() || !(steps.get(steps.size() - 1) instanceof Step.Element last)) {
      return Optional.empty();
    }
    return policy
        .at(pointer(steps.subList(0, steps.size() - 1)))
        .flatMap(list -> without(list, last.index()))
        .map(edit -> new Fix(kind, title, ImmutableList.of(edit)));
  }

  private static JsonPointer pointer(ImmutableList<Step> steps) {
    JsonPointer pointer = JsonPointer.ROOT;
    for (Step step : steps) {
      pointer =
          step instanceof Step.Member member
              ? pointer.member(member.name())
              : pointer.element(((Step.Element) step).index());
    }
    return pointer;
  }

  /* With the comma behind it and the space up to the next entry, or, the last, with those before. */
  private static Optional<Edit> without(JsonValue list, int index) {
    if (!(list instanceof JsonArray array)
        || array.elements().size() < 2
        || index >= array.elements().size()) {
      return Optional.empty();
    }
    SourceSpan entry = span(array, index);
    boolean isLast = index == array.elements().size() - 1;
    int from = isLast ? span(array, index - 1).endOffset() : entry.startOffset();
    int to = isLast ? entry.endOffset() : span(array, index + 1).startOffset();
    return Optional.of(new Edit(new SourceSpan(entry.source(), entry.pointer(), from, to), ""));
  }

  private static SourceSpan span(JsonArray array, int index) {
    return array.elements().get(index).span();
  }

  /** Writes another string in the place of one, be it an entry of a list or a value by itself. */
  static Optional<Fix> replace(
      Fix.Kind kind, String title, SourceSpan string, String text, LintedPolicy policy) {
    return policy
        .at(string.pointer())
        .filter(value -> value instanceof JsonString && value.span().covers(string))
        .map(value -> new Edit(string, JsonWriter.compact().value(text).text()))
        .map(edit -> new Fix(kind, title, ImmutableList.of(edit)));
  }
}
