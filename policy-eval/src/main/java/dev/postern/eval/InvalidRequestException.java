package dev.postern.eval;

/**
 * A request that cannot exist at AWS: facts that contradict each other, or a key whose value has a
 * shape that the key never has. There is no verdict on it.
 */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(String message) {
    super(message);
  }
}
