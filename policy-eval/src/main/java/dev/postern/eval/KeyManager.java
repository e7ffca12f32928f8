package dev.postern.eval;

/** Who manages a KMS key; resource control policies do not bind those of AWS. */
public enum KeyManager {
  /** The account that owns it. */
  CUSTOMER,
  /** AWS, for a service. */
  AWS
}
