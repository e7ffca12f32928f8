package dev.postern.model;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.Policies;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.source.Located;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalFormProperties {
  @Provide
  Arbitrary<PolicyDocument> documents() {
    return Policies.documents();
  }

  @Provide
  Arbitrary<ActionName> actions() {
    return Arbitraries.of("s3:GetObject", "S3:GETOBJECT", "sts:AssumeRole", "iam:X")
        .map(ActionName::of);
  }

  @Provide
  Arbitrary<Arn> arns() {
    return Arbitraries.of("bucket", "b/x", "a", "").map(t -> "arn:aws:s3:::" + t).map(Arn::of);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void normalizing_twice_is_normalizing_once(@ForAll("documents") PolicyDocument document) {
    PolicyDocument once = NormalForm.of(document);
    assertThat(PolicyWriter.faithful().write(NormalForm.of(once)))
        .isEqualTo(PolicyWriter.faithful().write(once));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void equal_documents_have_equal_normal_forms(@ForAll("documents") PolicyDocument document) {
    PolicyDocument elsewhere =
        PolicyReader.strict().read(PolicyWriter.faithful().write(document), document.type());
    assertThat(NormalForm.of(elsewhere)).isEqualTo(NormalForm.of(document));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void order_and_repetition_of_values_do_not_matter(@ForAll("documents") PolicyDocument document) {
    assertThat(NormalForm.of(turned(document))).isEqualTo(NormalForm.of(document));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_normal_form_is_a_document_that_is_read(@ForAll("documents") PolicyDocument document) {
    PolicyDocument normal = NormalForm.of(document);
    assertThat(PolicyReader.strict().read(PolicyWriter.faithful().write(normal), document.type()))
        .isEqualTo(normal);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void statements_cover_the_same_actions(
      @ForAll("documents") PolicyDocument document, @ForAll("actions") ActionName action) {
    assertThat(normalStatements(document).map(s -> s.action().value().covers(action)))
        .containsExactlyElementsOf(
            statements(document).map(s -> s.action().value().covers(action)).toList());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void statements_cover_the_same_resources(
      @ForAll("documents") PolicyDocument document, @ForAll("arns") Arn arn) {
    assertThat(normalStatements(document).map(s -> covers(s.resource().value(), arn)))
        .containsExactlyElementsOf(
            statements(document).map(s -> covers(s.resource().value(), arn)).toList());
  }

  private static boolean covers(ResourceElement element, Arn arn) {
    boolean any =
        element.patterns().stream()
            .anyMatch(
                at ->
                    at.value() instanceof ResourcePattern.Any
                        || (at.value() instanceof ArnPattern pattern && pattern.matches(arn)));
    return element instanceof ResourceElement.NotResource ? !any : any;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void statements_name_the_same_principals(@ForAll("documents") PolicyDocument document) {
    assertThat(normalStatements(document).map(NormalFormProperties::principals))
        .containsExactlyElementsOf(
            statements(document).map(NormalFormProperties::principals).toList());
  }

  private static ImmutableSet<String> principals(Statement statement) {
    PrincipalElement element = statement.principal().value();
    String name = element.getClass().getSimpleName();
    if (!(element.principals() instanceof PrincipalSet.Listed listed)) {
      return ImmutableSet.of(name, "*");
    }
    ImmutableSet.Builder<String> all = ImmutableSet.<String>builder().add(name);
    for (PrincipalSet.Entry entry : listed.entries()) {
      all.add(entry.kind().value().text());
      entry.values().value().forEach(v -> all.add(entry.kind().value() + v.value().text()));
    }
    return all.build();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void statements_test_the_same_conditions(@ForAll("documents") PolicyDocument document) {
    assertThat(normalStatements(document).map(NormalFormProperties::conditions))
        .containsExactlyElementsOf(
            statements(document).map(NormalFormProperties::conditions).toList());
  }

  /* Operators, keys and values are sets; a number is its text. */
  private static ImmutableSet<ImmutableList<Object>> conditions(Statement statement) {
    return statement.condition().value().conditions().stream()
        .map(
            test ->
                ImmutableList.<Object>of(
                    test.operator().value(),
                    test.key().value(),
                    test.values().value().stream()
                        .map(value -> value.value().text())
                        .collect(ImmutableSet.toImmutableSet())))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Stream<Statement> statements(PolicyDocument document) {
    return document.statementList().stream().map(Located::value);
  }

  private static Stream<Statement> normalStatements(PolicyDocument document) {
    return statements(NormalForm.of(document));
  }

  /* The same document with each list of values backwards and twice, actions in upper case too. */
  private static PolicyDocument turned(PolicyDocument document) {
    return new PolicyDocument(
        document.type(),
        document.version(),
        document.id(),
        document
            .statements()
            .with(
                document.statementList().stream()
                    .map(at -> at.with(turned(at.value())))
                    .collect(toImmutableList())));
  }

  private static Statement turned(Statement statement) {
    ActionElement action = statement.action().value();
    ImmutableList<Located<ActionPattern>> actions =
        Stream.concat(
                twice(action.patterns()).stream(),
                action.patterns().stream()
                    .map(at -> at.with(ActionPattern.of(Ascii.toLowerCase(at.value().text())))))
            .collect(toImmutableList());
    ResourceElement resource = statement.resource().value();
    return new Statement(
        statement.sid(),
        statement.effect(),
        statement.principal(),
        statement
            .action()
            .with(
                action instanceof ActionElement.Action
                    ? new ActionElement.Action(actions)
                    : new ActionElement.NotAction(actions)),
        statement
            .resource()
            .with(
                resource instanceof ResourceElement.Resource
                    ? new ResourceElement.Resource(twice(resource.patterns()))
                    : resource instanceof ResourceElement.NotResource
                        ? new ResourceElement.NotResource(twice(resource.patterns()))
                        : resource),
        statement.condition().with(turned(statement.condition().value())));
  }

  private static ConditionElement turned(ConditionElement element) {
    if (!(element instanceof ConditionElement.Block block)) {
      return element;
    }
    return new ConditionElement.Block(
        block.operators().reverse().stream()
            .map(
                operator ->
                    new ConditionElement.Operator(
                        operator.name(),
                        operator.conditions().reverse().stream()
                            .map(
                                test ->
                                    new Condition(
                                        test.operator(),
                                        test.key(),
                                        test.values().with(twice(test.values().value()))))
                            .collect(toImmutableList())))
            .collect(toImmutableList()));
  }

  private static <T> ImmutableList<T> twice(ImmutableList<T> values) {
    return ImmutableList.<T>builder().addAll(values.reverse()).addAll(values).build();
  }
}
