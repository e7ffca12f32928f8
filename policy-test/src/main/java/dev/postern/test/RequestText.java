package dev.postern.test;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import dev.postern.eval.PrincipalFacts;

/** What was asked, a fact a line. */
final class RequestText {
  private RequestText() {}

  static void append(StringBuilder text, AuthorizationRequest request, String note) {
    line(text, "principal", request.requester().text());
    facts(text, request.facts());
    line(text, "action", request.action().text());
    line(text, "resource", request.resource() + note);
    request.resourceOwner().ifPresent(owner -> line(text, "owner", owner));
    request.clock().ifPresent(clock -> line(text, "time", clock.toString()));
    request
        .context()
        .forEach((key, value) -> line(text, "context", key + " = " + RequestText.value(value)));
  }

  private static void facts(StringBuilder text, PrincipalFacts facts) {
    facts.uniqueId().ifPresent(id -> line(text, "", "unique id " + id));
    facts.issuer().ifPresent(issuer -> line(text, "", "issued by " + issuer));
    facts.canonicalUser().ifPresent(id -> line(text, "", "canonical user " + id));
    facts
        .serviceLinkedRole()
        .ifPresent(linked -> line(text, "", linked ? "service-linked" : "not service-linked"));
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append("  ").append(String.format("%-9s", what)).append("  ").append(value).append('\n');
  }

  private static String value(ContextValue value) {
    if (value instanceof ContextValue.Single single) {
      return single.text();
    }
    if (value instanceof ContextValue.Many many) {
      return many.texts().toString();
    }
    return value instanceof ContextValue.Null ? "null" : "not known";
  }
}
