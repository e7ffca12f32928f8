package dev.postern.eval;

/** One line of an access control list of S3. */
public record AclGrant(AclGrantee grantee, AclPermission permission) {}
