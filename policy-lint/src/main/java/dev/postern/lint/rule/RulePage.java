package dev.postern.lint.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page that explains a rule: Markdown beside its class, {@code <id>.md}. Its code blocks are
 * the rule's first tests.
 *
 * @param text the Markdown
 */
public record RulePage(String text) {

  /** The page of a rule; a rule from elsewhere may have none. */
  public static Optional<RulePage> of(Rule rule) {
    try (InputStream in = rule.getClass().getResourceAsStream(rule.info().id() + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new RulePage(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the page of " + rule.info().id(), e);
    }
  }

  /** The first line without its heading mark: the rule in one sentence. */
  public String title() {
    return text.lines().findFirst().orElse("").replaceFirst("^#+ *", "");
  }
}
