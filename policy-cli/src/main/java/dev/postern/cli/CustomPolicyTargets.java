package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.cli.CustomPolicyRequest.Target;
import dev.postern.eval.RequestedResource;
import dev.postern.eval.Requester;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** Reads on what, and by whom, actions are simulated. */
final class CustomPolicyTargets {
  /** The account of AWS's own examples, for a caller and a resource of which none is known. */
  private static final String SOME_ACCOUNT = "123456789012";

  /** What each simulation of launching an instance has to name. */
  private static final ImmutableMap<String, ImmutableList<String>> HANDLING =
      ImmutableMap.of(
          "EC2-VPC-InstanceStore", launching(),
          "EC2-VPC-InstanceStore-Subnet", launching("subnet"),
          "EC2-VPC-EBS", launching("volume"),
          "EC2-VPC-EBS-Subnet", launching("subnet", "volume"));

  private final ShapeReader shape;

  CustomPolicyTargets(ShapeReader shape) {
    this.shape = shape;
  }

  private static ImmutableList<String> launching(String... others) {
    return ImmutableList.<String>builder()
        .add("instance", "image", "security-group", "network-interface")
        .add(others)
        .build();
  }

  ImmutableList<Target> read(JsonObject input) {
    Optional<Requester> caller =
        shape
            .string(input, "CallerArn", 1, 2_048)
            .flatMap(arn -> shape.parsed(arn, CustomPolicyTargets::caller));
    Optional<String> owner =
        shape
            .string(input, "ResourceOwner", 1, 2_048)
            .flatMap(arn -> shape.parsed(arn, CustomPolicyTargets::account));
    ImmutableList<JsonString> arns = shape.strings(input, "ResourceArns", 1, 2_048);
    ImmutableList<Target> targets =
        arns.stream()
            .flatMap(
                arn ->
                    shape.parsed(arn, RequestedResource::of).stream()
                        .map(resource -> target(resource, owner, caller, arn.span())))
            .collect(ImmutableList.toImmutableList());
    shape
        .string(input, "ResourceHandlingOption", 1, 64)
        .ifPresent(option -> checkHandling(option, targets));
    // AWS: "If this parameter is not provided, then the value defaults to * (all resources)."
    return arns.isEmpty()
        ? ImmutableList.of(target(new RequestedResource.None(), owner, caller, input.span()))
        : targets;
  }

  /*
   * AWS asks for a caller only beside a resource policy, whose principals need somebody to match.
   * Otherwise it is a user of the resource's account whom no policy is likely to name.
   */
  private static Target target(
      RequestedResource resource,
      Optional<String> resourceOwner,
      Optional<Requester> caller,
      SourceSpan span) {
    String partition = "aws";
    String owner = "";
    if (resource instanceof RequestedResource.Named named) {
      partition = named.arn().partition();
      owner =
          named.arn().account().isEmpty()
              ? resourceOwner.or(() -> caller.map(CustomPolicyTargets::account)).orElse("")
              : accountOrNone(named.arn());
    }
    String account = owner.isEmpty() ? resourceOwner.orElse(SOME_ACCOUNT) : owner;
    Requester somebody =
        new Requester.User(new Arn(partition, "iam", "", account, "user/simulated-caller"));
    return new Target(resource, owner, caller.orElse(somebody), span);
  }

  private static String account(Requester caller) {
    return caller instanceof Requester.IamPrincipal principal ? principal.arn().account() : "";
  }

  private static String accountOrNone(Arn arn) {
    return PrincipalValue.isAccountId(arn.account()) ? arn.account() : "";
  }

  private static Requester caller(String text) {
    Requester requester = Requester.of(text);
    if (requester instanceof Requester.User || requester instanceof Requester.UnnamedRoleSession) {
      return requester;
    }
    throw new IllegalArgumentException(
        "`" + text + "` is no caller that is simulated; expected the ARN of a user or of a role");
  }

  private static String account(String text) {
    String account =
        Arn.parse(text)
            .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
            .map(Arn::account)
            .orElse(text);
    if (!PrincipalValue.isAccountId(account)) {
      throw new IllegalArgumentException(
          "`" + text + "` is no account; expected `arn:aws:iam::ACCOUNT:root`");
    }
    return account;
  }

  private void checkHandling(JsonString option, ImmutableList<Target> targets) {
    ImmutableList<String> needed = HANDLING.get(option.text());
    if (needed == null) {
      shape.refuse(
          ProblemCode.SCENARIO_VALUE,
          option.span(),
          "`" + option.text() + "` is no way to handle resources",
          "expected `" + String.join("`, `", HANDLING.keySet()) + "`");
      return;
    }
    ImmutableList<String> absent =
        needed.stream()
            .filter(type -> targets.stream().noneMatch(target -> isOfEc2(target, type)))
            .collect(ImmutableList.toImmutableList());
    if (!absent.isEmpty()) {
      shape.refuse(
          ProblemCode.SCENARIO_CONTRADICTION,
          option.span(),
          "`" + option.text() + "` without `" + String.join("`, `", absent) + "`",
          "expected a resource of each of these types among `ResourceArns`");
    }
  }

  private static boolean isOfEc2(Target target, String type) {
    return target.resource() instanceof RequestedResource.Named named
        && named.arn().service().equals("ec2")
        && named.arn().resource().startsWith(type + "/");
  }
}
