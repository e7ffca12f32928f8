package dev.postern.cli.html;

import static dev.postern.cli.html.ParsedPage.linted;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.postern.lint.LintResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a browser shows it. */
final class PageInBrowserTest {
  /** One finding of each severity, and a suppressed one. */
  private static final LintResult LINTED =
      linted(
              "deploy.json",
              """
              {
                "Version": "2008-10-17",
                "Statement": [
                  {"Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:Get*", "iam:GetUzer"],
                   "Resource": "*"},
                  {"Sid": "Read", "Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}
                ]
              }
              """,
              "sid-duplicate",
              "notaction-allow",
              "version-old",
              "action-redundant",
              "action-unknown")
          .suppressing(
              finding ->
                  finding.rule().id().equals("action-unknown")
                      ? Optional.of("known")
                      : Optional.empty());

  private static final int DARK_GROUND = 0x0e1218;
  private static final int LIGHT_GROUND = 0xf4f5f8;

  @TempDir Path folder;

  private Browser browser;
  private Path page;

  @BeforeEach
  void openPage() throws IOException {
    browser = Browser.in(folder);
    page = Files.writeString(folder.resolve("page.html"), report(LINTED));
  }

  private static String report(LintResult... results) {
    return new HtmlReport().render(ImmutableList.copyOf(results));
  }

  /* The rules of the findings that are not hidden; a tag at a time, since a browser writes no XML. */
  private static List<String> shown(String dump) {
    return ImmutableList.copyOf(
        Iterables.transform(
            Iterables.filter(
                Iterables.skip(Splitter.on("<article ").split(dump), 1),
                article -> !tag(article).contains("hidden")),
            article -> attribute(tag(article), "data-rule")));
  }

  private static String tag(String article) {
    return article.substring(0, article.indexOf('>'));
  }

  private static String attribute(String tag, String name) {
    int from = tag.indexOf(name + "=\"") + name.length() + 2;
    return tag.substring(from, tag.indexOf('"', from));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          FRAGMENT                       | SHOWN                                                                     | COUNT
          ''                             | version-old action-redundant action-unknown sid-duplicate notaction-allow | all 5 shown
          severity=error                 | action-unknown sid-duplicate                                              | 2 of 5 shown
          severity=error&suppressed=no   | sid-duplicate                                                             | 1 of 5 shown
          severity=warning,suggestion    | version-old action-redundant                                              | 2 of 5 shown
          rule=version-old               | version-old                                                               | 1 of 5 shown
          text=GETOBJECT+lies            | action-redundant                                                          | 1 of 5 shown
          text=deploy.json&suppressed=no | version-old action-redundant sid-duplicate notaction-allow                | 4 of 5 shown
          suppressed=only                | action-unknown                                                            | 1 of 5 shown
          severity=                      | ''                                                                        | 0 of 5 shown
          policy-1-2                     | version-old action-redundant action-unknown sid-duplicate notaction-allow | all 5 shown
          """)
  void the_address_filters(String fragment, String rules, String count) throws IOException {
    String dump = browser.dump(page, "#" + fragment);

    assertThat(String.join(" ", shown(dump))).isEqualTo(rules);
    assertThat(dump).contains(">" + count + "</output>");
  }

  @Test
  void without_the_script_all_is_shown_and_nothing_can_be_pressed() throws IOException {
    String html = Files.readString(page);
    Files.writeString(page, html.replace(Asset.named("page.js").text(), ""));

    String dump = browser.dump(page, "#severity=error");

    assertThat(shown(dump)).hasSize(5);
    assertThat(dump).containsPattern("<form [^>]*hidden");
  }

  @Test
  void hostile_text_does_nothing() throws IOException {
    Files.writeString(page, report(HostileTextTest.LINTED));

    String dump = browser.dump(page, "");

    assertThat(dump).doesNotContain("<img", "onerror=alert(1)>${").contains("&lt;img src=x");
    assertThat(dump).contains("all " + shown(dump).size() + " shown</output>");
  }

  @Test
  void the_policy_of_the_page_stops_what_slips_in() throws IOException {
    String html = Files.readString(page);
    Files.writeString(
        page, html.replace("</body>", "<script>document.title = 'slipped in'</script></body>"));

    assertThat(browser.dump(page, "")).doesNotContain("<title>slipped in</title>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SCHEME | WIDTH | HEIGHT
          light  | 1300  | 1200
          light  | 420   | 2600
          dark   | 1300  | 1200
          """)
  void it_is_a_picture_in_the_colours_of_the_severities(String scheme, int width, int height)
      throws IOException {
    boolean dark = scheme.equals("dark");
    BufferedImage picture =
        browser.picture(
            page, "", width, height, "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));

    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    Set<Integer> colours = colours(picture);
    assertThat(colours).contains(dark ? DARK_GROUND : LIGHT_GROUND);
    assertThat(colours).doesNotContain(dark ? LIGHT_GROUND : DARK_GROUND);
    assertThat(colours)
        .as("the icons of the four severities")
        .containsAll(
            dark
                ? List.of(0xee5a62, 0xc667da, 0xe0a92b, 0x2fb0c3)
                : List.of(0xd63640, 0xa63fbd, 0xd99a00, 0x1794a6));
  }

  private static Set<Integer> colours(BufferedImage picture) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        colours.add(picture.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colours;
  }
}
