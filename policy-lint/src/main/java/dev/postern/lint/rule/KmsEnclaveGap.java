package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;

/** A key for an enclave, and a way to use it without one. AWS: "Cryptographic attestation". */
final class KmsEnclaveGap implements PolicyRule {
  /* The operations that take an attestation document. */
  private static final ImmutableList<ActionName> ATTESTED =
      ImmutableList.of(
          KeyPolicy.DECRYPT,
          ActionName.of("kms:GenerateDataKey"),
          ActionName.of("kms:GenerateDataKeyPair"),
          ActionName.of("kms:DeriveSharedSecret"));

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "kms-enclave-gap", "the key is open to others than the attested enclave")
        .on(Kind.KMS_KEY)
        .peers("prowler:kms_key_enclave_attestation_bypassable_path");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (ActionName action : ATTESTED) {
      ImmutableList<Statement> allowing = KeyPolicy.allowing(action, policy);
      ImmutableList<Statement> open =
          allowing.stream()
              .filter(statement -> attestation(statement, policy).isEmpty())
              .filter(statement -> !KeyPolicy.identities(statement).isEmpty())
              .collect(toImmutableList());
      ImmutableList<KeyUse> attested =
          allowing.stream()
              .flatMap(statement -> attestation(statement, policy).stream())
              .collect(toImmutableList());
      if (!attested.isEmpty() && !open.isEmpty()) {
        report(action, open.get(0), attested.get(0), findings);
        return;
      }
    }
  }

  private static void report(
      ActionName action, Statement open, KeyUse attested, Findings findings) {
    ActionReach.of(open, action)
        .ifPresent(
            reach ->
                findings
                    .at(reach.span())
                    .message(
                        "`"
                            + KeyPolicy.identities(open).get(0).value().text()
                            + "` may do `"
                            + action
                            + "` without the attestation that another statement asks for")
                    .advice("ask for the same attestation here, or leave the action out")
                    .related(attested.keySpan(), "this is the attestation")
                    .add());
  }

  private static ImmutableList<KeyUse> attestation(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .filter(use -> use.isOfFamily("kms:RecipientAttestation"))
        .filter(use -> !use.holdsOnAbsentKey())
        .collect(toImmutableList());
  }
}
