package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RuleInfo.Profile;
import dev.postern.model.PolicyType.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes the list of rules for readers of the repository, and fails when it is stale. Run with
 * {@code -Dpostern.update-docs=true} to write it anew.
 */
final class RuleIndexTest {
  private static final Path INDEX = Path.of("../docs/rules/README.md");
  private static final String PAGES = "../../policy-lint/src/main/resources/dev/postern/lint/rule/";

  @Test
  void the_list_of_rules_is_up_to_date() throws IOException {
    String index = index();
    if (Boolean.getBoolean("postern.update-docs")) {
      Files.createDirectories(INDEX.getParent());
      Files.writeString(INDEX, index);
    }
    assertThat(INDEX)
        .as("run the tests with -Dpostern.update-docs=true")
        .exists()
        .content()
        .isEqualTo(index);
  }

  private static String index() {
    List<RuleInfo> infos =
        BuiltInRules.ALL.stream()
            .map(Rule::info)
            .sorted(Comparator.comparing(RuleInfo::id))
            .toList();
    String rows = infos.stream().map(RuleIndexTest::row).collect(Collectors.joining());
    return """
        # Rules

        Every rule of the linter, each with the page that explains it: why, a bad and a good policy,
        what to write instead. The pages ship in the jar. A rule marked ° runs in the strict profile,
        or when it is asked for by its id; one marked ^ when it is asked for, or when what it needs
        is [configured](../linting.md).

        *This list is generated from the rules; `RuleIndexTest` says how.*

        | rule | severity | policy types | Access Analyzer | what it finds |
        | --- | --- | --- | --- | --- |
        """
        + rows;
  }

  private static String mark(Profile profile) {
    return switch (profile) {
      case DEFAULT -> "";
      case STRICT -> "°";
      case OPT_IN -> "^";
    };
  }

  private static String row(RuleInfo info) {
    String types =
        info.types().size() == Kind.values().length
            ? "all"
            : info.types().stream().map(Kind::optionName).collect(Collectors.joining(", "));
    return String.format(
            "| [`%s`](%s%s.md)%s | %s | %s | %s | %s |%n",
            info.id(),
            PAGES,
            info.id(),
            mark(info.profile()),
            info.severity().word(),
            types,
            info.issueCode().map(code -> "`" + code + "`").orElse("–"),
            info.title())
        .replace("\r\n", "\n");
  }
}
