package dev.postern.catalog.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generator does not take from its sources, and how it says so. */
class RefusalTest {
  private static final String DATA = SmallRepository.IAM_DATA + "/package/data/";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{2} in {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          actions/alpha       | "List"                  | "Lists"                | :28:20 (/listthings/accessLevel): access level `Lists`; expected List, Read, Write, Permissions management or Tagging, or several parted by `, `
          actions/alpha       | Tagging, Write          | Tagging, Admin         | :5:20 (/tagthing/accessLevel): access level `Admin`; expected
          actions/alpha       | "backup"                | "backups"              | :20:16 (/creatething/resourceTypes/1/name): `backups`; expected a type of data/resourceTypes/alpha.json
          actions/alpha       | ["alpha:ObjectTag/<key>"] | ["alpha:Colour"]     | :22:23 (/creatething/conditionKeys/0): `alpha:Colour`; expected a key of data/conditionKeys/alpha.json
          actions/alpha       | ["alpha:Labels/"]       | ["alpha:Label/"]       | (/creatething/resourceTypes/1/conditionKeys/0): `alpha:Label/`; expected a key
          actions/alpha       | "ListThings"            | "ListAll"              | (/listthings/name): `ListAll`; expected a spelling of `listthings`
          actions/alpha       | scenarios               | sceneries              | (/listthings/sceneries): a member `sceneries`; expected none but `name`, `description`
          actions/alpha       | "accessLevel": "List",  | ~ ~                    | (/listthings): no member `accessLevel`; expected one
          actions/alpha       | "required": true        | "required": "true"     | (/tagthing/resourceTypes/0/required): a string; expected `true` or `false`
          actions/alpha       | "List"                  | ["List"]               | (/listthings/accessLevel): an array; expected a string
          actions/beta-x      | "dependentActions": []  | "dependentActions": ["alpha:TagThing"] | dependentActions): dependent actions; expected none in this package
          resourceTypes/alpha | arn:${Partition}:alpha:${Region}:${Account}:thing | ${Partition}:alpha:thing | (/thing/arn): ARN `${Partition}:alpha:thing/${ThingId}`; expected `arn:` and 6 parts
          resourceTypes/alpha | ${Vendor}:${Region}:*:${ResourceType}:${Id}       | ${Vendor}:${Region}      | (/backup/arn): ARN `arn:${Partition}:${Vendor}:${Region}`; expected `arn:` and 6 parts
          resourceTypes/alpha | thing/${ThingId}        | thing ${ThingId}       | (/thing/arn): ARN `arn:${Partition}:alpha:${Region}:${Account}:thing ${ThingId}`; expected printable ASCII characters without a space
          resourceTypes/alpha | ["aws:TagKeys",         | ["aws:TagKey",         | (/thing/conditionKeys/0): `aws:TagKey`; expected a key
          conditionKeys/alpha | "Numeric"               | "Number"               | (/alpha:size/type): key type `Number`; expected String, ARN, Bool
          conditionKeys/alpha | "Numeric"               | "ArrayOf"              | (/alpha:size/type): key type `ArrayOf`; expected String, ARN, Bool
          conditionKeys/alpha | saml:aud                | saml                   | (/saml/key): condition key `saml`; expected `prefix:Name`, without `<` and spaces
          conditionKeys/alpha | saml:aud                | saml:<aud>             | (/saml:<aud>/key): condition key `saml:<aud>`; expected `prefix:Name`, without `<` and spaces
          conditionKeys/alpha | saml:aud                | saml:a u d             | (/saml:a u d/key): condition key `saml:a u d`; expected `prefix:Name`, without `<` and spaces
          services            | beta-x                  | Beta                   | data/services.json:1:2 (/0): service prefix `Beta`; expected lower-case letters, digits and hyphens
          services            | beta-x                  | gamma                  | data/actions: files for other services; expected those of services.json
          serviceNames        | Amazon Alpha            | Amazon\\tAlpha         | (/alpha): `Amazon\tAlpha`; expected a name without control characters
          rcpSupportedServices | beta-x                 | gamma                  | data/rcpSupportedServices.json:1:2 (/0): `gamma`; expected a service of services.json
          """)
  void the_source_is_refused_at_its_place(String file, String text, String other, String message) {
    SmallRepository small =
        SmallRepository.in(folder).edit(DATA + file + ".json", text, other.strip());
    SmallRepository.Run run = small.refresh();
    assertThat(run.err()).startsWith(DATA).contains(message);
    assertThat(run.code()).isEqualTo(1);
    assertThat(small.hasCatalog()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"List Things", "List\\tThings", "ListThings*", "List:Things", "Lîst"})
  void an_action_has_letters_digits_and_hyphens(String name) {
    SmallRepository small =
        SmallRepository.in(folder)
            .edit(DATA + "actions/alpha.json", "ListThings", name)
            .edit(DATA + "actions/alpha.json", "listthings", Names.fold(name));
    assertThat(small.refresh().err())
        .contains("/name): action `")
        .contains("`; expected letters, digits and hyphens");
  }

  @Test
  void two_spellings_of_a_key_have_one_type() {
    SmallRepository small =
        SmallRepository.in(folder)
            .edit(
                DATA + "conditionKeys/alpha.json",
                "\"alpha:ResourceTag/tag-key\", \"description\": \"Left out\", \"type\": \"String\"",
                "\"alpha:ResourceTag/tag-key\", \"description\": \"Left out\", \"type\": \"ARN\"");
    assertThat(small.refresh().err())
        .contains(
            "(/alpha:resourcetag~1${tagkey}/type): another type than in the other spelling of"
                + " `alpha:ResourceTag/${TagKey}`; expected the same");
  }

  @Test
  void a_type_listed_twice_is_listed_alike() {
    SmallRepository small =
        SmallRepository.in(folder)
            .edit(
                DATA + "actions/alpha.json",
                "{\"name\": \"thing\", \"required\": true",
                "{\"name\": \"thing\", \"required\": false");
    assertThat(small.refresh().err())
        .contains("(/tagthing/resourceTypes/1): `Thing` again, but otherwise");
  }

  @Test
  void each_service_says_what_is_wrong_with_it() {
    SmallRepository small =
        SmallRepository.in(folder)
            .edit(DATA + "actions/alpha.json", "\"List\"", "\"Lists\"")
            .edit(DATA + "actions/beta-x.json", "\"Write\"", "\"Writes\"");
    assertThat(small.refresh().err().lines()).hasSize(2);
  }

  @Test
  void a_file_that_is_no_json_is_refused() {
    SmallRepository small = SmallRepository.in(folder).add(DATA + "actions/alpha.json", "{");
    assertThat(small.refresh().err()).startsWith(DATA + "actions/alpha.json:1:");
  }

  @Test
  void a_managed_policy_that_is_not_understood_is_refused() {
    String file =
        SmallRepository.IAM_FLOYD + "/package/lib/generated/aws-managed-policies/iam-floyd.js";
    SmallRepository small = SmallRepository.in(folder).edit(file, "'ReadOnlyAccess'", "name()");
    assertThat(small.refresh().err())
        .startsWith(file + ": `AwsManagedPolicy.ReadOnlyAccess = name();`; expected");
  }

  @Test
  void an_older_action_that_is_no_name_is_refused() {
    String file = SmallRepository.OLDER + "/package/data/actions/old.json";
    SmallRepository small =
        SmallRepository.in(folder).edit(file, "alpha:CreateThing", "CreateThing");
    assertThat(small.refresh().err())
        .startsWith(file + ":8:26 (/gone/dependentActions/0): action `CreateThing`; expected");
  }

  @Test
  void other_bytes_than_pinned_are_refused() {
    SmallRepository small = SmallRepository.in(folder).add(SmallRepository.IAM_DATA + ".tgz", "x");
    assertThat(small.refresh().err())
        .startsWith(SmallRepository.IAM_DATA + ".tgz: sha512-")
        .contains("; expected sha512-");
  }

  @Test
  void another_version_than_pinned_is_refused() {
    SmallRepository small =
        SmallRepository.in(folder)
            .edit(SmallRepository.IAM_DATA + "/package/package.json", "2.0.0", "2.0.1");
    assertThat(small.refresh().err())
        .startsWith(SmallRepository.IAM_DATA + "/package/package.json:1:")
        .contains("(/version): `2.0.1`; expected `2.0.0`, as pinned");
  }

  @Test
  void a_pin_that_is_missing_is_named() {
    SmallRepository small =
        SmallRepository.in(folder).edit("catalog-sources.properties", "iam-floyd.version", "x");
    assertThat(small.refresh().err())
        .startsWith("catalog-sources.properties: no iam-floyd.version; expected");
  }

  @Test
  void a_package_that_is_missing_is_named() {
    SmallRepository small =
        SmallRepository.in(folder).edit("catalog-sources.properties", "= iam-floyd", "= floyd");
    assertThat(small.refresh().err()).startsWith("floyd-1.0.0.tgz: cannot be read; expected");
  }

  @Test
  void an_action_that_writes_policies_has_to_exist() {
    SmallRepository small =
        SmallRepository.in(folder).edit(ResourcePolicies.FILE, "PutTopicPolicy", "PutPolicy");
    assertThat(small.refresh().err())
        .isEqualToIgnoringNewLines(
            "resource-policies.tsv: action `beta-x:PutPolicy`; expected one of the catalog");
  }

  @Test
  void a_service_with_policies_has_to_exist() {
    SmallRepository small =
        SmallRepository.in(folder).edit(ResourcePolicies.FILE, "beta-x\tyes", "gamma\tyes");
    assertThat(small.refresh().err())
        .isEqualToIgnoringNewLines(
            "resource-policies.tsv: service `gamma`; expected one of the catalog");
  }

  @Test
  void an_answer_is_yes_or_shared() {
    SmallRepository small =
        SmallRepository.in(folder).edit(ResourcePolicies.FILE, "\tyes\t", "\tno\t");
    assertThat(small.refresh().err())
        .isEqualToIgnoringNewLines("resource-policies.tsv: answer `no`; expected yes or shared");
  }
}
