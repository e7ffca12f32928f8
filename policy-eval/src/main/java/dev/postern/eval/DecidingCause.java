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

  /** A row of the table of access within an account holds, by a statement. */
  record Granted(GrantRow row, StatementOutcome by) implements DecidingCause {
    @Override
    public String reason() {
      return "ALLOW";
    }

    @Override
    public Optional<Layer> layer() {
      return Optional.of(
          by.policy().type().kind().isResourceBased() ? Layer.RESOURCE : Layer.IDENTITY);
    }

    @Override
    public Optional<StatementOutcome> statement() {
      return Optional.of(by);
    }
  }

  /** The root user needs no policy in its own account. */
  record GrantedToRoot() implements DecidingCause {
    @Override
    public String reason() {
      return "ROOT_USER";
    }

    @Override
    public Optional<Layer> layer() {
      return Optional.empty();
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

  /** The credentials cannot call the API, whatever the policies say. */
  record NotCallable(String reason) implements DecidingCause {
    @Override
    public Optional<Layer> layer() {
      return Optional.empty();
    }
  }
}
