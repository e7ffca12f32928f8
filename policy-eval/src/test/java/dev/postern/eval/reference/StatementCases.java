package dev.postern.eval.reference;

import dev.postern.eval.reference.Asker.Kind;

/** Cases about statements and about layers: requests to services without a law of their own. */
final class StatementCases {
  private static final String LOCAL = "us-east-1:" + Vocabulary.HERE + ":";

  private final Dice dice;
  private final CaseBuilder about;

  StatementCases(Dice dice) {
    this.dice = dice;
    this.about = new CaseBuilder(dice);
  }

  /** What statements say: every element, every operator, variables, hostile texts. */
  Case statements() {
    GeneratedRequest requests = new GeneratedRequest(dice);
    Asker asker = dice.percent(90) ? requests.principal() : requests.anyone();
    String resource =
        dice.of(
            "arn:aws:s3:::bkt",
            "arn:aws:s3:::bkt/x",
            "arn:aws:s3:::bkt/alice",
            "arn:aws:s3:::bkt/alice/x",
            "arn:aws:s3:::bkt/" + dice.of(Vocabulary.HOSTILE),
            "arn:aws:s3:::bkt/${abc}",
            "arn:aws:sqs:" + LOCAL + "q",
            "arn:aws:dynamodb:" + LOCAL + "table/t",
            "arn:aws:iam::" + Vocabulary.HERE + ":user/team/alice",
            "arn:aws:lambda:" + LOCAL + "function:f:1",
            "*");
    String action = actionOn(resource);
    CaseBuilder.Writer writer = about.writer(asker, action, resource, 70, 25);
    if (CaseBuilder.mayHaveIdentity(asker)) {
      writer.attach(Place.IDENTITY, 2, 3);
    }
    if (dice.percent(60) && mayHavePolicy(resource)) {
      writer.attach(Place.RESOURCE, 1, 3);
    }
    return about.build(asker, action, resource, "", 6);
  }

  /** Which policies apply to whom, and how they combine. */
  Case layers() {
    GeneratedRequest requests = new GeneratedRequest(dice);
    Asker asker = requests.anyone();
    String resource =
        dice.of(
            "arn:aws:s3:::bkt/x",
            "arn:aws:s3:::bkt",
            "arn:aws:sqs:" + LOCAL + "q",
            "arn:aws:sns:" + LOCAL + "t",
            "arn:aws:lambda:" + LOCAL + "function:f",
            "arn:aws:secretsmanager:" + LOCAL + "secret:s-1",
            "arn:aws:ec2:" + LOCAL + "instance/i-1",
            "arn:aws:iam::" + Vocabulary.HERE + ":user/alice",
            "*");
    String action = actionOn(resource);
    if (asker.kind() == Kind.ANONYMOUS && !resource.contains(":s")) {
      resource = "arn:aws:s3:::bkt/x";
      action = actionOn(resource);
    }
    String owner =
        resource.startsWith("arn:aws:s3:::") && dice.percent(70)
            ? dice.of(Vocabulary.HERE, Vocabulary.HERE, Vocabulary.THERE)
            : "";
    CaseBuilder.Writer writer = about.writer(asker, action, resource, 20, 8);
    about.requesters(asker, writer);
    if (dice.percent(70) && mayHavePolicy(resource)) {
      writer.attach(Place.RESOURCE, 1, 2);
    }
    about.around(asker, writer);
    return about.build(asker, action, resource, owner, 2);
  }

  private String actionOn(String resource) {
    if (resource.startsWith("arn:aws:s3:::") && resource.contains("/")) {
      return dice.of("s3:GetObject", "s3:GetObject", "s3:getobject", "s3:PutObject");
    }
    if (resource.equals("arn:aws:s3:::bkt")) {
      return "s3:ListBucket";
    }
    if (resource.equals("*")) {
      return dice.of(
          "s3:ListAllMyBuckets", "ec2:DescribeInstances", "iam:ListUsers", "sqs:ListQueues");
    }
    return switch (Resource.fields(resource).get(2)) {
      case "sqs" -> "sqs:SendMessage";
      case "sns" -> "sns:Publish";
      case "dynamodb" -> dice.of("dynamodb:GetItem", "dynamodb:PutItem");
      case "iam" -> "iam:GetUser";
      case "lambda" -> "lambda:InvokeFunction";
      case "secretsmanager" -> "secretsmanager:GetSecretValue";
      default -> "ec2:StartInstances";
    };
  }

  private static boolean mayHavePolicy(String resource) {
    return !resource.equals("*") && !resource.contains(":iam:") && !resource.contains(":ec2:");
  }
}
