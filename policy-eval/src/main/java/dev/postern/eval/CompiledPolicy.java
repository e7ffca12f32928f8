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
  private final boolean asksTheTime;
  private final boolean allowsEverything;
  private @Nullable Truth publicBucket;
  private @Nullable Truth publicAccessPoint;
  // Made by whichever thread comes first; a second one would make an equal one.
  private @Nullable PolicyGroup alone;

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
    this.asksTheTime = statements.stream().anyMatch(CompiledStatement::asksTheTime);
    this.allowsEverything = statements.stream().anyMatch(s -> s.isAllow() && s.isUnconditional());
  }

  /** Compiles a document; its name is that of its text. */
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

  /** The group of this policy alone. */
  PolicyGroup alone() {
    PolicyGroup known = alone;
    if (known == null) {
      known = PolicyGroup.NONE.with(this);
      alone = known;
    }
    return known;
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

  ImmutableList<CompiledStatement> statements() {
    return statements;
  }

  /** Whether S3 counts the policy as public. */
  Truth isPublic(boolean ofAccessPoint) {
    Truth known = ofAccessPoint ? publicAccessPoint : publicBucket;
    if (known == null) {
      known = PublicPolicy.of(document, ofAccessPoint);
      if (ofAccessPoint) {
        publicAccessPoint = known;
      } else {
        publicBucket = known;
      }
    }
    return known;
  }

  /** Whether one of its statements allows every request, as FullAWSAccess does. */
  boolean allowsEverything() {
    return allowsEverything;
  }

  /** Whether a statement asks for the time of the request. */
  boolean asksTheTime() {
    return asksTheTime;
  }

  /** What every statement makes of a request, in order. */
  void explain(
      int level,
      PreparedRequest request,
      PolicySet policies,
      ImmutableList.Builder<StatementOutcome> outcomes) {
    for (CompiledStatement statement : statements) {
      outcomes.add(statement.explain(this, level, request, policies));
    }
  }
}
