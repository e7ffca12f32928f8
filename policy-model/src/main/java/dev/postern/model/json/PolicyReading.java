package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyDocument;
import dev.postern.model.source.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a policy: the document or the reasons why there is none, and what was noted.
 */
public final class PolicyReading {
  private final PolicyDocument readable;
  private final boolean refused;
  private final ImmutableList<Problem> problems;
  private final @Nullable JsonValue json;

  PolicyReading(
      PolicyDocument readable,
      boolean refused,
      ImmutableList<Problem> problems,
      @Nullable JsonValue json) {
    this.readable = readable;
    this.refused = refused;
    this.problems = problems;
    this.json = json;
  }

  /** The document; empty when it was refused. */
  public Optional<PolicyDocument> document() {
    return refused ? Optional.empty() : Optional.of(readable);
  }

  /**
   * Whatever could be read, for tools that report on a refused document: statements with a problem
   * that leaves them without meaning are missing. Never decide anything by it.
   */
  public PolicyDocument readablePart() {
    return readable;
  }

  /** The JSON behind it; empty when the text is not JSON. */
  public Optional<JsonValue> json() {
    return Optional.ofNullable(json);
  }

  /** Everything found, the notes on an accepted document included, in the order of the text. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /**
   * The document.
   *
   * @throws PolicyRefusedException if it was refused; the exception holds every problem
   */
  public PolicyDocument orThrow() {
    if (refused) {
      throw new PolicyRefusedException(problems);
    }
    return readable;
  }
}
