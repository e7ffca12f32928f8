package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** A fix that is made without asking changes no decision. */
@StatisticsReport(StatisticsReportMode.OFF)
final class FixProperties {
  private static final String SEED = "20261121";
  private static final int TRIES = 12;
  private static final int POLICIES = 10;
  private static final int REQUESTS = 40;
  private static final ImmutableList<String> OFTEN =
      ImmutableList.of(
          "action-case",
          "action-redundant",
          "condition-ifexists-needless",
          "condition-redundant-value",
          "redundant-covered",
          "redundant-statement",
          "resource-redundant");
  private static final Linter LINTER = Linter.strict();

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = SEED)
  void of_an_identity_policy(@ForAll long seed) {
    everyFixKeepsEveryDecision(seed, PolicyType.IDENTITY);
    enoughWasTried();
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = SEED)
  void of_a_resource_policy(@ForAll long seed) {
    everyFixKeepsEveryDecision(seed, PolicyType.RESOURCE);
    enoughWasTried();
  }

  @Property(
      tries = TRIES / 3,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = SEED)
  void of_a_ceiling(@ForAll long seed) {
    everyFixKeepsEveryDecision(seed, PolicyType.SERVICE_CONTROL);
    everyFixKeepsEveryDecision(seed, PolicyType.PERMISSIONS_BOUNDARY);
    enoughWasTried();
  }

  private static void everyFixKeepsEveryDecision(long seed, PolicyType type) {
    new SplittableRandom(seed)
        .longs(POLICIES)
        .forEach(each -> fixKeepsEveryDecision(FixablePolicy.of(each, type), type, each));
  }

  private static void fixKeepsEveryDecision(String text, PolicyType type, long seed) {
    FixedPolicy fixed = LINTER.fix(LINTER.lint(SourceText.of("p.json", text), type));
    Statistics.label("fixed").collect(!fixed.fixed().isEmpty());
    fixed.fixed().forEach(finding -> Statistics.label("rule").collect(finding.rule().id()));
    if (!fixed.fixed().isEmpty()) {
      assertSameDecisions(text, fixed.text(), type, seed)
          .forEach(verdict -> Statistics.label("verdict").collect(verdict));
    }
  }

  static ImmutableList<String> assertSameDecisions(
      String before, String after, PolicyType type, long seed) {
    PolicyDocument old = Decided.read(before, type);
    ImmutableList<AuthorizationRequest> requests = Requests.about(old, REQUESTS, seed);
    ImmutableList<String> verdicts = Decided.of(old, requests);
    PolicyDocument mended = Decided.read(after, type);
    ImmutableList<String> others = Decided.of(mended, requests);
    for (int i = 0; i < verdicts.size(); i++) {
      AuthorizationRequest request = requests.get(i / 2);
      assertThat(others.get(i))
          .as(
              () ->
                  "seed %d%n%s%nbecame%n%s%n%s%nbecame%n%s"
                      .formatted(
                          seed,
                          before,
                          after,
                          Decided.explained(old, request),
                          Decided.explained(mended, request)))
          .isEqualTo(verdicts.get(i));
    }
    return verdicts;
  }

  private static void enoughWasTried() {
    Statistics.label("fixed").coverage(all -> all.check(true).percentage(share -> share > 60));
    Statistics.label("rule")
        .coverage(all -> OFTEN.forEach(rule -> all.check(rule).count(count -> count > 0)));
  }
}
