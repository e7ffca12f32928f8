package dev.postern.suite.mutation;

import com.google.common.base.Joiner;
import dev.postern.model.ArnPattern;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.source.Located;
import java.util.HashSet;
import java.util.Set;

/**
 * The last field of an ARN becomes {@code *}. Of several entries that would become the same, the
 * first.
 */
final class WidenedResource implements Mutator {
  @Override
  public void mutate(StatementSite site) {
    if (!(site.statement().resource().value() instanceof ResourceElement.Resource element)) {
      return;
    }
    Set<String> known = new HashSet<>();
    element.patterns().forEach(pattern -> known.add(pattern.value().text()));
    boolean everything =
        element.patterns().stream().anyMatch(p -> p.value() instanceof ResourcePattern.Any);
    for (Located<ResourcePattern> pattern : element.patterns()) {
      if (!everything && pattern.value() instanceof ArnPattern arn) {
        String wide = Joiner.on(':').join(arn.fields().subList(0, 5)) + ":*";
        if (known.add(wide)) {
          site.put(
              new Change(
                  "resource-widened",
                  pattern.span(),
                  "`" + arn.text() + "` of " + site.name() + " becomes `" + wide + "`",
                  "add a request on another resource that must not be " + site.done()),
              new ResourceElement.Resource(
                  Entries.with(element.patterns(), pattern, ResourcePattern.of(wide))));
        }
      }
    }
  }
}
