package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request with its reasons: what every statement of every policy made of it. The
 * answer is known at once; the reasons are found when they are first asked for. Data; text, JSON
 * and AWS's own sentence are renderings of it. Thread-safe.
 */
public final class Decision {
  private final PreparedRequest request;
  private final PolicySet policies;
  private final Ruling ruling;
  private final Verdict verdict;
  private final ImmutableList<Decision> parts;
  // Made by whichever thread comes first; a second one would make an equal one.
  private @Nullable Examination examination;

  private Decision(
      PreparedRequest request,
      PolicySet policies,
      Ruling ruling,
      @Nullable Examination examination,
      Verdict verdict,
      ImmutableList<Decision> parts) {
    this.request = request;
    this.policies = policies;
    this.ruling = ruling;
    this.examination = examination;
    this.verdict = verdict;
    this.parts = parts;
  }

  static Decision of(PreparedRequest request, PolicySet policies, Ruling ruling) {
    if (!request.hasUnknownKeys() || ruling.verdict() == Verdict.ALLOWED) {
      return new Decision(request, policies, ruling, null, ruling.verdict(), ImmutableList.of());
    }
    // What is denied on the safe side may be allowed when unknown keys hold what helps.
    Examination examination = new Examination(request, policies);
    boolean mayBeAllowed = examination.mostGenerous().verdict() == Verdict.ALLOWED;
    Verdict verdict = mayBeAllowed ? Verdict.DEPENDS : ruling.verdict();
    return new Decision(request, policies, ruling, examination, verdict, ImmutableList.of());
  }

  /* The whole is what its worst part is, and names that part's cause. */
  static Decision ofAll(ImmutableList<Decision> parts) {
    Decision worst =
        parts.stream()
            .min(Comparator.comparingInt(Decision::badness))
            .orElseThrow(() -> new IllegalArgumentException("no authorization is asked for"));
    return new Decision(
        worst.request, worst.policies, worst.ruling, worst.examination, worst.verdict, parts);
  }

  private static int badness(Decision part) {
    return switch (part.verdict) {
      case EXPLICIT_DENY -> 0;
      case IMPLICIT_DENY -> 1;
      case DEPENDS -> 2;
      case ALLOWED -> 3;
    };
  }

  private Examination examination() {
    Examination known = examination;
    if (known == null) {
      known = new Examination(request, policies);
      examination = known;
    }
    return known;
  }

  /** The answer. */
  public Verdict verdict() {
    return verdict;
  }

  /** Whether the answer is yes. */
  public boolean isAllowed() {
    return verdict == Verdict.ALLOWED;
  }

  /** The one cause that is named; {@link #layers} holds all. */
  public DecidingCause cause() {
    return new CauseFinder(request, layers()).of(ruling);
  }

  /**
   * What each type of policy that is given made of the request; of a call of several parts, of the
   * part that decided.
   */
  public ImmutableList<LayerOutcome> layers() {
    return examination().layers();
  }

  /**
   * The decisions of a call that needed several authorizations, in the order in which they were
   * asked for; empty for a single one.
   */
  public ImmutableList<Decision> parts() {
    return parts;
  }

  /** The points that AWS leaves open and that this verdict rests on; mostly none. */
  public ImmutableSet<Unspecified> unspecified() {
    return examination().restsOn(ruling.verdict());
  }

  /** The request; of a call of several parts, that of the part that decided. */
  public AuthorizationRequest request() {
    return request.request();
  }

  /** The instant at which the request was taken to be made. */
  public Instant clock() {
    Instant clock = request.clock();
    if (clock == null) {
      throw new AssertionError("a decision is made at a time");
    }
    return clock;
  }

  /** The account that owns the resource, where it can be known. */
  public Optional<String> resourceOwner() {
    return Optional.ofNullable(request.facts().owner());
  }

  Facts facts() {
    return request.facts();
  }

  PolicySet policies() {
    return policies;
  }

  PreparedRequest prepared() {
    return request;
  }

  Ruling ruling() {
    return ruling;
  }

  /** The keys that statements asked for and the request does not have. */
  public ImmutableList<MissingKey> missingKeys() {
    return Gaps.missingKeys(this);
  }

  /**
   * Single facts that, if they were otherwise, would give another verdict: a key that is missing or
   * unknown, a type of policy that alone lacks an allow.
   */
  public ImmutableList<Change> wouldChange() {
    return Changes.of(this);
  }

  /** What the readers of the policies noted, and what this request shows about them. */
  public ImmutableList<DecisionFinding> findings() {
    return Remarks.of(this);
  }

  /**
   * The sentence that AWS answers a denied request with, and the same form for an allowed one. AWS:
   * "Troubleshoot access denied error messages".
   */
  public String message() {
    return DenialMessage.of(this);
  }

  /** What AWS tells a caller who may not know more; mostly the same as {@link #message}. */
  public String publicMessage() {
    return DenialMessage.publicly(this);
  }

  /** The decision record as one JSON object. */
  public String toJson() {
    return DecisionRecord.json(this);
  }

  /** The decision for people, several lines, each ended by a line feed. */
  public String explain() {
    return DecisionText.of(this);
  }

  /**
   * The short form of {@link #explain}: what each type of policy says, and the statement that
   * decided.
   */
  public String outline() {
    return DecisionText.outline(this);
  }

  @Override
  public String toString() {
    return verdict().text() + ": " + message();
  }
}
