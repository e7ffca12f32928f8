package dev.postern.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of batches whatever is decided in them. */
@Timeout(60)
class WindowTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private static Answer.Given echo(Line line) {
    return new Answer.Given(line.decode().source().text(), true);
  }

  private static Input standard(InputStream in) {
    return new Input.Standard(in, Path.of(""));
  }

  private static InputStream lines(int count) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, count).forEach(i -> text.append(i).append('\n'));
    return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
  }

  private Console console(OutputStream out) {
    return new Console(
        InputStream.nullInputStream(),
        Output.to(out),
        Output.to(told),
        Path.of(""),
        false,
        false,
        Clock.systemUTC());
  }

  /** Runs a batch and returns whether all came out as expected. */
  private boolean run(
      int threads, InputStream in, OutputStream out, Function<Line, Answer> answering) {
    Console console = console(out);
    Batch batch = new Batch(threads, new Inputs(console), new Faults(console), console);
    batch.run(standard(in), answering);
    console.out().flush();
    return batch.allAsExpected();
  }

  private List<String> answers() {
    return written.toString(UTF_8).lines().toList();
  }

  private static void spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void answers_come_in_the_order_of_the_lines_however_long_each_takes(int threads) {
    run(
        threads,
        lines(3_000),
        written,
        line -> {
          // Every hundredth takes a thousand times as long as its neighbours.
          spin(line.number() % 100 == 1 ? 2_000_000 : 2_000 * (line.number() % 7));
          return echo(line);
        });

    assertThat(answers())
        .containsExactlyElementsOf(IntStream.range(0, 3_000).mapToObj(String::valueOf).toList());
  }

  @Test
  void an_answer_waits_only_for_those_before_it() throws Exception {
    CountDownLatch others = new CountDownLatch(20);
    run(
        2,
        lines(21),
        written,
        line -> {
          // The first is answered when all others are: they are decided meanwhile.
          if (line.number() == 1) {
            await(others);
          } else {
            others.countDown();
          }
          return echo(line);
        });

    assertThat(answers()).hasSize(21).startsWith("0", "1", "2");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void a_long_batch_takes_no_more_memory_than_a_short_one(int threads) {
    Generated generated = new Generated(200_000);

    run(threads, generated, generated.answers(), WindowTest::echo);

    assertThat(generated.answered.get()).isEqualTo(200_000);
    // What is buffered on both sides, and the window between them.
    assertThat(generated.mostInFlight.get()).isLessThan(16_000);
  }

  @Test
  void lines_in_flight_are_bounded_in_bytes_too() {
    Generated generated = new Generated(60, 1 << 21);

    run(16, generated, generated.answers(), line -> new Answer.Given("{}", true));

    assertThat(generated.answered.get()).isEqualTo(60);
    assertThat(generated.mostInFlight.get()).isLessThan(40);
  }

  /** Lines made as they are read, which counts how far reading is ahead of the answers. */
  private static final class Generated extends InputStream {
    private final int count;
    private final byte[] line;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong mostInFlight = new AtomicLong();
    private long read;
    private int at;

    Generated(int count) {
      this(count, 20);
    }

    Generated(int count, int length) {
      this.count = count;
      this.line = ("x".repeat(length - 1) + "\n").getBytes(UTF_8);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (read == count) {
        return -1;
      }
      int some = Math.min(length, line.length - at);
      System.arraycopy(line, at, bytes, from, some);
      at += some;
      if (at == line.length) {
        at = 0;
        read++;
        mostInFlight.accumulateAndGet(read - answered.get(), Math::max);
      }
      return some;
    }

    OutputStream answers() {
      return new OutputStream() {
        @Override
        public void write(int b) {
          if (b == '\n') {
            answered.incrementAndGet();
          }
        }
      };
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whoever_writes_a_line_and_waits_gets_its_answer(int threads) throws IOException {
    try (PipedOutputStream questions = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(questions);
        PipedInputStream answers = new PipedInputStream()) {
      PipedOutputStream out = new PipedOutputStream(answers);
      Thread thread = new Thread(() -> run(threads, in, out, WindowTest::echo));
      thread.setDaemon(true);
      thread.start();

      for (int i = 0; i < 20; i++) {
        // Half a line behind it changes nothing.
        questions.write((i + "\n" + "half").getBytes(UTF_8));
        questions.flush();
        assertThat(nextLine(answers)).isEqualTo(i == 0 ? "0" : "half" + i);
      }
    }
  }

  private static String nextLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_mistake_of_ours_costs_its_line_and_no_other(int threads) {
    run(
        threads,
        lines(3),
        written,
        line -> {
          if (line.number() == 2) {
            throw new IllegalStateException("made for this test");
          }
          return echo(line);
        });

    assertThat(answers())
        .containsExactly(
            "0",
            "{\"name\":\"<stdin>\",\"error\":{\"code\":\"internal-fault\",\"file\":\"<stdin>\","
                + "\"line\":2}}",
            "2");
    assertThat(told.toString(UTF_8))
        .startsWith("postern: internal fault: <stdin>:2: java.lang.IllegalStateException: made");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_batch_ends_when_nobody_listens_though_its_input_does_not(int threads) throws IOException {
    try (PipedOutputStream questions = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(questions)) {
      questions.write("one\n".getBytes(UTF_8));
      questions.flush();

      run(threads, in, broken(), WindowTest::echo);

      assertThat(told.toString(UTF_8)).isEmpty();
    }
  }

  private static OutputStream broken() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_stream_that_breaks_off_is_told_behind_the_answers(int threads) {
    InputStream breaking =
        new SequenceInputStream(
            lines(2),
            failing(
                () -> {
                  throw new IOException("the cable is out");
                }));

    run(threads, breaking, written, WindowTest::echo);

    assertThat(answers()).containsExactly("0", "1");
    assertThat(told.toString(UTF_8)).isEqualTo("postern: <stdin>: the cable is out\n");
  }

  private interface Failure {
    int read() throws IOException;
  }

  private static InputStream failing(Failure failure) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return failure.read();
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return failure.read();
      }
    };
  }

  @Test
  void an_interrupted_batch_ends_and_says_so() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread batch =
        new Thread(
            () ->
                run(
                    2,
                    lines(10),
                    written,
                    line -> {
                      begun.countDown();
                      await(never);
                      return echo(line);
                    }));
    batch.start();
    begun.await();

    batch.interrupt();
    batch.join();

    assertThat(told.toString(UTF_8)).isEqualTo("postern: <stdin>: interrupted\n");
  }

  @Test
  void a_window_that_is_closed_reads_no_further() throws Exception {
    Generated endless = new Generated(Integer.MAX_VALUE);
    try (Window window =
        new Window(new Lines("endless", endless, () -> true), WindowTest::echo, 2)) {
      assertThat(window.next(() -> true)).get().extracting(Answer::json).isNotNull();
    }
  }

  @Test
  void a_stream_that_fails_by_a_mistake_of_ours_ends_the_run() {
    InputStream failing =
        failing(
            () -> {
              throw new IllegalStateException("made for this test");
            });

    assertThatThrownBy(() -> run(2, failing, written, WindowTest::echo))
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void lines_end_at_line_feeds_wherever_reads_end() throws IOException {
    String text = "a\n\n \t\r\nbb\r\n" + "c".repeat(100_000) + "\nd";
    Lines lines = new Lines("f", new ByteArrayInputStream(text.getBytes(UTF_8)), () -> true);

    assertThat(lines.next()).map(Line::number).contains(1);
    assertThat(lines.next()).map(Line::number).contains(4);
    assertThat(lines.next()).map(Line::size).contains(100_000);
    assertThat(lines.next()).map(line -> line.decode().source().text()).contains("d");
    assertThat(lines.next()).isEqualTo(Optional.empty());
  }
}
