package dev.postern.eval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is set around the policies and takes part in a decision. Immutable. */
public final class Settings {
  /** Nothing is known. */
  public static final Settings NONE =
      new Settings(null, null, KeyManager.CUSTOMER, S3Settings.NONE);

  private final @Nullable String managementAccount;
  private final @Nullable VpcEndpointKind endpointKind;
  private final KeyManager keyManager;
  private final S3Settings s3;

  private Settings(
      @Nullable String managementAccount,
      @Nullable VpcEndpointKind endpointKind,
      KeyManager keyManager,
      S3Settings s3) {
    this.managementAccount = managementAccount;
    this.endpointKind = endpointKind;
    this.keyManager = keyManager;
    this.s3 = s3;
  }

  /** The organization's management account, which no control policy limits. */
  public Settings withManagementAccount(String account) {
    return new Settings(account, endpointKind, keyManager, s3);
  }

  /** The kind of VPC endpoint that requests pass. */
  public Settings withVpcEndpointKind(VpcEndpointKind kind) {
    return new Settings(managementAccount, kind, keyManager, s3);
  }

  /** Who manages the KMS key. */
  public Settings withKeyManager(KeyManager manager) {
    return new Settings(managementAccount, endpointKind, manager, s3);
  }

  /** What is set on the bucket or the object. */
  public Settings with(S3Settings settings) {
    return new Settings(managementAccount, endpointKind, keyManager, settings);
  }

  /** The organization's management account, where it was said. */
  public Optional<String> managementAccount() {
    return Optional.ofNullable(managementAccount);
  }

  /** The kind of VPC endpoint, where it was said. */
  public Optional<VpcEndpointKind> vpcEndpointKind() {
    return Optional.ofNullable(endpointKind);
  }

  /** Who manages the KMS key. */
  public KeyManager keyManager() {
    return keyManager;
  }

  /** What is set on the bucket or the object. */
  public S3Settings s3() {
    return s3;
  }

  boolean isManagementAccount(@Nullable String account) {
    return managementAccount != null && managementAccount.equals(account);
  }

  @Nullable VpcEndpointKind endpointKind() {
    return endpointKind;
  }
}
