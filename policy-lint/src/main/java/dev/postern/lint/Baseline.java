package dev.postern.lint;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import dev.postern.lint.rule.MetaRules;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings that were there when a project began to look. Those are told apart from new ones by
 * their fingerprints, which outlive a new layout and other statements beside.
 */
public final class Baseline {
  /** What a text may have. */
  public static final ReadLimits LIMITS = new ReadLimits(1 << 26, 8, 1 << 16, 10_000_000);

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::file)
          .thenComparing(Entry::finding)
          .thenComparing(Entry::fingerprint);

  /** Without any. */
  public static final Baseline NONE = new Baseline(ImmutableList.of(), ImmutableListMultimap.of());

  private final ImmutableList<Entry> entries;
  private final ImmutableListMultimap<Entry, SourceSpan> places;

  private Baseline(ImmutableList<Entry> entries, ImmutableListMultimap<Entry, SourceSpan> places) {
    this.entries = ImmutableList.sortedCopyOf(ORDER, entries);
    this.places = places;
  }

  /**
   * A finding of the past.
   *
   * @param file the {@linkplain Subject#identity identity} of what it was found in
   * @param finding its {@linkplain Finding#id id}, for people
   * @param fingerprint its {@linkplain Finding#fingerprint fingerprint}
   */
  public record Entry(String file, String finding, String fingerprint) {}

  /**
   * What a baseline makes of results.
   *
   * @param results the same results, their old findings suppressed
   * @param stale entries for texts among the results that match nothing any more
   */
  public record Applied(ImmutableList<LintResult> results, ImmutableList<Entry> stale) {}

  /** Reads what {@link #text} wrote. */
  public static Baseline read(SourceText source) throws BaselineException {
    JsonReading reading = JsonReader.within(LIMITS).read(source);
    if (!reading.problems().isEmpty()) {
      throw new BaselineException(reading.problems().get(0).toString());
    }
    ImmutableListMultimap.Builder<Entry, SourceSpan> places = ImmutableListMultimap.builder();
    for (JsonValue value : findings(reading.value().orElseThrow())) {
      places.put(
          new Entry(text(value, "file"), text(value, "finding"), text(value, "fingerprint")),
          value.span());
    }
    ImmutableListMultimap<Entry, SourceSpan> read = places.build();
    return new Baseline(read.keys().asList(), read);
  }

  private static ImmutableList<JsonValue> findings(JsonValue value) throws BaselineException {
    if (value instanceof JsonObject object
        && object.get("findings").orElse(null) instanceof JsonArray list) {
      return list.elements();
    }
    throw new BaselineException(
        value.span() + ": not a baseline; expected an object with `findings`");
  }

  private static String text(JsonValue entry, String name) throws BaselineException {
    if (entry instanceof JsonObject object
        && object.get(name).orElse(null) instanceof JsonString string) {
      return string.text();
    }
    throw new BaselineException(
        entry.span() + ": not an entry of a baseline; expected the text `" + name + "`");
  }

  /** As a text with an entry a line, sorted, so that changes of it can be read. */
  public String text() {
    StringBuilder text = new StringBuilder("{\"version\": 1, \"findings\": [");
    String separator = "\n";
    for (Entry entry : entries) {
      JsonWriter json = JsonWriter.compact();
      json.beginObject();
      json.member("file", entry.file());
      json.member("finding", entry.finding());
      json.member("fingerprint", entry.fingerprint());
      text.append(separator).append("  ").append(json.endObject().text());
      separator = ",\n";
    }
    return text.append("\n]}\n").toString();
  }

  /** How many findings it has. */
  public int size() {
    return entries.size();
  }

  /** The same for texts that are not among these results, and all that was found in those. */
  public Baseline updated(Iterable<LintResult> results) {
    ImmutableSet.Builder<String> linted = ImmutableSet.builder();
    ImmutableList.Builder<Entry> all = ImmutableList.builder();
    for (LintResult result : results) {
      linted.add(result.subject().identity());
      Stream.concat(
              result.findings().stream(), result.suppressed().stream().map(Suppressed::finding))
          .map(finding -> entry(result.subject(), finding))
          .forEach(all::add);
    }
    ImmutableSet<String> files = linted.build();
    entries.stream().filter(entry -> !files.contains(entry.file())).forEach(all::add);
    return new Baseline(all.build(), ImmutableListMultimap.of());
  }

  private static Entry entry(Subject subject, Finding finding) {
    return new Entry(subject.identity(), finding.id(), finding.fingerprint());
  }

  /** Suppresses what it has, each entry once. */
  public Applied apply(Iterable<LintResult> results) {
    Multiset<Entry> left = HashMultiset.create(entries);
    ImmutableSet.Builder<String> linted = ImmutableSet.builder();
    ImmutableList.Builder<LintResult> applied = ImmutableList.builder();
    for (LintResult result : results) {
      linted.add(result.subject().identity());
      applied.add(
          result.suppressing(
              finding ->
                  left.remove(entry(result.subject(), finding))
                      ? Optional.of("in the baseline")
                      : Optional.empty()));
    }
    ImmutableSet<String> files = linted.build();
    return new Applied(
        applied.build(),
        left.stream()
            .filter(entry -> files.contains(entry.file()))
            .sorted(ORDER)
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Says which entries are found no more.
   *
   * @param stale as this baseline, read from a text, was {@linkplain #apply applied}
   */
  public void review(Iterable<Entry> stale, SettingFindings findings) {
    Multiset<Entry> seen = HashMultiset.create();
    for (Entry entry : stale) {
      ImmutableList<SourceSpan> spans = places.get(entry);
      int next = seen.add(entry, 1);
      if (next < spans.size()) {
        findings
            .at(MetaRules.BASELINE_STALE, spans.get(next))
            .message("`" + entry.finding() + "` is found no more in `" + entry.file() + "`")
            .advice("write the baseline again: `--update-baseline`")
            .add();
      }
    }
  }
}
