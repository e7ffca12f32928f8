package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A key's policy speaks of its key alone, as {@code *}. A statement about anything else does
 * nothing. AWS: "Key policies in AWS KMS", Resource.
 */
final class KmsResourceNotStar implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("kms-resource-not-star", "a key's policy speaks of something else")
        .on(Kind.KMS_KEY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    if (!(located.value().resource().value() instanceof ResourceElement.Resource resources)) {
      return;
    }
    for (Located<ResourcePattern> resource : resources.patterns()) {
      boolean isKey =
          resource.value() instanceof ResourcePattern.Any
              || policy.catalog().resourceTypes("kms", resource.value().text()).stream()
                  .anyMatch(type -> type.name().equals("key"));
      if (!isKey) {
        findings.add(
            resource.span(),
            "`" + resource.value().text() + "` is not the key that the policy belongs to",
            "write `*`: in a key's policy it stands for this key and no other");
      }
    }
  }
}
