package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.postern.model.NormalForm;
import dev.postern.model.PolicyDocument;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.source.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold whatever the policies say. */
final class LawProperties {
  private static final Authorizer AUTHORIZER = Authorizer.standard();

  @Provide
  Arbitrary<Case> cases() {
    return Cases.cases();
  }

  @Provide
  Arbitrary<String> denies() {
    return Cases.statement(false).map(text -> text.replace("\"Allow\"", "\"Deny\""));
  }

  private static Verdict decide(Case one) {
    return AUTHORIZER.decide(one.request(), one.policies()).verdict();
  }

  private static Case plus(Case one, String identityStatement) {
    return new Case(
        one.request(),
        ImmutableList.<String>builder()
            .addAll(one.identity())
            .add("{\"Version\": \"2012-10-17\", \"Statement\": [" + identityStatement + "]}")
            .build(),
        one.resource());
  }

  @Property(tries = 5_000)
  void adding_a_deny_never_grants(@ForAll("cases") Case one, @ForAll("denies") String deny) {
    Assume.that(!(one.request().requester() instanceof Requester.RootUser));
    Assume.that(decide(one) != Verdict.ALLOWED);
    assertThat(decide(plus(one, deny))).isNotEqualTo(Verdict.ALLOWED);
  }

  @Property(tries = 5_000)
  void the_order_of_statements_and_policies_is_irrelevant(@ForAll("cases") Case one) {
    ImmutableList<PolicyDocument> reversed =
        ImmutableList.copyOf(
            Lists.reverse(one.identityDocuments().stream().map(LawProperties::reversed).toList()));
    Optional<PolicyDocument> resource = one.resourceDocument().map(LawProperties::reversed);
    Decision decision = AUTHORIZER.decide(one.request(), Case.policies(reversed, resource));
    assertThat(decision.verdict()).isEqualTo(decide(one));
    assertThat(decision.unspecified())
        .isEqualTo(AUTHORIZER.decide(one.request(), one.policies()).unspecified());
  }

  private static PolicyDocument reversed(PolicyDocument document) {
    return new PolicyDocument(
        document.type(),
        document.version(),
        document.id(),
        new Located<>(
            ImmutableList.copyOf(Lists.reverse(document.statementList())),
            document.statements().span()));
  }

  @Property(tries = 5_000)
  void duplicates_change_nothing(@ForAll("cases") Case one) {
    ImmutableList<PolicyDocument> twice =
        ImmutableList.<PolicyDocument>builder()
            .addAll(one.identityDocuments())
            .addAll(one.identityDocuments())
            .build();
    assertThat(
            AUTHORIZER
                .decide(one.request(), Case.policies(twice, one.resourceDocument()))
                .verdict())
        .isEqualTo(decide(one));
  }

  @Property(tries = 5_000)
  void a_verdict_that_rests_on_nothing_open_names_nothing(@ForAll("cases") Case one) {
    Decision decision = AUTHORIZER.decide(one.request(), one.policies());
    boolean anyOpen =
        decision.layers().stream()
            .flatMap(layer -> layer.statements().stream())
            .anyMatch(statement -> !statement.truth().isCertain());
    boolean federated = one.request().requester() instanceof Requester.FederatedUser;
    Assume.that(!anyOpen && !federated);
    assertThat(decision.unspecified()).isEmpty();
  }

  @Property(tries = 5_000)
  void writing_and_reading_changes_nothing(@ForAll("cases") Case one) {
    for (PolicyWriter writer : List.of(PolicyWriter.faithful(), PolicyWriter.canonical())) {
      assertThat(rewritten(one, document -> reread(writer.write(document), document)))
          .isEqualTo(decide(one));
    }
  }

  @Property(tries = 5_000)
  void the_normal_form_means_the_same(@ForAll("cases") Case one) {
    assertThat(rewritten(one, NormalForm::of)).isEqualTo(decide(one));
  }

  private static Verdict rewritten(Case one, UnaryOperator<PolicyDocument> change) {
    ImmutableList<PolicyDocument> identity =
        one.identityDocuments().stream().map(change).collect(ImmutableList.toImmutableList());
    return AUTHORIZER
        .decide(one.request(), Case.policies(identity, one.resourceDocument().map(change)))
        .verdict();
  }

  private static PolicyDocument reread(String text, PolicyDocument document) {
    return PolicyReader.lenient().read(text, document.type());
  }
}
