package dev.postern.lint.rule;

import dev.postern.model.source.SourceSpan;

/** Takes what a rule finds. */
public interface Findings {
  /** Begins a finding at a place; it counts once it is {@linkplain Draft#add added}. */
  Draft at(SourceSpan span);

  /** A finding with a message and advice. */
  default void add(SourceSpan span, String message, String advice) {
    at(span).message(message).advice(advice).add();
  }

  /** A finding in the making. Unless told otherwise it takes severity and title of its rule. */
  interface Draft {
    /** What was found: one line, no full stop, the author's text in backticks. */
    Draft message(String message);

    /** What would be right, apart from the message. */
    Draft advice(String advice);

    /**
     * Which of several things that the rule may find at one place, such as the path of an
     * escalation: words in lower case, joined by hyphens. A rule finds each of them once there.
     */
    Draft about(String subject);

    /** Another severity than the rule's. */
    Draft severity(Severity severity);

    /** One more place that belongs to it, in Access Analyzer's order. */
    Draft related(SourceSpan span, String note);

    /** How it can be mended. */
    Draft fix(Fix fix);

    /** Access Analyzer stays silent on this one, although it has a code for the rule. */
    Draft withoutIssueCode();

    /** Adds the finding. */
    void add();
  }
}
