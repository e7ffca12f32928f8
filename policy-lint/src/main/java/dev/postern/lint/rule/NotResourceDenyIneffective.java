package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ArnTemplate;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ArnGlob;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.ResourceElement.NotResource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.List;

/** A {@code Deny} that leaves out every resource that its actions take. */
final class NotResourceDenyIneffective implements StatementRule {
  private static final Splitter FIELDS = Splitter.on(':').limit(6);

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "notresource-deny-ineffective", "a `Deny` leaves out all that its actions take")
        .on(PolicyTypes.WITH_RESOURCES)
        .peers("boogy:not_resource_deny_ineffective");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isDeny()
        || !(statement.action().value() instanceof Action)
        || !(statement.resource().value() instanceof NotResource element)
        || element.patterns().isEmpty()) {
      return;
    }
    ImmutableList<ActionDefinition> actions = policy.actions(statement);
    if (isEverything(element)
        || (!actions.isEmpty() && actions.stream().allMatch(action -> isSpared(action, element)))) {
      findings
          .at(statement.resource().span())
          .message("no resource that the actions take is left, so nothing is denied")
          .advice("name in `NotResource` only what is to be spared")
          .related(statement.action().span(), "these are the actions")
          .add();
    }
  }

  private static boolean isEverything(NotResource element) {
    return element.patterns().stream()
        .anyMatch(entry -> entry.value() instanceof ResourcePattern.Any);
  }

  /* A request for an action without resources matches the star alone, so it is denied. */
  private static boolean isSpared(ActionDefinition action, NotResource element) {
    return !action.resources().isEmpty()
        && action.resources().stream()
            .flatMap(resource -> resource.type().arns().stream())
            .allMatch(template -> isSpared(template, element));
  }

  private static boolean isSpared(ArnTemplate template, NotResource element) {
    List<String> fields = FIELDS.splitToList(template.text());
    return element.patterns().stream()
        .map(Located::value)
        .filter(ArnPattern.class::isInstance)
        .map(pattern -> ((ArnPattern) pattern).glob())
        .anyMatch(glob -> glob.partition().matches("aws") && covers(glob, fields));
  }

  private static boolean covers(ArnGlob glob, List<String> fields) {
    return glob.service().covers(open(fields.get(2)))
        && glob.region().covers(open(fields.get(3)))
        && glob.account().covers(open(fields.get(4)))
        && glob.resource().covers(open(fields.get(5)));
  }

  /* A placeholder stands for any text. */
  private static Glob open(String field) {
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (at < field.length()) {
      int open = field.indexOf("{", at);
      int close = open < 0 ? -1 : field.indexOf('}', open);
      if (close < 0) {
        break;
      }
      int dollar = open > at && field.charAt(open - 1) == '$' ? open - 1 : open;
      pattern.append(field, at, dollar).append('*');
      at = close + 1;
    }
    return Glob.of(pattern.append(field.substring(at)).toString());
  }
}
