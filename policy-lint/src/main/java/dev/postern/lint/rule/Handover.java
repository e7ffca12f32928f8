package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionName;
import dev.postern.model.Statement;

/**
 * A permission by which somebody gives a role to a service, and what confines it. AWS: "Grant a
 * user permissions to pass a role to an AWS service", "Create a service-linked role".
 */
enum Handover {
  /** Hands an existing role to a service. */
  PASS_ROLE("iam:PassRole", "iam:PassedToService", "iam:AssociatedResourceArn") {
    @Override
    boolean confines(KeyUse use) {
      return !use.isIfExists();
    }

    @Override
    String reach() {
      return "any role";
    }
  },
  /** Lets a service make its role. */
  CREATE_SERVICE_LINKED_ROLE("iam:CreateServiceLinkedRole", "iam:AWSServiceName") {
    @Override
    boolean confines(KeyUse use) {
      return !use.isIfExists() && use.texts().stream().noneMatch(text -> text.startsWith("*"));
    }

    @Override
    String reach() {
      return "the role of any service";
    }
  };

  private final String action;
  private final String key;
  private final ImmutableSet<String> confiningKeys;

  Handover(String action, String... keys) {
    this.action = action;
    this.key = keys[0];
    this.confiningKeys = lowerCase(keys);
  }

  private static ImmutableSet<String> lowerCase(String... keys) {
    ImmutableSet.Builder<String> folded = ImmutableSet.builder();
    for (String one : keys) {
      folded.add(Ascii.toLowerCase(one));
    }
    return folded.build();
  }

  /** Whether a test of one of the confining keys holds for some services only. */
  abstract boolean confines(KeyUse use);

  /** What one may hand over where nothing confines it. */
  abstract String reach();

  /** The action. */
  ActionName action() {
    return ActionName.of(action);
  }

  /** The key that names the service. */
  String key() {
    return key;
  }

  /** Whether a condition of a statement says to which services, or for which resources. */
  boolean isConfined(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(use -> confiningKeys.contains(use.foldedKey()) && confines(use));
  }
}
