package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.CallAuthorization.Checked;
import dev.postern.catalog.CallAuthorization.Unchecked;
import dev.postern.catalog.CallAuthorization.Unknown;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which actions are checked for a call that CloudTrail recorded, or that an SDK can make. */
final class CallsTest {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final CallTables TABLES = CallTables.bundled();

  /* `-` for what is unchecked, `?` for what is unknown, actions after `+` where they depend. */
  private static String answer(CallAuthorization authorization) {
    if (authorization instanceof Checked checked) {
      String sometimes = names(checked.sometimes());
      return (names(checked.always()) + (sometimes.isEmpty() ? "" : " + " + sometimes)).strip();
    }
    return authorization instanceof Unchecked ? "-" : "?";
  }

  private static String names(ImmutableList<ActionDefinition> actions) {
    return actions.stream().map(ActionDefinition::fullName).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "events.csv",
      delimiter = '|',
      useHeadersInDisplayName = true,
      maxCharsPerColumn = 400)
  void an_event_tells_what_was_checked(String source, String name, String expected) {
    assertThat(answer(CATALOG.actionForEvent(source, name, "AwsApiCall"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "operations.csv",
      delimiter = '|',
      useHeadersInDisplayName = true,
      maxCharsPerColumn = 400)
  void an_operation_tells_what_is_checked(String service, String name, String expected) {
    assertThat(answer(CATALOG.actionForOperation(service, name))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AwsServiceEvent",
        "AwsConsoleSignIn",
        "AwsConsoleAction",
        "AwsCloudTrailInsight",
        "AwsVpceEvent"
      })
  void no_other_type_of_event_is_a_call(String type) {
    assertThat(CATALOG.actionForEvent("kms.amazonaws.com", "EnableKeyRotation", type))
        .isEqualTo(new Unchecked());
  }

  @Test
  void what_is_not_in_the_catalog_is_unknown() {
    assertThat(CATALOG.actionForEvent("nosuch.amazonaws.com", "GetThing", "AwsApiCall"))
        .isEqualTo(new Unknown());
  }

  @Test
  void tables_name_services_and_actions_that_exist() {
    assertThat(TABLES.renamedTo())
        .allSatisfy(prefix -> assertThat(CATALOG.service(prefix)).isPresent());
    assertThat(TABLES.rows())
        .allSatisfy(
            row -> {
              assertThat(row.always()).isSorted();
              assertThat(row.sometimes()).isSorted();
              assertThat(
                      ImmutableSet.<String>builder()
                          .addAll(row.always())
                          .addAll(row.sometimes())
                          .build())
                  .isNotEmpty()
                  .allSatisfy(action -> assertThat(CATALOG.action(action)).isPresent());
            });
  }

  @Test
  void no_row_is_about_a_call_that_has_an_action_of_its_own_name() {
    assertThat(TABLES.rows())
        .extracting(CallTables.Row::call)
        .allSatisfy(call -> assertThat(CATALOG.action(call)).isEmpty());
  }

  @Test
  void no_service_has_two_names_in_policies() {
    assertThat(Table.read("event-sources.tsv", 4))
        .extracting(row -> row.get(0))
        .allSatisfy(name -> assertThat(CATALOG.service(name)).isEmpty())
        .isSorted();
  }

  @Test
  void rows_are_in_the_order_of_services() {
    assertThat(Table.read("operations.tsv", 6)).extracting(row -> row.get(0)).isSorted();
    assertThat(Table.read("unchecked-calls.tsv", 4)).extracting(row -> row.get(0)).isSorted();
  }
}
