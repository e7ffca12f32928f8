package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.model.PolicyType.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about a rule without running it. Made by a severity, refined word by word:
 *
 * <pre>
 * RuleInfo.warning("sid-duplicate-advice", "two statements have the same `Sid`")
 *     .on(Kind.RESOURCE, Kind.TRUST)
 *     .issueCode("UNIQUE_SIDS_RECOMMENDED");
 * </pre>
 */
public final class RuleInfo {
  private static final ImmutableSet<Kind> EVERY_KIND =
      Sets.immutableEnumSet(EnumSet.allOf(Kind.class));

  /** When a rule runs. */
  public enum Profile {
    /** Always. */
    DEFAULT,
    /** In the strict profile, or when it is asked for by its id. */
    STRICT,
    /**
     * When it is asked for by its id, or when what it needs is configured: it has to be told what
     * is trusted, or what is meant.
     */
    OPT_IN
  }

  private final String id;
  private final Severity severity;
  private final String title;
  private final Profile profile;
  private final ImmutableSet<Kind> types;
  private final @Nullable String issueCode;
  private final ImmutableSet<String> insteadOf;
  private final ImmutableSet<String> peers;
  private final Reach reach;
  private final Predicate<Expectations> configured;

  /** What other rules make of the place of a finding. */
  private enum Reach {
    /** What they like. */
    NONE,
    /** Nothing: what stands there is not known yet. */
    UNKNOWN_WITHIN
  }

  private RuleInfo(
      String id,
      Severity severity,
      String title,
      Profile profile,
      ImmutableSet<Kind> types,
      @Nullable String issueCode,
      ImmutableSet<String> insteadOf,
      ImmutableSet<String> peers,
      Reach reach,
      Predicate<Expectations> configured) {
    this.configured = configured;
    this.id = id;
    this.severity = severity;
    this.title = title;
    this.profile = profile;
    this.types = types;
    this.issueCode = issueCode;
    this.insteadOf = insteadOf;
    this.peers = peers;
    this.reach = reach;
  }

  /**
   * A rule of the default profile that speaks of every policy type.
   *
   * @param id words in lower case, joined by hyphens; a public contract
   * @param severity how bad what it finds is
   * @param title one line, no full stop, code in backticks
   * @throws IllegalArgumentException if the id has another form or the title is empty
   */
  public static RuleInfo of(String id, Severity severity, String title) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "`" + id + "` is no rule id; expected words in lower case joined by hyphens");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("the rule `" + id + "` has no title");
    }
    return new RuleInfo(
        id,
        severity,
        title,
        Profile.DEFAULT,
        EVERY_KIND,
        null,
        ImmutableSet.of(),
        ImmutableSet.of(),
        Reach.NONE,
        expectations -> false);
  }

  /* Words in lower case, joined by hyphens. Every rule passes here, several times in a process. */
  private static boolean isId(String id) {
    boolean inWord = false;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean ofWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!ofWord && (c != '-' || !inWord)) {
        return false;
      }
      inWord = ofWord;
    }
    return inWord;
  }

  /** A rule whose findings are errors. */
  public static RuleInfo error(String id, String title) {
    return of(id, Severity.ERROR, title);
  }

  /** A rule whose findings are security warnings. */
  public static RuleInfo securityWarning(String id, String title) {
    return of(id, Severity.SECURITY_WARNING, title);
  }

  /** A rule whose findings are warnings. */
  public static RuleInfo warning(String id, String title) {
    return of(id, Severity.WARNING, title);
  }

  /** A rule whose findings are suggestions. */
  public static RuleInfo suggestion(String id, String title) {
    return of(id, Severity.SUGGESTION, title);
  }

  /** The same rule, for policies of these types only. */
  public RuleInfo on(Kind first, Kind... others) {
    return on(Sets.immutableEnumSet(first, others));
  }

  /** The same rule, for policies of these types only. */
  public RuleInfo on(Iterable<Kind> kinds) {
    return new RuleInfo(
        id,
        severity,
        title,
        profile,
        Sets.immutableEnumSet(kinds),
        issueCode,
        insteadOf,
        peers,
        reach,
        configured);
  }

  /** The same rule in the strict profile. */
  public RuleInfo strict() {
    return new RuleInfo(
        id, severity, title, Profile.STRICT, types, issueCode, insteadOf, peers, reach, configured);
  }

  /** The same rule, for those who ask for it by its id. */
  public RuleInfo optIn() {
    return optIn(expectations -> false);
  }

  /**
   * The same rule, for those who ask for it by its id or expect something that it needs to know.
   *
   * @param configured whether somebody does
   */
  public RuleInfo optIn(Predicate<Expectations> configured) {
    return new RuleInfo(
        id, severity, title, Profile.OPT_IN, types, issueCode, insteadOf, peers, reach, configured);
  }

  /** The same rule under the code that Access Analyzer has for it. */
  public RuleInfo issueCode(String code) {
    return new RuleInfo(
        id, severity, title, profile, types, code, insteadOf, peers, reach, configured);
  }

  /** The same rule; where it finds something, these rules stay silent: it is the same problem. */
  public RuleInfo insteadOf(String... ids) {
    return new RuleInfo(
        id,
        severity,
        title,
        profile,
        types,
        issueCode,
        ImmutableSet.copyOf(ids),
        peers,
        reach,
        configured);
  }

  /**
   * The same rule, which other tools have under these names.
   *
   * @param names each the tool and its name for it: {@code parliament:RESOURCE_STAR}, {@code
   *     checkov:CKV_AWS_355}
   */
  public RuleInfo peers(String... names) {
    return new RuleInfo(
        id,
        severity,
        title,
        profile,
        types,
        issueCode,
        insteadOf,
        ImmutableSet.copyOf(names),
        reach,
        configured);
  }

  /**
   * The same rule; what stands at its findings, related places included, is unknown, and other
   * rules stay silent in it.
   */
  public RuleInfo unknownWithin() {
    return new RuleInfo(
        id,
        severity,
        title,
        profile,
        types,
        issueCode,
        insteadOf,
        peers,
        Reach.UNKNOWN_WITHIN,
        configured);
  }

  /** The stable id, such as {@code sid-duplicate}. */
  public String id() {
    return id;
  }

  /** The severity of its findings, unless a finding says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** What it finds, in one line. */
  public String title() {
    return title;
  }

  /** When it runs. */
  public Profile profile() {
    return profile;
  }

  /** Whether an opt-in rule runs without being asked for, since what it needs is configured. */
  public boolean isConfiguredBy(Expectations expectations) {
    return configured.test(expectations);
  }

  /** The kinds of policy it speaks of. */
  public ImmutableSet<Kind> types() {
    return types;
  }

  /** Access Analyzer's code for the same thing. */
  public Optional<String> issueCode() {
    return Optional.ofNullable(issueCode);
  }

  /** The rules that stay silent at the very place of one of its findings. */
  public ImmutableSet<String> insteadOf() {
    return insteadOf;
  }

  /** What other tools call it: the tool, a colon, its name. */
  public ImmutableSet<String> peers() {
    return peers;
  }

  /** Whether other rules stay silent on everything within one of its findings. */
  public boolean isUnknownWithin() {
    return reach == Reach.UNKNOWN_WITHIN;
  }

  @Override
  public String toString() {
    return id;
  }
}
