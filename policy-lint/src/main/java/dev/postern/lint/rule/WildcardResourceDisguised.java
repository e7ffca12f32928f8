package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ArnTemplate;
import dev.postern.catalog.ResourceType;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.List;
import java.util.Optional;

/** An ARN pattern that takes in every resource of a type, in every account and region. */
final class WildcardResourceDisguised implements StatementRule {
  private static final int FIELDS = 6;
  private static final int PARTITION = 1;
  private static final int NAME = 5;

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("wildcard-resource-disguised", "an ARN that is as good as `*`")
        .on(Kind.IDENTITY, Kind.SESSION)
        .peers("parliament:RESOURCE_EFFECTIVELY_STAR");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()
        || !(statement.resource().value() instanceof ResourceElement.Resource resource)
        || StarResource.of(statement).isPresent()
        || Restraint.isOn(statement, policy)
        || resource.patterns().stream().noneMatch(pattern -> mayBeStar(pattern.value()))) {
      return;
    }
    ImmutableList<ResourceType> types =
        policy.actions(statement).stream()
            .map(ActionDefinition::resources)
            .flatMap(List::stream)
            .map(taken -> taken.type())
            .distinct()
            .collect(toImmutableList());
    for (Located<ResourcePattern> pattern : resource.patterns()) {
      if (mayBeStar(pattern.value()) && pattern.value() instanceof ArnPattern arn) {
        Optional<ResourceType> whole =
            types.stream().filter(type -> takesInAll(arn, type)).findFirst();
        if (whole.isPresent()) {
          findings.add(
              pattern.span(),
              "`"
                  + arn.text()
                  + "` matches each resource of type `"
                  + whole.get().name()
                  + "` there is",
              "name the resources that are needed, or write `*` if all are meant");
          return;
        }
      }
    }
  }

  /* Cheap to ask, and false for almost every pattern. */
  private static boolean mayBeStar(ResourcePattern pattern) {
    if (!(pattern instanceof ArnPattern arn)) {
      return false;
    }
    ImmutableList<String> fields = arn.fields();
    return fields.get(NAME).endsWith("*")
        && (fields.get(4).isEmpty() || fields.get(4).startsWith("*"));
  }

  private static boolean takesInAll(ArnPattern pattern, ResourceType type) {
    return type.arns().stream().allMatch(arn -> takesInAll(pattern, arn));
  }

  private static boolean takesInAll(ArnPattern pattern, ArnTemplate template) {
    List<String> wanted = Splitter.on(':').limit(FIELDS).splitToList(template.text());
    if (wanted.size() < FIELDS || !wanted.get(NAME).contains("${")) {
      return false;
    }
    ImmutableList<String> fields = pattern.fields();
    for (int i = PARTITION + 1; i < FIELDS; i++) {
      if (!covers(fields.get(i), open(wanted.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /* Most fields are a star or differ at the beginning, and a proof takes longer than a look. */
  private static boolean covers(String pattern, String field) {
    return pattern.equals("*")
        || (field.startsWith(ArnForm.head(pattern)) && Glob.of(pattern).covers(Glob.of(field)));
  }

  /* A template's field with its placeholders as wildcards. */
  private static String open(String field) {
    StringBuilder open = new StringBuilder();
    int at = 0;
    int placeholder = field.indexOf("${");
    while (placeholder >= 0) {
      open.append(field, at, placeholder).append('*');
      int end = field.indexOf('}', placeholder);
      at = end < 0 ? field.length() : end + 1;
      placeholder = field.indexOf("${", at);
    }
    return open.append(field, at, field.length()).toString();
  }
}
