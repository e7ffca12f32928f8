package dev.postern.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small catalog, whole and damaged. */
final class CatalogFileTest {
  private static final String SMALL = BundledFile.text("small.txt");

  private static Catalog catalog(String text) {
    return FileCatalog.of("small.txt", text.getBytes(UTF_8));
  }

  @Test
  void tells_which_it_is() {
    assertThat(catalog(SMALL).info())
        .isEqualTo(new CatalogInfo(1, "iam-data@0.0.1", LocalDate.of(2026, 1, 31), 2, 6, 3, 5));
  }

  @Test
  void an_action_has_a_level_types_keys_and_dependents() {
    ActionDefinition action = catalog(SMALL).action("S3:LISTBUCKET").orElseThrow();

    assertThat(action.fullName()).isEqualTo("s3:ListBucket");
    assertThat(action.level()).isEqualTo(AccessLevel.LIST);
    assertThat(action.resources())
        .singleElement()
        .satisfies(
            bucket -> {
              assertThat(bucket.type().name()).isEqualTo("bucket");
              assertThat(bucket.isRequired()).isTrue();
            });
    assertThat(action.ownConditionKeys()).isEmpty();
    assertThat(action.conditionKeys())
        .extracting(ConditionKeyDefinition::name)
        .containsExactly("s3:max-keys", "s3:prefix", "aws:ResourceTag/${TagKey}");
    assertThat(action.dependentActions()).containsExactly("s3:GetObject", "sts:AssumeRole");
  }

  @Test
  void keys_go_with_the_type_that_is_asked_for() {
    Service s3 = catalog(SMALL).service("s3").orElseThrow();
    ActionDefinition action = s3.action("ListBucket").orElseThrow();

    assertThat(action.conditionKeys(s3.resourceType("bucket").orElseThrow())).hasSize(3);
    assertThat(action.conditionKeys(s3.resourceType("object").orElseThrow())).isEmpty();
  }

  @Test
  void a_service_has_flags_and_a_name() {
    Catalog catalog = catalog(SMALL);

    assertThat(catalog.service("S3").orElseThrow().supportsResourceControlPolicies()).isTrue();
    assertThat(catalog.service("sts").orElseThrow().supportsResourceControlPolicies()).isFalse();
    assertThat(catalog.service("sts").orElseThrow().resourcePolicies())
        .isEqualTo(ResourcePolicySupport.YES);
    assertThat(catalog.service("sts").orElseThrow().displayName())
        .isEqualTo("AWS Security Token Service");
  }

  @Test
  void a_key_may_bear_the_prefix_of_no_service() {
    assertThat(catalog(SMALL).conditionKey("SAML:aud"))
        .hasValue(new ConditionKeyDefinition("saml:aud", ValueType.STRING, false));
    assertThat(catalog(SMALL).conditionKey("sts:transitivetagkeys"))
        .hasValue(new ConditionKeyDefinition("sts:TransitiveTagKeys", ValueType.STRING, true));
  }

  @Test
  void a_key_is_found_by_its_template() {
    Service s3 = catalog(SMALL).service("s3").orElseThrow();

    assertThat(s3.conditionKey("aws:resourcetag/Team").map(ConditionKeyDefinition::name))
        .hasValue("aws:ResourceTag/${TagKey}");
    assertThat(s3.conditionKey("aws:ResourceTag/")).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WRITTEN                    | INSTEAD                 | MESSAGE
          iamcat 1                   | iamcat 2                | small.txt:2: `iamcat 2` is not a format that this version reads; expected `iamcat 1`
          iamcat 1                   | iamcat                  | small.txt:2: `iamcat iam-data@0.0.1` is not a format that this version reads; expected `iamcat 1`
          2026-01-31                 | 2026-02-31              | small.txt:2: `2026-02-31` is not a date
          2 6 3 5                    | 2 x 3 5                 | small.txt:2: `x` is not a number
          2 6 3 5                    | 3 6 3 5                 | small.txt: 2 services; expected 3
          2 6 3 5                    | 2 7 3 5                 | small.txt: 6 actions; expected 7
          2 6 3 5                    | 2 6 3                   | small.txt:2: the line ends too early
          2 6 3 5                    | 2 6 3 5 7               | small.txt:2: the line goes on too long
          2026-01-31                 | 2026-1-31x              | small.txt:2: `2026-1-31x` is not a date
          2 6 3 5                    | 1 6 3 5                 | small.txt: more services than 1
          s3 0                       | zz 0                    | small.txt:4: `sts` does not stand in order
          s3 0                       | s3 1                    | small.txt:3: `s3` does not begin where the last one ends
          AWS Security Token Service | AWS STS                 | small.txt:4: the file ends within `sts`
          """)
  void a_damaged_index_is_an_error_at_once(String written, String instead, String message) {
    String damaged = SMALL.replace(written, instead);

    assertThatThrownBy(() -> catalog(damaged))
        .isInstanceOf(CatalogException.class)
        .hasMessage(message);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WRITTEN        | INSTEAD        | MESSAGE
          ListBucket~L~0 | ListBucket~Q~0 | small.txt: `s3`, line 12: `Q` is not an access level
          ListBucket~L~0 | ListBucket~L~9 | small.txt: `s3`, line 12: `9` refers to nothing
          ListBucket~L~0 | ListBucket~L~; | small.txt: `s3`, line 12: `;` refers to nothing
          s3:prefix~s    | s3:prefix~q    | small.txt: `s3`, line 4: `q` is not a type of value
          X~0            | Y~0            | small.txt: `s3`, line 5: a line of the kind `Y`
          X~0            | X:0            | small.txt: `s3`, line 5: expected a letter and a tab
          A~GetObject    | K~GetObject    | small.txt: `s3`, line 10: `R` is not a type of value
          """)
  void a_damaged_service_is_an_error_when_it_is_asked(
      String written, String instead, String message) {
    String damaged = SMALL.replaceFirst(tabs(written), tabs(instead));
    Catalog catalog = catalog(damaged);

    assertThat(catalog.action("sts:AssumeRole")).isPresent();
    assertThatThrownBy(() -> catalog.expand("s3:*").forEach(ActionDefinition::conditionKeys))
        .isInstanceOf(CatalogException.class)
        .hasMessage(message);
  }

  private static String tabs(String text) {
    return text.replace('~', '\t');
  }

  @Test
  void what_is_no_catalog_is_an_error() {
    assertThatThrownBy(() -> catalog("{}"))
        .isInstanceOf(CatalogException.class)
        .hasMessage("small.txt: not a catalog; expected eight digits in the first line");
    assertThatThrownBy(() -> catalog("99999999\niamcat"))
        .isInstanceOf(CatalogException.class)
        .hasMessage("small.txt: the file ends within its index");
  }

  @Test
  void a_newer_one_is_loaded_from_a_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("newer.txt");
    Files.writeString(file, SMALL);

    assertThat(Catalog.load(file).info().source()).isEqualTo("iam-data@0.0.1");
    assertThatThrownBy(() -> Catalog.load(folder.resolve("missing.txt")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
