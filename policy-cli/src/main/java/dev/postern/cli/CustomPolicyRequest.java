package dev.postern.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import dev.postern.eval.PolicySet;
import dev.postern.eval.RequestedResource;
import dev.postern.eval.Requester;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.model.source.SourceSpan;
import java.util.Map;

/**
 * What {@code aws iam simulate-custom-policy} is asked: each action on each target, under the same
 * policies. AWS: "SimulateCustomPolicy" in the IAM API Reference.
 *
 * @param policies the policies that decide
 * @param isBounded whether a permissions boundary is among them
 * @param isInOrganization whether service control policies are among them
 * @param actions what is asked for
 * @param targets on what, and by whom
 * @param context the condition keys
 * @param from the first action that is answered
 * @param most how many actions are answered at most
 */
record CustomPolicyRequest(
    PolicySet policies,
    boolean isBounded,
    boolean isInOrganization,
    ImmutableList<ActionName> actions,
    ImmutableList<Target> targets,
    ImmutableMap<String, ContextValue> context,
    int from,
    int most) {

  /** The keys that follow from who asks. */
  private static final ImmutableList<String> OF_THE_CALLER =
      ImmutableList.of(
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "aws:PrincipalType",
          "aws:userid",
          "aws:username");

  /**
   * A resource and who asks for it.
   *
   * @param resource the resource, or {@code *}
   * @param owner the account that owns it; empty for {@code *} and for what AWS itself owns
   * @param caller who asks
   * @param span where the input names it
   */
  record Target(RequestedResource resource, String owner, Requester caller, SourceSpan span) {
    /** Whether it is a resource, rather than all of them. */
    boolean isNamed() {
      return resource instanceof RequestedResource.Named;
    }

    /** Whether the caller belongs to another account than the resource. */
    boolean isCrossAccount() {
      return caller instanceof Requester.IamPrincipal principal
          && !owner.isEmpty()
          && !principal.arn().account().equals(owner);
    }
  }

  /** The request for one action on one target. */
  AuthorizationRequest request(ActionName action, Target target) {
    AuthorizationRequest request =
        AuthorizationRequest.by(target.caller).asksTo(action.text()).on(target.resource);
    if (!target.owner.isEmpty()) {
      request = request.ownedBy(target.owner);
    }
    for (var entry : context.entrySet()) {
      request = request.with(entry.getKey(), entry.getValue());
    }
    return request;
  }

  /** Keeps a caller whom the input does not name from giving keys that it does not give either. */
  static void withhold(Map<String, ContextValue> context) {
    for (String key : OF_THE_CALLER) {
      if (context.keySet().stream().noneMatch(given -> Ascii.equalsIgnoreCase(given, key))) {
        // An explicit null counts as absent, and wins over what follows from the caller.
        context.put(key, new ContextValue.Null());
      }
    }
  }

  /** Whether a key is missing since the input names no caller; no entry of an input is null. */
  boolean withholds(ConditionKey key) {
    return context.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue() instanceof ContextValue.Null
                    && Ascii.equalsIgnoreCase(entry.getKey(), key.text()));
  }

  /** The actions of the page that is asked for. */
  ImmutableList<ActionName> page() {
    return actions.subList(from, until());
  }

  /** Where the next page begins: behind the last action if there is none. */
  int until() {
    return Math.min(actions.size(), from + most);
  }
}
