package dev.postern.examples.awssdk;

import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.source.SourceText;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;

/**
 * Turns policies of the AWS SDK for Java ({@code iam-policy-builder}) into documents and back. Both
 * ways lead through JSON, the one form that both sides know, so nothing is lost in a mapping of
 * classes. Copy this class: none of our libraries depends on the SDK.
 */
public final class AwsSdkPolicies {
  private AwsSdkPolicies() {}

  /**
   * The document that says the same as a policy of the SDK.
   *
   * @param type what the policy is attached to, which the SDK does not know
   * @throws dev.postern.model.json.PolicyRefusedException if AWS would not store it; its places are
   *     those in the SDK's JSON
   */
  public static PolicyDocument fromSdk(IamPolicy policy, PolicyType type) {
    return PolicyReader.strict().read(SourceText.of("<IamPolicy>", policy.toJson()), type);
  }

  /** The policy of the SDK that says the same as a document. */
  public static IamPolicy toSdk(PolicyDocument document) {
    return IamPolicy.fromJson(PolicyWriter.canonical().onOneLine().write(document));
  }
}
