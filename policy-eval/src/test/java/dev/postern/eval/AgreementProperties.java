package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two evaluators, one truth: the compiled one agrees with the interpreter of the documents. */
final class AgreementProperties {
  private static final Authorizer AUTHORIZER = Authorizer.standard();

  @Provide
  Arbitrary<Case> cases() {
    return Cases.cases();
  }

  @Property(tries = 30_000)
  void compiled_and_reference_agree(@ForAll("cases") Case generated) {
    Decision decision = AUTHORIZER.decide(generated.request(), generated.policies());
    ReferenceInterpreter.Answer answer =
        new ReferenceInterpreter(generated.request())
            .decide(generated.identityDocuments(), generated.resourceDocument());
    assertThat(decision.verdict())
        .as(() -> generated + "\n" + decision.explain())
        .isEqualTo(answer.verdict());
    assertThat(matches(decision, Layer.IDENTITY))
        .as(() -> generated + "\n" + decision.explain())
        .isEqualTo(answer.identityMatches());
    assertThat(matches(decision, Layer.RESOURCE))
        .as(() -> generated + "\n" + decision.explain())
        .isEqualTo(answer.resourceMatches());
  }

  @Property(tries = 5_000)
  void the_short_question_has_the_same_answer(@ForAll("cases") Case generated) {
    assertThat(AUTHORIZER.isAllowed(generated.request(), generated.policies()))
        .isEqualTo(AUTHORIZER.decide(generated.request(), generated.policies()).isAllowed());
  }

  private static List<Boolean> matches(Decision decision, Layer layer) {
    return decision.layers().stream()
        .filter(outcome -> outcome.layer() == layer)
        .flatMap(outcome -> outcome.statements().stream())
        .map(StatementOutcome::matched)
        .collect(ImmutableList.toImmutableList());
  }
}
