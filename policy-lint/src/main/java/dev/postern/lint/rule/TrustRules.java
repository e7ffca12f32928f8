package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about who may assume a role. */
final class TrustRules {
  private static final ServicePrincipals SERVICES = new ServicePrincipals();
  private static final OidcIssuers ISSUERS = new OidcIssuers();

  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(new TrustPrincipalStar())
          .add(TrustAnyPrincipal.open())
          .add(TrustAnyPrincipal.conditioned())
          .add(new TrustServiceStar())
          .add(CrossAccount.ofRoles())
          .add(new TrustNoExternalId())
          .add(new TrustExternalIdWeak())
          .add(new TrustActionStar())
          .add(new TrustActionInvalid())
          .add(new TrustActionPrincipal())
          .add(new TrustFederatedFormat())
          .add(TrustSessionActions.rolesAnywhere())
          .add(new TrustRolesAnywhereOpen())
          .add(TrustSessionActions.podIdentity())
          .add(new TrustRedundantSession())
          .add(new TrustOidcNoCondition())
          .add(TrustTenantUnnamed.sharedIssuer(ISSUERS))
          .add(TrustTenantUnnamed.github(ISSUERS))
          .add(TrustGithubSubject.wildcard())
          .add(new TrustTenantOpen(ISSUERS))
          .add(TrustGithubSubject.claimOrder())
          .add(TrustGithubSubject.pullRequest())
          .add(new TrustGithubMutableNames())
          .add(new TrustOidcAudience(ISSUERS))
          .add(TrustOidcSetOperator.audienceForAnyValue(ISSUERS))
          .add(TrustOidcSetOperator.audienceOfUnknown(ISSUERS))
          .add(TrustOidcSetOperator.forAllValues(ISSUERS))
          .add(new TrustIrsaOpen())
          .add(TrustTenantUnnamed.cognito(ISSUERS))
          .add(new TrustCognitoUnauthenticated())
          .add(new TrustSamlNoAudience())
          .add(new TrustSsoPattern())
          .add(TrustService.compute(SERVICES))
          .add(TrustService.noSource(SERVICES))
          .add(new TrustGrantsNobody())
          .build();

  private TrustRules() {}
}
