package dev.postern.eval;

import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The law undressed: decides a case straight from the documents, with nothing prepared and nothing
 * clever, to be read beside AWS's pages. Where AWS leaves a point open it tries both readings of
 * it, one run of the statement for each combination.
 */
final class ReferenceInterpreter {
  private final AuthorizationRequest request;
  private final Requester.IamPrincipal requester;
  private final Map<String, List<ContextValue>> context = new LinkedHashMap<>();

  // The readings of one run: what was chosen so far, and how far the run has come.
  private final List<Boolean> choices = new ArrayList<>();
  private final Map<String, Boolean> chosen = new LinkedHashMap<>();
  private int made;

  ReferenceInterpreter(AuthorizationRequest request) {
    this.request = request;
    this.requester = (Requester.IamPrincipal) request.requester();
    implied();
    Set<String> given = new HashSet<>();
    for (AuthorizationRequest.Entry entry : request.entries()) {
      String key = entry.key().text().toLowerCase(Locale.ROOT);
      if (given.add(key)) {
        context.put(key, new ArrayList<>());
      }
      context.get(key).add(entry.value());
    }
  }

  /** What the whole comes to: the verdict, and which statements matched, policy by policy. */
  record Answer(Verdict verdict, List<Boolean> identityMatches, List<Boolean> resourceMatches) {}

  Answer decide(List<PolicyDocument> identity, Optional<PolicyDocument> resource) {
    List<Boolean> identityMatches = new ArrayList<>();
    List<Boolean> resourceMatches = new ArrayList<>();
    boolean denied = false;
    boolean identityAllows = false;
    Set<String> grants = new HashSet<>();
    for (PolicyDocument document : identity) {
      for (Statement statement : statements(document)) {
        boolean matched = matches(document, statement);
        identityMatches.add(matched);
        denied |= matched && statement.isDeny();
        identityAllows |= matched && statement.isAllow();
      }
    }
    if (resource.isPresent()) {
      for (Statement statement : statements(resource.get())) {
        boolean matched = matches(resource.get(), statement);
        resourceMatches.add(matched);
        denied |= matched && statement.isDeny();
        if (matched && statement.isAllow()) {
          startOver();
          grants.addAll(kinds(statement));
        }
      }
    }
    Verdict verdict =
        denied
            ? Verdict.EXPLICIT_DENY
            : access(identityAllows, grants) ? Verdict.ALLOWED : Verdict.IMPLICIT_DENY;
    return new Answer(verdict, identityMatches, resourceMatches);
  }

  /* "Policy evaluation logic": implicit denies by kind of principal, no boundary, no session policy. */
  private boolean access(boolean identityAllows, Set<String> grants) {
    if (requester instanceof Requester.RootUser) {
      return true;
    }
    if (requester instanceof Requester.FederatedUser) {
      return grants.contains("session");
    }
    boolean direct =
        requester instanceof Requester.User
            ? grants.contains("user")
            : grants.contains("session") || grants.contains("role");
    return identityAllows || direct || grants.contains("everyone");
  }

  private static List<Statement> statements(PolicyDocument document) {
    return document.statementList().stream().map(located -> located.value()).toList();
  }

  /* An Allow has to match under every combination of readings, a Deny under one. */
  private boolean matches(PolicyDocument document, Statement statement) {
    boolean all = true;
    boolean any = false;
    startOver();
    do {
      made = 0;
      chosen.clear();
      boolean matched = matchesByTheseReadings(document, statement);
      all &= matched;
      any |= matched;
    } while (nextCombination());
    return statement.isAllow() ? all : any;
  }

  private void startOver() {
    choices.clear();
    chosen.clear();
    made = 0;
  }

  private boolean nextCombination() {
    while (!choices.isEmpty() && choices.get(choices.size() - 1)) {
      choices.remove(choices.size() - 1);
    }
    if (choices.isEmpty()) {
      return false;
    }
    choices.set(choices.size() - 1, true);
    return true;
  }

  /** One of the two readings of a point; the same each time the point comes up in a run. */
  private boolean reading(String point) {
    if (!chosen.containsKey(point)) {
      if (made == choices.size()) {
        choices.add(false);
      }
      chosen.put(point, choices.get(made++));
    }
    return chosen.get(point);
  }

