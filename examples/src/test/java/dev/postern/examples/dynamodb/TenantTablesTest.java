package dev.postern.examples.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.lint.Finding;
import dev.postern.lint.Linter;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant called red among others, by the right policy and by two that look right. */
class TenantTablesTest {
  private static final ImmutableMap<String, String> FILES =
      ImmutableMap.of(
          "tenant", "dynamodb/tenant.json",
          "without null", "dynamodb/without-null.json",
          "any value", "dynamodb/any-value.json");

  private static final TableRequest WITHOUT_KEY =
      new TableRequest("dynamodb:Query", "orders", ImmutableSet.of(), ImmutableSet.of());

  private static Decision decide(String policy, String tenant, TableRequest... parts)
      throws IOException {
    Path file = Path.of(FILES.getOrDefault(policy, policy));
    return new TenantTables(
            CompiledPolicy.of(PolicyReader.strict().read(file, PolicyType.IDENTITY)))
        .decide(tenant, parts);
  }

  private static ImmutableSet<String> words(String text) {
    return ImmutableSet.copyOf(Splitter.on(' ').omitEmptyStrings().split(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      emptyValue = "",
      textBlock =
          """
          TENANT | ACTION       | KEYS     | tenant | without null | any value
          red    | GetItem      | red      | true   | true         | true
          red    | GetItem      | blue     | false  | false        | false
          red    | Query        | red      | true   | true         | true
          red    | Query        | blue     | false  | false        | false
          red    | BatchGetItem | red      | true   | true         | true
          red    | BatchGetItem | red blue | false  | false        | true
          red    | Scan         | ''       | false  | true         | false
          red    | Query        | ''       | false  | true         | false
          red    | PutItem      | red      | false  | true         | true
          ''     | GetItem      | red      | false  | false        | false
          ''     | GetItem      | ''       | false  | true         | false
          """)
  void rows_are_open_to(
      String tenant,
      String action,
      String keys,
      boolean byTenant,
      boolean byWithoutNull,
      boolean byAnyValue)
      throws IOException {
    TableRequest request =
        new TableRequest("dynamodb:" + action, "orders", words(keys), ImmutableSet.of());

    assertThat(
            ImmutableMap.of(
                "tenant", decide("tenant", tenant, request).isAllowed(),
                "without null", decide("without null", tenant, request).isAllowed(),
                "any value", decide("any value", tenant, request).isAllowed()))
        .containsEntry("tenant", byTenant)
        .containsEntry("without null", byWithoutNull)
        .containsEntry("any value", byAnyValue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      emptyValue = "",
      textBlock =
          """
          KEY  | ATTRIBUTES    | ALLOWED
          red  | customer name | true
          red  | name iban     | false
          red  | ''            | false
          blue | name          | false
          """)
  void of_customers_only_names_are_open(String key, String attributes, boolean allowed)
      throws IOException {
    TableRequest request =
        TableRequest.query("customers", key).only(words(attributes).toArray(new String[0]));

    assertThat(decide("tenant", "red", request).isAllowed()).isEqualTo(allowed);
  }

  @Test
  void a_batch_is_allowed_if_each_table_of_it_is() throws IOException {
    TableRequest own = TableRequest.batchGetItem("orders", "red");
    TableRequest names = TableRequest.batchGetItem("customers", "red").only("name");
    TableRequest other = TableRequest.batchGetItem("customers", "blue").only("name");

    assertThat(decide("tenant", "red", own, names).isAllowed()).isTrue();
    assertThat(decide("tenant", "red", own, other).isAllowed()).isFalse();
  }

  @Test
  void a_denied_query_without_a_key_says_which_key_it_lacks() throws IOException {
    assertThat(
            decide("tenant", "red", WITHOUT_KEY).missingKeys().stream()
                .map(missing -> missing.key().text()))
        .contains("dynamodb:LeadingKeys");
  }

  @Test
  void the_linter_finds_the_policy_that_opens_scans() throws IOException {
    assertThat(
            Linter.standard()
                .lint(Path.of("dynamodb/without-null.json"), PolicyType.IDENTITY)
                .findings())
        .extracting(Finding::id)
        .contains("dynamodb-leadingkeys-scan");
  }

  @Test
  void the_linter_finds_nothing_in_the_right_one() throws IOException {
    assertThat(
            Linter.standard().lint(Path.of("dynamodb/tenant.json"), PolicyType.IDENTITY).findings())
        .isEmpty();
  }
}
