package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Decision;
import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class DecisionAssertTest {
  private static final AuthorizationRequest READ =
      AuthorizationRequest.by(ALICE).asksTo("s3:GetObject");
  private static final Decision ALLOWED = decide(READ.on(Fixtures.OWN));
  private static final Decision UNENCRYPTED =
      decide(READ.on(Fixtures.OWN).with("aws:SecureTransport", false));
  private static final Decision SHARED = decide(READ.on("arn:aws:s3:::reports/shared/a"));
  private static final Decision OPEN =
      decide(READ.on("arn:aws:s3:::reports/shared/a").withUnknown("aws:SourceIp"));
  private static final Decision UNSPECIFIED =
      Authorizer.standard()
          .decide(
              READ.on(Fixtures.OWN),
              PolicySet.EMPTY.withIdentity(
                  Fixtures.policy(
                      PolicyType.IDENTITY,
                      "{\"Effect\": \"Allow\", \"Action\": \"s?:GetObject\", \"Resource\":"
                          + " \"*\"}")));

  private static Decision decide(AuthorizationRequest request) {
    return Authorizer.standard().decide(request, Fixtures.policies());
  }

  private static ThrowingCallable failing(Decision decision, Consumer<DecisionAssert> claim) {
    return () -> claim.accept(assertThat(decision));
  }

  @Test
  void allowed() {
    assertThat(ALLOWED).isAllowed();
    assertThatThrownBy(failing(SHARED, DecisionAssert::isAllowed))
        .hasMessageContaining("expected the request to be allowed")
        .hasMessageContaining(SHARED.explain());
    assertThatThrownBy(failing(OPEN, DecisionAssert::isAllowed)).isNotNull();
  }

  @Test
  void denied() {
    assertThat(SHARED).isDenied();
    assertThat(UNENCRYPTED).isDenied();
    assertThatThrownBy(failing(ALLOWED, DecisionAssert::isDenied))
        .hasMessageContaining("expected the request to be denied");
    assertThatThrownBy(failing(OPEN, DecisionAssert::isDenied)).isNotNull();
  }

  @Test
  void explicitly_denied() {
    assertThat(UNENCRYPTED).isExplicitlyDenied().because(Layer.RESOURCE, "TlsOnly");
    assertThatThrownBy(failing(SHARED, DecisionAssert::isExplicitlyDenied))
        .hasMessageContaining("explicitly denied");
  }

  @Test
  void implicitly_denied() {
    assertThat(SHARED).isImplicitlyDenied().because(Layer.IDENTITY);
    assertThatThrownBy(failing(UNENCRYPTED, DecisionAssert::isImplicitlyDenied))
        .hasMessageContaining("implicitly denied");
  }

  @Test
  void depending_on_unknown_keys() {
    assertThat(OPEN).dependsOnUnknownKeys();
    assertThatThrownBy(failing(SHARED, DecisionAssert::dependsOnUnknownKeys))
        .hasMessageContaining("undecided, for a key that is not known");
  }

  @Test
  void because_of_a_type_of_policy() {
    assertThatThrownBy(failing(SHARED, decision -> decision.because(Layer.RESOURCE)))
        .hasMessageContaining("decided by a resource-based policy");
  }

  @Test
  void because_of_a_statement() {
    assertThatThrownBy(failing(UNENCRYPTED, decision -> decision.because(Layer.RESOURCE, "Tls")))
        .hasMessageContaining("decided by a resource-based policy, statement `Tls`");
  }

  @Test
  void missing_keys() {
    assertThat(SHARED).isMissing("aws:sourceip");
    assertThatThrownBy(failing(SHARED, decision -> decision.isMissing("aws:SourceVpce")))
        .hasMessageContaining("aws:SourceVpce");
  }

  @Test
  void unspecified_points() {
    assertThat(ALLOWED).restsOnNothingUnspecified();
    assertThatThrownBy(failing(UNSPECIFIED, DecisionAssert::restsOnNothingUnspecified))
        .hasMessageContaining("what AWS leaves open")
        .hasMessageContaining("U27");
  }
}
