package dev.postern.suite.coverage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorization;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.Expectation;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.util.List;

/** Tests of small policies, and what they covered. */
final class Watching {
  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";

  private Watching() {}

  /** An identity policy of these statements. */
  static CompiledPolicy identity(String... statements) {
    return policy("policy.json", PolicyType.IDENTITY, statements);
  }

  static CompiledPolicy policy(String name, PolicyType type, String... statements) {
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": [\n"
            + String.join(",\n", statements)
            + "\n]}\n";
    return CompiledPolicy.of(PolicyReader.strict().read(SourceText.of(name, text), type));
  }

  /** Alice's request: an action, a resource, and {@code key=value} of its context. */
  static AuthorizationRequest request(String words) {
    List<String> all = Splitter.on(' ').omitEmptyStrings().splitToList(words);
    AuthorizationRequest request =
        AuthorizationRequest.by(ALICE).asksTo(all.get(0)).on(all.get(1)).ownedBy("111122223333");
    for (String pair : all.subList(2, all.size())) {
      int equals = pair.indexOf('=');
      request = request.with(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return request;
  }

  static ScenarioResult result(AuthorizationRequest request, PolicySet policies) {
    return Scenario.of(
            "a test",
            SourceText.of("tests.json", "{}").whole(),
            Expectation.NONE,
            ImmutableList.of(new Authorization(request, policies)))
        .run(Authorizer.standard());
  }

  /** What requests, separated by semicolons, cover of the only statement of an identity policy. */
  static StatementCoverage covered(String statement, String requests) {
    PolicySet policies = PolicySet.EMPTY.withIdentity(identity(statement));
    CoverageRecorder recorder = CoverageRecorder.ofAllPolicies();
    recorder.add(result(request("ec2:StartInstances *"), policies));
    for (String each : Splitter.on(';').trimResults().omitEmptyStrings().split(requests)) {
      recorder.add(result(request(each), policies));
    }
    return recorder.coverage().policies().get(0).statements().get(0);
  }

  /** The state of an entry or condition by its title. */
  static String state(StatementCoverage statement, String title) {
    for (EntryCoverage entry : statement.entries()) {
      if (entry.title().equals(title)) {
        return entry.reach().text();
      }
    }
    for (ConditionCoverage condition : statement.conditions()) {
      if (condition.title().equals(title)) {
        return condition.sides().text();
      }
    }
    throw new AssertionError("no " + title + " in " + statement);
  }
}
