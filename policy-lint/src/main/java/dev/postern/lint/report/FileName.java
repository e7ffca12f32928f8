package dev.postern.lint.report;

import java.net.URI;
import java.net.URISyntaxException;

/** The name of a linted text, as formats for machines want it. */
final class FileName {
  private FileName() {}

  /** A path as a relative reference, or as an absolute one; other names are taken for paths. */
  static String uri(String name) {
    String path = name.replace('\\', '/');
    try {
      // A colon in the first part of a path would read as a scheme.
      boolean ambiguous = !path.startsWith("/") && path.indexOf(':') >= 0;
      return new URI(null, null, ambiguous ? "./" + path : path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
