package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Decision;
import dev.postern.eval.StatementOutcome;
import dev.postern.eval.Verdict;
import dev.postern.eval.reference.Circumstances.Organization;
import dev.postern.model.PolicyDocument;
import dev.postern.model.Statement;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Cases and their variants, decided by the evaluator at one instant. */
final class Deciding {
  static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  static final Authorizer AUTHORIZER =
      Authorizer.standard().withClock(Clock.fixed(NOW, ZoneOffset.UTC));

  private Deciding() {}

  static Decision decide(Case one) {
    CompiledCase compiled = CompiledCase.of(one);
    return AUTHORIZER.decide(compiled.request(), compiled.policies());
  }

  static Verdict verdict(Case one) {
    return decide(one).verdict();
  }

  /**
   * The decision in the words of the interpreter. The short question has to have the same answer.
   */
  static Answer answer(Case one) {
    CompiledCase compiled = CompiledCase.of(one);
    Decision decision = AUTHORIZER.decide(compiled.request(), compiled.policies());
    if (AUTHORIZER.isAllowed(compiled.request(), compiled.policies()) != decision.isAllowed()) {
      throw new AssertionError("the short question has another answer: " + one);
    }
    if (one.circumstances().bucket().accessPoint().isEmpty()) {
      return new Answer(decision.verdict(), ImmutableList.of(side(decision, Place.RESOURCE)));
    }
    return new Answer(
        decision.verdict(),
        ImmutableList.of(
            side(decision.parts().get(0), Place.ACCESS_POINT),
            side(decision.parts().get(1), Place.RESOURCE)));
  }

  private static Answer.Side side(Decision decision, Place side) {
    return new Answer.Side(
        decision.verdict(),
        Maps.toMap(ImmutableList.copyOf(Place.values()), place -> matched(decision, place, side)));
  }

  /* To a decision the policy of an access point is that of the resource. */
  private static ImmutableList<Boolean> matched(Decision decision, Place place, Place side) {
    boolean ofTheOtherSide =
        place != side && (place == Place.RESOURCE || place == Place.ACCESS_POINT);
    String layer = place == Place.ACCESS_POINT ? Place.RESOURCE.text() : place.text();
    return decision.layers().stream()
        .filter(outcome -> !ofTheOtherSide && outcome.layer().text().equals(layer))
        .flatMap(outcome -> outcome.statements().stream())
        .map(StatementOutcome::matched)
        .collect(ImmutableList.toImmutableList());
  }

  /** The document with other statements. */
  static PolicyDocument with(PolicyDocument document, ImmutableList<Located<Statement>> others) {
    return new PolicyDocument(
        document.type(),
        document.version(),
        document.id(),
        new Located<>(others, document.statements().span()));
  }

  /** The case with one more Deny in the first policy of a place. */
  static Case withDeny(Case one, Place place, long seed) {
    Attached first = one.at(place).get(0);
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": ["
            + new GeneratedStatement(
                    new Dice(seed), one.asker(), one.action(), one.resource(), 60, 40, 100)
                .write(place, first.document().type())
            + "]}";
    PolicyDocument more =
        PolicyReader.lenient()
            .examine(SourceText.of("deny", text), first.document().type())
            .document()
            .orElse(first.document());
    PolicyDocument longer =
        with(
            first.document(),
            ImmutableList.copyOf(
                Iterables.concat(first.document().statementList(), more.statementList())));
    return one.each(attached -> attached.equals(first) ? first.with(longer) : attached);
  }

  /** The case in an organization with one level less. */
  static Case withoutLastServiceControlLevel(Case one) {
    Organization all = one.circumstances().organization();
    int last = all.serviceControlLevels() - 1;
    return one.with(
            one.only(
                attached -> attached.place() != Place.SERVICE_CONTROL || attached.level() != last))
        .with(
            one.circumstances()
                .with(
                    new Organization(last, all.resourceControlLevels(), all.managementAccount())));
  }
}
