package dev.postern.benchmarks.peer;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.DateTime;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.IpAddress;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.postern.benchmarks.workload.CedarText;
import dev.postern.benchmarks.workload.PlainPolicies;
import dev.postern.benchmarks.workload.PlainRequest;
import dev.postern.benchmarks.workload.PlainValue;
import java.util.HashMap;
import java.util.Map;

/** Cedar through cedar-java, its policies parsed once and kept on the native side. */
public final class CedarEngine {
  private static final EntityTypeName USER = type("User");
  private static final EntityTypeName ACTION = type("Action");
  private static final EntityTypeName RESOURCE = type("Resource");

  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final Entities nobody = new Entities();
  private final PolicySet policies;

  private CedarEngine(PolicySet policies) {
    this.policies = policies;
  }

  /** Says the policies in Cedar, and keeps them ready. */
  public static CedarEngine of(PlainPolicies policies) {
    try {
      PolicySet parsed = PolicySet.parsePolicies(CedarText.of(policies));
      parsed.cache();
      return new CedarEngine(parsed);
    } catch (AuthException | CacheException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Decides a request. */
  public boolean isAllowed(AuthorizationRequest request) {
    try {
      AuthorizationResponse response = engine.isAuthorized(request, policies, nobody);
      AuthorizationSuccessResponse success =
          response.success.orElseThrow(() -> new IllegalStateException(response.toString()));
      if (!success.getErrors().isEmpty()) {
        throw new IllegalStateException(success.getErrors().toString());
      }
      return success.isAllowed();
    } catch (AuthException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The request of a workload, as the policies' Cedar text expects it. */
  public static AuthorizationRequest request(PlainRequest request) {
    Map<String, Value> context = new HashMap<>();
    request
        .context()
        .forEach((key, value) -> context.put(CedarText.attribute(key), value(key, value)));
    context.put(CedarText.ACTION, new PrimString(request.action()));
    context.put(CedarText.ARN, new PrimString(request.resource()));
    context.put(CedarText.ACCOUNT, new PrimString(PlainRequest.ACCOUNT));
    return new AuthorizationRequest(
        new EntityUID(USER, request.principal()),
        new EntityUID(ACTION, request.action()),
        new EntityUID(RESOURCE, request.resource()),
        context);
  }

  private static Value value(String key, PlainValue value) {
    if (value.isList()) {
      return new CedarList(value.texts().stream().<Value>map(PrimString::new).toList());
    }
    String text = value.single();
    return switch (key) {
      case "aws:SecureTransport", "aws:MultiFactorAuthPresent" ->
          new PrimBool(Boolean.valueOf(text));
      case "aws:SourceIp" -> new IpAddress(text);
      case "aws:CurrentTime" -> new DateTime(text);
      case "s3:max-keys" -> new PrimLong(Long.valueOf(text));
      default -> new PrimString(text);
    };
  }

  private static EntityTypeName type(String name) {
    return EntityTypeName.parse(name).orElseThrow();
  }
}
