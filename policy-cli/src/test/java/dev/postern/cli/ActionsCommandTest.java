package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionsCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeCatalog() throws IOException {
    SampleCatalog.of("2026-09-26").write(folder.resolve("sample.txt"));
  }

  private Ran actions(String... arguments) {
    return actionsReading("", arguments);
  }

  private Ran actionsReading(String input, String... arguments) {
    String[] all =
        Stream.concat(Stream.of("actions", "--catalog", "sample.txt"), Stream.of(arguments))
            .toArray(String[]::new);
    return posternReading(input, folder, all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ARGUMENTS                                      | ACTIONS
          s3:Get*Tagging                                 | s3:GetBucketTagging s3:GetObjectTagging
          S3:GETOBJECT                                   | s3:GetObject
          s3:GetObject?ersion s3:GetObj* iam:Get*        | iam:GetAccountSummary iam:GetUser s3:GetObject s3:GetObjectTagging s3:GetObjectVersion
          *:Tag*                                         | iam:TagUser
          --level Write *                                | iam:AddRoleToInstanceProfile iam:PassRole s3:PutObject s3:PutReplicationConfiguration
          --level list,TAGGING *                         | iam:GetAccountSummary iam:TagUser s3:ListAllMyBuckets s3:ListBucket s3:PutBucketTagging
          --resource-type bucket --level read *          | s3:GetBucketTagging
          --resource-type S3:Object --level=write *      | s3:PutObject s3:PutReplicationConfiguration
          --resource-type iam:user *                     | iam:GetUser iam:TagUser
          --condition-key s3:prefix *                    | s3:ListBucket
          --condition-key aws:TagKeys s3:*               | s3:PutBucketTagging s3:PutReplicationConfiguration
          --condition-key IAM:resourcetag/team iam:*e    | iam:AddRoleToInstanceProfile iam:PassRole
          """)
  void lists_what_matches_by_name_and_each_once(String arguments, String actions) {
    Ran ran = actions(arguments.split(" ", -1));

    assertThat(ran).isEqualTo(new Ran(0, actions.replace(' ', '\n') + "\n", ""));
  }

  @Test
  void asks_the_catalog_that_is_built_in() {
    assertThat(postern(folder, "actions", "sts:getcalleridentity"))
        .isEqualTo(new Ran(0, "sts:GetCallerIdentity\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN          | COMPLAINT
          s3:GetObjct      | `s3:GetObjct` is not in the catalog of 2026-09-26; did you mean `s3:GetObject`?
          s3:Gett*         | `s3:Gett*` matches nothing in the catalog of 2026-09-26; did you mean `s3:Get*`?
          xyzzy:Frobnicate | `xyzzy:Frobnicate` is not in the catalog of 2026-09-26, which has no service `xyzzy`
          xyzzy:*          | `xyzzy:*` matches nothing in the catalog of 2026-09-26, which has no service `xyzzy`
          *:Frobnicate     | `*:Frobnicate` matches nothing in the catalog of 2026-09-26
          Frobnicate       | `Frobnicate` is not an action; expected `service:Name` or `*`
          s3:              | `s3:` is not an action; expected `service:Name` or `*`
          """)
  void what_matches_nothing_is_told_with_the_date_and_the_others_are_listed(
      String pattern, String complaint) {
    assertThat(actions("s3:PutObject", pattern, "iam:GetUser"))
        .isEqualTo(new Ran(1, "iam:GetUser\ns3:PutObject\n", "postern: " + complaint + "\n"));
  }

  @Test
  void what_is_retired_is_told_so() {
    assertThat(postern(folder, "actions", "deepracer:gettrack").err())
        .startsWith("postern: `deepracer:GetTrack` is retired: AWS last listed it on 202")
        .contains(", and it is not in the catalog of ")
        .hasLineCount(1);
  }

  @Test
  void each_pattern_that_matches_nothing_is_told_once() {
    assertThat(actions("s3:X1", "s3:X2", "s3:X1").err()).hasLineCount(2);
  }

  @Test
  void standard_input_gives_a_pattern_a_line() {
    assertThat(actionsReading("s3:PutO*\r\n\n  iam:Pass* \n", "s3:PutBucketP*", "-"))
        .isEqualTo(new Ran(0, "iam:PassRole\ns3:PutBucketPolicy\ns3:PutObject\n", ""));
  }

  @Test
  void no_pattern_at_all_lists_nothing() {
    assertThat(actionsReading("\n", "-")).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void input_that_is_no_text_exits_with_2() {
    Ran ran =
        posternReading(new byte[] {(byte) 0xC3, 0x28}, folder, "actions", "s3:GetObject", "-");

    assertThat(ran)
        .isEqualTo(new Ran(2, "s3:GetObject\n", "postern: <stdin>: the byte 0xC3 is not UTF-8\n"));
  }

  @Test
  void options_may_leave_nothing() {
    assertThat(actions("iam:*", "--resource-type", "bucket")).isEqualTo(new Ran(0, "", ""));
    assertThat(actions("iam:*", "--resource-type", "bucket", "--json"))
        .isEqualTo(new Ran(0, "[]\n", ""));
  }

  @Test
  void a_key_of_every_action_is_told_as_one() {
    assertThat(actions("s3:*", "--condition-key", "aws:SourceIp"))
        .isEqualTo(
            new Ran(
                0,
                "",
                "postern: --condition-key: `aws:SourceIp` goes with every action, and is listed for"
                    + " none\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ARGUMENTS                    | COMPLAINT
          --level Admin                | --level: `Admin` is none of List, Read, Write, Permissions management, Tagging
          --resource-type bukcet       | --resource-type: `bukcet` is not in the catalog of 2026-09-26; did you mean `bucket`?
          --resource-type iam:bucket   | --resource-type: `iam:bucket` is not in the catalog of 2026-09-26; did you mean `s3:bucket`?
          --resource-type s3:buckets   | --resource-type: `s3:buckets` is not in the catalog of 2026-09-26; did you mean `s3:bucket`?
          --condition-key s3:prefx     | --condition-key: `s3:prefx` is not in the catalog of 2026-09-26; did you mean `s3:prefix`?
          --condition-key aws:SourceIP4 | --condition-key: `aws:SourceIP4` is not in the catalog of 2026-09-26; did you mean `aws:SourceIp`?
          --condition-key prefix       | --condition-key: `prefix` is not in the catalog of 2026-09-26
          """)
  void an_option_that_names_nothing_is_wrong_usage(String arguments, String complaint) {
    Ran ran = actions(("s3:* " + arguments).split(" ", -1));

    assertThat(ran)
        .isEqualTo(new Ran(2, "", "postern: " + complaint + "; see `postern actions --help`\n"));
  }

  @Test
  void json_is_an_array_with_an_action_a_line() {
    Ran ran = actions("--json", "s3:PutReplication*", "s3:List*");

    JsonValue json = ran.json();
    assertThat(ran.out()).hasLineCount(5);
    assertThat(at(json, "0/action")).isEqualTo("s3:ListAllMyBuckets");
    assertThat(at(json, "0/resourceTypes")).isEqualTo("0 elements");
    assertThat(at(json, "2/action")).isEqualTo("s3:PutReplicationConfiguration");
    assertThat(at(json, "2/level")).isEqualTo("Write");
    assertThat(at(json, "2/resourceTypes/1")).isEqualTo("object");
    assertThat(at(json, "2/conditionKeys/0")).isEqualTo("aws:TagKeys");
    assertThat(at(json, "2/dependentActions/0")).isEqualTo("iam:PassRole");
  }

  @Test
  void compresses_actions_to_patterns() {
    assertThat(actions("--compress", "s3:GetObject*", "s3:getbuckettagging", "iam:PassRole"))
        .isEqualTo(new Ran(0, "iam:PassRole\ns3:Get*\n", ""));
  }

  @Test
  void compresses_what_the_options_leave() {
    assertThat(actions("--compress", "--level", "read", "s3:*").out()).isEqualTo("s3:Get*\n");
  }

  @Test
  void compressed_json_is_an_array_of_patterns() {
    Ran ran = actionsReading("s3:Get*\ns3:GetNothing\n", "--compress", "--json", "-");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("[\n\"s3:Get*\"\n]\n");
    assertThat(ran.err()).contains("`s3:GetNothing` is not in the catalog of 2026-09-26");
  }

  @Test
  void a_name_never_steers_the_terminal() throws IOException {
    SampleCatalog.of("2026-09-26")
        .replace("PassRole", "Pass\u001B[31m\u202ERole")
        .write(folder.resolve("sample.txt"));

    for (String option : new String[] {"--compress", "--json", "--level=write"}) {
      Ran ran = actions("iam:Pass*", option, "s3:Get\u001B[31m\u009Bx");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out() + ran.err())
          .contains("Pass")
          .doesNotContain("\u001B", "\u202E", "\u009B");
    }
  }
}
