package dev.postern.eval.reference;

import dev.postern.eval.ContextValue;
import dev.postern.eval.reference.Asker.Kind;
import dev.postern.model.PolicyType;

/** Cases about STS: trust policies, and calls that no policy governs. */
final class RoleCases {
  private final Dice dice;
  private final CaseBuilder about;

  RoleCases(Dice dice) {
    this.dice = dice;
    this.about = new CaseBuilder(dice);
  }

  Case roles() {
    GeneratedRequest requests = new GeneratedRequest(dice);
    Asker asker =
        switch (dice.below(10)) {
          case 0 -> Asker.of(Kind.SERVICE, "lambda.amazonaws.com");
          case 1, 2 ->
              Asker.of(
                  Kind.PROVIDER,
                  dice.of(
                      "accounts.google.com",
                      "arn:aws:iam::" + Vocabulary.HERE + ":oidc-provider/idp.example",
                      "arn:aws:iam::" + Vocabulary.THERE + ":oidc-provider/idp.example",
                      "arn:aws:iam::" + Vocabulary.HERE + ":saml-provider/idp"));
          default -> requests.principal();
        };
    String role = "arn:aws:iam::" + Vocabulary.HERE + ":role/" + dice.of("target", "team/target");
    String action;
    String resource = role;
    if (asker.kind() == Kind.PROVIDER) {
      action =
          dice.of(
              "sts:AssumeRoleWithSAML",
              "sts:AssumeRoleWithWebIdentity",
              "sts:AssumeRoleWithWebIdentity",
              "sts:TagSession");
    } else if (dice.percent(80) || asker.kind() == Kind.SERVICE) {
      boolean root = asker.kind() == Kind.ROOT;
      action =
          root
              ? "sts:AssumeRole"
              : dice.of(
                  "sts:AssumeRole", "sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");
    } else {
      action = dice.of("sts:GetCallerIdentity", "sts:GetSessionToken", "sts:GetFederationToken");
      resource = "*";
    }
    CaseBuilder.Writer writer = about.writer(asker, action, resource, 20, 9);
    about.requesters(asker, writer);
    if (resource.equals(role) && dice.percent(95)) {
      writer.attach(Place.RESOURCE, PolicyType.TRUST, 2);
    }
    if (dice.percent(40)) {
      about.put("sts:ExternalId", new ContextValue.Single("x"));
    }
    about.around(asker, writer);
    return about.build(asker, action, resource, "", 2);
  }
}
