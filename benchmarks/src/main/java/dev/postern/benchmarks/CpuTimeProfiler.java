package dev.postern.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time beside wall time: on a shared machine wall time measures the neighbours, too.
 * {@code cpu} counts the whole process, the collector and the compilers with it; {@code cpu.thread}
 * counts the threads that run the benchmark, native code with it. Use it with {@code -prof
 * dev.postern.benchmarks.CpuTimeProfiler}.
 */
public final class CpuTimeProfiler implements InternalProfiler {
  /** The result that counts the measuring threads, in nanoseconds an operation. */
  static final String THREAD = "cpu.thread";

  /* As JMH names the threads that run benchmarks. */
  private static final String WORKER = "-jmh-worker-";

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long start;
  private long threadStart;

  @Override
  public String getDescription() {
    return "processor time of the process, and of the measuring threads, for each operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = system.getProcessCpuTime();
    threadStart = workers();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = result.getMetadata().getAllOps();
    double thread = (workers() - threadStart) / operations;
    double process = (system.getProcessCpuTime() - start) / operations / 1_000;
    return List.of(
        new ScalarResult("cpu", process, "us/op", AggregationPolicy.AVG),
        new ScalarResult(THREAD, thread, "ns/op", AggregationPolicy.AVG));
  }

  private long workers() {
    long nanos = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains(WORKER)) {
        nanos += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return nanos;
  }
}
