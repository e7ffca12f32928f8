package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ArnTemplate;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ResourceType;
import dev.postern.catalog.Service;
import dev.postern.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the ARNs of a type of resource look like, field by field; placeholders as AWS writes them.
 *
 * @param service in lower case
 * @param region empty if they have none
 * @param account empty if they have none
 * @param resource the rest
 */
record ArnForm(String service, String region, String account, String resource) {
  private static final Splitter FIELDS = Splitter.on(':').limit(6);
  private static final CharMatcher WILDCARD = CharMatcher.anyOf("*?");
  private static final Supplier<ImmutableList<ArnForm>> UNLISTED =
      Suppliers.memoize(
          () ->
              FactTable.read("arn-forms.tsv", 6).stream()
                  .map(row -> new ArnForm(row.get(0), row.get(1), row.get(2), row.get(3)))
                  .collect(ImmutableList.toImmutableList()));

  private static ArnForm of(ArnTemplate template) {
    List<String> fields = FIELDS.splitToList(template.text());
    return new ArnForm(
        Ascii.toLowerCase(fields.get(2)), fields.get(3), fields.get(4), fields.get(5));
  }

  /** Whether ARNs have this in the place of the service, be it a prefix of actions or not. */
  static boolean isNamespace(String service, Catalog catalog) {
    return catalog.service(service).isPresent() || of(service, catalog).isPresent();
  }

  /** One form of a service. */
  static Optional<ArnForm> of(String service, Catalog catalog) {
    return catalog
        .service(service)
        .flatMap(known -> ownForm(known, service))
        .or(() -> catalog.arns(service).stream().findFirst().map(ArnForm::of));
  }

  private static Optional<ArnForm> ownForm(Service known, String service) {
    return known.resourceTypes().stream()
        .map(ResourceType::arns)
        .flatMap(ImmutableList::stream)
        .map(ArnForm::of)
        .filter(form -> form.service.equals(service))
        .findFirst();
  }

  /**
   * The forms of the service that have such a resource, whatever stands in the other fields. Other
   * services list a few ARNs of it, too, and are asked when its own list does not help.
   */
  static ImmutableList<ArnForm> fitting(Arn arn, LintedPolicy policy) {
    return policy.forms(arn, ArnForm::find);
  }

  private static ImmutableList<ArnForm> find(Arn arn, LintedPolicy policy) {
    Catalog catalog = policy.catalog();
    String service = Ascii.toLowerCase(arn.service());
    if (WILDCARD.matchesAnyOf(service)) {
      return ImmutableList.of();
    }
    String pattern = new Arn("*", service, "*", "*", arn.resource()).toString();
    List<ArnTemplate> templates = new ArrayList<>();
    catalog.resourceTypes(service, pattern).forEach(type -> templates.addAll(type.arns()));
    ImmutableList<ArnForm> own =
        Stream.concat(
                ArnTemplate.fitting(templates, pattern).stream().map(ArnForm::of),
                unlisted(service, arn.resource()))
            .collect(ImmutableList.toImmutableList());
    return own.isEmpty()
        ? ArnTemplate.fitting(catalog.arns(service), pattern).stream()
            .map(ArnForm::of)
            .collect(ImmutableList.toImmutableList())
        : own;
  }

  /* Of these only the beginning is known. */
  private static Stream<ArnForm> unlisted(String service, String resource) {
    String head = head(resource);
    return UNLISTED.get().stream()
        .filter(form -> form.service.equals(service))
        .filter(
            form ->
                head.startsWith(form.resource)
                    || (head.length() < resource.length() && form.resource.startsWith(head)));
  }

  /** The word before the first separator, as far as it is fixed. */
  String typeWord() {
    int end = 0;
    while (end < resource.length() && "/:$*{".indexOf(resource.charAt(end)) < 0) {
      end++;
    }
    return resource.substring(0, end);
  }

  /** A pattern up to its first wildcard or variable. */
  static String head(String pattern) {
    for (int end = 0; end < pattern.length(); end++) {
      char c = pattern.charAt(end);
      if (c == '*' || c == '?' || (c == '$' && pattern.startsWith("${", end))) {
        return pattern.substring(0, end);
      }
    }
    return pattern;
  }
}
