package dev.postern.examples.gateway;

import com.google.common.collect.ImmutableList;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Connections that ask a gateway for a while. How many requests it answers, and how soon, are two
 * questions, asked one after the other:
 *
 * <ul>
 *   <li>{@link #throughput}: each connection sends its next request as soon as it has its answer.
 *       The times of such a run would flatter, as nobody asks while the gateway stalls.
 *   <li>{@link #latencies}: requests leave by a timetable, whether answers came or not, and each is
 *       measured from when it was due. A stall counts for every request that was due meanwhile: no
 *       coordinated omission.
 * </ul>
 *
 * @param port the gateway's
 * @param requests what each connection sends, over and over
 */
record Load(int port, ImmutableList<ImmutableList<byte[]>> requests) {

  /**
   * How many requests are answered, as fast as they go.
   *
   * @param perSecond by the clock, so it suffers from whatever else the machine does
   * @param cpuMicros of this process, clients and gateway, for each request; suffers less
   */
  record Throughput(double perSecond, double cpuMicros) {}

  Throughput throughput(double seconds) throws InterruptedException {
    long duration = (long) (seconds * 1e9);
    long cpu = cpuNanos();
    long begin = System.nanoTime();
    double answered = 0;
    for (long[] count : onEach(connection -> asFastAsItGoes(connection, begin + duration))) {
      answered += count[0];
    }
    return new Throughput(
        answered * 1e9 / (System.nanoTime() - begin), (cpuNanos() - cpu) / 1e3 / answered);
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private long[] asFastAsItGoes(int connection, long end) throws IOException {
    ImmutableList<byte[]> own = requests.get(connection);
    try (KeepAliveClient client = new KeepAliveClient(port)) {
      int answered = 0;
      do {
        client.exchange(own.get(answered++ % own.size()));
      } while (System.nanoTime() < end);
      return new long[] {answered};
    }
  }

  /** How long each request took, in nanoseconds from when it was due, in ascending order. */
  long[] latencies(double perSecond, double seconds) throws InterruptedException {
    long step = (long) (1e9 * requests.size() / perSecond);
    int each = Math.max(1, (int) (seconds * 1e9 / step));
    long begin = System.nanoTime() + 50_000_000;
    long[] all =
        onEach(
                connection ->
                    byTimetable(
                        connection, begin + step * connection / requests.size(), step, each))
            .stream()
            .flatMapToLong(Arrays::stream)
            .toArray();
    Arrays.sort(all);
    return all;
  }

  private long[] byTimetable(int connection, long begin, long step, int count) throws IOException {
    ImmutableList<byte[]> own = requests.get(connection);
    long[] latencies = new long[count];
    try (KeepAliveClient client = new KeepAliveClient(port)) {
      for (int i = 0; i < count; i++) {
        long due = begin + i * step;
        for (long ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
          LockSupport.parkNanos(ahead);
        }
        client.exchange(own.get(i % own.size()));
        latencies[i] = System.nanoTime() - due;
      }
    }
    return latencies;
  }

  private interface Work {
    long[] on(int connection) throws IOException;
  }

  private List<long[]> onEach(Work work) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    try {
      List<Callable<long[]>> tasks = new ArrayList<>();
      for (int i = 0; i < requests.size(); i++) {
        int connection = i;
        tasks.add(() -> work.on(connection));
      }
      List<long[]> results = new ArrayList<>();
      for (Future<long[]> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a connection failed", e);
    } finally {
      threads.shutdown();
    }
  }
}
