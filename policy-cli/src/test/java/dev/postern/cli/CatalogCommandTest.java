package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogCommandTest {
  private static final String WARNING =
      "postern: the catalog is 181 days old, of 2026-01-01: what AWS has added since is not in it\n";

  @TempDir Path folder;

  @BeforeEach
  void writeCatalog() throws IOException {
    SampleCatalog.of("2026-01-01").write(folder.resolve("sample.txt"));
  }

  @Test
  void says_which_catalog_it_is() {
    assertThat(posternOn(LocalDate.of(2026, 2, 1), folder, "catalog", "--catalog", "sample.txt"))
        .isEqualTo(
            new Ran(
                0,
                """
                source:         sample@1.0
                format:         1
                data of:        2026-01-01, 31 days old
                services:       2
                actions:        16
                resource types: 5
                condition keys: 9
                """,
                ""));
  }

  @Test
  void json_is_one_object() {
    JsonValue json =
        posternOn(LocalDate.of(2026, 2, 1), folder, "catalog", "--json", "--catalog=sample.txt")
            .json();

    assertThat(at(json, "source")).isEqualTo("sample@1.0");
    assertThat(at(json, "format")).isEqualTo("1");
    assertThat(at(json, "dataDate")).isEqualTo("2026-01-01");
    assertThat(at(json, "ageDays")).isEqualTo("31");
    assertThat(at(json, "services")).isEqualTo("2");
    assertThat(at(json, "actions")).isEqualTo("16");
    assertThat(at(json, "resourceTypes")).isEqualTo("5");
    assertThat(at(json, "conditionKeys")).isEqualTo("9");
  }

  @Test
  void the_one_that_is_built_in_answers_unless_another_is_named() {
    assertThat(postern(folder, "catalog").out())
        .startsWith("source:         iam-data@")
        .contains("\nservices:       4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          DAY        | AGE | WARNED
          2025-12-31 | 0   | false
          2026-01-01 | 0   | false
          2026-06-30 | 180 | false
          2026-07-01 | 181 | true
          """)
  void data_of_more_than_180_days_is_warned_of(LocalDate day, int age, boolean warned) {
    Ran ran = posternOn(day, folder, "catalog", "--catalog=sample.txt");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains(", " + age + " days old\n");
    assertThat(ran.err()).isEqualTo(warned ? WARNING : "");
  }

  @ParameterizedTest
  @CsvSource({"actions --json s3:GetObject iam:GetUser", "action s3:GetObject iam:GetUser"})
  void every_command_warns_once_and_not_in_its_result(String arguments) {
    Ran old =
        posternOn(
            LocalDate.of(2026, 7, 1), folder, (arguments + " --catalog=sample.txt").split(" ", -1));
    Ran young =
        posternOn(
            LocalDate.of(2026, 6, 30),
            folder,
            (arguments + " --catalog=sample.txt").split(" ", -1));

    assertThat(old).isEqualTo(new Ran(0, young.out(), WARNING));
    assertThat(young.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"actions s3:GetObject", "action s3:GetObject", "catalog"})
  void a_catalog_that_cannot_be_read_exits_with_2(String arguments) {
    assertThat(postern(folder, (arguments + " --catalog gone.txt").split(" ", -1)))
        .isEqualTo(new Ran(2, "", "postern: --catalog: gone.txt: no such file or folder\n"));
  }

  @Test
  void a_file_that_is_no_catalog_exits_with_2() throws IOException {
    Files.writeString(folder.resolve("policy.json"), Policies.CLEAN);

    Ran ran = postern(folder, "catalog", "--catalog", "policy.json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .startsWith("postern: --catalog: ")
        .contains("policy.json")
        .hasLineCount(1);
  }

  @Test
  void a_catalog_that_is_damaged_where_it_is_asked_exits_with_2() throws IOException {
    SampleCatalog.of("2026-09-26")
        .replace("GetObject\tR", "GetObject\tQ")
        .write(folder.resolve("sample.txt"));

    Ran ran = postern(folder, "actions", "*", "--catalog", "sample.txt");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("sample.txt", "`Q` is not an access level").hasLineCount(1);
  }

  @Test
  void a_folder_is_no_catalog() {
    Ran ran = postern(folder, "catalog", "--catalog", ".");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("postern: --catalog: ").hasLineCount(1);
  }
}