  private boolean matchesByTheseReadings(PolicyDocument document, Statement statement) {
    return principal(document, statement)
        && action(statement.action().value())
        && resource(document, statement.resource().value())
        && statement.condition().value().conditions().stream()
            .allMatch(condition -> condition(document, condition));
  }

  // Principal

  private boolean principal(PolicyDocument document, Statement statement) {
    PrincipalElement element = statement.principal().value();
    if (element instanceof PrincipalElement.Absent) {
      return !document.type().kind().isResourceBased();
    }
    if (element instanceof PrincipalElement.Principal) {
      return values(element).stream().anyMatch(value -> kind(value).isPresent());
    }
    if (statement.isAllow()) {
      return false;
    }
    Set<String> listed = kinds(statement);
    boolean spared =
        listed.contains("everyone")
            || (requester instanceof Requester.RootUser && listed.contains("account"))
            || (requester instanceof Requester.User
                && listed.containsAll(List.of("account", "user")))
            || (requester instanceof Requester.FederatedUser
                && listed.containsAll(List.of("account", "session")))
            || (requester instanceof Requester.UnnamedRoleSession
                && listed.containsAll(List.of("account", "role")))
            || listed.containsAll(List.of("account", "role", "session"));
    return !spared;
  }

  private static List<PrincipalValue> values(PrincipalElement element) {
    if (element.principals() instanceof PrincipalSet.Everyone) {
      return List.of(new PrincipalValue.Everyone("*"));
    }
    return ((PrincipalSet.Listed) element.principals())
        .entries().stream()
            .flatMap(entry -> entry.values().value().stream())
            .map(located -> located.value())
            .toList();
  }

  private Set<String> kinds(Statement statement) {
    Set<String> kinds = new HashSet<>();
    values(statement.principal().value()).forEach(value -> kind(value).ifPresent(kinds::add));
    return kinds;
  }

  private Optional<String> kind(PrincipalValue value) {
    String account = requester.arn().account();
    String text = value.text();
    String me = requester.arn().toString();
    if (text.equals("*")) {
      return Optional.of("everyone");
    }
    if (text.equals(account) || text.equals("arn:aws:iam::" + account + ":root")) {
      return Optional.of("account");
    }
    if (text.equals(me) && requester instanceof Requester.User) {
      return Optional.of("user");
    }
    if (text.equals(me) && text.startsWith("arn:aws:sts:")) {
      return Optional.of("session");
    }
    if (requester instanceof Requester.FederatedUser
        && text.equals("arn:aws:iam::" + account + ":user/" + me.substring(me.indexOf('/') + 1))) {
      return reading("U58") ? Optional.of("issuer") : Optional.empty();
    }
    boolean bare = requester instanceof Requester.UnnamedRoleSession && text.equals(me);
    boolean isRole =
        bare
            || (requester instanceof Requester.RoleSession session
                && text.equals(session.role().toString()));
    return isRole ? Optional.of("role") : Optional.empty();
  }

  // Action

  private boolean action(ActionElement element) {
    boolean listed =
        element.patterns().stream().map(located -> located.value()).anyMatch(this::isListed);
    if (element instanceof ActionElement.Action) {
      return listed;
    }
    return element.patterns().isEmpty() ? reading("U28") : !listed;
  }

  private boolean isListed(ActionPattern pattern) {
    if (pattern.text().equals("*")) {
      return true;
    }
    String[] parts = pattern.text().toLowerCase(Locale.ROOT).split(":", 2);
    String[] asked = request.action().text().toLowerCase(Locale.ROOT).split(":", 2);
    return glob(parts[0], asked[0]) && glob(parts[1], asked[1]);
  }

  // Resource

  private boolean resource(PolicyDocument document, ResourceElement element) {
    if (element instanceof ResourceElement.Resource) {
      return element.patterns().stream().anyMatch(p -> isListed(document, p.value()));
    }
    if (element.patterns().isEmpty()) {
      return reading("U28");
    }
    boolean listed = element.patterns().stream().anyMatch(p -> isListed(document, p.value()));
    boolean valueless =
        element.patterns().stream().anyMatch(p -> resolve(document, p.value().text()).isEmpty());
    return !listed && (!valueless || reading("U08"));
  }

