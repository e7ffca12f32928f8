package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType;
import dev.postern.model.PrincipalValue;
import dev.postern.model.source.Located;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/**
 * A declared resource: a bucket with all of its objects, a key, a queue, a role to assume.
 *
 * @param policy its own policy, or none
 * @param owner the account that owns it; empty where the ARN says it
 */
record Thing(
    Arn arn, ImmutableList<CompiledPolicy> policy, String owner, boolean blocksPublicAccess) {

  static Optional<Thing> of(Sentence.Resource resource, PolicyPaths paths) {
    try {
      Arn arn = World.arn(resource.arn());
      String owner = owner(resource, arn);
      ImmutableList<CompiledPolicy> policy = paths.all(resource.policy(), typeOf(arn));
      return Optional.of(new Thing(arn, policy, owner, resource.blocksPublicAccess()));
    } catch (MistakeException e) {
      paths.add(e.problem());
      return Optional.empty();
    }
  }

  /* Whose a bucket is decides who has to allow; nobody shall pass for its owner by an omission. */
  private static String owner(Sentence.Resource resource, Arn arn) throws MistakeException {
    if (!resource.owner().isEmpty()) {
      return account(resource.owner().get(0));
    }
    if (arn.account().isEmpty()) {
      throw new MistakeException(
          ProblemCode.POLICYTEST_VALUE,
          resource.arn().span(),
          "nobody owns `" + resource.name().value() + "`: its ARN names no account",
          "add `owner 111122223333`");
    }
    return "";
  }

  /** An account id. */
  static String account(Located<String> text) throws MistakeException {
    if (!PrincipalValue.isAccountId(text.value())) {
      throw new MistakeException(
          ProblemCode.POLICYTEST_VALUE,
          text.span(),
          "`" + text.value() + "` is no account",
          "expected 12 digits");
    }
    return text.value();
  }

  /** The type of the policy that such a resource carries. */
  private static PolicyType typeOf(Arn arn) {
    return switch (arn.service()) {
      case "s3" -> PolicyType.resource("AWS::S3::Bucket");
      case "kms" -> PolicyType.KMS_KEY;
      case "iam" -> PolicyType.TRUST;
      default -> PolicyType.RESOURCE;
    };
  }

  /** Whether its policy takes part in the decision on an action: a role's governs STS alone. */
  boolean governs(ActionName action) {
    String service = arn.service().equals("iam") ? "sts" : arn.service();
    return action.service().equals(service);
  }

  /** Whether an ARN is this resource, or below it as an object is below its bucket. */
  boolean holds(String other) {
    String own = arn.toString();
    return other.startsWith(own)
        && (other.length() == own.length() || other.charAt(own.length()) == '/');
  }
}
