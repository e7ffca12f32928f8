package dev.postern.test;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;

/** What was asked, a fact a line. */
final class RequestText {
  private RequestText() {}

  static void append(StringBuilder text, AuthorizationRequest request, String note) {
    line(text, "principal", request.requester().text());
    line(text, "action", request.action().text());
    line(text, "resource", request.resource() + note);
    request.resourceOwner().ifPresent(owner -> line(text, "owner", owner));
    request.clock().ifPresent(clock -> line(text, "time", clock.toString()));
    request
        .context()
        .forEach((key, value) -> line(text, "context", key + " = " + RequestText.value(value)));
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
