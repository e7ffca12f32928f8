package dev.postern.catalog.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of the small packages, whole and rule by rule. */
class SmallCatalogTest {
  @TempDir private Path folder;
  private SmallRepository small;

  @BeforeEach
  void refresh() {
    small = SmallRepository.in(folder);
    assertThat(small.refresh().err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog.txt", "retired.tsv", "managed-policies.txt"})
  void a_small_source_gives_the_file_beside_it(String file) {
    assertThat(small.data(file)).isEqualTo(SmallRepository.expected(file));
  }

  @Test
  void a_small_source_gives_the_report_beside_it() {
    assertThat(small.report()).isEqualTo(SmallRepository.expected("catalog-report.md"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          the first of several access levels counts           | A>TagThing>T>1 2!>4
          Permissions management comes before Write           | A>PutTopicPolicy>P>0!
          types are joined without regard to case             | A>TagThing>T>1 2!>4
          two ARNs in one text are two templates              | R>big bin>alpha:${Region}::/area/*/bins/${BinId} alpha:${Region}::/bins/${BinId}
          a tail in angle brackets is a placeholder           | K>alpha:ObjectTag/${TagKey}>s
          a tail left out is a placeholder                    | K>alpha:Labels/${TagKey}>S
          a placeholder inside a key stays                    | K>alpha:Header/${name}.value>s
          a key keeps its type in one service                 | K>identitystore:UserId>s
          … and has another in the other                      | K>identitystore:UserId>S
          keys of other prefixes stay with who lists them     | K>saml:aud>s
          an ARN may name another service                     | R>topic>gamma:${Region}:${Account}:topic/${Name}
          an ARN may have a star, and any service             | R>backup>${Vendor}:${Region}:*:${ResourceType}:${Id}
          dependents are those of the action and of its types | A>CreateThing>W>0:0 2!:1>2>:getThing :TagThing beta-x:PutTopicPolicy
          scenarios are ignored                               | A>ListThings>L
          sets of no keys are left out, and empty ends        | A>getThing>R>2!
          an empty field inside stays                         | A>Associate-It>W>>0
          a service with control and resource policies        | S>beta-x>AWS Beta – the Other>rp
          a service with neither                              | S>alpha>Amazon Alpha>-
          """)
  void a_rule_shows_in_a_line(String rule, String line) {
    assertThat(small.catalogLines()).as(rule).contains(line.replace('>', '\t'));
  }

  @Test
  void a_key_in_two_spellings_of_its_placeholder_is_one() {
    assertThat(small.catalogLines())
        .filteredOn(line -> line.contains("ResourceTag"))
        .containsExactly("K\talpha:ResourceTag/${TagKey}\ts");
  }

  @Test
  void actions_that_are_gone_are_kept_as_retired() {
    assertThat(small.data(RetiredActions.FILE)).contains("old:Gone\t2025-12-06\n");
  }

  @Test
  void the_actions_are_compared_with_a_second_source() {
    assertThat(small.report())
        .contains("Only here (1):\n\n- `beta-x:Associate-It`")
        .contains("Only there (1):\n\n- `beta-x:AssociateIt`");
  }

  @Test
  void the_same_packages_give_the_same_files_again() {
    String catalog = small.data(CatalogText.FILE);
    String report = small.report();
    assertThat(small.refresh().out()).contains("Nothing.");
    assertThat(small.data(CatalogText.FILE)).isEqualTo(catalog);
    assertThat(small.data(RetiredActions.FILE))
        .isEqualTo(SmallRepository.expected(RetiredActions.FILE));
    assertThat(small.report()).isEqualTo(report);
  }

  @Test
  void what_is_read_back_is_what_was_written() {
    String text = small.data(CatalogText.FILE);
    assertThat(CatalogText.of(CatalogReader.read(text))).isEqualTo(text);
  }
}
