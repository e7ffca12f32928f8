package dev.postern.eval;

import com.google.common.base.Splitter;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;
import java.util.List;
import java.util.Optional;

/**
 * Who asks. AWS: "How AWS enforcement code logic evaluates requests to allow or deny access" and
 * "IAM identifiers".
 */
public sealed interface Requester {

  /** As an ARN or a name, the way a request spells it. */
  String text();

  /** A requester of an account: a user, the root user, or a session. */
  sealed interface IamPrincipal extends Requester {
    /** The ARN that AWS's messages show. */
    Arn arn();

    @Override
    default String text() {
      return arn().toString();
    }
  }

  /** An IAM user, also by the temporary credentials of {@code GetSessionToken}. */
  record User(Arn arn) implements IamPrincipal {}

  /** The root user of an account. */
  record RootUser(Arn arn) implements IamPrincipal {}

  /**
   * A session of a role.
   *
   * @param arn the session: {@code arn:P:sts::ACCOUNT:assumed-role/NAME/SESSION}
   * @param role the role with its path
   */
  record RoleSession(Arn arn, Arn role) implements IamPrincipal {}

  /** A session of a role whose session name is not known. */
  record UnnamedRoleSession(Arn arn) implements IamPrincipal {}

  /** A session that {@code GetFederationToken} made. */
  record FederatedUser(Arn arn) implements IamPrincipal {}

  /** An AWS service calling for itself, by its service principal. */
  record Service(String text) implements Requester {}

  /** A caller of STS who brings the word of an OIDC or SAML provider. */
  record IdentityProvider(String text) implements Requester {}

  /** An account known by its canonical user id alone. */
  record CanonicalUser(String text) implements Requester {}

  /** A request that nobody signed. */
  record Anonymous() implements Requester {
    @Override
    public String text() {
      return "*";
    }
  }

  /**
   * Reads what the scenario format calls a principal: the ARN of a user, role, root user or
   * session, a service principal, a provider's ARN or name, or {@code *} for an anonymous request.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Requester of(String text) {
    if (text.equals("*")) {
      return new Anonymous();
    }
    if (!text.startsWith("arn:")) {
      return named(text);
    }
    return ofArn(Arn.of(text))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`"
                        + text
                        + "` is the ARN of no principal; expected a user, role, root, assumed-role,"
                        + " federated-user or identity provider ARN"));
  }

  private static Requester named(String text) {
    if (text.equals("cognito-identity.amazonaws.com")
        || text.equals("www.amazon.com")
        || text.equals("graph.facebook.com")
        || text.equals("accounts.google.com")) {
      return new IdentityProvider(text);
    }
    if (text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn")) {
      return new Service(text);
    }
    throw new IllegalArgumentException(
        "`"
            + text
            + "` is no principal; expected an ARN, a service such as `lambda.amazonaws.com`, or `*`");
  }

  private static Optional<Requester> ofArn(Arn arn) {
    if (!arn.region().isEmpty() || !PrincipalValue.isAccountId(arn.account())) {
      return Optional.empty();
    }
    String resource = arn.resource();
    return switch (arn.service()) {
      case "iam" -> iam(arn, resource);
      case "sts" -> sts(arn, resource);
      default -> Optional.empty();
    };
  }

  private static Optional<Requester> iam(Arn arn, String resource) {
    if (resource.equals("root")) {
      return Optional.of(new RootUser(arn));
    }
    if (hasName(resource, "user/")) {
      return Optional.of(new User(arn));
    }
    if (hasName(resource, "role/")) {
      return Optional.of(new UnnamedRoleSession(arn));
    }
    boolean provider = hasName(resource, "oidc-provider/") || hasName(resource, "saml-provider/");
    return provider ? Optional.of(new IdentityProvider(arn.toString())) : Optional.empty();
  }

  private static Optional<Requester> sts(Arn arn, String resource) {
    if (hasName(resource, "federated-user/")) {
      return Optional.of(new FederatedUser(arn));
    }
    if (!hasName(resource, "assumed-role/")) {
      return Optional.empty();
    }
    List<String> parts = Splitter.on('/').splitToList(resource);
    boolean sound = parts.size() == 3 && !parts.get(1).isEmpty() && !parts.get(2).isEmpty();
    return sound
        ? Optional.of(new RoleSession(arn, roleWithoutPath(arn, parts.get(1))))
        : Optional.empty();
  }

  private static Arn roleWithoutPath(Arn session, String name) {
    return new Arn(session.partition(), "iam", "", session.account(), "role/" + name);
  }

  private static boolean hasName(String resource, String prefix) {
    return resource.startsWith(prefix)
        && resource.length() > prefix.length()
        && !resource.endsWith("/");
  }
}
