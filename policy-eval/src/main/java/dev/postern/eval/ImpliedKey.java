package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.postern.model.Arn;
import dev.postern.model.ConditionKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys that follow from the request itself. What the request gives always wins; facts
 * of the transport are never invented. AWS: "AWS global condition context keys".
 */
enum ImpliedKey {
  PRINCIPAL_ARN("aws:PrincipalArn") {
    @Override
    @Nullable String value(PreparedRequest request) {
      Arn arn = request.facts().principalArn();
      return arn == null ? null : arn.toString();
    }
  },
  PRINCIPAL_ACCOUNT("aws:PrincipalAccount") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return request.facts().kind() == RequesterKind.ANONYMOUS
          ? "anonymous"
          : request.facts().account();
    }
  },
  PRINCIPAL_TYPE("aws:PrincipalType") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return switch (request.facts().kind()) {
        case USER -> "User";
        case ROOT -> "Account";
        case ROLE_SESSION -> "AssumedRole";
        case FED_SESSION -> "FederatedUser";
        case ANONYMOUS -> "Anonymous";
        case SERVICE, FEDERATED, CANONICAL -> null;
      };
    }
  },
  USER_ID("aws:userid") {
    @Override
    @Nullable String value(PreparedRequest request) {
      Facts facts = request.facts();
      String id = request.request().facts().uniqueId().orElse(null);
      return switch (facts.kind()) {
        case ROOT -> facts.account();
        case USER -> id;
        case FED_SESSION -> facts.account() + ":" + afterFirstSlash(arn(facts));
        case ROLE_SESSION -> id != null && isNamed(facts) ? id + ":" + lastName(arn(facts)) : null;
        case ANONYMOUS -> "anonymous";
        case SERVICE, FEDERATED, CANONICAL -> null;
      };
    }
  },
  USER_NAME("aws:username") {
    @Override
    @Nullable String value(PreparedRequest request) {
      Facts facts = request.facts();
      return facts.kind() == RequesterKind.USER ? lastName(arn(facts)) : null;
    }
  },
  IS_AWS_SERVICE("aws:PrincipalIsAWSService") {
    @Override
    @Nullable String value(PreparedRequest request) {
      RequesterKind kind = request.facts().kind();
      return kind == RequesterKind.ANONYMOUS
          ? null
          : Boolean.toString(kind == RequesterKind.SERVICE);
    }
  },
  SERVICE_NAME("aws:PrincipalServiceName") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return service(request);
    }
  },
  SERVICE_NAMES("aws:PrincipalServiceNamesList") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return service(request);
    }
  },
  RESOURCE_ACCOUNT("aws:ResourceAccount") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return request.facts().owner();
    }
  },
  S3_RESOURCE_ACCOUNT("s3:ResourceAccount") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return request.isTo("s3") ? request.facts().owner() : null;
    }
  },
  KMS_CALLER_ACCOUNT("kms:CallerAccount") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return request.isTo("kms") ? request.facts().account() : null;
    }
  },
  REQUESTED_REGION("aws:RequestedRegion") {
    @Override
    @Nullable String value(PreparedRequest request) {
      Arn arn = request.facts().resource();
      return arn == null || arn.region().isEmpty() ? null : arn.region();
    }
  },
  VIA_AWS_SERVICE("aws:ViaAWSService") {
    @Override
    @Nullable String value(PreparedRequest request) {
      return Boolean.toString(!request.given().state("aws:calledvia").values().isEmpty());
    }
  },
  CALLED_VIA_FIRST("aws:CalledViaFirst") {
    @Override
    @Nullable String value(PreparedRequest request) {
      var via = request.given().state("aws:calledvia").values();
      return via.isEmpty() ? null : via.get(0).text();
    }
  },
  CALLED_VIA_LAST("aws:CalledViaLast") {
    @Override
    @Nullable String value(PreparedRequest request) {
      var via = request.given().state("aws:calledvia").values();
      return via.isEmpty() ? null : via.get(via.size() - 1).text();
    }
  },
  CURRENT_TIME("aws:CurrentTime") {
    @Override
    @Nullable String value(PreparedRequest request) {
      Instant clock = request.clock();
      return clock == null ? null : clock.truncatedTo(ChronoUnit.MILLIS).toString();
    }
  },
  EPOCH_TIME("aws:EpochTime") {
    @Override
    @Nullable String value(PreparedRequest request) {
      Instant clock = request.clock();
      return clock == null ? null : Long.toString(clock.getEpochSecond());
    }
  };

  private static final ImmutableMap<String, ImpliedKey> BY_NAME =
      Maps.uniqueIndex(Arrays.asList(values()), key -> key.folded);

  private final String folded;

  ImpliedKey(String name) {
    this.folded = new ConditionKey(name).folded();
  }

  /** The implied key of this name in lower case. */
  static @Nullable ImpliedKey named(String folded) {
    return BY_NAME.get(folded);
  }

  /** Whether it tells the time of the request. */
  boolean isTime() {
    return this == CURRENT_TIME || this == EPOCH_TIME;
  }

  /** What it holds in a request that does not give it. */
  abstract @Nullable String value(PreparedRequest request);

  /** The same with its shape. */
  ContextKeyState state(PreparedRequest request) {
    String value = value(request);
    if (value == null) {
      return ContextKeyState.MISSING;
    }
    Instant clock = request.clock();
    if (isTime() && clock != null) {
      return this == CURRENT_TIME
          ? ContextKeyState.moment(clock, value)
          : ContextKeyState.single(value);
    }
    return this == SERVICE_NAMES
        ? ContextKeyState.of(true, ImmutableList.of(value))
        : ContextKeyState.single(value);
  }

  private static String arn(Facts facts) {
    Arn arn = facts.arn();
    return arn == null ? "" : arn.resource();
  }

  private static boolean isNamed(Facts facts) {
    return facts.requester() instanceof Requester.RoleSession;
  }

  private static String lastName(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  private static String afterFirstSlash(String resource) {
    return resource.substring(resource.indexOf('/') + 1);
  }

  private static @Nullable String service(PreparedRequest request) {
    return request.facts().requester() instanceof Requester.Service service ? service.text() : null;
  }
}
