package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linting a project: which files, by which configuration, with which findings left. */
final class LintProjectTest {
  private static final String OLD =
      """
      {"Version": "2008-10-17", "Statement": [
        {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject",
         "Resource": "arn:aws:s3:::logs/*"}]}
      """;

  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static List<String> findings(Ran ran) {
    return ((JsonArray) ((JsonObject) ran.json()).get("findings").orElseThrow())
        .elements().stream().map(finding -> at(finding, "file") + " " + at(finding, "id")).toList();
  }

  private Ran json(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "lint";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return postern(folder, all);
  }

  @Test
  void the_next_configuration_upwards_counts_and_no_other() throws IOException {
    write(".postern.yaml", "rules: {version-old: off}");
    write("inner/.postern.yaml", "rules: {version-old: error}");
    write("a.json", OLD);
    write("inner/deep/b.json", OLD);

    Ran ran = json(".");

    assertThat(findings(ran)).containsExactly("./inner/deep/b.json version-old");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(findings(json("--config", "none", "."))).hasSize(2);
    assertThat(findings(json("--config", ".postern.yaml", "."))).isEmpty();
  }

  @Test
  void a_broken_configuration_costs_its_own_policies_only() throws IOException {
    write("bad/.postern.yaml", "profil: strict\nfailOn: all\n");
    write("bad/a.json", OLD);
    write("b.json", OLD);

    Ran ran = json(".");

    assertThat(findings(ran)).containsExactly("./b.json version-old");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("error[configuration-unknown-field]: unknown field `profil` of a configuration")
        .contains("--> bad/.postern.yaml:1:1 (/profil)")
        .contains("did you mean `profile`?")
        .contains("--> bad/.postern.yaml:2:9 (/failOn)");
  }

  @Test
  void a_configuration_says_the_types_and_what_fails_a_run() throws IOException {
    write(".postern.yaml", "policyTypes: [{path: org/, type: boundary}]\nfailOn: warning\n");
    write("org/a.json", OLD);

    Ran ran = json("org/a.json");

    assertThat(at(ran.json(), "policies/0/policyType")).isEqualTo("boundary");
    assertThat(at(ran.json(), "policies/0/policyTypeSource")).isEqualTo("stated");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(json("--fail-on", "error", "org/a.json").code()).isZero();
  }

  @Test
  void a_side_file_speaks_of_its_policy_and_is_none_itself() throws IOException {
    write("a.json", OLD);
    write("b.json", OLD);
    write("a.lint.json", "{\"ignore\": [{\"rule\": \"version-old\", \"reason\": \"generated\"}]}");

    assertThat(findings(json("."))).containsExactly("./b.json version-old");
    assertThat(at(json(".").json(), "suppressed/0/suppressed")).isEqualTo("generated");
    // As a hook hands over all files that were changed.
    assertThat(at(json("a.lint.json").json(), "policies/0/file")).isEqualTo("a.json");
    assertThat(at(json("a.json", "a.lint.json").json(), "summary/policies")).isEqualTo("1");
  }

  @Test
  void what_is_wrong_with_a_side_file_is_told_at_its_place() throws IOException {
    write("a.json", OLD);
    write("a.lint.json", "{\"ignore\": [{\"rule\": \"sid-empty\", \"reason\": \"r\"}]}");
    write("b.json", OLD);
    write("b.lint.json", "{\"ignored\": []}");

    Ran ran = json(".");

    assertThat(findings(ran))
        .contains("./a.lint.json meta-suppression-unused", "./a.json version-old");
    assertThat(ran.err()).contains("b.lint.json:1:2 (/ignored)").contains("nothing is suppressed");
    assertThat(ran.code()).isEqualTo(2);
  }

  @Test
  void a_suppression_is_called_unused_only_by_a_run_that_has_looked_at_all() throws IOException {
    write(".postern.yaml", "ignore: [{rule: sid-empty, path: '*.json', reason: r}]");
    write("a.json", OLD);

    assertThat(findings(json("a.json"))).doesNotContain(".postern.yaml meta-suppression-unused");
    assertThat(findings(json("--rules", "sid-*", ".")))
        .doesNotContain(".postern.yaml meta-suppression-unused");
    assertThat(findings(json("."))).contains(".postern.yaml meta-suppression-unused");
  }

  @Test
  void findings_are_ignored_on_the_command_line_where_a_path_says() throws IOException {
    write("legacy/a.json", OLD);
    write("b.json", OLD);

    assertThat(findings(json("--ignore", "version-old:legacy/", ".")))
        .containsExactly("./b.json version-old");
    assertThat(findings(json("--ignore", "version-old", "."))).isEmpty();
    assertThat(postern(folder, "lint", "--ignore", "no-such:legacy/", ".").err())
        .contains("--ignore: no rule is `no-such`");
  }

  @Test
  void a_baseline_of_a_project_is_found_from_anywhere() throws IOException {
    write("project/.postern.yaml", "baseline: old.json\n");
    write("project/p/a.json", OLD);

    assertThat(json("--update-baseline", "project").code()).isZero();
    assertThat(folder.resolve("project/old.json")).content().contains("\"file\":\"p/a.json\"");
    assertThat(findings(postern(folder.resolve("project/p"), "lint", "--format=json", "a.json")))
        .isEmpty();
    assertThat(findings(json("project/p"))).isEmpty();
  }

