package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeCatalog() throws IOException {
    SampleCatalog.of("2026-09-26").write(folder.resolve("sample.txt"));
  }

  private Ran action(String... arguments) {
    return actionReading("", arguments);
  }

  private Ran actionReading(String input, String... arguments) {
    String[] all =
        Stream.concat(Stream.of("action", "--catalog=sample.txt"), Stream.of(arguments))
            .toArray(String[]::new);
    return posternReading(input, folder, all);
  }

  @Test
  void tells_all_that_is_known() {
    assertThat(action("iam:addroletoinstanceprofile"))
        .isEqualTo(
            new Ran(
                0,
                """
                iam:AddRoleToInstanceProfile
                  access level: Write
                  service: AWS Identity and Access Management (IAM)
                  resource policies: yes, written by:
                    iam:UpdateAssumeRolePolicy
                  resource control policies: no
                  condition keys:
                    aws:TagKeys  String, multi-valued
                  resource type instance-profile, required:
                    arn:${Partition}:iam::${Account}:instance-profile/${InstanceProfileNameWithPath}
                  resource type role:
                    arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}
                    aws:ResourceTag/${TagKey}  String
                    iam:AssociatedResourceArn  ARN
                    iam:PassedToService        String
                    iam:ResourceTag/${TagKey}  String
                  also needs, as of 2025-12-06:
                    iam:PassRole
                """,
                ""));
  }

  @Test
  void an_action_without_resource_types_takes_the_star_only() {
    assertThat(action("s3:ListAllMyBuckets").out())
        .contains("  resource types: none; a policy names it with \"Resource\": \"*\"\n");
  }

  @Test
  void the_keys_of_a_type_of_resource_stand_below_it() {
    assertThat(action("iam:PassRole").out())
        .contains(
            """
              condition keys:
                iam:AssociatedResourceArn  ARN
                iam:PassedToService        String
              resource type role, required:
                arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}
                aws:ResourceTag/${TagKey}  String
                iam:ResourceTag/${TagKey}  String
            """);
  }

  @Test
  void several_are_parted_by_a_blank_line_and_keep_their_order() {
    Ran ran = actionReading("iam:GetUser\n", "s3:GetObject", "-");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("s3:GetObject\n  access level: Read\n")
        .contains("\n\niam:GetUser\n  access level: Read\n");
  }

  @Test
  void an_operation_of_the_api_gives_the_actions_that_are_checked() {
    assertThat(action("s3:ListObjectsV2"))
        .isEqualTo(
            new Ran(
                0,
                """
                s3:ListObjectsV2 is an operation of the API and no action; AWS checks
                  s3:ListBucket
                """,
                ""));
  }

  @Test
  void what_an_operation_needs_may_depend_on_the_call() {
    assertThat(action("s3:HeadObject").out())
        .contains("\n  s3:GetObject\n")
        .contains("\n  s3:GetObjectVersion, depending on the call\n");
  }

  @Test
  void a_name_that_is_neither_is_told_and_the_others_are_printed() {
    Ran ran = action("s3:GetObjct", "s3:GetObject");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).startsWith("s3:GetObject\n");
    assertThat(ran.err())
        .isEqualTo(
            "postern: `s3:GetObjct` is not in the catalog of 2026-09-26; did you mean"
                + " `s3:GetObject`?\n");
  }

  @Test
  void a_pattern_is_wrong_usage() {
    assertThat(action("s3:GetObject", "s3:Get*"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "postern: `s3:Get*` is a pattern, which `postern actions` takes; see `postern"
                    + " action --help`\n"));
  }

  @Test
  void json_holds_all_that_is_known() {
    JsonValue json = action("--json", "iam:AddRoleToInstanceProfile", "s3:ListBucket").json();

    assertThat(at(json, "0/action")).isEqualTo("iam:AddRoleToInstanceProfile");
    assertThat(at(json, "0/level")).isEqualTo("Write");
    assertThat(at(json, "0/resourceTypes")).isEqualTo("2 elements");
    assertThat(at(json, "0/conditionKeys/1")).isEqualTo("aws:TagKeys");
    assertThat(at(json, "0/dependentActions/0")).isEqualTo("iam:PassRole");
    assertThat(at(json, "0/dependentActionsAsOf")).isEqualTo("2025-12-06");
    assertThat(at(json, "0/service/prefix")).isEqualTo("iam");
    assertThat(at(json, "0/service/name")).isEqualTo("AWS Identity and Access Management (IAM)");
    assertThat(at(json, "0/service/resourcePolicies")).isEqualTo("yes");
    assertThat(at(json, "0/service/resourcePolicyActions/0"))
        .isEqualTo("iam:UpdateAssumeRolePolicy");
    assertThat(at(json, "0/service/resourceControlPolicies")).isEqualTo("false");
    assertThat(at(json, "0/ownConditionKeys/0/key")).isEqualTo("aws:TagKeys");
    assertThat(at(json, "0/ownConditionKeys/0/type")).isEqualTo("String");
    assertThat(at(json, "0/ownConditionKeys/0/multivalued")).isEqualTo("true");
    assertThat(at(json, "0/resources/0/required")).isEqualTo("true");
    assertThat(at(json, "0/resources/1/type")).isEqualTo("role");
    assertThat(at(json, "0/resources/1/required")).isEqualTo("false");
    assertThat(at(json, "0/resources/1/arns/0"))
        .isEqualTo("arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}");
    assertThat(at(json, "0/resources/1/conditionKeys")).isEqualTo("4 elements");
    assertThat(at(json, "0/resources/1/conditionKeys/1/key"))
        .isEqualTo("iam:AssociatedResourceArn");
    assertThat(at(json, "0/resources/1/conditionKeys/1/type")).isEqualTo("ARN");
    assertThat(at(json, "0/resources/1/conditionKeys/1/multivalued")).isEqualTo("false");
    assertThat(at(json, "1/service/resourceControlPolicies")).isEqualTo("true");
    assertThat(at(json, "1/action")).isEqualTo("s3:ListBucket");
  }

  @Test
  void json_of_an_operation_names_the_actions() {
    JsonValue json = action("--json", "s3:HeadObject").json();

    assertThat(at(json, "0/operation")).isEqualTo("s3:HeadObject");
    assertThat(at(json, "0/isChecked")).isEqualTo("true");
    assertThat(at(json, "0/checkedActions/0")).isEqualTo("s3:GetObject");
    assertThat(at(json, "0/sometimesCheckedActions/0")).isEqualTo("s3:GetObjectVersion");
  }

  @Test
  void json_of_nothing_is_an_array_too() {
    assertThat(action("--json", "s3:Frobnicate").out()).isEqualTo("[]\n");
  }

  @Test
  void a_catalog_never_steers_the_terminal() throws IOException {
    SampleCatalog.of("2026-09-26")
        .replace("Amazon S3", "A\u001B[31m\u202E")
        .replace("${BucketName}", "${\u009B}")
        .write(folder.resolve("sample.txt"));

    for (String option : new String[] {"--json", "s3:\u001B[31m"}) {
      Ran ran = action("s3:ListBucket", option);
      assertThat(ran.out() + ran.err())
          .contains("s3:ListBucket")
          .doesNotContain("\u001B", "\u202E", "\u009B");
    }
  }
}
