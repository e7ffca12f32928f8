package dev.postern.eval;

/** The numbers of AWS accounts. */
final class AccountId {
  private AccountId() {}

  /** Whether it is 12 digits. */
  static boolean isValid(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
