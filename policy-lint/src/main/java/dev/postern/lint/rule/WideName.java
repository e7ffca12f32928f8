package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ActionResource;
import dev.postern.catalog.ArnTemplate;
import dev.postern.model.ArnPattern;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether an ARN pattern leaves open which resource is meant. What counts is the first name that
 * the resource's type has: {@code bucket/*} is one bucket, {@code stack/app/*} one stack, and
 * {@code role/app*} many roles.
 */
final class WideName {
  private static final int FIELDS = 6;
  private static final CharMatcher SEPARATOR = CharMatcher.anyOf("/:");

  private WideName() {}

  /** Whether it does, for some type of resource that an action takes. */
  static boolean isIn(ArnPattern pattern, ActionDefinition action) {
    return anyName(pattern, action, ActionReach::hasWildcard);
  }

  /** Whether it leaves the name open altogether: {@code *}. */
  static boolean isWholly(ArnPattern pattern, ActionDefinition action) {
    return anyName(
        pattern, action, name -> !name.isEmpty() && CharMatcher.is('*').matchesAllOf(name));
  }

  private static boolean anyName(
      ArnPattern pattern, ActionDefinition action, Predicate<String> test) {
    return action.resources().stream()
        .map(ActionResource::type)
        .flatMap(type -> type.arns().stream())
        .anyMatch(template -> template.fits(pattern.text()) && test.test(name(pattern, template)));
  }

  /** Whether a policy variable says which resource is meant. */
  static boolean isOwn(ArnPattern pattern) {
    return pattern.fields().get(FIELDS - 1).contains("${");
  }

  /* What the pattern has where the form has its first name; empty if the form has none. */
  private static String name(ArnPattern pattern, ArnTemplate template) {
    List<String> fields = Splitter.on(':').limit(FIELDS).splitToList(template.text());
    String form = fields.size() < FIELDS ? "" : fields.get(FIELDS - 1);
    int name = form.indexOf("${");
    if (name < 0) {
      return "";
    }
    String text = withoutVariables(pattern.fields().get(FIELDS - 1));
    int from = behind(text, SEPARATOR.countIn(form.substring(0, name)));
    boolean endsTheForm = form.indexOf('}', name) == form.length() - 1;
    int end = endsTheForm ? text.length() : SEPARATOR.indexIn(text, from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  private static int behind(String text, int separators) {
    int at = 0;
    for (int i = 0; i < separators; i++) {
      int next = SEPARATOR.indexIn(text, at);
      if (next < 0) {
        return text.length();
      }
      at = next + 1;
    }
    return at;
  }

  private static String withoutVariables(String name) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    int variable = name.indexOf("${");
    while (variable >= 0) {
      rest.append(name, at, variable);
      int end = name.indexOf('}', variable);
      at = end < 0 ? name.length() : end + 1;
      variable = name.indexOf("${", at);
    }
    return rest.append(name, at, name.length()).toString();
  }
}
