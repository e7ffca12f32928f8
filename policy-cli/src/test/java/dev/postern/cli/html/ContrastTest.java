package dev.postern.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** W3C: "Web Content Accessibility Guidelines 2.2", 1.4.3 Contrast (Minimum), level AA. */
final class ContrastTest {
  private static final ImmutableMap<String, Integer> LIGHT;
  private static final ImmutableMap<String, Integer> DARK;

  static {
    String css = Asset.named("page.css").text();
    int dark = css.indexOf("prefers-color-scheme: dark");
    int end = css.indexOf("/* What a severity colours");
    LIGHT = colours(css.substring(0, dark));
    DARK = colours(css.substring(dark, end));
  }

  private static ImmutableMap<String, Integer> colours(String css) {
    Map<String, Integer> colours = new HashMap<>();
    for (String line : Splitter.on('\n').trimResults().split(css)) {
      if (line.startsWith("--") && line.contains(": #")) {
        int colon = line.indexOf(": #");
        colours.put(
            line.substring(2, colon),
            Integer.parseInt(line.substring(colon + 3, line.indexOf(';')), 16));
      }
    }
    return ImmutableMap.copyOf(colours);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT             | GROUND
          text             | ground
          text             | surface
          text             | sunken
          quiet            | ground
          quiet            | surface
          quiet            | sunken
          link             | ground
          link             | surface
          key              | sunken
          string           | sunken
          word             | sunken
          key              | error-ground
          string           | error-ground
          string           | security-warning-ground
          string           | warning-ground
          string           | suggestion-ground
          quiet            | error-ground
          quiet            | warning-ground
          error            | surface
          error            | error-ground
          error            | sunken
          security-warning | surface
          security-warning | security-warning-ground
          warning          | surface
          warning          | warning-ground
          suggestion       | surface
          suggestion       | suggestion-ground
          string           | good-ground
          key              | suggestion-ground
          key              | warning-ground
          key              | good-ground
          good             | surface
          good             | good-ground
          good             | sunken
          """)
  void text_stands_out_in_both_schemes(String text, String ground) {
    assertThat(contrast(LIGHT, text, ground)).as("light").isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(DARK, text, ground)).as("dark").isGreaterThanOrEqualTo(4.5);
  }

  private static double contrast(Map<String, Integer> scheme, String text, String ground) {
    double one = luminance(scheme.get(text));
    double other = luminance(scheme.get(ground));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16)
        + 0.7152 * linear(colour >> 8 & 0xFF)
        + 0.0722 * linear(colour & 0xFF);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
