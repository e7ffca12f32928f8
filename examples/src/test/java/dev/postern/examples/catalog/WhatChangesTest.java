package dev.postern.examples.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.Located;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a policy lets somebody change: its patterns say it only to who knows what exists. */
class WhatChangesTest {
  @Test
  void a_policy_allows_actions_that_change_something() throws IOException {
    PolicyDocument document =
        PolicyReader.strict().read(Path.of("policies/deploy-role.json"), PolicyType.IDENTITY);

    assertThat(changing(document))
        .containsExactly(
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet",
            "iam:PassRole",
            "s3:PutObject");
  }

  // README: what-changes
  /** The actions that some statement allows and that do more than list and read. */
  private static ImmutableList<String> changing(PolicyDocument document) {
    return Catalog.bundled().expand("*").stream()
        .filter(action -> action.level().isWriteLike())
        .map(ActionDefinition::fullName)
        .filter(action -> allows(document, ActionName.of(action)))
        .collect(toImmutableList());
  }

  private static boolean allows(PolicyDocument document, ActionName action) {
    return document.statementList().stream()
        .map(Located::value)
        .anyMatch(statement -> statement.isAllow() && statement.action().value().covers(action));
  }
  // README: end
}
