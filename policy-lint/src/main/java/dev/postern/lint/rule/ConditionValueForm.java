package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.Arn;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A value that a key never has, because its values have another form. A value with a variable is
 * not judged, nor, but for organizations, one with a wildcard.
 */
final class ConditionValueForm implements ConditionRule {
  private static final CharMatcher HEX =
      CharMatcher.inRange('0', '9').or(CharMatcher.inRange('a', 'f'));
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final CharMatcher WORD = DIGITS.or(CharMatcher.inRange('a', 'z'));
  private static final CharMatcher WILDCARD = CharMatcher.anyOf("*?");

  private final RuleInfo info;
  private final ImmutableMap<String, Form> forms;

  /**
   * The form of the values of some keys.
   *
   * @param has whether a value has it
   * @param expected the form in words
   */
  private record Form(Predicate<String> has, String expected) {}

  private ConditionValueForm(RuleInfo info, ImmutableMap<String, Form> forms) {
    this.info = info;
    this.forms = forms;
  }

  static Rule vpc() {
    return new ConditionValueForm(
        RuleInfo.error("condition-vpc-format", "the value is not the id of a VPC")
            .issueCode("INVALID_VPC_FORMAT"),
        ImmutableMap.of(
            "vpc", new Form(text -> isId("vpc-", text), "`vpc-` and 8 or 17 digits of base 16")));
  }

  static Rule vpcEndpoint() {
    return new ConditionValueForm(
        RuleInfo.error("condition-vpce-format", "the value is not the id of a VPC endpoint")
            .issueCode("INVALID_VPCE_FORMAT"),
        ImmutableMap.of(
            "vpce",
            new Form(text -> isId("vpce-", text), "`vpce-` and 8 or 17 digits of base 16")));
  }

  static Rule account() {
    return new ConditionValueForm(
        RuleInfo.warning("condition-account-format", "the value is not the number of an account"),
        ImmutableMap.of(
            "account", new Form(ConditionValueForm::isAccount, "the 12 digits of the account")));
  }

  static Rule organization() {
    return new ConditionValueForm(
        RuleInfo.warning("condition-org-format", "the value is no organization and no path in one"),
        ImmutableMap.of(
            "organization",
            new Form(
                text -> WILDCARD.matchesAnyOf(text) || isOrganization(text),
                "`o-` and 10 to 32 letters and digits"),
            "organization-path",
            new Form(
                ConditionValueForm::isOrganizationPath,
                "a path such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`")));
  }

  static Rule kmsKey() {
    return new ConditionValueForm(
        RuleInfo.error("condition-kms-key-arn", "the value is not the ARN of a KMS key")
            .issueCode("INVALID_KMS_KEY_VALUE")
            .insteadOf("condition-arn-value"),
        ImmutableMap.of(
            "kms-key",
            new Form(
                ConditionValueForm::isKmsKey, "the ARN of the key; requests hold no other name")));
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    Form form = forms.get(KeyForms.bundled().of(condition.key().value()));
    if (form == null) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.STRING || use.domain() == Domain.ARN)
        .ifPresent(
            use -> {
              for (Located<ConditionValue> value : use.values()) {
                if (!value.value().text().contains("${") && !form.has.test(compared(value, use))) {
                  findings.add(
                      value.span(),
                      "`"
                          + value.value().text()
                          + "` has another form than the values of `"
                          + use.key().text()
                          + "`",
                      "expected " + form.expected);
                }
              }
            });
  }

  private static String compared(Located<ConditionValue> value, KeyUse use) {
    boolean ignoresCase =
        use.base() == BaseOperator.STRING_EQUALS_IGNORE_CASE
            || use.base() == BaseOperator.STRING_NOT_EQUALS_IGNORE_CASE;
    String text = value.value().text();
    return ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static boolean isId(String prefix, String text) {
    int digits = text.length() - prefix.length();
    return WILDCARD.matchesAnyOf(text)
        || (text.startsWith(prefix)
            && (digits == 8 || digits == 17)
            && HEX.matchesAllOf(text.substring(prefix.length())));
  }

  /* Requests without credentials come from the account `anonymous`. */
  private static boolean isAccount(String text) {
    return WILDCARD.matchesAnyOf(text)
        || text.equals("anonymous")
        || (text.length() == 12 && DIGITS.matchesAllOf(text));
  }

  private static boolean isOrganization(String text) {
    return text.startsWith("o-")
        && text.length() >= 12
        && text.length() <= 34
        && WORD.matchesAllOf(text.substring(2));
  }

  /* The id of a unit is unique within its organization only, so that has to be named. */
  private static boolean isOrganizationPath(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && isOrganization(text.substring(0, slash))
        && (text.endsWith("/") || text.endsWith("*"));
  }

  private static boolean isKmsKey(String text) {
    if (text.isEmpty() || WILDCARD.matches(text.charAt(0))) {
      return true;
    }
    return Arn.parse(text)
        .filter(arn -> arn.service().equals("kms") || WILDCARD.matchesAnyOf(arn.service()))
        .filter(arn -> arn.resource().startsWith("key/") || startsWithWildcard(arn.resource()))
        .isPresent();
  }

  private static boolean startsWithWildcard(String resource) {
    int wildcard = WILDCARD.indexIn(resource);
    return wildcard >= 0 && "key/".startsWith(resource.substring(0, wildcard));
  }
}
