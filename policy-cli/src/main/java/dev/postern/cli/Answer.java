package dev.postern.cli;

import dev.postern.model.json.JsonWriter;

/** What comes of one line of a batch: always one line of JSON, or a program loses count. */
sealed interface Answer {
  /** The line to print. */
  String json();

  /**
   * A decision, or what is wrong with the scenario.
   *
   * @param asExpected whether it came out as the scenario expects
   */
  record Given(String json, boolean asExpected) implements Answer {}

  /**
   * None, by a mistake of ours.
   *
   * @param fault what to tell of it
   */
  record Faulty(String json, String fault) implements Answer {
    static Faulty of(Line line, Throwable e) {
      JsonWriter json = JsonWriter.compact().beginObject().member("name", line.file());
      json.name("error").beginObject().member("code", "internal-fault");
      json.member("file", line.file()).member("line", line.number()).endObject();
      return new Faulty(
          Visible.json(json.endObject().text()),
          line.file() + ":" + line.number() + ": " + Faults.describe(e));
    }
  }
}
