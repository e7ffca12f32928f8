package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;

/**
 * The answer to a request with its reasons: what every statement of every policy made of it. Data;
 * text, JSON and AWS's own sentence are renderings of it.
 */
public final class Decision {
  private final PreparedRequest request;
  private final PolicySet policies;
  private final DecisionProcedure.Ruling ruling;
  private final ImmutableSet<Unspecified> unspecified;

  Decision(
      PreparedRequest request,
      PolicySet policies,
      DecisionProcedure.Ruling ruling,
      ImmutableSet<Unspecified> unspecified) {
    this.request = request;
    this.policies = policies;
    this.ruling = ruling;
    this.unspecified = unspecified;
  }

  /** The answer. */
  public Verdict verdict() {
    return ruling.verdict();
  }

  /** Whether the answer is yes. */
  public boolean isAllowed() {
    return verdict() == Verdict.ALLOWED;
  }

  /** The one cause that is named; {@link #layers} holds all. */
  public DecidingCause cause() {
    return ruling.cause();
  }

  /** What each type of policy made of the request. */
  public ImmutableList<LayerOutcome> layers() {
    return ruling.layers();
  }

  /** The points that AWS leaves open and that this verdict rests on; mostly none. */
  public ImmutableSet<Unspecified> unspecified() {
    return unspecified;
  }

  /** The request. */
  public AuthorizationRequest request() {
    return request.request();
  }

  /** The instant at which the request was taken to be made. */
  public Instant clock() {
    return request.clock();
  }

  /** The account that owns the resource, as far as can be known. */
  public String resourceOwner() {
    return request.facts().owner();
  }

  Facts facts() {
    return request.facts();
  }

  /** The keys that statements asked for and the request does not have. */
  public ImmutableList<MissingKey> missingKeys() {
    return Gaps.missingKeys(this);
  }

  /** What the readers of the policies noted, and allows that rest on a key's absence. */
  public ImmutableList<DecisionFinding> findings() {
    return Gaps.findings(this, policies);
  }

  /**
   * The sentence that AWS answers a denied request with, and the same form for an allowed one. AWS:
   * "Troubleshoot access denied error messages".
   */
  public String message() {
    return DenialMessage.of(this);
  }

  /** The decision record as one JSON object. */
  public String toJson() {
    return DecisionRecord.json(this);
  }

  /** The decision for people, several lines, each ended by a line feed. */
  public String explain() {
    return DecisionText.of(this);
  }

  @Override
  public String toString() {
    return verdict().text() + ": " + message();
  }
}
