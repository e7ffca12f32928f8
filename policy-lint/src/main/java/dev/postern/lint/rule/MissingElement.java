package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/**
 * An element that has to be there and is not. Silent where another element is spelled much like it:
 * then the element is misspelt, not missing, and its spelling is reported already.
 */
record MissingElement(RuleInfo info, ImmutableSet<ProblemCode> codes, ImmutableSet<String> names)
    implements ProblemRule {
  private static final ImmutableSet<String> KNOWN =
      ImmutableSet.of(
          "Version",
          "Id",
          "Statement",
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  static MissingElement statement() {
    return new MissingElement(
        RuleInfo.error("statement-missing", "the document has no `Statement`")
            .peers("parliament:MALFORMED")
            .issueCode("MISSING_STATEMENT"),
        ImmutableSet.of(ProblemCode.STATEMENT_MISSING),
        ImmutableSet.of("Statement"));
  }

  static MissingElement effect() {
    return new MissingElement(
        RuleInfo.error("effect-missing", "the statement has no `Effect`")
            .peers("parliament:MALFORMED")
            .issueCode("MISSING_EFFECT"),
        ImmutableSet.of(ProblemCode.EFFECT_MISSING),
        ImmutableSet.of("Effect"));
  }

  static MissingElement action() {
    return new MissingElement(
        RuleInfo.error("action-missing", "the statement has no `Action` and no `NotAction`")
            .peers("parliament:MALFORMED")
            .issueCode("MISSING_ACTION"),
        ImmutableSet.of(ProblemCode.ACTION_MISSING),
        ImmutableSet.of("Action", "NotAction"));
  }

  static MissingElement principal() {
    return new MissingElement(
        RuleInfo.error("principal-missing", "the statement does not say to whom it applies")
            .on(PolicyTypes.WITH_PRINCIPALS)
            .issueCode("MISSING_PRINCIPAL"),
        ImmutableSet.of(ProblemCode.PRINCIPAL_MISSING),
        ImmutableSet.of("Principal", "NotPrincipal"));
  }

  static MissingElement resource() {
    return new MissingElement(
        RuleInfo.error("resource-missing", "the statement has no `Resource` and no `NotResource`")
            .peers("parliament:MALFORMED")
            .on(PolicyTypes.WITH_RESOURCES)
            .issueCode("MISSING_RESOURCE"),
        ImmutableSet.of(ProblemCode.RESOURCE_MISSING, ProblemCode.RESOURCE_ABSENT),
        ImmutableSet.of("Resource", "NotResource"));
  }

  @Override
  public void check(Problem problem, LintedPolicy policy, Findings findings) {
    Optional<JsonObject> incomplete =
        policy
            .at(problem.span().pointer())
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast);
    if (incomplete.filter(this::isMisspelt).isEmpty()
        && !(problem.code() == ProblemCode.RESOURCE_ABSENT
            && incomplete.filter(ImpliedResource::covers).isPresent())) {
      findings.add(problem.span(), problem.message(), problem.help());
    }
  }

  private boolean isMisspelt(JsonObject object) {
    return object.members().stream()
        .map(JsonValue.Member::name)
        .filter(name -> !KNOWN.contains(name))
        .anyMatch(name -> NearestName.of(name, KNOWN).filter(names::contains).isPresent());
  }
}
