package dev.postern.suite.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import dev.postern.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTestReaderTest {
  private static final Path SUITE = Path.of("src/test/resources/suite");

  /** Every construct of the language is in this file. */
  @TestFactory
  Stream<DynamicTest> sentences_mean_what_they_say() throws IOException {
    return SuiteReader.strict().read(SUITE.resolve("reports.policytest")).stream()
        .map(
            scenario ->
                dynamicTest(
                    scenario.name(),
                    () -> {
                      var result = scenario.run(Authorizer.standard());
                      assertThat(result.problems()).isEmpty();
                      assertThat(result.differences()).isEmpty();
                    }));
  }

  /** And what is expected wrongly is told: no sentence passes whatever comes out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deny alice s3:GetObject on reports/alice/a            | expected decision denied, got allowed
          allow alice s3:GetObject on reports/bob/a             | expected decision allowed, got implicitDeny
          explicitly deny alice s3:GetObject on reports/bob/a   | expected decision explicitDeny, got implicitDeny
          deny alice s3:GetObject on reports/bob/a because scp  | expected decidedBy serviceControl, got identity
          implicitly deny alice s3:GetObject on reports/alice/a when aws:SecureTransport = false | expected decision implicitDeny, got explicitDeny
          deny alice s3:GetObject on reports/a when aws:SecureTransport = false because resource "Tls" | expected sid Tls, got TlsOnly
          """)
  void a_sentence_that_does_not_hold_fails(String sentence, String difference) {
    assertThat(only(read(sentence)).run(Authorizer.standard()).differences())
        .containsExactly(difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u00ac',
      textBlock =
          """
          alow alice s3:GetObject on reports              | 2:1  | unexpected `alow` | did you mean `allow`? expected a new sentence
          allow alice on reports                          | 2:13 | unexpected `on` | expected an action such as `s3:GetObject`
          allow alice s3:GetObject on                     | 2:28 | something is missing at the end | expected the name of a resource, an ARN, or `*`
          allow alice s3:GetObject on reports wen a:b = c | 2:37 | unexpected `wen` | did you mean `when`? expected `when`, `because`, `through`, `also` or a new sentence
          allow alice s3:GetObject on reports when a:b    | 2:45 | something is missing at the end | expected `is` or `=`
          allow alice s3:GetObject on reports when a:b is gone | 2:49 | unexpected `gone` | expected `absent`, `null` or `unknown`
          allow alice s3:GetObject on reports when a:b = null | 2:48 | unexpected `null` | expected a value, or a list such as `[a, b]`
          allow alice s3:GetObject on reports when a:b = [x y] | 2:51 | unexpected `y` | expected `,` or `]`
          allow alice s3:GetObject on reports because iam | 2:45 | unexpected `iam` | expected `identity`, `boundary`, `session`, `resource`, `block-public-access`, `scp`, `rcp` or `endpoint`
          deny alice s3:GetObject on reports because scp Sid | 2:48 | unexpected `Sid` | expected `when`, `because`, `through`, `also` or a new sentence
          principal test = arn:aws:iam::111122223333:user/t | 2:11 | unexpected `test` | expected a name, which is a word and none of the keywords
          principal eve arn:aws:iam::111122223333:user/eve | 2:15 | unexpected `arn:aws:iam::111122223333:user/eve` | expected `=`
          principal eve =                                 | 2:16 | something is missing at the end | expected an ARN, a service such as `lambda.amazonaws.com`, or `*`
          principal eve = arn:aws:iam::111122223333:user/eve policy x.json | 2:52 | unexpected `policy` | expected `role`, `identity`, `boundary`, `session`, `with` or a new sentence
          test own                                        | 2:6  | unexpected `own` | expected a text in quotes
          test "own                                       | 2:6  | a text in quotes does not end well | it ends with `"` on the same line; `\\"`, `\\\\`, `\\n` and `\\t` stand for what they do in JSON
          organization 12                                 | 2:14 | `12` is no account | expected 12 digits
          resource r = arn:aws:s3:::r owner 1             | 2:35 | `1` is no account | expected 12 digits
          principal p = nobody                            | 2:15 | `nobody` is no principal; expected an ARN, a service such as `lambda.amazonaws.com`, or `*` | ¬¬
          principal p = * role arn:aws:iam::111122223333:role/r | 2:22 | `role` of a principal that is no session of a role | it belongs to an `assumed-role` principal
          principal p = * identity none.json              | 2:26 | the policy file `none.json` cannot be read | paths are relative to the file that names them
          import none.policytest                          | 2:8  | the imported file `none.policytest` cannot be read | paths are relative to the file that names them
          principal alice = *                             | 2:11 | `alice` is declared twice | choose another name
          resource x = nothing                            | 2:14 | `nothing` is not an ARN; expected `arn:partition:service:region:account:resource` | ¬¬
          resource x = arn:aws:s3:::x                     | 2:14 | nobody owns `x`: its ARN names no account | add `owner 111122223333`
          resource x = arn:aws:s3:::x owner 111122223333 owner 111122223333 | 2:48 | `owner` is said twice | once is enough
          allow alise s3:GetObject on reports             | 2:7  | no principal `alise` is declared | did you mean `alice`?
          allow zoe s3:GetObject on reports               | 2:7  | no principal `zoe` is declared | declare it: `principal zoe = …`
          allow arn:aws:s3:::reports s3:GetObject on reports | 2:7 | `arn:aws:s3:::reports` is the ARN of no principal; expected a user, role, root, assumed-role, federated-user or identity provider ARN | ¬¬
          allow alice s3:GetObject on report/x            | 2:29 | no resource `report` is declared | did you mean `reports`?
          allow alice s3:GetObject on reports through home | 2:45 | no endpoint `home` is declared | declare it: `endpoint home = …`
          allow alice s3:GetObjekt on reports/a           | 2:13 | `s3:GetObjekt` is not in the catalog of 2026-09-26 | did you mean `s3:GetObject`? In quotes it is taken as it stands
          allow alice s3:GetObject                        | 2:13 | `s3:GetObject` acts on a resource | name one in `on`, or `*` for none. In quotes it is taken as it stands
          allow alice s3:GetObject on reports/*           | 2:29 | `reports/*` is no pattern: a request acts on one resource | name an example; in quotes the character stands for itself
          allow alice s3:GetObject on reports/a when aws:SecureTransprot = true | 2:44 | `aws:SecureTransprot` is not in the catalog of 2026-09-26 | did you mean `aws:SecureTransport`? In quotes it is taken as it stands
          allow alice s3GetObject on reports              | 2:13 | `s3GetObject` is not an action; expected `service:Name`, such as `s3:GetObject` | ¬¬
          allow alice s3:GetObject on reports when Secure = true | 2:42 | `Secure` is no condition key | expected one such as `aws:SecureTransport`
          """)
  void a_mistake_is_told_with_its_place_and_what_would_be_right(
      String sentence, String place, String message, String help) {
    Problem problem = problems(read(sentence)).get(0);

    assertThat(problem.span().start().toString()).isEqualTo(place);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.help()).isEqualTo(help);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::=",
      textBlock =
          """
          | expect | principal | action | ::= something is missing in the cell
          | expect | principal | ::= the table has no column `action`
          | expect | principal | action | colour | ::= there is no column `colour`
          | expect | principal | action | action | ::= there are two columns `action`
          | expect | principal | two words | ::= a column has one word for a name
          """)
  void a_header_says_what_the_columns_are(String header, String message) {
    String table = header + "\n" + "| allow | alice | |\n";

    assertThat(problems(read(table))).extracting(Problem::message).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::=",
      textBlock =
          """
          | allow | alice | s3:GetObject | reports/alice/a | ::= the row has 4 cells
          | allow | alice | s3:GetObject | ::= the row has 3 cells
          | maybe | alice | s3:GetObject | reports/alice/a | | ::= unexpected `maybe`
          | allow |       | s3:GetObject | reports/alice/a | | ::= something is missing in the cell
          | allow | alice | s3:GetObject | reports/alice/a | a b | ::= unexpected `b`
          """)
  void a_row_with_a_mistake_is_no_test_and_costs_no_other(String row, String message) {
    String table =
        """
        | expect | principal | action | resource | aws:SourceIp |
        %s
        | allow | alice | s3:GetObject | reports/alice/b | |
        """
            .formatted(row);
    ImmutableList<Scenario> scenarios = read(table);

    assertThat(problems(scenarios).get(0).message()).isEqualTo(message);
    assertThat(scenarios)
        .filteredOn(scenario -> scenario.problems().isEmpty())
        .extracting(Scenario::name)
        .containsExactly("allow alice s3:GetObject on reports/alice/b");
  }

  @Test
  void what_uses_a_mistaken_declaration_fails_too() {
    ImmutableList<Scenario> scenarios =
        read("principal eve = * identity none.json\nallow eve s3:GetObject on reports/a");

    assertThat(problems(scenarios))
        .extracting(Problem::message)
        .containsExactly(
            "the policy file `none.json` cannot be read", "the declaration of `eve` has a mistake");
    assertThat(problems(scenarios).get(1).help()).isEqualTo("see given.policytest:2:11");
  }

  @Test
  void one_mistake_costs_no_other_sentence_its_result() {
    ImmutableList<Scenario> scenarios =
        read(
            """
            allow alice s3:GetObject reports/alice/a
            allow alice s3:GetObject on reports/alice/b
            alow alice s3:GetObject on reports/alice/a
            allow alice s3:GetObject on reports/alice/d
            allow alice s3:GetObject on "reports
            allow alice s3:GetObject on reports/alice/c
            """);

    assertThat(scenarios)
        .filteredOn(scenario -> scenario.problems().isEmpty())
        .extracting(Scenario::name)
        .containsExactly(
            "allow alice s3:GetObject on reports/alice/b",
            "allow alice s3:GetObject on reports/alice/d",
            "allow alice s3:GetObject on reports/alice/c");
    assertThat(problems(scenarios)).hasSize(3);
  }

  @Test
  void a_faulty_policy_is_told_at_its_own_place(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("p.json"), "{\"Statement\": [{\"Efect\": \"Allow\"}]}");
    Path file = folder.resolve("x.policytest");
    Files.writeString(file, "principal p = * identity p.json\n");

    assertThat(problems(SuiteReader.strict().read(file)))
        .extracting(problem -> problem.span().source().name())
        .contains(folder.resolve("p.json").toString());
  }

  @Test
  void files_may_import_each_other(@TempDir Path folder) throws IOException {
    Path one = folder.resolve("one.policytest");
    Files.writeString(one, "import two.policytest\nprincipal a = *\ndeny a, b own:Get");
    Files.writeString(
        folder.resolve("two.policytest"), "import one.policytest\nprincipal b = *\nallow b own:x");

    assertThat(SuiteReader.strict().read(one))
        .extracting(Scenario::name)
        .containsExactly("deny a own:Get", "deny b own:Get");
  }

  @Test
  void the_last_word_on_a_key_counts() {
    ImmutableList<Scenario> scenarios =
        read(
            """
            principal p = * with aws:SourceIp = 10.0.0.1 and aws:SourceVpc = vpc-1
            context aws:sourceip = 10.0.0.9, aws:SourceVpc = vpc-9, aws:Referer = here
            deny p own:Get when AWS:SOURCEVPC is absent and aws:UserAgent = [a, "b c", test]
            """);

    assertThat(only(scenarios).authorizations().get(0).request().context().toString())
        .isEqualTo(
            "{aws:SourceIp=Single[text=10.0.0.1], aws:Referer=Single[text=here],"
                + " aws:UserAgent=Many[texts=[a, b c, test]]}");
  }

  @Test
  void a_sentence_that_means_too_much_is_refused() {
    String many = String.join(", ", java.util.Collections.nCopies(101, "s3:GetObject"));
    String most = String.join(", ", java.util.Collections.nCopies(100, "reports"));

    assertThat(problems(read("allow alice " + many + " on " + most)))
        .extracting(Problem::message)
        .containsExactly("the sentence means 10100 tests");
  }

  @Test
  void places_count_characters_as_editors_do() {
    Problem problem = problems(read("# \uD83D\uDE00\n  test x")).get(0);

    assertThat(problem.span().text()).isEqualTo("x");
    assertThat(problem.span().start().toString()).isEqualTo("3:8");
  }

  @Test
  void organizations_do_not_overlap() {
    assertThat(problems(read("organization 111122223333\norganization")))
        .extracting(Problem::message)
        .containsExactly(
            "an account belongs to one organization, and another one governs the same");
  }

  /** AWS adds actions and keys daily, and an object may have a star in its name. */
  @Test
  void what_stands_in_quotes_is_taken_as_it_stands() {
    ImmutableList<Scenario> scenarios =
        read(
            """
            deny alice "s3:GetObjekt" on "reports/*" when "aws:SecureTransprot" = true
            deny alice orders:Cancel on arn:aws:orders:eu-west-1:111122223333:order/1 when orders:Region = emea
            deny alice sts:GetCallerIdentity when token.actions.githubusercontent.com:sub = x
            """);

    assertThat(scenarios).hasSize(3).allMatch(scenario -> scenario.problems().isEmpty());
  }

  /** A text below the declarations that every test here may use; its first line is line 2. */
  private static ImmutableList<Scenario> read(String text) {
    String whole =
        "import people.policytest principal alice = arn:aws:iam::111122223333:user/alice"
            + " identity policies/reader.json resource reports = arn:aws:s3:::reports policy"
            + " policies/bucket.json owner 111122223333 \n"
            + text;
    SourceText source = SourceText.of("given.policytest", whole);
    return SuiteReader.strict()
        .read(new dev.postern.model.json.SourceFile(source, ImmutableList.of()), SUITE);
  }

  private static Scenario only(List<Scenario> scenarios) {
    assertThat(scenarios).hasSize(1);
    assertThat(scenarios.get(0).problems()).isEmpty();
    return scenarios.get(0);
  }

  private static ImmutableList<Problem> problems(List<Scenario> scenarios) {
    return scenarios.stream()
        .flatMap(scenario -> scenario.problems().stream())
        .collect(ImmutableList.toImmutableList());
  }
}
