package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Locale;

/** A name that runs into a star: it also matches names that only begin alike. */
final class ResourceNamePrefixOpen implements StatementRule {
  private static final CharMatcher PART_OF_A_WORD =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.is('}'));
  private static final CharMatcher SEPARATOR = CharMatcher.anyOf("/:");
  private static final ImmutableSet<String> OWNER_KEYS =
      ImmutableSet.of(
          "aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths", "s3:resourceaccount");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("resource-name-prefix-open", "a name runs into a star")
        .on(Kind.IDENTITY, Kind.SESSION);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow() || !(statement.resource().value() instanceof Resource element)) {
      return;
    }
    for (Located<ResourcePattern> entry : element.patterns()) {
      if (entry.value() instanceof ArnPattern pattern) {
        Arn arn = Arn.of(pattern.text());
        if (isBucket(arn)) {
          checkBucket(arn, entry, statement, policy, findings);
        } else if (isOpen(nameOf(arn.resource())) && !isMadeByAws(arn)) {
          report(entry, nameOf(arn.resource()), Severity.WARNING, findings);
        }
      }
    }
  }

  private static boolean isBucket(Arn arn) {
    return arn.service().equals("s3") && arn.account().isEmpty();
  }

  private static void checkBucket(
      Arn arn,
      Located<ResourcePattern> entry,
      Statement statement,
      LintedPolicy policy,
      Findings findings) {
    int slash = arn.resource().indexOf('/');
    String bucket = slash < 0 ? arn.resource() : arn.resource().substring(0, slash);
    if (isOpen(bucket)
        && !namesTheOwner(statement)
        && policy.actions(statement).stream().anyMatch(ResourceNamePrefixOpen::isAboutObjects)) {
      report(entry, bucket, Severity.SECURITY_WARNING, findings);
    }
  }

  /* To look at a stranger's bucket does no harm; to read or write in it may. */
  private static boolean isAboutObjects(ActionDefinition action) {
    return action.service().equals("s3")
        && action.resources().stream()
            .anyMatch(resource -> resource.type().name().equals("object"));
  }

  /* Nobody else can give such a name. */
  private static boolean isMadeByAws(Arn arn) {
    return arn.account().isEmpty() || arn.resource().startsWith("role/aws-service-role/");
  }

  /* The last part of the resource, if a type stands before it that has no star. */
  private static String nameOf(String resource) {
    int at = SEPARATOR.lastIndexIn(resource);
    return at <= 0 || resource.indexOf('*') < at ? "" : resource.substring(at + 1);
  }

  private static boolean isOpen(String name) {
    int star = name.indexOf('*');
    return star > 0 && star == name.length() - 1 && PART_OF_A_WORD.matches(name.charAt(star - 1));
  }

  private static boolean namesTheOwner(Statement statement) {
    for (Condition condition : statement.condition().value().conditions()) {
      if (OWNER_KEYS.contains(condition.key().value().text().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Located<ResourcePattern> entry, String name, Severity severity, Findings findings) {
    String stem = name.substring(0, name.length() - 1);
    boolean isBucket = severity == Severity.SECURITY_WARNING;
    findings
        .at(entry.span())
        .severity(severity)
        .message(
            "`"
                + name
                + "` also matches `"
                + stem
                + "-evil`"
                + (isBucket ? ", a bucket that anybody can create" : ""))
        .advice(
            isBucket
                ? "name the buckets, or say whose they are with `aws:ResourceAccount`"
                : "end the name with a separator, `" + stem + "-*`, or write it out")
        .add();
  }
}
