package dev.postern.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The lines between being read and being answered, decided by several threads at once. */
final class Window implements AutoCloseable {
  /*
   * One thread reads, some decide, and the calling one prints. What keeps the answers in order is
   * that the reader queues the future of each answer as it reads the line, and the printer takes
   * the futures in that order, done or not. The queue is bounded, so a reader ahead of the printer
   * waits: a batch of any length takes the same memory. Lines may be long, so their bytes are
   * counted, too.
   *
   * The calling thread prints rather than reads, because a reader may hang in a read that nobody
   * can interrupt: when nobody listens any more, the printer sees it and leaves, and a reader that
   * still waits for input, being a daemon, keeps nothing alive.
   */

  /** How many lines wait for each thread that decides: enough that a slow one holds up no other. */
  private static final int LINES_PER_THREAD = 32;

  /** How many bytes of lines there are at most. */
  private static final int BYTES = 4 * Lines.LONGEST;

  private static final ThreadFactory DAEMONS =
      work -> {
        Thread thread = new Thread(work, "postern-batch");
        thread.setDaemon(true);
        return thread;
      };

  private final BlockingQueue<Slot> slots;
  private final Semaphore room = new Semaphore(BYTES);
  private final ExecutorService deciders;
  private final Thread reader;

  /** A place in the window. */
  private sealed interface Slot {
    /** A line with its answer to come. */
    record Taken(Future<Answer> answer, int bytes) implements Slot {}

    /** No line comes any more. */
    record End() implements Slot {}

    /** No line comes any more, since the stream cannot be read. */
    record Broken(IOException why) implements Slot {}
  }

  /** Begins to read and to decide. */
  Window(Lines lines, Function<Line, Answer> answering, int threads) {
    slots = new ArrayBlockingQueue<>(threads * LINES_PER_THREAD);
    deciders = Executors.newFixedThreadPool(threads, DAEMONS);
    reader = DAEMONS.newThread(() -> read(lines, answering));
    reader.start();
  }

  private void read(Lines lines, Function<Line, Answer> answering) {
    try {
      slots.put(readAll(lines, answering));
    } catch (InterruptedException e) {
      // Nobody takes answers any more.
      Thread.currentThread().interrupt();
    }
  }

  private Slot readAll(Lines lines, Function<Line, Answer> answering) throws InterruptedException {
    try {
      for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        Line line = next.get();
        room.acquire(line.size());
        slots.put(new Slot.Taken(deciders.submit(() -> answering.apply(line)), line.size()));
      }
      return new Slot.End();
    } catch (IOException e) {
      return new Slot.Broken(e);
    } catch (RuntimeException | OutOfMemoryError e) {
      return new Slot.Taken(CompletableFuture.failedFuture(e), 0);
    }
  }

  /**
   * The answer to the next line, in the order of the lines; empty at the end.
   *
   * @param worthWaiting asked if it is not known yet; if not, this is the end, too
   * @throws IOException if the stream cannot be read
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  Optional<Answer> next(BooleanSupplier worthWaiting) throws IOException, InterruptedException {
    Slot slot = slots.poll();
    if (slot == null) {
      if (!worthWaiting.getAsBoolean()) {
        return Optional.empty();
      }
      slot = slots.take();
    }
    if (slot instanceof Slot.Broken broken) {
      throw broken.why;
    }
    if (!(slot instanceof Slot.Taken taken)) {
      return Optional.empty();
    }
    if (!taken.answer.isDone() && !worthWaiting.getAsBoolean()) {
      return Optional.empty();
    }
    Answer answer = answer(taken.answer);
    room.release(taken.bytes);
    return Optional.of(answer);
  }

  private static Answer answer(Future<Answer> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no answer to a line", e.getCause());
    }
  }

  /** Stops reading and deciding. */
  @Override
  public void close() {
    reader.interrupt();
    deciders.shutdownNow();
  }
}
