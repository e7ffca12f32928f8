package dev.postern.examples.gateway;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import dev.postern.examples.gateway.Load.Throughput;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Measures what the policies cost: the same store under the same load, with the filter and without,
 * by turns in one process. Clients and gateway share the machine. Prints a table of medians.
 */
final class GatewayLoad {
  private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999};

  private final PrintStream out;
  private final int connections;
  private final int rounds;
  private final double seconds;

  GatewayLoad(PrintStream out, int connections, int rounds, double seconds) {
    this.out = out;
    this.connections = connections;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  /** Takes the number of connections, of rounds, and the seconds of each measurement. */
  public static void main(String[] args) throws Exception {
    new GatewayLoad(
            System.out,
            args.length > 0 ? Integer.parseInt(args[0]) : 16,
            args.length > 1 ? Integer.parseInt(args[1]) : 7,
            args.length > 2 ? Double.parseDouble(args[2]) : 5)
        .run();
  }

  /** What one of the two gateways did in each round. */
  private record Results(Load load, List<Throughput> throughput, List<long[]> latencies) {
    static Results of(Load load) {
      return new Results(load, new ArrayList<>(), new ArrayList<>());
    }

    List<Double> perSecond() {
      return throughput.stream().map(Throughput::perSecond).toList();
    }

    double cpuMicros() {
      return median(throughput.stream().map(Throughput::cpuMicros).toList());
    }

    /** The median over the rounds of a quantile of each, in microseconds. */
    double quantile(double quantile) {
      return median(
          latencies.stream()
              .map(sorted -> sorted[(int) (quantile * (sorted.length - 1))] / 1e3)
              .toList());
    }
  }

  void run() throws IOException, InterruptedException {
    LoadedStore store = new LoadedStore(1000);
    ImmutableList<ImmutableList<byte[]>> requests =
        IntStream.range(0, connections)
            .mapToObj(seed -> store.requests(seed, 1000))
            .collect(ImmutableList.toImmutableList());
    int threads = 2 * Runtime.getRuntime().availableProcessors();
    PolicyFilter filter =
        new PolicyFilter(
            store.callers(), store.policies(), new TrustedProxies(ImmutableSet.of("127.0.0.1")));
    ObjectStore objects = store.objects();
    TimedCheck timedCheck = new TimedCheck(filter);
    try (Gateway without = Gateway.start(0, threads, objects);
        Gateway with = Gateway.start(0, threads, objects, filter);
        Gateway timed = Gateway.start(0, threads, objects, timedCheck)) {
      conditions();
      Results bare = Results.of(new Load(without.port(), requests));
      Results checked = Results.of(new Load(with.port(), requests));
      double rate = warmUp(bare.load, checked.load);
      for (int i = 0; i < rounds; i++) {
        for (Results turn : i % 2 == 0 ? List.of(bare, checked) : List.of(checked, bare)) {
          turn.throughput.add(turn.load.throughput(seconds));
          turn.latencies.add(turn.load.latencies(rate, seconds));
        }
      }
      table(bare, checked, rate);
      new Load(timed.port(), requests).latencies(rate, seconds);
      out.printf(
          Locale.ROOT,
          "the check itself: p50 %.1f µs, p99 %.1f µs%n",
          timedCheck.quantile(0.5),
          timedCheck.quantile(0.99));
    }
  }

  /** Runs both until they are compiled; the timetable has half of what the slower one can do. */
  private double warmUp(Load bare, Load checked) throws InterruptedException {
    double rate = 0;
    for (int i = 0; i < 3; i++) {
      double slower =
          Math.min(bare.throughput(seconds).perSecond(), checked.throughput(seconds).perSecond());
      // Each connection has a turn, however slow.
      rate = Math.max(slower / 2, connections / seconds);
      bare.latencies(rate, seconds / 2);
      checked.latencies(rate, seconds / 2);
    }
    // Rounded to what one can read, where there is so much.
    return rate > 2000 ? Math.floor(rate / 1000) * 1000 : rate;
  }

  private void conditions() {
    out.printf(
        Locale.ROOT,
        "%d connections, 1000 buckets, %d rounds of %s s each way; Java %s, %d processors, load %.2f"
            + " before%n",
        connections,
        rounds,
        seconds,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private void table(Results bare, Results checked, double rate) {
    out.printf("%-26s %10s %10s %10s%n", "median of the rounds", "without", "with", "more");
    row("requests per second", median(bare.perSecond()), median(checked.perSecond()));
    out.printf(
        Locale.ROOT,
        "%-26s %10s %10s%n",
        "  lowest to highest",
        range(bare.perSecond()),
        range(checked.perSecond()));
    row("CPU for each, µs", bare.cpuMicros(), checked.cpuMicros());
    out.printf(Locale.ROOT, "at %,.0f requests per second:%n", rate);
    for (double quantile : QUANTILES) {
      String name = String.format(Locale.ROOT, "  p%s, µs", quantile * 100);
      row(name, bare.quantile(quantile), checked.quantile(quantile));
    }
  }

  private void row(String name, double without, double with) {
    out.printf(
        Locale.ROOT,
        "%-26s %,10.0f %,10.0f %+9.1f%%%n",
        name,
        without,
        with,
        (with / without - 1) * 100);
  }

  private static String range(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
    return String.format(Locale.ROOT, "%.0f-%.0f", sorted[0], sorted[sorted.length - 1]);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Checks as the filter does, and notes the time; apart, since measuring costs time, too. */
  private static final class TimedCheck extends Filter {
    private final PolicyFilter policies;
    private final AtomicLongArray nanos = new AtomicLongArray(1 << 20);
    private final AtomicInteger count = new AtomicInteger();

    TimedCheck(PolicyFilter policies) {
      this.policies = policies;
    }

    @Override
    public String description() {
      return "timed " + policies.description();
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
      long begin = System.nanoTime();
      try {
        policies.check(exchange);
      } catch (S3Error refusal) {
        throw new IOException(refusal);
      }
      long took = System.nanoTime() - begin;
      nanos.set(count.getAndIncrement() & (nanos.length() - 1), took);
      chain.doFilter(exchange);
    }

    /** In microseconds; of the last million. */
    double quantile(double quantile) {
      long[] sorted =
          IntStream.range(0, Math.min(count.get(), nanos.length()))
              .mapToLong(nanos::get)
              .sorted()
              .toArray();
      return sorted[(int) (quantile * (sorted.length - 1))] / 1e3;
    }
  }
}
