package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What patterns match. */
final class ExpansionTest {
  private static final Catalog CATALOG = Catalog.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN                 | MATCHES
          s3:GetObject            | s3:GetObject
          S3:getobject            | s3:GetObject
          s3:GetObjct             | ''
          s3:GetObject?cl         | s3:GetObjectAcl
          s3:GetObject?           | ''
          s3:*ObjectLock*         | s3:GetBucketObjectLockConfiguration s3:PutBucketObjectLockConfiguration
          sqs:*Visibility         | sqs:ChangeMessageVisibility
          s?s:*MoveTask           | sqs:CancelMessageMoveTask sqs:StartMessageMoveTask
          s3*:DeleteVectorBucket  | s3vectors:DeleteVectorBucket
          *:AssumeRoleWithSAML    | sts:AssumeRoleWithSAML
          GetObject               | ''
          s3:Get Object           | ''
          s3:                     | ''
          :GetObject              | ''
          nonesuch:*              | ''
          """)
  void a_pattern_expands(String pattern, String actions) {
    assertThat(CATALOG.expand(pattern))
        .extracting(ActionDefinition::fullName)
        .containsExactlyElementsOf(Splitter.on(' ').omitEmptyStrings().split(actions));
    assertThat(CATALOG.matchesAny(pattern)).isEqualTo(!actions.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"*", "**", "*:*", "?*:*"})
  void all_is_all(String pattern) {
    assertThat(CATALOG.expand(pattern)).hasSize(CATALOG.info().actions());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN          | OTHER             | COVERS
          s3:*             | s3:Get*           | true
          s3:Get*          | s3:*              | false
          *                | s3:*              | true
          s3:GetObject*    | S3:GETOBJECTACL   | true
          s3:*Multipart*   | s3:Abort*         | true
          s3:Abort*        | s3:*Multipart*    | false
          s3:*             | s3:Nonsense       | true
          s3:Nonsense      | s3:*              | false
          GetObject        | s3:GetObject      | false
          s3:GetObject     | GetObject         | true
          """)
  void a_pattern_covers_another_by_what_exists(String pattern, String other, boolean covers) {
    assertThat(CATALOG.covers(pattern, other)).isEqualTo(covers);
  }
}
