package dev.postern.eval;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;

/**
 * What KMS can do with its operations, as of 2026-09. AWS, KMS: "AWS KMS permissions" and "Grants
 * in AWS KMS".
 */
final class KmsOperations {
  /** Those that a grant can give, in lower case. */
  private static final ImmutableSet<String> GRANTABLE =
      ImmutableSet.of(
          "creategrant",
          "decrypt",
          "derivesharedsecret",
          "describekey",
          "encrypt",
          "generatedatakey",
          "generatedatakeypair",
          "generatedatakeypairwithoutplaintext",
          "generatedatakeywithoutplaintext",
          "generatemac",
          "getpublickey",
          "reencryptfrom",
          "reencryptto",
          "retiregrant",
          "sign",
          "verify",
          "verifymac");

  /** Those that work on a key of another account beside the cryptographic ones, in lower case. */
  private static final ImmutableSet<String> ACROSS_ACCOUNTS =
      ImmutableSet.of("getkeyrotationstatus", "listgrants", "revokegrant");

  private KmsOperations() {}

  /** Whether a grant can give the operation, whatever its letter case. */
  static boolean canBeGranted(String operation) {
    return GRANTABLE.contains(Ascii.toLowerCase(operation));
  }

  /** Whether the action, its name in lower case, works on a key of another account. */
  static boolean worksAcrossAccounts(String action) {
    return GRANTABLE.contains(action) || ACROSS_ACCOUNTS.contains(action);
  }
}
