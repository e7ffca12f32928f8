package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** An access control list may be written, whatever it says: {@code public-read} included. */
final class S3AclOpen implements StatementRule {
  private static final ImmutableList<ActionName> WRITING =
      ImmutableList.of(
          ActionName.of("s3:PutObjectAcl"),
          ActionName.of("s3:PutObjectVersionAcl"),
          ActionName.of("s3:PutBucketAcl"));

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("s3-acl-open", "any access control list may be written")
        .on(Kind.IDENTITY, Kind.RESOURCE)
        .peers("cloudsplaining:ResourceExposure");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    boolean saysWhich =
        KeyUse.allOf(statement, policy).stream()
            .anyMatch(use -> use.isOf("s3:x-amz-acl") || use.isOfFamily("s3:x-amz-grant-"));
    if (!statement.isAllow() || saysWhich) {
      return;
    }
    ImmutableList<ActionName> open =
        WRITING.stream()
            .filter(action -> named(statement, action).isPresent())
            .collect(toImmutableList());
    open.stream()
        .findFirst()
        .flatMap(first -> named(statement, first))
        .ifPresent(
            reach ->
                findings.add(
                    reach.span(),
                    NameList.quoted(Lists.transform(open, ActionName::text))
                        + " with any list, `public-read` included",
                    "say which with `s3:x-amz-acl`, or do without lists: buckets own their"
                        + " objects by default"));
  }

  private static Optional<ActionReach> named(Statement statement, ActionName action) {
    return ActionReach.of(statement, action)
        .filter(reach -> reach.shape() == ActionReach.Shape.NAMED);
  }
}
