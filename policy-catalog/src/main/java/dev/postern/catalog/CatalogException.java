package dev.postern.catalog;

/** A catalog is missing or damaged. The message says which, and where. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CatalogException(String message) {
    super(message);
  }

  CatalogException(String message, Throwable cause) {
    super(message, cause);
  }
}
