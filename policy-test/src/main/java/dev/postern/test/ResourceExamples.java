package dev.postern.test;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The resources that an argument of {@link Question#on} stands for: itself, or examples made from a
 * pattern. What they are is documented there.
 *
 * @param text as it was written
 * @param examples what is tried
 */
record ResourceExamples(String text, ImmutableList<String> examples) {
  private static final CharMatcher WILDCARD = CharMatcher.anyOf("*?");
  private static final int FIELDS = 6;
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  private static final int RESOURCE = 5;

  private static final ImmutableList<String> RUNS =
      ImmutableList.of("", "x", "a/b", "2026/Q1/Final_(copy)+2.tar.gz", "*");
  private static final ImmutableList<String> CHARACTERS = ImmutableList.of("x", "a", "7", "-", "?");
  private static final ImmutableList<String> REGIONS = ImmutableList.of("eu-west-1", "us-east-1");
  private static final ImmutableList<String> ACCOUNTS =
      ImmutableList.of("111122223333", "999999999999");

  /** One resource, whatever characters it has. */
  static ResourceExamples literally(String arn) {
    return new ResourceExamples(arn, ImmutableList.of(arn));
  }

  /**
   * A resource, or a pattern.
   *
   * @throws IllegalArgumentException if a wildcard stands where no examples are known
   */
  static ResourceExamples of(String text) {
    List<String> fields = Splitter.on(':').limit(FIELDS).splitToList(text);
    // What is no ARN is refused by the request, which says it better.
    if (WILDCARD.matchesNoneOf(text) || fields.size() < FIELDS) {
      return literally(text);
    }
    ImmutableSet.Builder<String> examples = ImmutableSet.builder();
    for (int i = 0; i < RUNS.size(); i++) {
      List<String> filled = new ArrayList<>();
      for (int field = 0; field < FIELDS; field++) {
        filled.add(filled(text, field, fields.get(field), i));
      }
      if (!isNameless(filled.get(RESOURCE))) {
        examples.add(Joiner.on(':').join(filled));
      }
    }
    return new ResourceExamples(text, examples.build().asList());
  }

  /** Whether it stands for more than itself. */
  boolean isPattern() {
    return !examples.get(0).equals(text);
  }

  private static String filled(String text, int index, String field, int example) {
    if (WILDCARD.matchesNoneOf(field)) {
      return field;
    }
    if (index == RESOURCE) {
      return inResource(field, example);
    }
    if (field.equals("*") && index == REGION) {
      return REGIONS.get(example % REGIONS.size());
    }
    if (field.equals("*") && index == ACCOUNT) {
      return ACCOUNTS.get(example % ACCOUNTS.size());
    }
    throw new IllegalArgumentException(
        "`"
            + text
            + "` has a wildcard in `"
            + field
            + "`, of which no examples can be made; a wildcard may stand in the resource, or be"
            + " the whole region or account");
  }

  private static String inResource(String field, int example) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      switch (c) {
        case '*' -> filled.append(RUNS.get(example));
        case '?' -> filled.append(CHARACTERS.get(example));
        default -> filled.append(c);
      }
    }
    return filled.toString();
  }

  private static boolean isNameless(String resource) {
    return resource.isEmpty() || resource.startsWith("/");
  }
}
