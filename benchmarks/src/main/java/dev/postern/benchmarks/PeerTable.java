package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Time and allocation of a decision, an engine a line, a workload a column. */
final class PeerTable {
  private static final ImmutableList<String> WORKLOADS =
      ImmutableList.of(
          "w1", "w1c", "w2", "w3-10", "w3-100", "w3-1000", "w3-10000", "w4", "w4q", "w6");

  private final Figures figures;

  PeerTable(Figures figures) {
    this.figures = figures;
  }

  void print(PrintStream out) {
    out.println(line(Stream.concat(Stream.of(""), WORKLOADS.stream())) + " bytes, w2 |");
    out.println(
        line(Stream.concat(Stream.of("---"), WORKLOADS.stream().map(w -> "---:"))) + " ---: |");
    out.println(engine("Postern", "DecisionBenchmark.isAllowed"));
    out.println(engine("the limit of w1", "LimitBenchmark.isAllowed"));
    out.println(engine("every statement in turn", "ObviousBenchmark.decide"));
    out.println(engine("jCasbin, no conditions", "CasbinBenchmark.isAllowed"));
    out.println(engine("Cedar", "CedarBenchmark.isAllowed"));
  }

  private String engine(String name, String benchmark) {
    Stream<String> times =
        WORKLOADS.stream()
            .map(
                workload ->
                    figures
                        .get(benchmark + ":" + workload)
                        .or(() -> workload.equals("w1") ? figures.get(benchmark) : figures.get(""))
                        .map(figure -> Goal.time(figure.nanos()))
                        .orElse("–"));
    String bytes =
        figures.get(benchmark + ":w2").map(figure -> Goal.bytes(figure.bytes())).orElse("–");
    return line(Stream.concat(Stream.of(name), times)) + " " + bytes + " |";
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }
}
