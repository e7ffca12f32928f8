package dev.postern.eval;

/**
 * A request, or a policy, that this version does not decide: it says so instead of guessing. There
 * is no verdict.
 */
public final class UnsupportedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedRequestException(String message) {
    super(message);
  }
}
