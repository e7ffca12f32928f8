package dev.postern.eval.scenario;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.Authorization;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.PolicySet;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads scenarios, format version 1: a JSON object is one scenario, an array holds many, a file of
 * JSON lines one a line. What is wrong with one never loses the others. A policy file that
 * scenarios name is read once in a reader's life. Thread-safe.
 */
public final class ScenarioReader {
  private static final ImmutableSet<String> FIELDS =
      ImmutableSet.of("name", "request", "policies", "settings", "expect");

  private final PolicyReader policies;
  private final PolicyFiles files;

  private ScenarioReader(PolicyFiles files) {
    this.policies = files.reader();
    this.files = files;
  }

  /** One that shares the policy files it reads with other readers. */
  public static ScenarioReader sharing(PolicyFiles files) {
    return new ScenarioReader(files);
  }

  /** A policy that AWS would not store is an error. */
  public static ScenarioReader strict() {
    return new ScenarioReader(PolicyFiles.strict());
  }

  /** A policy that AWS may have stored once is decided by the rules for such oddities. */
  public static ScenarioReader lenient() {
    return new ScenarioReader(PolicyFiles.lenient());
  }

  /**
   * Reads the scenarios of a file in UTF-8; one that ends in {@code .jsonl} holds one a line.
   *
   * @throws IOException if the file cannot be read
   */
  public ImmutableList<Scenario> read(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return read(SourceFile.open(file, ReadLimits.SCENARIOS), folder == null ? Path.of("") : folder);
  }

  /**
   * Reads the scenarios of what came from a file or a stream; one whose name ends in {@code .jsonl}
   * holds one a line.
   *
   * @param folder where the paths of policies begin
   */
  public ImmutableList<Scenario> read(SourceFile file, Path folder) {
    SourceText source = file.source();
    if (!file.problem().isEmpty()) {
      return ImmutableList.of(unreadable(source, file.problem()));
    }
    return source.name().endsWith(".jsonl") ? lines(source, folder) : read(source, folder);
  }

  private ImmutableList<Scenario> lines(SourceText source, Path folder) {
    ImmutableList.Builder<Scenario> scenarios = ImmutableList.builder();
    int number = 0;
    for (String line : Splitter.on('\n').split(source.text())) {
      number++;
      if (!line.isBlank()) {
        scenarios.add(readOne(SourceText.part(source.name(), line, number), folder));
      }
    }
    return scenarios.build();
  }

  /**
   * Reads the scenarios of a text: one object, or an array of many.
   *
   * @param folder where the paths of policies begin
   */
  public ImmutableList<Scenario> read(SourceText source, Path folder) {
    JsonReading reading = JsonReader.within(ReadLimits.SCENARIOS).read(source);
    if (!(reading.value().orElse(null) instanceof JsonArray array)) {
      return ImmutableList.of(one(source, reading, folder));
    }
    ImmutableList.Builder<Scenario> scenarios = ImmutableList.builder();
    List<Problem> elsewhere = new ArrayList<>(reading.problems());
    for (JsonValue value : array.elements()) {
      Fields fields = Fields.ofScenario();
      fields.addAll(takeWithin(value.span(), elsewhere));
      scenarios.add(scenario(value, fields, folder));
    }
    if (!elsewhere.isEmpty()) {
      scenarios.add(unreadable(source, ImmutableList.copyOf(elsewhere)));
    }
    return scenarios.build();
  }

  /**
   * Reads one scenario, such as a line of JSON lines; always gives exactly one.
   *
   * @param folder where the paths of policies begin
   */
  public Scenario readOne(SourceText source, Path folder) {
    return one(source, JsonReader.within(ReadLimits.SCENARIOS).read(source), folder);
  }

  private Scenario one(SourceText source, JsonReading reading, Path folder) {
    if (reading.value().isEmpty()) {
      return unreadable(source, reading.problems());
    }
    Fields fields = Fields.ofScenario();
    fields.addAll(reading.problems());
    return scenario(reading.value().get(), fields, folder);
  }

  private static Scenario unreadable(SourceText source, ImmutableList<Problem> problems) {
    return Scenario.unreadable(source.name(), source.whole(), Expectation.NONE, problems);
  }

  /* A repeated name is found while the JSON is read; it concerns the scenario that it stands in. */
  private static ImmutableList<Problem> takeWithin(SourceSpan span, List<Problem> problems) {
    ImmutableList<Problem> within =
        problems.stream()
            .filter(
                problem ->
                    problem.span().startOffset() >= span.startOffset()
                        && problem.span().startOffset() < span.endOffset())
            .collect(ImmutableList.toImmutableList());
    problems.removeAll(within);
    return within;
  }

  private Scenario scenario(JsonValue value, Fields fields, Path folder) {
    String name = nameOf(value);
    Expectation expectation = expectation(value, fields);
    Optional<JsonObject> object = fields.object(value, "a scenario");
    if (object.isEmpty()) {
      return Scenario.unreadable(name, value.span(), expectation, fields.problems());
    }
    JsonObject scenario = object.get();
    fields.refuseUnknown(scenario, "a scenario", FIELDS);
    fields.string(scenario, "name");
    fields.require(scenario, "request", "the scenario");
    ImmutableList<Authorization> authorizations = authorizations(scenario, fields, folder);
    if (authorizations.isEmpty() || !fields.isSound()) {
      return Scenario.unreadable(name, value.span(), expectation, fields.problems());
    }
    SourceSpan requestSpan = scenario.get("request").orElse(scenario).span();
    return Scenario.of(name, requestSpan, expectation, authorizations);
  }

  /** The request with its policies, and what else the same call needs. */
  private ImmutableList<Authorization> authorizations(
      JsonObject scenario, Fields fields, Path folder) {
    Optional<JsonObject> asked = fields.object(scenario, "request");
    RequestFields requests = new RequestFields(fields);
    PolicyFields sets = new PolicyFields(fields, policies, files, folder);
    Optional<AuthorizationRequest> request = asked.flatMap(requests::read);
    PolicySet given =
        fields
            .object(scenario, "policies")
            .map(object -> sets.read(object, request))
            .orElse(PolicySet.EMPTY);
    PolicySet set =
        fields
            .object(scenario, "settings")
            .map(object -> given.with(new SettingFields(fields).read(object)))
            .orElse(given);
    if (asked.isEmpty() || request.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Authorization> all = ImmutableList.builder();
    all.add(new Authorization(request.get(), set));
    for (JsonValue value : fields.list(asked.get(), "also")) {
      Optional<JsonObject> also = fields.object(value, "an entry of `also`");
      also.flatMap(object -> requests.also(object, request.get()))
          .map(other -> sets.also(also.orElseThrow(), other, request.get(), set))
          .ifPresent(all::add);
    }
    return all.build();
  }

  private static Expectation expectation(JsonValue value, Fields fields) {
    return value instanceof JsonObject object
        ? object
            .get("expect")
            .map(expect -> new ExpectationFields(fields).read(expect))
            .orElse(Expectation.NONE)
        : Expectation.NONE;
  }

  private static String nameOf(JsonValue value) {
    return value instanceof JsonObject object
            && object.get("name").orElse(value) instanceof JsonString name
        ? name.text()
        : value.span().source().name() + ":" + value.span().start();
  }
}
