package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the package {@code iam-floyd}: the actions that it knows, for a second opinion, and the
 * policies that AWS keeps. Both stand in generated JavaScript, one to a line.
 */
final class IamFloyd {
  private static final String STATEMENTS = "lib/generated/policy-statements";
  private static final String POLICIES = "lib/generated/aws-managed-policies/iam-floyd.js";
  private static final String PREFIX_START = "this.servicePrefix = '";
  private static final String ACTION_START = "return this.to('";
  private static final String POLICY_START = "AwsManagedPolicy.";
  private static final String END = "';";
  private static final String CALL_END = "');";

  private final SourcePackage source;

  IamFloyd(SourcePackage source) {
    this.source = source;
  }

  /** All actions, by full name. */
  ImmutableSortedSet<String> actions() {
    ImmutableSortedSet.Builder<String> actions = ImmutableSortedSet.orderedBy(Names.ORDER);
    Path folder = source.file(STATEMENTS);
    for (String stem : Sources.stems(source.packages(), folder, ".js")) {
      String prefix = "";
      for (String line : lines(folder.resolve(stem + ".js"))) {
        if (line.startsWith(PREFIX_START) && line.endsWith(END)) {
          prefix = between(line, PREFIX_START, END);
        } else if (line.startsWith(ACTION_START) && line.endsWith(CALL_END)) {
          actions.add(prefix + ":" + between(line, ACTION_START, CALL_END));
        }
      }
    }
    return actions.build();
  }

  /** The paths and names of AWS's policies, such as {@code /service-role/AWSLambdaRole}. */
  ImmutableSortedSet<String> managedPolicies() {
    ImmutableSortedSet.Builder<String> policies = ImmutableSortedSet.naturalOrder();
    Path file = source.file(POLICIES);
    for (String line : lines(file)) {
      if (!line.startsWith(POLICY_START)) {
        continue;
      }
      int quote = line.indexOf("= '");
      String policy =
          quote >= 0 && line.endsWith(END) ? between(line.substring(quote), "= '", END) : "";
      if (!Names.isWord(policy) || policy.startsWith("/") || policy.endsWith("/")) {
        throw new RefusedException(
            Sources.name(source.packages(), file)
                + ": `"
                + line
                + "`; expected `AwsManagedPolicy.Name = 'path/Name';`");
      }
      policies.add("/" + policy);
    }
    return policies.build();
  }

  private ImmutableList<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new RefusedException(
          Sources.name(source.packages(), file) + ": cannot be read; expected UTF-8 text");
    }
  }

  private static String between(String line, String start, String end) {
    return line.substring(start.length(), line.length() - end.length());
  }
}
