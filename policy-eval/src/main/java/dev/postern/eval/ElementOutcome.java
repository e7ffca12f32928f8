package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the principal, the action or the resource of a statement matches a request, and why. */
public final class ElementOutcome {
  private final Truth truth;
  private final @Nullable String by;
  private final @Nullable MissReason reason;
  private final String detail;
  private final ImmutableSet<GrantKind> grants;

  private ElementOutcome(
      Truth truth,
      @Nullable String by,
      @Nullable MissReason reason,
      String detail,
      ImmutableSet<GrantKind> grants) {
    this.truth = truth;
    this.by = by;
    this.reason = reason;
    this.detail = detail;
    this.grants = grants;
  }

  /** It matches; {@code by} is the entry that did, empty where the element is not there. */
  static ElementOutcome matched(Truth truth, String by) {
    return new ElementOutcome(truth, by, null, "", ImmutableSet.of());
  }

  static ElementOutcome missed(MissReason reason, String detail) {
    return new ElementOutcome(Truth.FAILS, null, reason, detail, ImmutableSet.of());
  }

  /** It may match, by a reading that is not the one taken in every statement. */
  ElementOutcome orElse(MissReason missed) {
    return new ElementOutcome(truth, by, missed, detail, grants);
  }

  ElementOutcome granting(ImmutableSet<GrantKind> kinds) {
    return new ElementOutcome(truth, by, reason, detail, kinds);
  }

  /** Whether it matches. */
  public Truth truth() {
    return truth;
  }

  /** The entry that matches, as it was written; empty when none does. */
  public Optional<String> by() {
    return Optional.ofNullable(by).filter(text -> !text.isEmpty());
  }

  /** Why it does not match, or would not by the other reading. */
  public Optional<MissReason> reason() {
    return Optional.ofNullable(reason);
  }

  /** More about the reason: the field that differs, the fact that is missing; may be empty. */
  public String detail() {
    return detail;
  }

  /** Of a principal that matches: how it is named. */
  public ImmutableSet<GrantKind> grants() {
    return grants;
  }
}
