package dev.postern.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers one line after the other, as they come and in their order, and holds a few at a time
 * however many there are.
 */
final class Batch {
  private final int threads;
  private final Inputs inputs;
  private final Faults faults;
  private final Console console;
  private boolean allAsExpected = true;

  /**
   * A batch.
   *
   * @param threads how many decide; with one, the calling thread does all
   */
  Batch(int threads, Inputs inputs, Faults faults, Console console) {
    this.threads = threads;
    this.inputs = inputs;
    this.faults = faults;
    this.console = console;
  }

  /** Whether every line so far came out as it expects. */
  boolean allAsExpected() {
    return allAsExpected;
  }

  /**
   * Answers every line of one input, until its end or until nobody listens.
   *
   * @param answering what a line's answer is; called by several threads at once
   */
  void run(Input input, Function<Line, Answer> answering) {
    Function<Line, Answer> guarded = line -> answer(line, answering);
    try (InputStream in = input.open()) {
      if (threads == 1) {
        alone(new Lines(input.name(), in, this::isHeard), guarded);
      } else {
        together(new Lines(input.name(), in, () -> true), guarded);
      }
    } catch (IOException e) {
      inputs.report(input, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      inputs.report(input.name() + ": interrupted");
    }
  }

  private void alone(Lines lines, Function<Line, Answer> answering) throws IOException {
    Optional<Line> line = lines.next();
    while (line.isPresent() && console.out().isOpen()) {
      print(answering.apply(line.get()));
      line = lines.next();
    }
  }

  private void together(Lines lines, Function<Line, Answer> answering)
      throws IOException, InterruptedException {
    try (Window window = new Window(lines, answering, threads)) {
      Optional<Answer> answer = window.next(this::isHeard);
      while (answer.isPresent() && console.out().isOpen()) {
        print(answer.get());
        answer = window.next(this::isHeard);
      }
    }
  }

  /* Asked before each wait: somebody who writes a line and waits for its answer gets it. */
  private boolean isHeard() {
    console.out().flush();
    return console.out().isOpen();
  }

  private static Answer answer(Line line, Function<Line, Answer> answering) {
    try {
      return answering.apply(line);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      return Answer.Faulty.of(line, e);
    }
  }

  private void print(Answer answer) {
    if (answer instanceof Answer.Faulty faulty) {
      faults.report(faulty.fault());
    } else if (answer instanceof Answer.Given given) {
      allAsExpected &= given.asExpected();
    }
    console.out().line(answer.json());
  }
}
