package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.account.AccountDetails;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every account. */
final class AccountProperties {
  private static final AccountLinter LINTER =
      AccountLinter.of(Linter.standard().rules("privesc-*", "admin-full"));

  private static final List<String> ACTIONS =
      List.of("iam:PassRole", "ec2:RunInstances", "iam:PutUserPolicy", "lambda:*", "s3:*", "*");

  @Provide
  static Arbitrary<List<String>> holders() {
    Arbitrary<String> statement =
        Arbitraries.of("Allow", "Allow", "Deny")
            .flatMap(
                effect ->
                    Arbitraries.of(ACTIONS)
                        .map(
                            action ->
                                "{'Effect':'"
                                    + effect
                                    + "','Action':'"
                                    + action
                                    + "','Resource':'*'}"));
    Arbitrary<String> policy =
        statement
            .list()
            .ofMaxSize(3)
            .map(list -> "{'Version':'2012-10-17','Statement':[" + String.join(",", list) + "]}");
    return policy.list().ofMaxSize(3).map(AccountProperties::inline).list().ofMaxSize(4);
  }

  private static String inline(List<String> policies) {
    return IntStream.range(0, policies.size())
        .mapToObj(i -> "{'PolicyName':'p" + i + "','PolicyDocument':" + policies.get(i) + "}")
        .collect(Collectors.joining(","));
  }

  /** What is found, by the fingerprints that do not depend on what stands beside it. */
  private static List<String> found(List<String> holders, int from) {
    String users =
        IntStream.range(0, holders.size())
            .mapToObj(
                i ->
                    "{'UserName':'u"
                        + (from + i)
                        + "','Arn':'arn:aws:iam::111122223333:user/u"
                        + (from + i)
                        + "','UserPolicyList':["
                        + holders.get(i)
                        + "]}")
            .collect(Collectors.joining(","));
    SourceText source =
        SourceText.of("account.json", ("{'UserDetailList':[" + users + "]}").replace('\'', '"'));
    return LINTER.lint(AccountDetails.read(source)).stream()
        .flatMap(result -> result.findings().stream())
        .map(finding -> finding.fingerprint() + " " + finding.severity() + " " + finding.message())
        .toList();
  }

  @Property(tries = 100)
  void principals_that_have_nothing_in_common_change_no_finding_of_each_other(
      @ForAll("holders") List<String> some, @ForAll("holders") List<String> others) {
    List<String> all = Stream.concat(some.stream(), others.stream()).toList();
    assertThat(found(all, 0))
        .containsExactlyElementsOf(
            Stream.concat(found(some, 0).stream(), found(others, some.size()).stream()).toList());
  }
}
