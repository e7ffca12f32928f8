package dev.postern.catalog;

import static dev.postern.catalog.ResourcePolicySupport.NO;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resources have policies. AWS: "AWS services that work with IAM". */
final class ResourcePoliciesTest {
  private static final ResourcePolicies POLICIES = ResourcePolicies.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SERVICE      | SUPPORT | ACTIONS
          iam          | YES     | iam:UpdateAssumeRolePolicy
          kms          | YES     | kms:PutKeyPolicy
          sqs          | YES     | sqs:AddPermission sqs:SetQueueAttributes
          execute-api  | YES     | apigateway:UpdateRestApiPolicy
          appsync      | SHARED  | appsync:PutResourcePolicy
          wafv2        | SHARED  | wafv2:PutPermissionPolicy
          athena       | NO      | ''
          nosuch       | NO      | ''
          """)
  void a_service_says_whether_and_by_which_actions(
      String service, ResourcePolicySupport support, String actions) {
    assertThat(POLICIES.support(service)).isEqualTo(support);
    assertThat(POLICIES.writingActions(service))
        .containsExactlyElementsOf(Splitter.on(' ').omitEmptyStrings().split(actions));
  }

  @Test
  void every_service_exists_and_has_writing_actions_that_exist() {
    Catalog catalog = Catalog.bundled();

    assertThat(POLICIES.services())
        .isNotEmpty()
        .allSatisfy(
            service -> {
              assertThat(catalog.service(service)).isPresent();
              assertThat(POLICIES.writingActions(service))
                  .isNotEmpty()
                  .isSorted()
                  .allSatisfy(action -> assertThat(catalog.action(action)).isPresent());
            });
  }

  @Test
  void the_catalog_tells_the_same() {
    assertThat(Catalog.bundled().services())
        .allSatisfy(
            service ->
                assertThat(service.resourcePolicies())
                    .isEqualTo(POLICIES.support(service.prefix())));
  }

  @Test
  void each_row_answers_yes_or_shared_in_the_order_of_services() {
    ImmutableList<ImmutableList<String>> rows = Table.read("resource-policies.tsv", 5);

    assertThat(rows).extracting(row -> row.get(1)).containsOnly("yes", "shared");
    assertThat(rows).extracting(row -> row.get(0)).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(POLICIES.support("athena")).isEqualTo(NO);
  }
}