  @Test
  void what_a_project_lives_with_is_not_mended() throws IOException {
    String doubled =
        """
        {"Version": "2012-10-17", "Statement": [{"Sid": "A", "Effect": "Allow",
          "Action": ["s3:GetObject", "s3:GetObject"], "Resource": "arn:aws:s3:::logs/*"}]}
        """;
    write("a.json", doubled);
    write(".postern.yaml", "ignore: [{rule: action-redundant, reason: it is generated}]");

    postern(folder, "lint", "--fix", "a.json");

    assertThat(folder.resolve("a.json")).hasContent(doubled);
    postern(folder, "lint", "--fix", "--config", "none", "a.json");
    assertThat(folder.resolve("a.json")).content().doesNotContain("\"s3:GetObject\", \"s3");
  }

  @Test
  void a_glob_is_expanded_where_the_shell_has_not_done_it() throws IOException {
    write("p/a.json", OLD);
    write("p/q/b.json", OLD);
    write("p/c.txt", OLD);

    assertThat(findings(json("p/*.json"))).containsExactly("p/a.json version-old");
    assertThat(findings(json("p/**/*.json")))
        .containsExactly("p/a.json version-old", "p/q/b.json version-old");
    assertThat(findings(json("p/?.txt"))).containsExactly("p/c.txt version-old");
    assertThat(json("p/*.yaml").code()).isEqualTo(2);
    assertThat(json("p/*.yaml").err()).contains("no file matches");
  }

  @Test
  void what_git_ignores_is_left_out_of_a_search() throws IOException, InterruptedException {
    assumeTrue(git("init", "-q"), "there is no git");
    write(".gitignore", "build/\n*.tmp.json\n");
    write("a.json", OLD);
    write("build/b.json", OLD);
    write("deep/c.tmp.json", OLD);
    write("deep/d.json", OLD);

    assertThat(findings(json(".")))
        .containsExactly("./a.json version-old", "./deep/d.json version-old");
    assertThat(findings(json("build/b.json"))).containsExactly("build/b.json version-old");
  }

  private boolean git(String... arguments) throws InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void many_policies_are_told_in_the_order_of_their_names() throws IOException {
    List<String> names =
        IntStream.range(0, 200).mapToObj(i -> String.format("p%03d.json", i)).toList();
    for (String name : names) {
      write(name, OLD);
    }

    assertThat(findings(json(".")))
        .containsExactlyElementsOf(
            names.stream().map(name -> "./" + name + " version-old").collect(Collectors.toList()));
  }

  @Test
  void what_is_told_can_be_bounded_by_severity_and_by_number() throws IOException {
    write("a.json", OLD.replace("\"Read\"", "\"\""));
    write("b.json", OLD);

    assertThat(findings(json("--severity", "security-warning", "."))).isEmpty();
    Ran ran = json("--max-findings", "1", "--fail-on", "warning", ".");
    assertThat(findings(ran)).hasSize(1);
    assertThat(ran.err()).contains("more findings are not printed");
    assertThat(ran.code()).isEqualTo(1);
  }

  @Test
  void quiet_is_silent_where_there_is_nothing_to_say() throws IOException {
    write("a.json", OLD.replace("2008-10-17", "2012-10-17"));
    write("b.json", OLD);

    assertThat(postern(folder, "lint", "--quiet", "a.json")).isEqualTo(new Ran(0, "", ""));
    assertThat(postern(folder, "lint", "--quiet", "b.json").out()).contains("version-old");
    assertThat(postern(folder, "lint", "--quiet", "b.json").err()).isEmpty();
  }

  @Test
  void an_account_is_known_by_its_text() throws IOException {
    write(
        "account.json",
        """
        {"UserDetailList": [{"Path": "/", "UserName": "alice", "UserId": "AIDAEXAMPLEEXAMPLE123",
           "Arn": "arn:aws:iam::111122223333:user/alice", "GroupList": [],
           "AttachedManagedPolicies": [],
           "UserPolicyList": [{"PolicyName": "old", "PolicyDocument": %s}]}],
         "GroupDetailList": [], "RoleDetailList": [], "Policies": [], "IsTruncated": false}
        """
            .formatted(OLD));

    Ran ran = json("account.json");

    assertThat(findings(ran)).contains("account.json version-old");
    assertThat(at(ran.json(), "policies/0/policy")).contains("alice").contains("old");
    assertThat(posternReading(read("account.json"), folder, "lint", "-").out())
        .contains("version-old");
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void policies_of_one_principal_are_judged_together() throws IOException {
    write("pass.json", allow("iam:PassRole"));
    write("run.json", allow("lambda:CreateFunction", "lambda:InvokeFunction"));

    assertThat(findings(json("--rules", "privesc-new-compute", "pass.json", "run.json"))).isEmpty();
    assertThat(
            findings(
                json(
                    "--rules", "privesc-new-compute", "--same-principal", "pass.json", "run.json")))
        .contains("pass.json privesc-new-compute/lambda-create-invoke");
  }

  private static String allow(String... actions) {
    return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": ["%s"], "Resource": "*"}]}
        """
        .formatted(String.join("\", \"", actions));
  }

  @Test
  void the_schema_of_the_configuration_is_printed() {
    JsonValue schema = postern(folder, "schema").json();

    assertThat(at(schema, "title")).isEqualTo("Configuration of postern lint");
  }
}
