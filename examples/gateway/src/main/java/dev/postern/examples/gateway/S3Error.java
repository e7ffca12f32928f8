package dev.postern.examples.gateway;

import com.google.common.xml.XmlEscapers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A refusal in the words of S3. AWS: "Error responses". */
final class S3Error extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  S3Error(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** The answer to everything that is not allowed; why not is for the log. */
  static S3Error accessDenied() {
    return new S3Error(403, "AccessDenied", "Access Denied");
  }

  static S3Error notImplemented() {
    return new S3Error(
        501, "NotImplemented", "A header or query parameter asks for something not implemented");
  }

  /** Answers with this error; what the client still sends is left unread. */
  void send(HttpExchange exchange) throws IOException {
    byte[] body = xml(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private String xml(String resource) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message><Resource>%s</Resource></Error>
        """
        .formatted(code, getMessage(), XmlEscapers.xmlContentEscaper().escape(resource));
  }
}
