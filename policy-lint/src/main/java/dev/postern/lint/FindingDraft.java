package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Findings;
import dev.postern.lint.rule.Fix;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A finding before it is known whether it stays. */
final class FindingDraft implements Findings.Draft {
  /** A message quotes the author, who may have written a hundred thousand characters. */
  private static final int LONGEST_MESSAGE = 500;

  private final RuleInfo rule;
  private final SourceSpan span;
  private final Consumer<FindingDraft> target;
  private final ImmutableList.Builder<Finding.Related> related = ImmutableList.builder();
  private Severity severity;
  private String message;
  private String advice = "";
  private String subject = "";
  private @Nullable String issueCode;
  private @Nullable Fix fix;

  FindingDraft(RuleInfo rule, SourceSpan span, Consumer<FindingDraft> target) {
    this.rule = rule;
    this.span = span;
    this.target = target;
    this.severity = rule.severity();
    this.message = rule.title();
    this.issueCode = rule.issueCode().orElse(null);
  }

  @Override
  public FindingDraft message(String text) {
    message = shortened(text);
    return this;
  }

  @Override
  public FindingDraft advice(String text) {
    advice = shortened(text);
    return this;
  }

  @Override
  public FindingDraft about(String what) {
    subject = what;
    return this;
  }

  @Override
  public FindingDraft severity(Severity other) {
    severity = other;
    return this;
  }

  @Override
  public FindingDraft related(SourceSpan place, String note) {
    related.add(new Finding.Related(place, shortened(note)));
    return this;
  }

  @Override
  public FindingDraft fix(Fix mending) {
    fix = mending;
    return this;
  }

  @Override
  public FindingDraft withoutIssueCode() {
    issueCode = null;
    return this;
  }

  @Override
  public void add() {
    target.accept(this);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_MESSAGE) {
      return text;
    }
    int half = LONGEST_MESSAGE / 2;
    return text.substring(0, half) + " … " + text.substring(text.length() - half);
  }

  RuleInfo rule() {
    return rule;
  }

  SourceSpan span() {
    return span;
  }

  String subject() {
    return subject;
  }

  /** The rule's id, and behind a slash what it is about, if that is said. */
  String id() {
    return subject.isEmpty() ? rule.id() : rule.id() + "/" + subject;
  }

  Severity severity() {
    return severity;
  }

  String message() {
    return message;
  }

  String advice() {
    return advice;
  }

  ImmutableList<Finding.Related> related() {
    return related.build();
  }

  Optional<Fix> fix() {
    return Optional.ofNullable(fix);
  }

  Optional<String> issueCode() {
    return Optional.ofNullable(issueCode);
  }
}