  private boolean isListed(PolicyDocument document, ResourcePattern pattern) {
    String text = pattern.text();
    if (text.equals("*")) {
      return true;
    }
    if (!(request.resource() instanceof RequestedResource.Named named)) {
      return false;
    }
    Optional<String> resolved = resolve(document, text);
    if (resolved.isEmpty()) {
      return false;
    }
    String[] fields = resolved.get().split(":", 6);
    if (fields.length < 6) {
      return glob(resolved.get(), named.arn().toString()) && reading("U25");
    }
    boolean openWildcard = isWild(text.split(":", 6)[2]);
    return arn(fields, named.arn()) && (!openWildcard || reading("U26"));
  }

  private boolean arn(String[] fields, Arn arn) {
    boolean exact = arn(fields, arn, false);
    return exact || (arn(fields, arn, true) && reading("U24"));
  }

  private static boolean arn(String[] fields, Arn arn, boolean folded) {
    return glob(fold(fields[1], folded), fold(arn.partition(), folded))
        && glob(fold(fields[2], folded), fold(arn.service(), folded))
        && glob(fold(fields[3], folded), fold(arn.region(), folded))
        && glob(fields[4], arn.account())
        && glob(fields[5], arn.resource());
  }

  private static String fold(String text, boolean folded) {
    return folded ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static boolean isWild(String text) {
    return text.contains("*") || text.contains("?");
  }

  // Condition

  private boolean condition(PolicyDocument document, Condition condition) {
    ConditionOperator name = condition.operator().value();
    if (!(name instanceof Known operator)) {
      return reading("U42");
    }
    List<String> wanted =
        condition.values().value().stream().map(located -> located.value().text()).toList();
    Optional<ContextValue> found = value(condition.key().value().text());
    List<String> values =
        found.map(ContextValue::values).map(v -> (List<String>) v).orElse(List.of());
    boolean isNull = values.stream().allMatch(String::isEmpty);
    if (operator.base() == BaseOperator.NULL) {
      return switch (operator.quantifier()) {
        case FOR_ALL_VALUES -> true;
        case FOR_ANY_VALUE -> false;
        case SINGLE -> wanted.contains(isNull ? "true" : "false");
      };
    }
    boolean negated = operator.base().negated();
    Predicate<String> passes = x -> passes(document, operator.base(), wanted, x);
    if (operator.quantifier() == Quantifier.FOR_ALL_VALUES) {
      return isNull || (!wanted.isEmpty() && all(values, passes));
    }
    if (operator.quantifier() == Quantifier.FOR_ANY_VALUE) {
      if (wanted.isEmpty()) {
        return false;
      }
      return isNull ? operator.ifExists() && reading("U04") : any(values, passes);
    }
    if (wanted.isEmpty()) {
      return operator.ifExists() ? isNull : reading("U01");
    }
    if (values.isEmpty()) {
      return operator.ifExists() || negated;
    }
    boolean multivalued =
        found.get() instanceof ContextValue.Many
            || condition.key().value().text().equalsIgnoreCase("aws:TagKeys");
    return any(values, passes) && (!multivalued || reading("U03"));
  }

  private static boolean all(List<String> values, Predicate<String> test) {
    return values.stream().allMatch(test);
  }

  private static boolean any(List<String> values, Predicate<String> test) {
    return values.stream().anyMatch(test);
  }

  private boolean passes(
      PolicyDocument document, BaseOperator operator, List<String> wanted, String x) {
    if (operator.domain() == BaseOperator.Domain.ARN
        && operator.negated()
        && (!isArn(x) || wanted.stream().noneMatch(v -> isArn(hideVariables(document, v))))) {
      return reading("U15");
    }
    boolean listed = any(wanted, v -> matches(document, operator, v, x));
    return listed != operator.negated();
  }

  /* The pattern is split before its variables are replaced, so their text must not count. */
  private static String hideVariables(PolicyDocument document, String text) {
    return document.version().value().hasVariables()
        ? text.replaceAll("\\$\\{[^}]*\\}", "v")
        : text;
  }

  private static boolean isArn(String text) {
    return text.startsWith("arn:") && text.split(":", 6).length == 6;
  }

  private boolean matches(PolicyDocument document, BaseOperator operator, String v, String x) {
    Optional<String> resolved = resolve(document, v);
    if (resolved.isEmpty()) {
      return false;
    }
    String pattern = resolved.get();
    String plain = plain(pattern);
    return switch (operator.domain()) {
      case STRING ->
          switch (operator) {
            case STRING_LIKE, STRING_NOT_LIKE -> glob(pattern, x);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                folded(plain).equals(folded(x));
            default -> plain.equals(x);
          };
      case ARN ->
          isArn(hideVariables(document, v))
              && isArn(x)
              && arn(pattern.split(":", 6), Arn.of(x), false);
      case BOOL -> bool(plain, x) && (!hasVariable(document, v) || reading("U06"));
      default -> throw new AssertionError(operator);
    };
  }

  private boolean bool(String word, String x) {
    if (x.equals("true") || x.equals("false")) {
      return word.equalsIgnoreCase(x);
    }
    return word.equalsIgnoreCase("false") && reading("U16");
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.appendCodePoint(Character.toLowerCase(c)));
    return folded.toString();
  }

