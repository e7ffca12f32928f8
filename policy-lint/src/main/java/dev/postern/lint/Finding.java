package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Fix;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One mistake at one place. */
public final class Finding {
  private final RuleInfo rule;
  private final String id;
  private final Severity severity;
  private final String message;
  private final String advice;
  private final SourceSpan span;
  private final ImmutableList<Related> related;
  private final @Nullable String issueCode;
  private final @Nullable Fix fix;
  private final String fingerprint;

  Finding(FindingDraft draft, Severity severity, String fingerprint) {
    this.rule = draft.rule();
    this.id = draft.id();
    this.severity = severity;
    this.message = draft.message();
    this.advice = draft.advice();
    this.span = draft.span();
    this.related = draft.related();
    this.issueCode = draft.issueCode().orElse(null);
    this.fix = draft.fix().orElse(null);
    this.fingerprint = fingerprint;
  }

  private Finding(Finding other, UnaryOperator<SourceSpan> place) {
    this.rule = other.rule;
    this.id = other.id;
    this.severity = other.severity;
    this.message = other.message;
    this.advice = other.advice;
    this.span = place.apply(other.span);
    this.related =
        other.related.stream()
            .map(related -> new Related(place.apply(related.span), related.note))
            .collect(ImmutableList.toImmutableList());
    this.issueCode = other.issueCode;
    this.fix = span.source() == other.span.source() ? other.fix : null;
    this.fingerprint = other.fingerprint;
  }

  /**
   * The same finding, told by the places of the text that its own is encoded in. An edit of the
   * inner text is none of the outer one.
   */
  Finding movedBy(UnaryOperator<SourceSpan> place) {
    return new Finding(this, place);
  }

  /**
   * A further place that belongs to a finding.
   *
   * @param span where
   * @param note what is there
   */
  public record Related(SourceSpan span, String note) {}

  /** The rule that found it. */
  public RuleInfo rule() {
    return rule;
  }

  /**
   * The rule's id; where a rule may find several things at one place, a slash and which one: {@code
   * privesc-self/iam-attach-user-policy}.
   */
  public String id() {
    return id;
  }

  /**
   * How bad it is; rules may judge a finding differently from their default, and a configuration
   * may judge a rule differently.
   */
  public Severity severity() {
    return severity;
  }

  /** What was found: one line, no full stop, the author's text in backticks. */
  public String message() {
    return message;
  }

  /** What would be right; empty when there is nothing to add. */
  public String advice() {
    return advice;
  }

  /** Where it stands. */
  public SourceSpan span() {
    return span;
  }

  /** Where it stands in the JSON document. */
  public JsonPointer pointer() {
    return span.pointer();
  }

  /** The name of the text it stands in. */
  public String file() {
    return span.source().name();
  }

  /** Further places, in Access Analyzer's order. */
  public ImmutableList<Related> related() {
    return related;
  }

  /** Access Analyzer's code for the same finding. */
  public Optional<String> issueCode() {
    return Optional.ofNullable(issueCode);
  }

  /** How it can be mended, if that is a matter of editing the text. */
  public Optional<Fix> fix() {
    return Optional.ofNullable(fix);
  }

  /** Where the rule is explained: a resource of the jar that its page ships in. */
  public String help() {
    return "dev/postern/lint/rule/" + rule.id() + ".md";
  }

  /**
   * What tells this finding from others across runs: the same when the text is reformatted,
   * statements change places or a Sid is renamed; another one when the statement says something
   * else.
   */
  public String fingerprint() {
    return fingerprint;
  }

  /** One line: {@code file:line:column (pointer): severity[rule]: message}. */
  @Override
  public String toString() {
    return span + ": " + severity.word() + "[" + id + "]: " + message;
  }
}
