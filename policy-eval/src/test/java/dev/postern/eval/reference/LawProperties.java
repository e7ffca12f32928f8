package dev.postern.eval.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.postern.eval.Decision;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.Verdict;
import dev.postern.model.NormalForm;
import dev.postern.model.PolicyDocument;
import dev.postern.model.Statement;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.source.Located;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold whatever the policies say, whoever asks. */
final class LawProperties {
  private static final int TRIES = 3_000;

  // Denying

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void adding_a_deny_never_grants(@ForAll long seed) {
    Case one = Cases.any(seed);
    // A key without a policy is a key of which too little is known: no access, whatever is granted.
    for (Place place : Place.values()) {
      if (one.has(place)) {
        neverGrants(one, Deciding.withDeny(one, place, seed), seed);
      }
    }
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void a_permissions_boundary_never_grants(@ForAll long seed) {
    Case with = Cases.any(seed);
    neverGrants(without(with, Place.PERMISSIONS_BOUNDARY), with, seed);
  }

  /* AWS: it is other with a federated user, to whom session policies give the issuer's rights. */
  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void session_policies_never_grant(@ForAll long seed) {
    Case with = Cases.any(seed);
    if (with.asker().kind() != Asker.Kind.FEDERATED_USER) {
      neverGrants(without(with, Place.SESSION), with, seed);
    }
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void a_level_of_service_control_never_grants(@ForAll long seed) {
    Case with = Cases.any(seed);
    int levels = with.circumstances().organization().serviceControlLevels();
    if (levels > 0) {
      neverGrants(Deciding.withoutLastServiceControlLevel(with), with, seed);
    }
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void resource_control_never_grants(@ForAll long seed) {
    Case with = Cases.any(seed);
    neverGrants(without(with, Place.RESOURCE_CONTROL), with, seed);
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void an_endpoint_policy_never_grants(@ForAll long seed) {
    Case with = Cases.any(seed);
    neverGrants(without(with, Place.VPC_ENDPOINT), with, seed);
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void raising_block_public_access_never_grants(@ForAll long seed) {
    Case one = seed % 2 == 0 ? Cases.buckets(seed) : Cases.accessPoints(seed);
    Circumstances circumstances = one.circumstances();
    for (String block :
        List.of(
            "blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets")) {
      ImmutableSet<String> more =
          ImmutableSet.<String>builder().addAll(circumstances.bucket().blocks()).add(block).build();
      neverGrants(one, one.with(circumstances.with(circumstances.bucket().withBlocks(more))), seed);
    }
  }

  private static Case without(Case one, Place place) {
    return one.with(one.only(attached -> attached.place() != place));
  }

  private static void neverGrants(Case less, Case more, long seed) {
    if (Deciding.verdict(less) != Verdict.ALLOWED) {
      assertThat(Deciding.verdict(more))
          .as(() -> "seed " + seed + ": " + more)
          .isNotEqualTo(Verdict.ALLOWED);
    }
  }

  // Saying the same in other words

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void the_order_of_statements_and_policies_is_irrelevant(@ForAll long seed) {
    Case one = Cases.any(seed);
    Case reversed =
        one.with(ImmutableList.copyOf(Lists.reverse(one.policies())))
            .each(attached -> attached.with(reversed(attached.document())));
    sameVerdict(one, reversed, seed);
    assertThat(Deciding.decide(reversed).unspecified())
        .as(() -> "seed " + seed + ": " + one)
        .isEqualTo(Deciding.decide(one).unspecified());
  }

  private static PolicyDocument reversed(PolicyDocument document) {
    return Deciding.with(document, ImmutableList.copyOf(Lists.reverse(document.statementList())));
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void duplicates_change_nothing(@ForAll long seed) {
    Case one = Cases.any(seed);
    ImmutableList<Attached> listed =
        one.only(
            attached ->
                attached.place() == Place.IDENTITY
                    || attached.place() == Place.SESSION
                    || attached.place() == Place.SERVICE_CONTROL
                    || attached.place() == Place.RESOURCE_CONTROL);
    Case twice =
        one.with(ImmutableList.<Attached>builder().addAll(one.policies()).addAll(listed).build());
    sameVerdict(one, twice, seed);
    sameVerdict(one, one.each(attached -> attached.with(twice(attached.document()))), seed);
  }

  private static PolicyDocument twice(PolicyDocument document) {
    return Deciding.with(
        document,
        ImmutableList.<Located<Statement>>builder()
            .addAll(document.statementList())
            .addAll(document.statementList())
            .build());
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void writing_and_reading_changes_nothing(@ForAll long seed) {
    Case one = Cases.any(seed);
    for (PolicyWriter writer : List.of(PolicyWriter.faithful(), PolicyWriter.canonical())) {
      sameVerdict(
          one,
          rewritten(
              one,
              document -> PolicyReader.lenient().read(writer.write(document), document.type())),
          seed);
    }
  }

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void the_normal_form_means_the_same(@ForAll long seed) {
    Case one = Cases.any(seed);
    sameVerdict(one, rewritten(one, NormalForm::of), seed);
  }

  private static Case rewritten(Case one, UnaryOperator<PolicyDocument> change) {
    return one.each(attached -> attached.with(change.apply(attached.document())));
  }

  private static void sameVerdict(Case one, Case other, long seed) {
    assertThat(Deciding.verdict(other))
        .as(() -> "seed " + seed + ": " + one)
        .isEqualTo(Deciding.verdict(one));
  }

  // What is open

  @Property(
      tries = TRIES,
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      seed = Dice.SEED)
  void a_verdict_that_rests_on_nothing_open_names_nothing(@ForAll long seed) {
    Case one = Cases.statements(seed);
    Decision decision = Deciding.decide(one);
    boolean anyOpen =
        decision.layers().stream()
            .flatMap(layer -> layer.statements().stream())
            .map(StatementOutcome::truth)
            .anyMatch(truth -> !truth.isCertain());
    // The procedure has points of its own, of federated users and of what S3 adds.
    if (!anyOpen && one.asker().kind() == Asker.Kind.USER) {
      assertThat(decision.unspecified()).as(() -> "seed " + seed + ": " + one).isEmpty();
    }
  }
}
