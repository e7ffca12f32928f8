package dev.postern.cli;

import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;

/** What a search for scenarios finds. */
final class ScenarioFile {
  private ScenarioFile() {}

  /**
   * Whether a file is a policy that a search found. Policies are kept beside the scenarios that
   * name them; one that the arguments name is meant to be a scenario.
   */
  static boolean isPolicyBeside(Input input, SourceFile file) {
    return input instanceof Input.File found
        && !found.named()
        && found.name().endsWith(".json")
        && file.problem().isEmpty()
        && JsonReader.within(ReadLimits.SCENARIOS).read(file.source()).value().stream()
            .anyMatch(ScenarioFile::isPolicy);
  }

  private static boolean isPolicy(JsonValue value) {
    return value instanceof JsonObject object
        && object.get("Statement").isPresent()
        && object.get("request").isEmpty();
  }
}
