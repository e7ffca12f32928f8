package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures, and prints two tables in Markdown: how Postern stands to its goals, and how it stands
 * beside others. JMH's talk goes to standard error.
 *
 * <p>{@code --quick} measures less; {@code --catalog} measures the catalog alone, {@code --lint}
 * the linter; {@code --corpus FOLDER} measures reading, too; {@code --workloads FOLDER} takes
 * workloads from files.
 */
public final class GoalTable {
  /* Whoever measures waits for the compiler: on a busy machine it would not be done after warm-up. */
  private static final String COMPILED_AT_ONCE = "-XX:-BackgroundCompilation";

  private static final int PROCESSES = 11;

  private final List<String> jvmArguments = new ArrayList<>(List.of(COMPILED_AT_ONCE));
  private boolean quick;
  private boolean catalogAlone;
  private boolean lintAlone;
  private boolean reading;

  private GoalTable() {}

  /** Runs it. */
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new GoalTable().configure(ImmutableList.copyOf(arguments)).run(out);
  }

  private GoalTable configure(ImmutableList<String> arguments) {
    String examples = System.getProperty("postern.examples", "");
    if (!examples.isEmpty()) {
      jvmArguments.add(property("postern.examples", examples));
    }
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--quick" -> quick = true;
        case "--catalog" -> catalogAlone = true;
        case "--lint" -> lintAlone = true;
        case "--corpus" -> {
          reading = true;
          String folder = arguments.get(++i);
          jvmArguments.add(property("postern.corpus", folder));
          // Policies for whole processes are read by this one.
          System.setProperty("postern.corpus", folder);
        }
        case "--workloads" -> jvmArguments.add(property("postern.workloads", arguments.get(++i)));
        default -> throw new IllegalArgumentException("unknown option " + arguments.get(i));
      }
    }
    return this;
  }

  private static String property(String name, String folder) {
    return "-D" + name + "=" + Path.of(folder).toAbsolutePath();
  }

  private void run(PrintStream out) throws RunnerException, IOException, InterruptedException {
    Plan plan = plan();
    OutputFormat talk = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    List<Figure> measured = new ArrayList<>();
    for (Plan.Part part : plan.parts()) {
      var options = plan.options(part).jvmArgs(jvmArguments.toArray(String[]::new)).build();
      new Runner(options, talk).run().stream().map(Figure::of).forEach(measured::add);
    }
    int missing = plan.parts().stream().mapToInt(Plan.Part::size).sum() - measured.size();
    if (!lintAlone) {
      measured.addAll(ColdStarts.measure(PROCESSES));
    }
    if (!catalogAlone) {
      measured.addAll(LintStarts.measure(PROCESSES, reading ? "managed" : "examples"));
    }
    Figures figures = new Figures(measured);
    print(out, new Goals(figures).judge());
    if (!isPart()) {
      out.println();
      new PeerTable(figures).print(out);
    }
    if (missing > 0) {
      out.println();
      out.println(missing + " benchmarks failed; why, standard error says.");
    }
  }

  private Plan plan() {
    if (catalogAlone) {
      return Plan.catalog();
    }
    if (lintAlone) {
      return Plan.lint(reading);
    }
    return quick ? Plan.quick(reading) : Plan.full(reading);
  }

  private boolean isPart() {
    return catalogAlone || lintAlone;
  }

  private void print(PrintStream out, ImmutableList<Goal> goals) {
    out.println("| | goal | figure | |");
    out.println("| --- | ---: | ---: | --- |");
    out.println(
        goals.stream()
            .filter(goal -> !isPart() || goal.standing() != Goal.Standing.NOT_MEASURED)
            .map(
                goal ->
                    String.format(
                        "| %s | %s | %s | %s |",
                        goal.what(), goal.aim(), goal.figure(), goal.standing().text()))
            .collect(Collectors.joining(System.lineSeparator())));
  }
}
