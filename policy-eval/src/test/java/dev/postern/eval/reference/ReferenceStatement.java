package dev.postern.eval.reference;

import dev.postern.model.ActionElement;
import dev.postern.model.Condition;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a statement matches a request: every element that is there. AWS: "IAM JSON policy
 * elements: Action", "NotAction", "Resource", "NotResource", "Version".
 */
final class ReferenceStatement {
  private final Case asked;
  private final Resource resource;
  private final Place place;
  private final PolicyDocument document;
  private final Statement statement;
  private final ReferencePrincipal principal;

  ReferenceStatement(
      Case asked, Resource resource, Place place, PolicyDocument document, Statement statement) {
    this.asked = asked;
    this.resource = resource;
    this.place = place;
    this.document = document;
    this.statement = statement;
    this.principal = new ReferencePrincipal(asked, resource, place);
  }

  /** In a Deny one of the possible contexts suffices, an Allow needs them all. */
  boolean matches(List<ReferenceContext> contexts) {
    return statement.isAllow()
        ? contexts.stream().allMatch(this::matches)
        : contexts.stream().anyMatch(this::matches);
  }

  private boolean matches(ReferenceContext context) {
    ReferenceConditions conditions = new ReferenceConditions(document, context);
    return lean(readings -> principal(readings))
        && lean(readings -> action(readings))
        && lean(readings -> resource(context, readings))
        && statement.condition().value().conditions().stream()
            .allMatch(condition -> condition(conditions, condition));
  }

  private boolean condition(ReferenceConditions conditions, Condition condition) {
    return lean(readings -> conditions.test(condition, readings));
  }

  private boolean lean(Predicate<Readings> element) {
    return Readings.lean(statement.isAllow(), element);
  }

  /** As what the requester is named, under every reading. */
  Set<ReferencePrincipal.Named> named() {
    return Readings.common(readings -> principal.named(statement.principal().value(), readings));
  }

  private boolean principal(Readings readings) {
    return !place.hasPrincipals()
        || principal.matches(statement.principal().value(), statement.isAllow(), readings);
  }

  private boolean action(Readings readings) {
    ActionElement element = statement.action().value();
    boolean listed =
        element.patterns().stream().anyMatch(pattern -> isAsked(pattern.value().text()));
    if (element instanceof ActionElement.Action) {
      return listed;
    }
    return element.patterns().isEmpty() ? readings.of("U28") : !listed;
  }

  /* AWS: service and name, each with wildcards, letter case aside. */
  private boolean isAsked(String pattern) {
    if (isStars(pattern)) {
      return true;
    }
    String[] wanted = ReferenceText.foldName(pattern).split(":", 2);
    String[] name = ReferenceText.foldName(asked.action()).split(":", 2);
    return ReferenceText.plain(wanted[0]).matches(name[0])
        && ReferenceText.plain(wanted[1]).matches(name[1]);
  }

  private static boolean isStars(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
  }

  private boolean resource(ReferenceContext context, Readings readings) {
    ResourceElement element = statement.resource().value();
    if (element instanceof ResourceElement.Absent) {
      // AWS: a key policy without it is inert; in other policies it is what they are attached to.
      return document.type().kind() != PolicyType.Kind.KMS_KEY;
    }
    List<String> patterns =
        element.patterns().stream().map(pattern -> pattern.value().text()).toList();
    boolean listed = patterns.stream().anyMatch(pattern -> isAsked(pattern, context, readings));
    if (element instanceof ResourceElement.Resource) {
      return listed;
    }
    if (patterns.isEmpty()) {
      return readings.of("U28");
    }
    boolean valueless = patterns.stream().anyMatch(pattern -> resolved(pattern, context).isEmpty());
    return !listed && (!valueless || readings.of("U08"));
  }

  private Optional<ReferenceText> resolved(String pattern, ReferenceContext context) {
    return ReferenceText.of(pattern, hasVariables(), context);
  }

  private boolean hasVariables() {
    return document.version().value().text().equals("2012-10-17");
  }

  private boolean isAsked(String pattern, ReferenceContext context, Readings readings) {
    if (isStars(pattern)) {
      return true;
    }
    Optional<ReferenceText> resolved = resolved(pattern, context);
    if (resource.isNone() || resolved.isEmpty()) {
      return false;
    }
    List<ReferenceText> fields = resolved.get().fields(6);
    List<String> arn = Resource.fields(resource.text());
    if (fields.size() < 6) {
      return runsOver(fields) && readings.of("U25");
    }
    boolean exact = fields(fields, arn, arn.get(5).length());
    boolean matched = exact || (folded(fields, arn) && readings.of("U24"));
    return matched && (!wildcardInType(fields) || readings.of("U26"));
  }

  private static boolean fields(List<ReferenceText> patterns, List<String> arn, int caseless) {
    for (int i = 0; i < 5; i++) {
      if (!patterns.get(i).matches(arn.get(i))) {
        return false;
      }
    }
    return patterns.get(5).matches(arn.get(5), caseless);
  }

  /*
   * AWS: user names are unique whatever their letter case; of their paths and of the first fields
   * it does not say.
   */
  private static boolean folded(List<ReferenceText> patterns, List<String> arn) {
    boolean user = arn.get(2).equals("iam") && arn.get(5).startsWith("user/");
    int caseless = user ? 0 : arn.get(5).length();
    return patterns.get(0).matches(arn.get(0))
        && patterns.get(1).matchesFolded(arn.get(1))
        && patterns.get(2).matchesFolded(arn.get(2))
        && patterns.get(3).matchesFolded(arn.get(3))
        && patterns.get(4).matches(arn.get(4))
        && patterns.get(5).matches(arn.get(5), caseless);
  }

  private boolean runsOver(List<ReferenceText> patterns) {
    String[] arn = resource.text().split(":", patterns.size());
    for (int i = 0; i < patterns.size(); i++) {
      if (!patterns.get(i).matches(arn[i])) {
        return false;
      }
    }
    return true;
  }

  /* AWS: no wildcard in service or resource type. The resources of S3 have no type before them. */
  private static boolean wildcardInType(List<ReferenceText> fields) {
    if (fields.get(2).hasWildcard()) {
      return true;
    }
    List<ReferenceText.Mark> marks = fields.get(5).marks();
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i).is('/') || marks.get(i).is(':')) {
        return !fields.get(2).text().equals("s3")
            && new ReferenceText(marks.subList(0, i)).hasWildcard();
      }
    }
    return false;
  }
}
