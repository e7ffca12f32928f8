package dev.postern.cli;

import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.json.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Decides one scenario a line, as lines come, and never holds more than one. */
final class Batch {
  private final ScenarioReader reader;
  private final SimulationReport report;
  private final Inputs inputs;
  private final Faults faults;
  private final Console console;
  private final Authorizer authorizer = Authorizer.standard();

  Batch(
      ScenarioReader reader,
      SimulationReport report,
      Inputs inputs,
      Faults faults,
      Console console) {
    this.reader = reader;
    this.report = report;
    this.inputs = inputs;
    this.faults = faults;
    this.console = console;
  }

  /** Decides every line of one input, until its end or until nobody listens. */
  void run(Input input) {
    try (InputStream in = new BufferedInputStream(input.open(), 1 << 16)) {
      Lines lines = new Lines(input.name(), in);
      Optional<SourceFile> line = lines.next();
      while (line.isPresent() && console.out().isOpen()) {
        decide(input, line.get());
        // Somebody who writes a line and waits for its answer gets it.
        if (in.available() == 0) {
          console.out().flush();
        }
        line = lines.next();
      }
    } catch (IOException e) {
      inputs.report(input, e);
    }
  }

  private void decide(Input input, SourceFile line) {
    boolean answered =
        faults.guard(
            line.source().whole().toString(),
            () -> report.add(input.name(), scenario(input, line).run(authorizer)));
    if (!answered) {
      // The answer of a line is a line, or a program loses count.
      JsonWriter json = JsonWriter.compact().beginObject().member("name", line.source().name());
      json.name("error").beginObject().member("code", "internal-fault");
      json.member("line", line.source().position(0).line()).endObject();
      console.out().line(Visible.json(json.endObject().text()));
    }
  }

  private Scenario scenario(Input input, SourceFile line) {
    return line.problem().isEmpty()
        ? reader.readOne(line.source(), input.folder())
        : reader.read(line, input.folder()).get(0);
  }
}
