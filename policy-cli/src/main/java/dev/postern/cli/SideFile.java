package dev.postern.cli;

import dev.postern.lint.config.ConfigurationException;
import dev.postern.lint.config.Suppressions;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands beside a policy about its findings: {@code deploy.lint.json} of {@code deploy.json}.
 */
final class SideFile {
  private static final String END = ".lint.json";
  private static final String POLICY_END = ".json";

  private SideFile() {}

  static boolean isOne(String name) {
    return name.endsWith(END);
  }

  /** The name of the policy that a side file stands beside. */
  static String policyOf(String name) {
    return name.substring(0, name.length() - END.length()) + POLICY_END;
  }

  /** What it says of a policy; nothing, and told if that is why, where there is none of use. */
  static Suppressions of(Input policy, boolean wantsReasons, Console console, Inputs inputs) {
    if (!(policy instanceof Input.File file) || !file.name().endsWith(POLICY_END)) {
      return Suppressions.NONE;
    }
    Path side = file.path().resolveSibling(beside(String.valueOf(file.path().getFileName())));
    if (!Files.isRegularFile(side)) {
      return Suppressions.NONE;
    }
    String name = beside(file.name());
    try (var in = Files.newInputStream(side)) {
      SourceFile source = SourceFile.read(name, in, ReadLimits.POLICY);
      JsonReading reading = JsonReader.within(ReadLimits.POLICY).read(source.source());
      if (source.problem().isEmpty() && reading.problems().isEmpty()) {
        return Suppressions.read(reading.value().orElseThrow(), wantsReasons);
      }
      source.problem().forEach(problem -> console.show(problem.render()));
      reading.problems().forEach(problem -> console.show(problem.render()));
    } catch (ConfigurationException e) {
      e.problems().forEach(problem -> console.show(problem.render()));
    } catch (IOException e) {
      console.tell(name + ": " + Inputs.reason(e));
    }
    inputs.report(name + ": nothing is suppressed by it");
    return Suppressions.NONE;
  }

  private static String beside(String policy) {
    return policy.substring(0, policy.length() - POLICY_END.length()) + END;
  }
}
