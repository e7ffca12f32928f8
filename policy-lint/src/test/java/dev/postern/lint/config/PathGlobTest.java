package dev.postern.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns for paths. */
final class PathGlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN            | PATH                   | MATCHES
          deploy.json        | deploy.json            | true
          deploy.json        | a/b/deploy.json        | true
          *.json             | a/b.json               | true
          *.json             | a.json/b               | false
          ./deploy.json      | deploy.json            | true
          ./deploy.json      | a/deploy.json          | false
          /deploy.json       | a/deploy.json          | false
          scp/*.json         | scp/a.json             | true
          scp/*.json         | scp/b/a.json           | false
          scp/*.json         | x/scp/a.json           | false
          scp/**             | scp/b/a.json           | true
          scp/**             | scp                    | true
          scp/               | scp/b/a.json           | true
          scp/               | scpx/a.json            | false
          **/scp/*.json      | a/b/scp/c.json         | true
          **/scp/*.json      | scp/c.json             | true
          a/**/b.json        | a/b.json               | true
          a/**/b.json        | a/x/y/b.json           | true
          a/**/b.json        | a/x/c.json             | false
          a?/b.json          | ax/b.json              | true
          a?/b.json          | a/b.json               | false
          a\\*.json          | a/b.json               | true
          a/b.json           | a\\b.json              | true
          **                 | anything/at/all        | true
          A.json             | a.json                 | false
          """)
  void a_pattern_is_read_as_in_a_gitignore(String pattern, String path, boolean matches) {
    assertThat(PathGlob.of(pattern.replace("\\\\", "\\")).matches(path.replace("\\\\", "\\")))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"a/b.json, true", "./b.json, true", "b.json, false", "a/*.json, false", "a/, false"})
  void exact_is_what_stands_for_one_path(String pattern, boolean exact) {
    assertThat(PathGlob.of(pattern).isExact()).isEqualTo(exact);
  }

  @Test
  void many_wildcards_for_folders_cost_no_more_than_pattern_times_path() {
    String pattern = IntStream.range(0, 200).mapToObj(i -> "**/a").collect(Collectors.joining("/"));
    String path = IntStream.range(0, 2000).mapToObj(i -> "a").collect(Collectors.joining("/"));

    assertThat(PathGlob.of(pattern + "/b").matches(path)).isFalse();
    assertThat(PathGlob.of(pattern).matches(path)).isTrue();
  }
}
