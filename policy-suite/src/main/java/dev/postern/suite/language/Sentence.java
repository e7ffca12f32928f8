package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.ContextValue;
import dev.postern.eval.Layer;
import dev.postern.eval.VpcEndpointKind;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/**
 * One sentence of a policy test, as it was written. What may be absent is a list of none or one.
 */
sealed interface Sentence {
  /** Where it stands. */
  SourceSpan span();

  /** A sentence that gives something a name. */
  sealed interface Declaration extends Sentence {
    /** The name. */
    Located<String> name();
  }

  /** {@code import people.policytest}: the declarations of another file. */
  record Import(Located<String> path, SourceSpan span) implements Sentence {}

  /**
   * {@code principal alice = arn:…} with what is attached to it.
   *
   * @param who an ARN, a service or {@code *}, as requests spell it
   * @param role the role's ARN with its path
   * @param context what each of its requests carries, such as its tags
   */
  record Principal(
      Located<String> name,
      PrincipalKind kind,
      Located<String> who,
      ImmutableList<Located<String>> role,
      ImmutableList<Located<String>> identity,
      ImmutableList<Located<String>> boundary,
      ImmutableList<Located<String>> session,
      ImmutableList<Given> context,
      SourceSpan span)
      implements Declaration {}

  /** What is said of the kind of a principal. */
  enum PrincipalKind {
    /** Nothing: its text tells. */
    BY_TEXT,
    /** {@code service}. */
    SERVICE,
    /** {@code federated}. */
    FEDERATED,
    /** {@code canonical-user}. */
    CANONICAL_USER
  }

  /** {@code resource reports = arn:…} with its policy and its owner. */
  record Resource(
      Located<String> name,
      Located<String> arn,
      ImmutableList<Located<String>> policy,
      ImmutableList<Located<String>> owner,
      boolean blocksPublicAccess,
      SourceSpan span)
      implements Declaration {}

  /**
   * {@code organization} with its levels, the root first.
   *
   * @param accounts whom it governs; empty for everybody
   */
  record Organization(
      ImmutableList<Located<String>> accounts,
      ImmutableList<Located<String>> management,
      ImmutableList<Level> levels,
      SourceSpan span)
      implements Sentence {}

  /**
   * The policies of one level of an organization. A kind that is not spoken of has no such level.
   */
  record Level(
      ImmutableList<Located<String>> serviceControl,
      ImmutableList<Located<String>> resourceControl) {}

  /** {@code endpoint office = endpoint.json}: a VPC endpoint. */
  record Endpoint(
      Located<String> name,
      Located<String> path,
      ImmutableList<VpcEndpointKind> kind,
      SourceSpan span)
      implements Declaration {}

  /** {@code context aws:SecureTransport = true}: what all later requests of the file carry. */
  record Context(ImmutableList<Given> given, SourceSpan span) implements Sentence {}

  /** {@code test "…"}: what the next sentences are about. */
  record Heading(String title, SourceSpan span) implements Sentence {}

  /**
   * {@code allow …} or {@code deny …}, or a row of a table that says the same.
   *
   * @param resources empty for {@code *}
   */
  record Expected(
      Verb verb,
      ImmutableList<Located<String>> principals,
      ImmutableList<Located<String>> actions,
      ImmutableList<Located<String>> resources,
      ImmutableList<Given> given,
      ImmutableList<Reason> reason,
      ImmutableList<Located<String>> endpoint,
      ImmutableList<Also> also,
      SourceSpan span)
      implements Sentence {}

  /** What should come out. */
  enum Verb {
    /** Allowed. */
    ALLOW("allow"),
    /** Denied, explicitly or not. */
    DENY("deny"),
    /** Denied by a statement. */
    EXPLICITLY_DENY("explicitly deny"),
    /** Denied since nothing allows it. */
    IMPLICITLY_DENY("implicitly deny");

    private final String text;

    Verb(String text) {
      this.text = text;
    }

    /** As it is written. */
    String text() {
      return text;
    }
  }

  /**
   * A condition key of the request.
   *
   * @param value empty where the key is said to be absent
   */
  record Given(Located<String> key, ImmutableList<ContextValue> value) {}

  /**
   * Which policies decide.
   *
   * @param sid of the statement that does
   */
  record Reason(Layer layer, ImmutableList<Located<String>> sid) {}

  /** What else the same call needs. */
  record Also(Located<String> action, Located<String> resource) {}
}
