package dev.postern.cli;

import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlFormatTest {
  @TempDir Path folder;

  @Test
  void html_is_a_page_and_nothing_else() {
    Ran ran = posternReading(Policies.FAULTY, folder, "lint", "--format", "html", "-");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("<!DOCTYPE html>\n")
        .endsWith("</html>\n")
        .contains("unknown statement element <code>Actions</code>");
    assertThat(ran.err()).isEmpty();
  }
}
