package dev.postern.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.model.source.SourceText;
import dev.postern.suite.coverage.SuiteCoverage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of coverage, as a parser and as a browser see it. */
final class CoverageReportTest {
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Read",
            "Effect": "Allow",
            "Action": ["s3:GetObject", "s3:PutObject"],
            "Resource": "arn:aws:s3:::a/*",
            "Condition": {"Bool": {"aws:SecureTransport": "true"}}
          },
          {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::closed/*"},
          {"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}
        ]
      }
      """;

  private static final String ONE_LINE =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["s3:A","s3:B"],"Resource":"*"}]}""";

  private static final int DARK_GROUND = 0x0e1218;
  private static final int LIGHT_GROUND = 0xf4f5f8;

  private static SuiteCoverage coverage(String name, String policy) {
    String scenario =
        """
        {"request": {"principal": "arn:aws:iam::111122223333:user/alice", "action": "s3:GetObject",
         "resource": "arn:aws:s3:::a/1", "context": {"aws:SecureTransport": true}},
         "policies": {"identity": [
        %s
        ]}}"""
            .formatted(policy);
    return SuiteCoverage.of(
        ScenarioReader.lenient().read(SourceText.of(name, scenario), Path.of("")).stream()
            .map(each -> each.run(Authorizer.standard()))
            .toList());
  }

  private static final SuiteCoverage COVERAGE = coverage("tests.json", POLICY);

  private static final ParsedPage PAGE = ParsedPage.of(CoverageReport.render(COVERAGE));

  private static String mark(String state) {
    return "//pre//mark[@class='part " + state + "']";
  }

  @Test
  void the_summary_counts() {
    assertThat(PAGE.one("//p[@class='headline']"))
        .isEqualTo("tests cover 41 %: 5 of 12 parts of 1 policy");
    assertThat(PAGE.all("//li[starts-with(@class, 'tile')]//strong"))
        .containsExactly("2", "4", "1");
  }

  @Test
  void the_table_lists_each_policy() {
    assertThat(PAGE.all("//table//tbody//tr/*"))
        .containsExactly(
            "tests.json /policies/identity/0", "identity-based policy", "5 of 12", "41 %", "");
  }

  @Test
  void parts_are_marked_by_how_far_tests_got() {
    assertThat(PAGE.all(mark("decisive")))
        .containsExactly("\"s3:GetObject\"", "\"arn:aws:s3:::a/*\"");
    assertThat(PAGE.all(mark("matched"))).containsExactly("\"s3:*\"");
    assertThat(PAGE.all(mark("half"))).containsExactly("\"aws:SecureTransport\": \"true\"");
    assertThat(PAGE.all(mark("reached"))).containsExactly("\"s3:GetObject\"", "\"*\"");
    assertThat(PAGE.all(mark("never")))
        .containsExactly("\"s3:PutObject\"", "\"arn:aws:s3:::closed/*\"");
  }

  @Test
  void a_mark_says_what_it_is_and_how_often() {
    assertThat(PAGE.one(mark("half") + "/@title"))
        .isEqualTo("Condition Bool aws:SecureTransport: held only (held once, failed alone never)");
    assertThat(PAGE.one(mark("matched") + "/@title"))
        .isEqualTo("NotAction s3:*: spared (decisive never, matched once, reached once)");
    assertThat(PAGE.all(mark("never") + "/@title"))
        .startsWith("Action s3:PutObject: never (no test touches it)");
  }

  @Test
  void a_label_says_it_without_colours() {
    assertThat(
            PAGE.all(
                "//span[@class='line decisive']//span[@class='label never']/span[@aria-hidden]"))
        .containsExactly("✗ never");
    assertThat(
            PAGE.all("//span[@class='line decisive']//span[@class='label decisive']/span[@class]"))
        .containsExactly("Allow Read: decisive (decisive once, matched once, reached once)");
  }

  @Test
  void lines_are_numbered_as_in_the_file() {
    assertThat(PAGE.all("//pre//span[@class='number']"))
        .containsExactly("6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16");
  }

  @Test
  void a_policy_on_one_line_has_labels_with_names() {
    ParsedPage page = ParsedPage.of(CoverageReport.render(coverage("tests.json", ONE_LINE)));

    assertThat(page.all("//pre//span[contains(@class, 'label')]/span[@aria-hidden]"))
        .containsExactly(
            "✗ Deny statement 1 never",
            "✗ Action s3:A never",
            "✗ Action s3:B never",
            "○ Resource * reached");
  }

  @Test
  void every_link_within_the_page_leads_somewhere() {
    assertThat(PAGE.all("//@id"))
        .doesNotHaveDuplicates()
        .containsAll(
            PAGE.all("//@href[starts-with(., '#')]").stream()
                .map(href -> href.substring(1))
                .toList())
        .containsAll(PAGE.all("//@aria-labelledby"));
  }

  @Test
  void what_others_wrote_is_text() {
    String hostile = HostileTextTest.HOSTILE;
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"S\", \"Effect\": \"Allow\","
            + " \"Action\": \"s3:X\", \"Resource\": \"arn:aws:s3:::a/R\"}}";
    ParsedPage page =
        ParsedPage.of(
            CoverageReport.render(
                coverage(hostile.replace("\\", ""), policy.replace("a/R", "a/" + hostile))));

    assertThat(page.all("//img")).isEmpty();
    assertThat(page.all("//script")).isEmpty();
    assertThat(page.all("//style")).hasSize(1);
    assertThat(page.all("//@*[starts-with(name(), 'on')]")).isEmpty();
    assertThat(page.all("//pre//mark")).anyMatch(mark -> mark.contains(hostile));
  }

  @Test
  void what_nobody_sees_is_made_visible() {
    assertThat(CoverageReport.render(coverage("a\u202E\u0000b", POLICY)))
        .contains("a\uFFFD\uFFFDb")
        .doesNotContain("\u202E", "\u0000");
  }

  @Test
  void without_policies_the_page_says_so() {
    ParsedPage page = ParsedPage.of(CoverageReport.render(new SuiteCoverage(ImmutableList.of())));

    assertThat(page.one("//section//p[@class='quiet']")).isEqualTo("No test attaches a policy.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SCHEME | WIDTH | HEIGHT
          light  | 1300  | 1200
          light  | 500   | 2000
          dark   | 1300  | 1200
          """)
  void it_is_a_picture_in_the_colours_of_the_looks(
      String scheme, int width, int height, @TempDir Path folder) throws IOException {
    Browser browser = Browser.in(folder);
    Path page = Files.writeString(folder.resolve("page.html"), CoverageReport.render(COVERAGE));
    boolean dark = scheme.equals("dark");

    Set<Integer> colours =
        colours(
            browser.picture(
                page,
                "",
                width,
                height,
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1)));

    assertThat(colours).contains(dark ? DARK_GROUND : LIGHT_GROUND);
    assertThat(colours).doesNotContain(dark ? LIGHT_GROUND : DARK_GROUND);
    assertThat(colours)
        .as("the lines under decisive, half covered and untouched parts")
        .containsAll(
            dark ? Set.of(0x85d9a3, 0xe0a92b, 0xee5a62) : Set.of(0x1a6b3c, 0xd99a00, 0xd63640));
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
