package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the documents of policies, and gives each the problems of the JSON that it stands in. */
final class DocumentReader {
  private static final PolicyReader READER = PolicyReader.strict();

  private final AccountFields fields;
  private final TreeMap<Integer, List<Problem>> byPlace = new TreeMap<>();

  DocumentReader(AccountFields fields, ImmutableList<Problem> problems) {
    this.fields = fields;
    for (Problem problem : problems) {
      byPlace
          .computeIfAbsent(problem.span().startOffset(), place -> new ArrayList<>())
          .add(problem);
    }
  }

  /** The problems that belong to no policy. */
  ImmutableList<Problem> left() {
    return byPlace.values().stream()
        .flatMap(Collection::stream)
        .collect(ImmutableList.toImmutableList());
  }

  /** The policy under a name; nothing, and told, if there is none, or none that can be decoded. */
  Optional<AccountPolicy> read(
      JsonObject outer, String name, String identity, String title, PolicyType type) {
    fields.require(outer, name);
    return outer.get(name).flatMap(value -> read(value, name, identity, title, type));
  }

  private Optional<AccountPolicy> read(
      JsonValue value, String name, String identity, String title, PolicyType type) {
    return value instanceof JsonString string
        ? read(string, name, identity, title, type)
        : Optional.of(
            new AccountPolicy(
                identity,
                title,
                READER.examine(
                    value.span().source(),
                    new JsonReading(ImmutableList.of(value), within(value.span())),
                    type),
                new DocumentText.Plain()));
  }

  private Optional<AccountPolicy> read(
      JsonString string, String name, String identity, String title, PolicyType type) {
    Optional<EncodedText> encoded = EncodedText.of(string);
    if (encoded.isEmpty()) {
      fields.tell(
          string.span(),
          "`" + name + "` is not percent-encoded",
          "expected an object, or JSON that is encoded by RFC 3986");
    }
    return encoded.map(
        text ->
            new AccountPolicy(
                identity,
                title,
                READER.examine(text.decoded(), type),
                new DocumentText.Encoded(text)));
  }

  private ImmutableList<Problem> within(SourceSpan span) {
    Collection<List<Problem>> found = byPlace.subMap(span.startOffset(), span.endOffset()).values();
    ImmutableList<Problem> problems =
        found.stream().flatMap(Collection::stream).collect(ImmutableList.toImmutableList());
    found.clear();
    return problems;
  }
}