  private static boolean hasVariable(PolicyDocument document, String text) {
    return document.version().value().hasVariables() && text.contains("${aws");
  }

  // Context and variables

  private void implied() {
    if (requester instanceof Requester.User) {
      String resource = requester.arn().resource();
      context.put(
          "aws:username",
          List.of(new ContextValue.Single(resource.substring(resource.lastIndexOf('/') + 1))));
    }
  }

  private Optional<ContextValue> value(String key) {
    List<ContextValue> values = context.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    if (values.size() < 2) {
      return values.stream().findFirst();
    }
    return Optional.of(values.get(reading("U35 " + key.toLowerCase(Locale.ROOT)) ? 1 : 0));
  }

  /**
   * The text with its variables replaced; in what comes from a value or stands for a literal
   * wildcard the two wildcards are written as private characters. Empty when a variable has no
   * value.
   */
  private Optional<String> resolve(PolicyDocument document, String text) {
    if (!document.version().value().hasVariables()) {
      return Optional.of(text);
    }
    StringBuilder resolved = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
      resolved.append(text, from, open);
      from = text.indexOf('}', open) + 1;
      String inside = text.substring(open + 2, from - 1);
      if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
        resolved.append(literal(inside));
        continue;
      }
      String[] parts = inside.split(", ", 2);
      Optional<String> value =
          value(parts[0])
              .filter(ContextValue.Single.class::isInstance)
              .map(single -> ((ContextValue.Single) single).text())
              .filter(single -> !single.isEmpty());
      if (value.isEmpty() && parts.length == 1) {
        return Optional.empty();
      }
      resolved.append(literal(value.orElseGet(() -> parts[1].substring(1, parts[1].length() - 1))));
    }
    return Optional.of(resolved.append(text.substring(from)).toString());
  }

  private static String literal(String text) {
    return text.replace('*', '\uE000').replace('?', '\uE001').replace(':', '\uE002');
  }

  private static String plain(String text) {
    return text.replace('\uE000', '*').replace('\uE001', '?').replace('\uE002', ':');
  }

  // Globs

  /** The plainest matcher there is: a table of which prefixes match which. */
  static boolean glob(String pattern, String text) {
    int[] p = pattern.codePoints().toArray();
    int[] t = text.codePoints().toArray();
    boolean[][] matches = new boolean[p.length + 1][t.length + 1];
    matches[0][0] = true;
    for (int i = 1; i <= p.length; i++) {
      for (int j = 0; j <= t.length; j++) {
        if (p[i - 1] == '*') {
          matches[i][j] = matches[i - 1][j] || (j > 0 && matches[i][j - 1]);
        } else {
          matches[i][j] =
              j > 0 && matches[i - 1][j - 1] && (p[i - 1] == '?' || same(p[i - 1], t[j - 1]));
        }
      }
    }
    return matches[p.length][t.length];
  }

  private static boolean same(int p, int t) {
    return p == t
        || (p == '\uE000' && t == '*')
        || (p == '\uE001' && t == '?')
        || (p == '\uE002' && t == ':');
  }
}
