package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNull;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 as what it would be in JSON, each value with its place. */
final class YamlText {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int MOST_VALUES = 100_000;
  private static final int DEEPEST = 64;

  private final SourceText source;
  private final List<Problem> problems = new ArrayList<>();
  private final int[] offsets;
  private int values;

  private YamlText(SourceText source) {
    this.source = source;
    this.offsets = offsets(source.text());
  }

  /** The value of a text, {@code null} of an empty one; empty, with a problem, if it is no YAML. */
  static JsonReading read(SourceText source) {
    YamlText text = new YamlText(source);
    Optional<JsonValue> value = text.value();
    return new JsonReading(
        text.problems.isEmpty()
            ? ImmutableList.copyOf(value.stream().toList())
            : ImmutableList.of(),
        ImmutableList.copyOf(text.problems));
  }

  private Optional<JsonValue> value() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(MOST_CHARACTERS)
            .setAllowNonScalarKeys(false)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(source.text());
      return Optional.of(
          root.map(node -> value(node, JsonPointer.ROOT, 0))
              .orElseGet(() -> new JsonNull(source.whole())));
    } catch (MarkedYamlEngineException e) {
      int at = e.getProblemMark().map(this::offset).orElse(0);
      refuse(new SourceSpan(source, JsonPointer.ROOT, at, at), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      refuse(new SourceSpan(source, JsonPointer.ROOT, 0, 0), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private void refuse(SourceSpan span, String message) {
    problems.add(new Problem(ProblemCode.YAML_SYNTAX, span, message, ""));
  }

  private JsonValue value(Node node, JsonPointer pointer, int depth) {
    SourceSpan span = span(node, pointer);
    if (++values > MOST_VALUES || depth > DEEPEST) {
      if (problems.isEmpty()) {
        refuse(span, "more than " + MOST_VALUES + " values, or nested deeper than " + DEEPEST);
      }
      return new JsonNull(span);
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, pointer, span, depth);
    }
    if (node instanceof SequenceNode sequence) {
      ImmutableList.Builder<JsonValue> elements = ImmutableList.builder();
      int index = 0;
      for (Node element : sequence.getValue()) {
        elements.add(value(element, pointer.element(index++), depth + 1));
      }
      return new JsonArray(elements.build(), span);
    }
    return node instanceof ScalarNode scalar ? scalar(scalar, span) : new JsonNull(span);
  }

  private JsonObject object(MappingNode mapping, JsonPointer pointer, SourceSpan span, int depth) {
    ImmutableList.Builder<Member> members = ImmutableList.builder();
    Set<String> names = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        JsonPointer member = pointer.member(key.getValue());
        SourceSpan place = span(key, member);
        if (!names.add(key.getValue())) {
          refuse(place, "`" + key.getValue() + "` stands here twice");
        }
        members.add(
            new Member(key.getValue(), place, value(tuple.getValueNode(), member, depth + 1)));
      } else {
        refuse(span(tuple.getKeyNode(), pointer), "a name is a text");
      }
    }
    return new JsonObject(members.build(), span);
  }

  private static JsonValue scalar(ScalarNode scalar, SourceSpan span) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (tag.equals(Tag.NULL)) {
      return new JsonNull(span);
    }
    if (tag.equals(Tag.BOOL)) {
      return new JsonBoolean(Boolean.parseBoolean(text), span);
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
        ? new JsonNumber(text, span)
        : new JsonString(text, span);
  }

  /* What is laid out by lines ends where the next thing begins, comments and all. */
  private SourceSpan span(Node node, JsonPointer pointer) {
    int start = node.getStartMark().map(this::offset).orElse(0);
    int end = Math.max(start, end(node));
    while (end > start && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return new SourceSpan(source, pointer, start, end);
  }

  private int end(Node node) {
    return node.getEndMark().map(this::offset).orElse(0);
  }

  /* Marks count code points. */
  private int offset(Mark mark) {
    return offsets[Math.min(mark.getIndex(), offsets.length - 1)];
  }

  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int offset = 0;
    for (int i = 0; i < offsets.length - 1; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[offsets.length - 1] = offset;
    return offsets;
  }
}
