package dev.postern.cli;

import static dev.postern.cli.Ran.postern;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.BuiltInRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code postern rules} and {@code postern explain}. */
class RulesCommandTest {
  @TempDir Path folder;

  @Test
  void lists_every_rule_by_id() {
    Ran ran = postern(folder, "rules");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().map(line -> line.replaceFirst("[°^]?  .*", "")))
        .hasSize(BuiltInRules.ALL.size())
        .isSorted();
    assertThat(ran.out())
        .contains("sid-missing°  suggestion  ")
        .contains("action-format  error  an action is `*` or `service:Name`\n");
  }

  @Test
  void lists_them_as_json() {
    Ran ran = postern(folder, "rules", "--json");

    assertThat(ran.json()).isNotNull();
    assertThat(ran.out())
        .contains(
            "{\"id\":\"action-format\",\"severity\":\"error\",\"profile\":\"default\",\"policyTypes\":[")
        .contains("\"issueCode\":\"INVALID_ACTION\"");
  }

  @Test
  void explains_a_rule_by_its_page() {
    Ran ran = postern(folder, "explain", "sid-misleading");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("# a `Sid` says the opposite of its statement\n")
        .contains("## Known misses")
        .endsWith("## The rule\n\n- id: `sid-misleading`\n- severity: warning\n");
  }

  @Test
  void what_stands_behind_a_slash_may_be_left_on() {
    assertThat(postern(folder, "explain", "sid-misleading/x"))
        .isEqualTo(postern(folder, "explain", "sid-misleading"));
  }

  @Test
  void tells_that_there_is_no_such_rule_and_shows_the_others() {
    Ran ran = postern(folder, "explain", "sid-misleding", "sid-empty");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo("postern: no rule is `sid-misleding`; did you mean `sid-misleading`?\n");
    assertThat(ran.out()).startsWith("# ").contains("id: `sid-empty`");
  }
}
