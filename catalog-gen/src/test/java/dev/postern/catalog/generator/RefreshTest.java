package dev.postern.catalog.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a refresh says of a catalog that is there already, and what it does not let pass. */
class RefreshTest {
  private static final String DATA = SmallRepository.IAM_DATA + "/package/data/";
  private static final String ACTIONS = DATA + "actions/alpha.json";

  @TempDir private Path folder;
  private SmallRepository small;

  @BeforeEach
  void refresh() {
    small = SmallRepository.in(folder);
    assertThat(small.refresh().code()).isZero();
  }

  private void rename() {
    small.edit(ACTIONS, "listthings", "listall").edit(ACTIONS, "ListThings", "ListAll");
  }

  @Test
  void actions_added_and_removed_are_told() {
    rename();
    assertThat(small.refresh().out())
        .startsWith("## Changed since iam-data@2.0.0 of 2026-09-26\n")
        .contains("Actions added (1):\n\n- `alpha:ListAll`\n")
        .contains("Actions removed (1):\n\n- `alpha:ListThings`\n");
  }

  @Test
  void the_report_keeps_what_changed_when_nothing_changes_any_more() {
    rename();
    small.refresh();
    String report = small.report();
    small.refresh();
    assertThat(small.report()).isEqualTo(report).contains("- `alpha:ListAll`");
  }

  @Test
  void an_action_that_goes_is_retired_as_of_the_catalog_that_had_it() {
    rename();
    small.refresh();
    assertThat(small.data(RetiredActions.FILE))
        .endsWith("alpha:ListThings\t2026-09-26\nold:Gone\t2025-12-06\n");
  }

  @Test
  void a_retired_action_stays_retired() {
    rename();
    small.refresh();
    String retired = small.data(RetiredActions.FILE);
    small.refresh();
    assertThat(small.data(RetiredActions.FILE)).isEqualTo(retired);
  }

  @Test
  void an_action_that_comes_back_is_retired_no_more() {
    rename();
    small.refresh();
    small.edit(ACTIONS, "listall", "listthings").edit(ACTIONS, "ListAll", "ListThings");
    small.refresh();
    assertThat(small.data(RetiredActions.FILE))
        .contains("alpha:ListAll\t2026-09-26\n")
        .doesNotContain("ListThings");
  }

  @Test
  void another_access_level_is_told() {
    small.edit(ACTIONS, "\"accessLevel\": \"List\"", "\"accessLevel\": \"Read\"");
    assertThat(small.refresh("--allow-change").out())
        .contains("Access levels changed (1):\n\n- `alpha:ListThings: List, now Read`\n");
  }

  @Test
  void other_relations_are_told() {
    small.edit(
        ACTIONS,
        "\"name\": \"backup\", \"required\": false",
        "\"name\": \"backup\", \"required\": true");
    assertThat(small.refresh("--allow-change").out())
        .contains("Actions with other relations (1):\n\n- `alpha:CreateThing`\n");
  }

  @Test
  void another_type_of_a_key_is_told() {
    small.edit(DATA + "conditionKeys/alpha.json", "Numeric", "ArrayOfARN");
    assertThat(small.refresh().out())
        .contains("Types of condition keys changed (1):\n\n- `alpha alpha:Size: n, now A`\n");
  }

  @Test
  void another_ARN_is_told() {
    small.edit(DATA + "resourceTypes/alpha.json", "thing/${ThingId}", "thing:${ThingId}");
    assertThat(small.refresh().out())
        .contains("ARNs of types of resource changed (1):\n\n- `alpha Thing: arn:${Partition}");
  }

  @Test
  void another_list_of_resource_control_policies_is_told() {
    small.edit(DATA + "rcpSupportedServices.json", "beta-x", "alpha");
    assertThat(small.refresh().out())
        .contains("- `alpha: do not apply, now apply`\n")
        .contains("- `beta-x: apply, now do not apply`\n");
  }

  @Test
  void another_answer_on_resource_policies_is_told() {
    small.edit(ResourcePolicies.FILE, "yes", "shared");
    assertThat(small.refresh().out()).contains("- `beta-x: yes, now shared`\n");
  }

  @Test
  void a_new_action_that_may_write_policies_is_told() {
    small
        .edit(ACTIONS, "listthings", "putthingpolicy")
        .edit(ACTIONS, "ListThings", "PutThingPolicy");
    assertThat(small.refresh().out())
        .contains("services not in resource-policies.tsv (1):\n\n- `alpha:PutThingPolicy`\n");
  }

  @Test
  void a_new_action_of_a_service_with_policies_is_not_told_as_such() {
    small
        .edit(DATA + "actions/beta-x.json", "associate-it", "addpermission")
        .edit(DATA + "actions/beta-x.json", "Associate-It", "AddPermission");
    assertThat(small.refresh().out())
        .contains("- `beta-x:AddPermission`")
        .doesNotContain("resource-policies.tsv");
  }

  @Test
  void a_loss_is_not_let_through() {
    small.add(ACTIONS, "{}");
    SmallRepository.Run run = small.refresh();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "2 actions, 6 before; a loss of more than 1 % does not pass without --allow-shrink");
    assertThat(run.code()).isEqualTo(1);
    assertThat(small.data(CatalogText.FILE)).isEqualTo(SmallRepository.expected(CatalogText.FILE));
  }

  @Test
  void a_loss_is_let_through_when_told() {
    small.add(ACTIONS, "{}");
    assertThat(small.refresh("--allow-shrink").code()).isZero();
    assertThat(small.catalogLines()).noneMatch(line -> line.startsWith("A\tTagThing"));
  }

  @Test
  void many_changes_are_not_let_through() {
    small.edit(ACTIONS, "\"accessLevel\": \"List\"", "\"accessLevel\": \"Read\"");
    assertThat(small.refresh("--allow-shrink").err())
        .isEqualToIgnoringNewLines(
            "1 of 6 actions have another level or other relations;"
                + " at most 3 % pass without --allow-change");
  }

  @Test
  void an_unknown_flag_gives_the_usage() {
    SmallRepository.Run run = small.refresh("--allow-all");
    assertThat(run.err()).startsWith("usage: ");
    assertThat(run.code()).isEqualTo(2);
  }
}
