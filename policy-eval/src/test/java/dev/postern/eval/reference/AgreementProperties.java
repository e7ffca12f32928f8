package dev.postern.eval.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Two evaluators, one truth: the compiled one agrees with the interpreter of the documents, theme
 * by theme, on the verdict and on every statement. A try is many cases; a failure shows its case
 * whole, with the seed that makes it again.
 */
@StatisticsReport(StatisticsReportMode.OFF)
final class AgreementProperties {
  private static final int TRIES = 400;
  private static final int CASES = 100;

  /** Elements, operators, variables, hostile texts. */
  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void on_statements(@ForAll long seed) {
    agree(seed, Cases::statements);
  }

  /** All types of policy, all kinds of requester, one account or two. */
  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void on_layers(@ForAll long seed) {
    agree(seed, Cases::layers);
  }

  /** KMS: key policies and grants. */
  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void on_keys(@ForAll long seed) {
    agree(seed, Cases::keys);
  }

  /** STS: trust policies, and calls that no policy governs. */
  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void on_roles(@ForAll long seed) {
    agree(seed, Cases::roles);
  }

  /** S3: access control lists, ownership, Block Public Access. */
  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void on_buckets(@ForAll long seed) {
    agree(seed, Cases::buckets);
  }

  /** S3: requests through an access point. */
  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void on_access_points(@ForAll long seed) {
    agree(seed, Cases::accessPoints);
  }

  /** What both said of one case. */
  private record Told(long seed, Case one, Answer compiled, Answer reference) {}

  private static void agree(long seed, LongFunction<Case> theme) {
    List<Told> all =
        Arrays.stream(new SplittableRandom(seed).longs(CASES).toArray())
            .parallel()
            .mapToObj(each -> tell(each, theme.apply(each)))
            .toList();
    for (Told told : all) {
      assertThat(told.compiled())
          .as(() -> "seed " + told.seed() + ": " + told.one())
          .isEqualTo(told.reference());
      Statistics.collect(told.reference().verdict());
    }
    Statistics.coverage(
        coverage -> {
          for (Verdict each :
              List.of(Verdict.ALLOWED, Verdict.EXPLICIT_DENY, Verdict.IMPLICIT_DENY)) {
            coverage.check(each).percentage(share -> share > 9);
          }
        });
  }

  private static Told tell(long seed, Case one) {
    return new Told(
        seed, one, Deciding.answer(one), new ReferenceInterpreter(one, Deciding.NOW).decide());
  }
}
