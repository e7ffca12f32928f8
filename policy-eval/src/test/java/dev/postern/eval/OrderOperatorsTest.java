package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** COND-14, COND-15: the operators that compare by order, at and beside the border. */
final class OrderOperatorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          OPERATOR                 | POLICY               | REQUEST              | HOLDS
          NumericEquals            | 10                   | 10.0                 | true
          NumericEquals            | 10                   | 11                   | false
          NumericNotEquals         | 10                   | 10                   | false
          NumericNotEquals         | 10                   | 9                    | true
          NumericLessThan          | 10                   | 9.9                  | true
          NumericLessThan          | 10                   | 10                   | false
          NumericLessThanEquals    | 10                   | 10                   | true
          NumericLessThanEquals    | 10                   | 10.1                 | false
          NumericGreaterThan       | 10                   | 10.1                 | true
          NumericGreaterThan       | 10                   | 10                   | false
          NumericGreaterThanEquals | 10                   | 10                   | true
          NumericGreaterThanEquals | 10                   | 9.9                  | false
          DateEquals               | 2026-01-01T00:00:00Z | 2026-01-01           | true
          DateEquals               | 2026-01-01T00:00:00Z | 2026-01-01T00:00:01Z | false
          DateNotEquals            | 2026-01-01           | 2026-01-02           | true
          DateNotEquals            | 2026-01-01           | 2026-01-01           | false
          DateLessThan             | 2026-01-02           | 2026-01-01           | true
          DateLessThan             | 2026-01-02           | 2026-01-02           | false
          DateLessThanEquals       | 2026-01-02           | 2026-01-02           | true
          DateLessThanEquals       | 2026-01-02           | 2026-01-03           | false
          DateGreaterThan          | 2026-01-02           | 2026-01-03           | true
          DateGreaterThan          | 2026-01-02           | 2026-01-02           | false
          DateGreaterThanEquals    | 2026-01-02           | 2026-01-02           | true
          DateGreaterThanEquals    | 2026-01-02           | 2026-01-01           | false
          """)
  void operator(String operator, String policy, String request, boolean holds) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*",
         "Condition": {"%s": {"my:key": "%s"}}}]}"""
            .formatted(operator, policy);
    PolicySet policies =
        PolicySet.EMPTY.withIdentity(
            CompiledPolicy.of(
                PolicyReader.strict().read(SourceText.of("table", text), PolicyType.IDENTITY)));
    AuthorizationRequest asked =
        AuthorizationRequest.by("arn:aws:iam::111122223333:user/alice")
            .asksTo("s3:GetObject")
            .on("arn:aws:s3:::bkt/x")
            .with("my:key", request);
    assertThat(Authorizer.standard().isAllowed(asked, policies)).isEqualTo(holds);
  }
}
