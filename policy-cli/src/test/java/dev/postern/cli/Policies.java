package dev.postern.cli;

/** Small policies to write into files. */
final class Policies {
  /** Nothing to complain about. */
  static final String CLEAN =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "ReadReports",
            "Effect": "Allow",
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::reports/*"
          }
        ]
      }
      """;

  /** An error: the element's name. */
  static final String FAULTY = CLEAN.replace("\"Action\"", "\"Actions\"");

  /** A warning: the version. */
  static final String OLD = CLEAN.replace("2012", "2008");

  private Policies() {}
}
