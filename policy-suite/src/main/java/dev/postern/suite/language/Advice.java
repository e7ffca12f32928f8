package dev.postern.suite.language;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.source.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Says of a token that does not fit what it is, and what would. */
final class Advice {
  private static final String QUOTED = "a text in quotes";

  /** What stands at the start of these rules, in words. */
  private static final ImmutableMap<Integer, String> BEGINNINGS =
      ImmutableMap.<Integer, String>builder()
          .put(PolicyTestParser.RULE_name, "a name, which is a word and none of the keywords")
          .put(PolicyTestParser.RULE_path, "the path of a file")
          .put(
              PolicyTestParser.RULE_who, "an ARN, a service such as `lambda.amazonaws.com`, or `*`")
          .put(PolicyTestParser.RULE_arn, "an ARN")
          .put(PolicyTestParser.RULE_account, "an account of 12 digits")
          .put(PolicyTestParser.RULE_principalName, "the name of a principal, or its ARN")
          .put(PolicyTestParser.RULE_action, "an action such as `s3:GetObject`")
          .put(PolicyTestParser.RULE_target, "the name of a resource, an ARN, or `*`")
          .put(PolicyTestParser.RULE_key, "a condition key such as `aws:SecureTransport`")
          .put(PolicyTestParser.RULE_value, "a value, or a list such as `[a, b]`")
          .put(PolicyTestParser.RULE_scalar, "a value")
          .put(PolicyTestParser.RULE_text, QUOTED)
          .buildOrThrow();

  private Advice() {}

  static String found(Token token) {
    return switch (token.getType()) {
      case Token.EOF ->
          token.getText().startsWith("|")
              ? "something is missing in the cell"
              : "something is missing at the end";
      case PolicyTestLexer.BROKEN_STRING -> "a text in quotes does not end well";
      case PolicyTestLexer.ROW_END -> "the row ends too early";
      default -> "unexpected `" + token.getText() + "`";
    };
  }

  static String instead(PolicyTestParser parser, Token found, @Nullable RecognitionException e) {
    if (found.getType() == PolicyTestLexer.BROKEN_STRING) {
      return "it ends with `\"` on the same line; `\\\"`, `\\\\`, `\\n` and `\\t` stand for what they do in JSON";
    }
    return beginning(parser.getContext(), found)
        .map(what -> "expected " + what)
        .orElseGet(() -> expected(parser, found, e));
  }

  /* The outermost of the rules that begin here says most: an action is also a word. */
  private static Optional<String> beginning(ParserRuleContext innermost, Token found) {
    String what = null;
    for (RuleContext rule = innermost; rule instanceof ParserRuleContext r; rule = rule.parent) {
      if (r.getStart() != found) {
        break;
      }
      what = BEGINNINGS.getOrDefault(r.getRuleIndex(), what);
    }
    return Optional.ofNullable(what);
  }

  private static String expected(
      PolicyTestParser parser, Token found, @Nullable RecognitionException e) {
    IntervalSet set =
        e == null || e.getExpectedTokens() == null
            ? parser.getExpectedTokens()
            : e.getExpectedTokens();
    IntervalSet sentences = beginningsOf(parser, PolicyTestParser.RULE_sentence);
    List<String> words = new ArrayList<>();
    boolean newSentence = set.contains(PolicyTestLexer.BAR) && sentences.subtract(set).isNil();
    for (int type : continuing(parser).or(set).toArray()) {
      if (type != Token.EOF && !(newSentence && sentences.contains(type))) {
        words.add(name(parser, type));
      }
    }
    String help = any(newSentence ? with(words, "a new sentence") : words);
    if (newSentence) {
      sentences.toList().forEach(type -> words.add(name(parser, type)));
    }
    return (found.getText().length() < 3
                ? Optional.<String>empty()
                : NearestName.of(found.getText(), bare(words)))
            .map(word -> "did you mean `" + word + "`? ")
            .orElse("")
        + "expected "
        + help;
  }

  private static List<String> with(List<String> words, String last) {
    return ImmutableList.<String>builder().addAll(words).add(last).build();
  }

  /* Between two sentences, the first might also go on. */
  private static IntervalSet continuing(PolicyTestParser parser) {
    ParserRuleContext context = parser.getContext();
    ParseTree last =
        context instanceof PolicyTestParser.FileContext && context.getChildCount() > 0
            ? context.getChild(context.getChildCount() - 1)
            : context;
    if (!(last instanceof PolicyTestParser.SentenceContext sentence)
        || !SentenceReader.isCutShort(sentence, parser.getCurrentToken())) {
      return new IntervalSet();
    }
    if (sentence.expected() != null) {
      return beginningsOf(parser, PolicyTestParser.RULE_expectedClause);
    }
    if (sentence.principal() != null) {
      return beginningsOf(parser, PolicyTestParser.RULE_principalClause);
    }
    if (sentence.resource() != null) {
      return beginningsOf(parser, PolicyTestParser.RULE_resourceClause);
    }
    return sentence.organization() != null
        ? beginningsOf(parser, PolicyTestParser.RULE_organizationClause)
        : new IntervalSet();
  }

  private static IntervalSet beginningsOf(PolicyTestParser parser, int rule) {
    return parser.getATN().nextTokens(parser.getATN().ruleToStartState[rule]);
  }

  private static String any(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? Joiner.on("").join(words)
        : Joiner.on(", ").join(words.subList(0, last)) + " or " + words.get(last);
  }

  private static ImmutableList<String> bare(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith("`"))
        .map(word -> word.substring(1, word.length() - 1))
        .collect(ImmutableList.toImmutableList());
  }

  private static String name(PolicyTestParser parser, int type) {
    return switch (type) {
      case PolicyTestLexer.WORD -> "a word";
      case PolicyTestLexer.STRING -> QUOTED;
      case PolicyTestLexer.ROW_END -> "`|`";
      default -> {
        String literal = parser.getVocabulary().getLiteralName(type);
        yield literal == null
            ? parser.getVocabulary().getDisplayName(type)
            : "`" + literal.substring(1, literal.length() - 1) + "`";
      }
    };
  }
}
