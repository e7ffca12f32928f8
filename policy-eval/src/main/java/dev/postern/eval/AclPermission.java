package dev.postern.eval;

import com.google.common.collect.ImmutableSet;

/** What an access control list gives. AWS, S3: "Access control list (ACL) overview". */
public enum AclPermission {
  /** To list a bucket, to read an object. */
  READ(
      ImmutableSet.of("listbucket", "listbucketversions", "listbucketmultipartuploads"),
      ImmutableSet.of("getobject", "getobjectversion")),
  /** To put objects into a bucket; nothing on an object. */
  WRITE(ImmutableSet.of("putobject"), ImmutableSet.of()),
  /** To read the list itself. */
  READ_ACP(ImmutableSet.of("getbucketacl"), ImmutableSet.of("getobjectacl", "getobjectversionacl")),
  /** To replace the list itself. */
  WRITE_ACP(
      ImmutableSet.of("putbucketacl"), ImmutableSet.of("putobjectacl", "putobjectversionacl")),
  /** All of the others. */
  FULL_CONTROL(
      ImmutableSet.of(
          "listbucket",
          "listbucketversions",
          "listbucketmultipartuploads",
          "putobject",
          "getbucketacl",
          "putbucketacl"),
      ImmutableSet.of(
          "getobject",
          "getobjectversion",
          "getobjectacl",
          "getobjectversionacl",
          "putobjectacl",
          "putobjectversionacl"));

  private final ImmutableSet<String> onBucket;
  private final ImmutableSet<String> onObject;

  AclPermission(ImmutableSet<String> onBucket, ImmutableSet<String> onObject) {
    this.onBucket = onBucket;
    this.onObject = onObject;
  }

  /** Whether it allows an action, its name in lower case, when a bucket's list gives it. */
  boolean allowsOnBucket(String action) {
    return onBucket.contains(action);
  }

  /** Whether it allows an action, its name in lower case, when an object's list gives it. */
  boolean allowsOnObject(String action) {
    return onObject.contains(action);
  }
}
