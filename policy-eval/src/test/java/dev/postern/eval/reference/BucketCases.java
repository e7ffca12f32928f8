package dev.postern.eval.reference;

import com.google.common.collect.ImmutableSet;
import dev.postern.eval.ContextValue;
import dev.postern.eval.reference.Circumstances.AclEntry;
import dev.postern.eval.reference.Circumstances.Bucket;
import java.util.List;

/** Cases about S3: access control lists, ownership, Block Public Access, access points. */
final class BucketCases {
  private final Dice dice;
  private final CaseBuilder about;

  BucketCases(Dice dice) {
    this.dice = dice;
    this.about = new CaseBuilder(dice);
  }

  Case buckets() {
    GeneratedRequest requests = new GeneratedRequest(dice);
    Asker asker = requests.anyone();
    boolean ofBucket = dice.percent(35);
    String resource = ofBucket ? "arn:aws:s3:::bkt" : "arn:aws:s3:::bkt/x";
    String action =
        ofBucket
            ? dice.of(
                "s3:ListBucket",
                "s3:ListBucket",
                "s3:GetBucketAcl",
                "s3:PutBucketAcl",
                "s3:GetBucketPolicy",
                "s3:PutBucketPolicy")
            : dice.of(
                "s3:GetObject",
                "s3:GetObject",
                "s3:GetObject",
                "s3:PutObject",
                "s3:PutObject",
                "s3:DeleteObject",
                "s3:DeleteObjectVersion",
                "s3:GetObjectAcl",
                "s3:PutObjectAcl");
    CaseBuilder.Writer writer = about.writer(asker, action, resource, 35, 5);
    about.requesters(asker, writer);
    if (dice.percent(80)) {
      writer.attach(Place.RESOURCE, 1, 2);
    }
    bucket(action);
    about.around(asker, writer);
    return about.build(asker, action, resource, dice.of("", Vocabulary.HERE, Vocabulary.HERE), 2);
  }

  private void bucket(String action) {
    ImmutableSet.Builder<String> blocks = ImmutableSet.builder();
    for (String block :
        List.of(
            "blockPublicAcls", "ignorePublicAcls", "blockPublicPolicy", "restrictPublicBuckets")) {
      if (dice.percent(15)) {
        blocks.add(block);
      }
    }
    boolean acls = dice.percent(55);
    about.set(
        about
            .circumstances()
            .with(
                new Bucket(
                    blocks.build(),
                    acls
                        ? dice.of("ObjectWriter", "BucketOwnerPreferred")
                        : dice.of("", "BucketOwnerEnforced"),
                    acls ? dice.of("", "", Vocabulary.HERE, Vocabulary.THERE) : "",
                    dice.several(0, 2, this::aclEntry),
                    dice.several(0, 2, this::aclEntry),
                    "",
                    "")));
    boolean writes = action.equals("s3:PutObject") || action.endsWith("Acl");
    if (writes && action.startsWith("s3:Put") && dice.percent(40)) {
      about.put(
          "s3:x-amz-acl",
          new ContextValue.Single(
              dice.of(
                  "bucket-owner-full-control",
                  "bucket-owner-full-control",
                  "public-read",
                  "authenticated-read",
                  "private")));
    } else if (writes && action.startsWith("s3:Put") && dice.percent(8)) {
      about.put(
          "s3:x-amz-grant-read",
          new ContextValue.Single(
              dice.of(
                  "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"",
                  "id=\"" + Vocabulary.CANONICAL_HERE + "\"")));
    }
  }

  private AclEntry aclEntry() {
    return new AclEntry(
        dice.of(
            "AllUsers",
            "AllUsers",
            "AuthenticatedUsers",
            "LogDelivery",
            Vocabulary.HERE,
            Vocabulary.THERE,
            Vocabulary.CANONICAL_HERE,
            Vocabulary.CANONICAL_THERE),
        dice.of("READ", "READ", "WRITE", "READ_ACP", "WRITE_ACP", "FULL_CONTROL"));
  }

  Case accessPoints() {
    GeneratedRequest requests = new GeneratedRequest(dice);
    Asker asker = requests.anyone();
    boolean ofBucket = dice.percent(30);
    String resource = ofBucket ? "arn:aws:s3:::bkt" : "arn:aws:s3:::bkt/x";
    String action = ofBucket ? "s3:ListBucket" : dice.of("s3:GetObject", "s3:PutObject");
    CaseBuilder.Writer writer = about.writer(asker, action, resource, 20, 4);
    String accessPoint =
        "arn:aws:s3:us-east-1:"
            + (dice.percent(85) ? Vocabulary.HERE : Vocabulary.THERE)
            + ":accesspoint/ap";
    CaseBuilder.Writer door =
        about.writer(asker, action, accessPoint + (ofBucket ? "" : "/object/x"), 20, 4);
    if (CaseBuilder.mayHaveIdentity(asker)) {
      writer.attach(Place.IDENTITY, 1, 2);
      door.attach(Place.IDENTITY, 1, 2);
    }
    if (dice.percent(75)) {
      writer.attach(Place.RESOURCE, 1, 2);
    }
    if (dice.percent(75)) {
      door.attach(Place.ACCESS_POINT, 1, 2);
    }
    if (dice.percent(20)) {
      bucket(action);
    }
    boolean vpc = dice.percent(25);
    about.set(
        about
            .circumstances()
            .with(about.circumstances().bucket().withAccessPoint(accessPoint, vpc ? "vpc-1" : "")));
    if (dice.percent(vpc ? 80 : 20)) {
      about.put("aws:SourceVpc", new ContextValue.Single(dice.of("vpc-1", "vpc-1", "vpc-2")));
    }
    about.around(asker, writer);
    String owner = dice.percent(85) ? Vocabulary.HERE : Vocabulary.THERE;
    return about.build(asker, action, resource, owner, 1);
  }
}
