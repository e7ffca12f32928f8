package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.rule.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many findings there are of each severity.
 *
 * @param counts every severity, the worst first
 * @param suppressed findings that count for nothing
 */
record Tally(ImmutableMap<Severity, Integer> counts, int suppressed) {

  static Tally of(List<LintResult> results) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0);
    }
    int suppressed = 0;
    for (LintResult result : results) {
      for (Finding finding : result.findings()) {
        counts.merge(finding.severity(), 1, Integer::sum);
      }
      suppressed += result.suppressed().size();
    }
    return new Tally(ImmutableMap.copyOf(counts), suppressed);
  }

  int of(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  /** How many are worse. */
  int before(Severity severity) {
    return present().stream()
        .filter(other -> other.compareTo(severity) < 0)
        .mapToInt(this::of)
        .sum();
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The severities that occur, the worst first. */
  ImmutableList<Severity> present() {
    return counts.keySet().stream()
        .filter(severity -> of(severity) > 0)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@code 3 errors, 1 warning}. */
  String words() {
    List<String> words = new ArrayList<>();
    for (Severity severity : present()) {
      words.add(counted(of(severity), words(severity)));
    }
    return words.isEmpty() ? "no findings" : String.join(", ", words);
  }

  static String words(Severity severity) {
    return severity.word().replace('-', ' ');
  }

  static String counted(int count, String noun) {
    return count == 1
        ? "1 " + noun
        : count
            + " "
            + (noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ie" : noun)
            + "s";
  }
}
