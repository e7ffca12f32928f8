package dev.postern.eval;

/** Who owns the objects of a bucket. AWS, S3: "Controlling ownership of objects". */
public enum ObjectOwnership {
  /** The bucket's owner, and access control lists are not evaluated: the default. */
  BUCKET_OWNER_ENFORCED("BucketOwnerEnforced"),
  /** The bucket's owner where the writer said so. */
  BUCKET_OWNER_PREFERRED("BucketOwnerPreferred"),
  /** The account that wrote the object. */
  OBJECT_WRITER("ObjectWriter");

  private final String text;

  ObjectOwnership(String text) {
    this.text = text;
  }

  /** As AWS spells it. */
  public String text() {
    return text;
  }
}
