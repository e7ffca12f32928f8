package dev.postern.lint;

/** A text is not a baseline. The message says where, and what was expected. */
public final class BaselineException extends Exception {
  private static final long serialVersionUID = 1;

  BaselineException(String message) {
    super(message);
  }
}
