package dev.postern.suite.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.source.SourceText;
import dev.postern.suite.TestedPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mutants of one statement, each as the statement it makes. */
final class MutantsTest {

  private static List<Mutant> mutants(PolicyType type, String statement) {
    String text = "{\"Version\": \"2012-10-17\", \"Statement\": [" + quoted(statement) + "]}";
    PolicyDocument document = PolicyReader.lenient().read(SourceText.of("policy.json", text), type);
    return Mutants.of(new TestedPolicy("policy.json", document));
  }

  /* Tables are easier to read without escapes. */
  private static String quoted(String statement) {
    return CharMatcher.is('\'').replaceFrom(statement, '"');
  }

  /** The statement that is left, on one line; nothing where there is none. */
  private static String left(Mutant mutant) {
    String text = PolicyWriter.canonical().onOneLine().write(mutant.document());
    int from = text.indexOf('[') + 1;
    return CharMatcher.is('"').replaceFrom(text.substring(from, text.lastIndexOf(']')), '\'');
  }

  private static List<String> left(PolicyType type, String id, String statement) {
    return mutants(type, statement).stream()
        .filter(mutant -> mutant.id().equals(id))
        .map(MutantsTest::left)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                | STATEMENT                                                                    | MUTANT
          statement-dropped | {'Effect':'Allow','Action':'s3:*','Resource':'*'}                            | ``
          effect-flipped    | {'Effect':'Allow','Action':'s3:*','Resource':'*'}                            | {'Effect':'Deny','Action':'s3:*','Resource':'*'}
          effect-flipped    | {'Effect':'Deny','Action':'s3:*','Resource':'*'}                             | {'Effect':'Allow','Action':'s3:*','Resource':'*'}
          action-widened    | {'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}                    | {'Effect':'Allow','Action':'s3:*','Resource':'*'}
          action-widened    | {'Effect':'Allow','Action':['s3:Get*','S3:Put*'],'Resource':'*'}             | {'Effect':'Allow','Action':['s3:*','S3:Put*'],'Resource':'*'}
          resource-widened  | {'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::a/b'}             | {'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::*'}
          resource-widened  | {'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:eu-west-1:1:q'}   | {'Effect':'Allow','Action':'sqs:*','Resource':'arn:aws:sqs:eu-west-1:1:*'}
          condition-removed | {'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}} | {'Effect':'Allow','Action':'s3:*','Resource':'*'}
          """)
  void a_mutant_differs_in_one_thing(String id, String statement, String mutant) {
    assertThat(left(PolicyType.IDENTITY, id, statement)).containsExactly(mutant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID               | STATEMENT
          action-widened   | {'Effect':'Allow','Action':'s3:*','Resource':'*'}
          action-widened   | {'Effect':'Allow','Action':['s3:*','s3:GetObject'],'Resource':'*'}
          action-widened   | {'Effect':'Allow','Action':['*','s3:GetObject'],'Resource':'*'}
          action-widened   | {'Effect':'Allow','NotAction':'s3:GetObject','Resource':'*'}
          resource-widened | {'Effect':'Allow','Action':'s3:*','Resource':'*'}
          resource-widened | {'Effect':'Allow','Action':'s3:*','Resource':['*','arn:aws:s3:::a']}
          resource-widened | {'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::*'}
          resource-widened | {'Effect':'Allow','Action':'s3:*','NotResource':'arn:aws:s3:::a'}
          entry-dropped    | {'Effect':'Allow','Action':['s3:GetObject'],'Resource':'*'}
          entry-dropped    | {'Effect':'Allow','Action':['s3:GetObject','s3:getobject'],'Resource':'*'}
          """)
  void what_would_say_the_same_or_no_more_is_no_mutant(String id, String statement) {
    assertThat(left(PolicyType.IDENTITY, id, statement)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TYPE     | ID                | STATEMENT                                                                              | MUTANTS
          resource | principal-widened | {'Effect':'Allow','Principal':{'AWS':['111122223333','444455556666']},'Action':'s3:*','Resource':'*'} | 1
          resource | principal-widened | {'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}                      | 0
          resource | principal-widened | {'Effect':'Allow','Principal':{'AWS':'*'},'Action':'s3:*','Resource':'*'}              | 0
          resource | principal-widened | {'Effect':'Deny','NotPrincipal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'} | 0
          resource | effect-flipped    | {'Effect':'Deny','NotPrincipal':{'AWS':'111122223333'},'Action':'s3:*','Resource':'*'} | 0
          resource | entry-dropped     | {'Effect':'Allow','Principal':{'AWS':'111122223333','Service':'s3.amazonaws.com'},'Action':'s3:*','Resource':'*'} | 2
          rcp      | effect-flipped    | {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}                       | 0
          rcp      | statement-dropped | {'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}                       | 1
          trust    | effect-flipped    | {'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'sts:AssumeRole'}        | 1
          """)
  void a_type_of_policy_has_the_mutants_that_it_can_hold(
      String type, String id, String statement, int mutants) {
    assertThat(left(PolicyType.named(type).orElseThrow(), id, statement)).hasSize(mutants);
  }

  @Test
  void every_entry_of_every_list_is_dropped_once() {
    assertThat(
            left(
                PolicyType.IDENTITY,
                "entry-dropped",
                "{'Effect':'Allow','Action':['s3:A','s3:B'],'NotResource':['arn:aws:s3:::a','arn:aws:s3:::b'],"
                    + "'Condition':{'StringLike':{'aws:x':['1','2']}}}"))
        .hasSize(6);
  }

  @Test
  void of_two_conditions_one_stays() {
    assertThat(
            left(
                PolicyType.IDENTITY,
                "condition-removed",
                "{'Effect':'Allow','Action':'*','Resource':'*',"
                    + "'Condition':{'Bool':{'aws:a':'true','aws:b':'true'}}}"))
        .containsExactly(
            "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{'aws:b':'true'}}}",
            "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{'aws:a':'true'}}}");
  }

  @Test
  void mutants_stand_in_the_order_of_the_text() {
    assertThat(
            mutants(
                PolicyType.IDENTITY,
                "{'Condition':{'Bool':{'aws:a':'true'}},'Resource':'arn:aws:s3:::a','Action':'s3:A','Effect':'Allow'}"))
        .extracting(Mutant::id)
        .containsExactly(
            "statement-dropped",
            "condition-removed",
            "resource-widened",
            "action-widened",
            "effect-flipped");
  }
}
