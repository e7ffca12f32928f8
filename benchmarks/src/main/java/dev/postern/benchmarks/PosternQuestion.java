package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.benchmarks.workload.PlainPolicies;
import dev.postern.benchmarks.workload.PlainPolicy;
import dev.postern.benchmarks.workload.PlainRequest;
import dev.postern.benchmarks.workload.PlainValue;
import dev.postern.benchmarks.workload.Workload;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.ContextValue;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.util.Map;

/**
 * A request of a workload as Postern takes it, with the policies that apply to it.
 *
 * @param source what the request is made from
 * @param context its condition keys, each with its value
 * @param request the request, made ahead
 * @param policies compiled and composed ahead
 */
record PosternQuestion(
    PlainRequest source,
    Map<String, ContextValue> context,
    AuthorizationRequest request,
    PolicySet policies) {
  private static final PolicyType BUCKET = PolicyType.resource("AWS::S3::Bucket");
  private static final Authorizer AUTHORIZER = Authorizer.standard();

  /** The requests of a workload, once every one of them is decided rightly. */
  static Round<PosternQuestion> verified(Workload workload) {
    PolicySet general = compose(workload.policies());
    PolicySet meeting =
        workload.policies().resources().isEmpty()
            ? general
            : general.withResource(compileBucket(workload.policies().resources().get(0)));
    Round<PosternQuestion> round =
        Round.of(
            workload.requests(),
            request -> of(request, request.meetsResourcePolicy() ? meeting : general));
    Expectation.verdicts(workload, i -> round.get(i).decide().verdict());
    Expectation.allowed(workload, i -> round.get(i).isAllowed());
    return round;
  }

  private static PosternQuestion of(PlainRequest source, PolicySet policies) {
    return new PosternQuestion(source, contextOf(source), request(source), policies);
  }

  /** All policies but the resource's, which hangs on the request. */
  static PolicySet compose(PlainPolicies policies) {
    PolicySet set = PolicySet.EMPTY;
    for (PlainPolicy policy : policies.identity()) {
      set = set.withIdentity(compile(policy, PolicyType.IDENTITY));
    }
    for (PlainPolicy policy : policies.boundaries()) {
      set = set.withPermissionsBoundary(compile(policy, PolicyType.PERMISSIONS_BOUNDARY));
    }
    for (ImmutableList<PlainPolicy> level : policies.serviceControl()) {
      set =
          set.withServiceControlLevel(
              level.stream()
                  .map(policy -> compile(policy, PolicyType.SERVICE_CONTROL))
                  .collect(ImmutableList.toImmutableList()));
    }
    return set;
  }

  static CompiledPolicy compileBucket(PlainPolicy policy) {
    return compile(policy, BUCKET);
  }

  private static CompiledPolicy compile(PlainPolicy policy, PolicyType type) {
    return CompiledPolicy.of(read(policy, type));
  }

  static PolicyDocument read(PlainPolicy policy, PolicyType type) {
    return PolicyReader.strict()
        .within(ReadLimits.SCENARIOS)
        .read(SourceText.of("policy.json", policy.json()), type);
  }

  static AuthorizationRequest request(PlainRequest source) {
    return request(source, contextOf(source));
  }

  private static ImmutableMap<String, ContextValue> contextOf(PlainRequest source) {
    ImmutableMap.Builder<String, ContextValue> context = ImmutableMap.builder();
    source.context().forEach((key, value) -> context.put(key, value(value)));
    return context.buildOrThrow();
  }

  private static ContextValue value(PlainValue value) {
    return value.isList()
        ? new ContextValue.Many(value.texts())
        : new ContextValue.Single(value.single());
  }

  private static AuthorizationRequest request(
      PlainRequest source, Map<String, ContextValue> context) {
    return AuthorizationRequest.by(source.principal())
        .asksTo(source.action())
        .on(source.resource())
        .ownedBy(source.owner())
        .with(context);
  }

  /** Makes the request anew from its strings and its map. */
  AuthorizationRequest makeRequest() {
    return request(source, context);
  }

  boolean isAllowed() {
    return AUTHORIZER.isAllowed(request, policies);
  }

  Decision decide() {
    return AUTHORIZER.decide(request, policies);
  }
}
