package dev.postern.test;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * What a failure says: what was expected, then each request that came out otherwise, with the whole
 * explanation of its decision.
 */
final class AnswerText {
  /** So many decisions are explained; of the others the request and the verdict are told. */
  private static final int MOST_EXPLAINED = 5;

  private final StringBuilder text = new StringBuilder();

  private AnswerText() {}

  /** About one decision. */
  static String of(String expected, Decision decision) {
    AnswerText one = new AnswerText();
    one.text.append("\nexpected the request to be ").append(expected).append("\n\n");
    RequestText.append(one.text, decision.request(), "");
    one.text.append('\n').append(decision.explain());
    return one.text.toString();
  }

  /**
   * About the answers to a question.
   *
   * @param others those that came out otherwise
   * @param asked how many requests there were
   */
  static String of(String expected, ImmutableList<Answer> others, int asked) {
    AnswerText all = new AnswerText();
    all.text
        .append("\nexpected ")
        .append(asked == 1 ? "the request" : "all " + asked + " requests");
    all.text.append(" to be ").append(expected);
    if (asked > 1) {
      all.text.append("; ").append(others.size()).append(" came out otherwise");
    }
    all.text.append('\n');
    all.families(others);
    return all.text.toString();
  }

  private void families(ImmutableList<Answer> others) {
    List<Answer> rest = new ArrayList<>(others);
    for (int number = 1; !rest.isEmpty(); number++) {
      Answer first = rest.get(0);
      List<Answer> family = rest.stream().filter(first::isOfTheSameFamilyAs).toList();
      rest.removeAll(family);
      text.append('\n');
      if (family.size() < others.size()) {
        text.append(number).append(".\n");
      }
      family(family, number <= MOST_EXPLAINED);
    }
  }

  /* The first example tells why; the others mostly fail for the same reason. */
  private void family(List<Answer> family, boolean explained) {
    Answer first = family.get(0);
    RequestText.append(text, first.request(), note(first.resource()));
    for (Answer other : family.subList(1, family.size())) {
      text.append("  and on     ").append(other.request().resource()).append(": ");
      text.append(other.decision().verdict().text()).append('\n');
    }
    text.append('\n');
    text.append(explained ? first.decision().explain() : first.decision().verdict().text() + "\n");
  }

  private static String note(ResourceExamples resource) {
    return resource.isPattern()
        ? "\n             an example of " + resource.text() + ": examples are no proof"
        : "";
  }
}
