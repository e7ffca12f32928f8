package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.AccountLinter;
import dev.postern.lint.LintResult;
import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.Linter;
import dev.postern.lint.Subject;
import dev.postern.lint.account.AccountDetails;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Lints inputs, several at a time, and hands over what came of them in their order. */
final class Linting {
  /** Fewer are linted before a second thread has started. */
  private static final int FEW = 4;

  private final Console console;
  private final Inputs inputs;
  private final Faults faults;
  private final LintOptions options;

  Linting(Console console, Inputs inputs, Faults faults, LintOptions options) {
    this.console = console;
    this.inputs = inputs;
    this.faults = faults;
    this.options = options;
  }

  /**
   * An input that was linted.
   *
   * @param input the input
   * @param project what it belongs to
   * @param identity its path there, or else its name
   * @param results what was found: one result of a policy, several of an account
   */
  record Linted(Input input, Project project, String identity, ImmutableList<LintResult> results) {
    Linter linter() {
      return project.linter(identity);
    }

    private Linted with(LintResult result) {
      return new Linted(input, project, identity, ImmutableList.of(result));
    }
  }

  /**
   * Lints inputs. One that cannot be read, or that a mistake of ours is met in, is told and left
   * out.
   */
  void lint(ImmutableList<Input> all, Projects projects, Consumer<Linted> next) {
    Progress progress = new Progress(console, all.size(), "policies");
    List<Task> tasks = new ArrayList<>();
    for (Input input : all) {
      Optional<Project> project = projects.of(input);
      if (project.isPresent()) {
        tasks.add(new Task(input, new FutureTask<>(() -> lint(input, project.get(), progress))));
      }
    }
    run(tasks);
    for (Task task : tasks) {
      await(task).ifPresent(linted -> faults.guard(task.input.name(), () -> next.accept(linted)));
    }
    progress.end();
  }

  /**
   * An input to lint, and what will come of it.
   *
   * @param input the input
   * @param linting what will come of it
   */
  private record Task(Input input, FutureTask<Linted> linting) {}

  private static void run(List<Task> tasks) {
    int cores = Runtime.getRuntime().availableProcessors();
    if (tasks.size() < FEW || cores == 1) {
      tasks.forEach(task -> task.linting.run());
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(cores, tasks.size()));
    tasks.forEach(task -> threads.execute(task.linting));
    threads.shutdown();
  }

  private Linted lint(Input input, Project project, Progress progress) throws IOException {
    SourceFile file = read(input);
    String identity = project.identity(input);
    Linter linter = project.linter(identity);
    Optional<PolicyType> type = type(project, identity);
    ImmutableList<LintResult> results;
    if (file.problem().isEmpty() && AccountDetails.isIn(file.source())) {
      results = AccountLinter.of(linter).lint(AccountDetails.read(file.source()));
    } else if (type.isPresent()) {
      results = ImmutableList.of(linter.lint(file, type.get(), identity));
    } else {
      results = ImmutableList.of(linter.lint(file, identity));
    }
    progress.step();
    return new Linted(input, project, identity, results);
  }

  private Optional<PolicyType> type(Project project, String identity) {
    return options.types().isEmpty()
        ? project.configuration().policyType(identity)
        : Optional.of(options.types().get(0));
  }

  /* What IAM tells of an account may be a hundred times as long as a policy. */
  private static SourceFile read(Input input) throws IOException {
    try (InputStream in = new BufferedInputStream(input.open())) {
      return SourceFile.read(input.name(), in, AccountDetails.limitsFor(in));
    }
  }

  /** The same, of policies that one principal has together. */
  void lintTogether(ImmutableList<Input> all, Projects projects, Consumer<Linted> next) {
    List<PolicyReading> readings = new ArrayList<>();
    List<Subject.Policy> subjects = new ArrayList<>();
    List<Linted> linted = new ArrayList<>();
    for (Input input : all) {
      Optional<Project> project = projects.of(input);
      Optional<SourceFile> file = inputs.read(input, ReadLimits.POLICY);
      if (project.isPresent() && file.isPresent()) {
        String identity = project.get().identity(input);
        PolicyType type = type(project.get(), identity).orElse(PolicyType.IDENTITY);
        if (file.get().problem().isEmpty()) {
          readings.add(PolicyReader.strict().examine(file.get().source(), type));
          subjects.add(new Subject.Policy(identity, "", type, TypeSource.STATED));
          linted.add(new Linted(input, project.get(), identity, ImmutableList.of()));
        } else {
          LintResult unreadable = project.get().linter(identity).lint(file.get(), type, identity);
          next.accept(new Linted(input, project.get(), identity, ImmutableList.of(unreadable)));
        }
      }
    }
    if (!linted.isEmpty()) {
      ImmutableList<LintResult> results = linted.get(0).linter().lintTogether(readings, subjects);
      for (int i = 0; i < linted.size(); i++) {
        next.accept(linted.get(i).with(results.get(i)));
      }
    }
  }

  private Optional<Linted> await(Task task) {
    Input input = task.input;
    try {
      return Optional.of(task.linting.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        inputs.report(input, unreadable);
      } else {
        faults.report(input.name() + ": " + Faults.describe(cause(e)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      faults.report(input.name() + ": interrupted");
    }
    return Optional.empty();
  }

  private static Throwable cause(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }
}
