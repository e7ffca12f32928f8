package dev.postern.eval;

import java.util.Optional;

/** The one cause that a decision names; the record lists all. */
public sealed interface DecidingCause {
  /** As the decision record spells it. */
  String reason();

  /** The type of policy that decided, where one did. */
  Optional<Layer> layer();

  /** The statement that decided, where one did. */
  default Optional<StatementOutcome> statement() {
    return Optional.empty();
  }

  /** A statement gives access. */
  record Granted(Ground ground, StatementOutcome by) implements DecidingCause {
    @Override
    public String reason() {
      return "ALLOW";
    }

    @Override
    public Optional<Layer> layer() {
      return ground.layer();
    }

    @Override
    public Optional<StatementOutcome> statement() {
      return Optional.of(by);
    }
  }

  /** Access that no statement gives: that of a root user, a grant or an access control list. */
  record GrantedOtherwise(Ground ground) implements DecidingCause {
    @Override
    public String reason() {
      return ground == GrantRow.I ? "ROOT_USER" : "ALLOW";
    }

    @Override
    public Optional<Layer> layer() {
      return ground.layer();
    }
  }

  /** A statement denies. */
  record Denied(Layer where, StatementOutcome by) implements DecidingCause {
    @Override
    public String reason() {
      return "EXPLICIT_DENY";
    }

    @Override
    public Optional<Layer> layer() {
      return Optional.of(where);
    }

    @Override
    public Optional<StatementOutcome> statement() {
      return Optional.of(by);
    }
  }

  /** A setting of S3 Block Public Access counts as an explicit deny. */
  record Blocked(PublicAccessBlock block) implements DecidingCause {
    @Override
    public String reason() {
      return "s3BlockPublicAccess." + block.text();
    }

    @Override
    public Optional<Layer> layer() {
      return Optional.of(Layer.PUBLIC_ACCESS_BLOCK);
    }
  }

  /** A type of policy that has to allow does not. */
  record NoAllow(Layer where) implements DecidingCause {
    @Override
    public String reason() {
      return "NO_ALLOW";
    }

    @Override
    public Optional<Layer> layer() {
      return Optional.of(where);
    }
  }

  /**
   * A level of the organization does not allow.
   *
   * @param level counted from 0 at the root
   */
  record NoAllowAtLevel(Layer where, int level) implements DecidingCause {
    @Override
    public String reason() {
      return "NO_ALLOW";
    }

    @Override
    public Optional<Layer> layer() {
      return Optional.of(where);
    }
  }

  /**
   * The call cannot be made so, whatever the policies say.
   *
   * @param reason such as {@code KMS_OPERATION_NOT_CROSS_ACCOUNT}
   * @param text the same in words, to follow a "because"
   */
  record NotCallable(String reason, String text) implements DecidingCause {
    @Override
    public Optional<Layer> layer() {
      return Optional.empty();
    }
  }
}
