package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.source.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy made ready to decide requests: made once per document, shared by any number of {@link
 * PolicySet}s and threads.
 */
public final class CompiledPolicy {
  private final PolicyDocument document;
  private final String name;
  private final @Nullable String arn;
  private final ImmutableList<Problem> notes;
  private final ImmutableList<CompiledStatement> statements;

  private CompiledPolicy(
      PolicyDocument document,
      String name,
      @Nullable String arn,
      ImmutableList<Problem> notes,
      ImmutableList<CompiledStatement> statements) {
    this.document = document;
    this.name = name;
    this.arn = arn;
    this.notes = notes;
    this.statements = statements;
  }

  /**
   * Compiles a document; its name is that of its text.
   *
   * @throws UnsupportedPolicyException if it holds what is not decided yet
   */
  public static CompiledPolicy of(PolicyDocument document) {
    ImmutableList.Builder<CompiledStatement> statements = ImmutableList.builder();
    for (int i = 0; i < document.statementList().size(); i++) {
      statements.add(new CompiledStatement(document, i));
    }
    return new CompiledPolicy(
        document, document.source().name(), null, ImmutableList.of(), statements.build());
  }

  /** The same policy with what its reader noted, which decisions repeat among their findings. */
  public CompiledPolicy noting(ImmutableList<Problem> others) {
    return new CompiledPolicy(document, name, arn, others, statements);
  }

  /** The same policy under another name. */
  public CompiledPolicy named(String other) {
    return new CompiledPolicy(document, other, arn, notes, statements);
  }

  /** The same policy with its ARN, which AWS's denial messages end with. */
  public CompiledPolicy withArn(String other) {
    return new CompiledPolicy(document, name, other, notes, statements);
  }

  /** What decisions call it. */
  public String name() {
    return name;
  }

  /** Its ARN, where one was given. */
  public Optional<String> arn() {
    return Optional.ofNullable(arn);
  }

  /** What its reader noted. */
  public ImmutableList<Problem> notes() {
    return notes;
  }

  /** What it was compiled from. */
  public PolicyDocument document() {
    return document;
  }

  /** What it is attached to. */
  public PolicyType type() {
    return document.type();
  }

  ImmutableList<StatementOutcome> test(PreparedRequest request) {
    ImmutableList.Builder<StatementOutcome> outcomes = ImmutableList.builder();
    for (CompiledStatement statement : statements) {
      outcomes.add(statement.test(this, request));
    }
    return outcomes.build();
  }
}
