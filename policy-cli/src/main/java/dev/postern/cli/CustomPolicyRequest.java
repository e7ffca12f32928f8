package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import dev.postern.eval.PolicySet;
import dev.postern.eval.RequestedResource;
import dev.postern.eval.Requester;
import dev.postern.model.ActionName;
import dev.postern.model.source.SourceSpan;

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

  /** The actions of the page that is asked for. */
  ImmutableList<ActionName> page() {
    return actions.subList(from, until());
  }

  /** Where the next page begins: behind the last action if there is none. */
  int until() {
    return Math.min(actions.size(), from + most);
  }
}
