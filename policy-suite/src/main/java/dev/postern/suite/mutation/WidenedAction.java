package dev.postern.suite.mutation;

import com.google.common.base.Ascii;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.source.Located;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code s3:GetObject} becomes {@code s3:*}. Of several entries of one service the first: widening
 * another one would say the same.
 */
final class WidenedAction implements Mutator {
  @Override
  public void mutate(StatementSite site) {
    if (!(site.statement().action().value() instanceof ActionElement.Action element)) {
      return;
    }
    Set<String> known = new HashSet<>();
    element.patterns().forEach(pattern -> known.add(Ascii.toLowerCase(pattern.value().text())));
    boolean everything = element.patterns().stream().anyMatch(pattern -> pattern.value().isAny());
    for (Located<ActionPattern> pattern : element.patterns()) {
      String text = pattern.value().text();
      String wide = text.substring(0, text.indexOf(':') + 1) + "*";
      if (!everything && known.add(Ascii.toLowerCase(wide))) {
        site.put(
            new Change(
                "action-widened",
                pattern.span(),
                "`" + text + "` of " + site.name() + " becomes `" + wide + "`",
                "add a request for another action of `"
                    + pattern.value().servicePattern()
                    + "` that must not be "
                    + site.done()),
            new ActionElement.Action(
                Entries.with(element.patterns(), pattern, ActionPattern.of(wide))));
      }
    }
  }
}
