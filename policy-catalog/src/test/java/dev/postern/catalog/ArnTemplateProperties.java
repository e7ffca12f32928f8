package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A template fits a pattern if, and only if, there is an ARN of both. */
final class ArnTemplateProperties {
  private static final ImmutableList<ArnTemplate> TEMPLATES =
      Catalog.bundled().services().stream()
          .flatMap(service -> service.resourceTypes().stream())
          .flatMap(type -> type.arns().stream())
          .collect(ImmutableList.toImmutableList());

  /* Long enough for the shortest resource that there is of a template and a pattern of four parts. */
  private static final ImmutableList<String> RESOURCES = texts("a/:", 6);

  private static ImmutableList<String> texts(String letters, int most) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    List<String> longest = List.of("");
    for (int length = 0; length <= most; length++) {
      texts.addAll(longest);
      longest =
          longest.stream()
              .flatMap(text -> letters.chars().mapToObj(letter -> text + (char) letter))
              .toList();
    }
    return texts.build();
  }

  @Provide
  Arbitrary<String> templates() {
    return parts("a", "/", ":", "*", "${BucketName}", "${Anything}", "{Anything}");
  }

  @Provide
  Arbitrary<String> patterns() {
    return parts("a", "/", ":", "*", "?", "${aws:username}");
  }

  private static Arbitrary<String> parts(String... parts) {
    return Arbitraries.of(parts).list().ofMaxSize(3).map(list -> String.join("", list));
  }

  @Property(seed = "1")
  void a_resource_of_both_is_found_if_there_is_one(
      @ForAll("templates") String template, @ForAll("patterns") String pattern) {
    assertThat(new ArnTemplate("arn:aws:s3:::" + template).fits("arn:aws:s3:::" + pattern))
        .isEqualTo(
            RESOURCES.stream().anyMatch(text -> isOf(template, text) && isMatched(pattern, text)));
  }

  @Provide
  Arbitrary<String> fieldTemplates() {
    Arbitrary<String> field = Arbitraries.of("a", "", "${Any}", "*", "ab");
    return field.list().ofSize(2).map(fields -> "arn:aws:s3:" + String.join(":", fields) + ":a");
  }

  @Provide
  Arbitrary<String> fieldPatterns() {
    Arbitrary<String> field = Arbitraries.of("a", "", "?", "*", "a?", "b");
    return Combinators.combine(field, field, Arbitraries.of(":a", ":*", ":?", "", "*"))
        .as((region, account, rest) -> "arn:aws:s3:" + region + ":" + account + rest);
  }

  @Property(seed = "2")
  void wildcards_stay_in_their_fields_but_for_the_last(
      @ForAll("fieldTemplates") String template, @ForAll("fieldPatterns") String pattern) {
    boolean found = false;
    for (String region : texts("ab", 2)) {
      for (String account : texts("ab", 2)) {
        List<String> fields = List.of("arn", "aws", "s3", region, account, "a");
        found |=
            allMatch(template, fields, ArnTemplateProperties::isOf)
                && allMatch(pattern, fields, ArnTemplateProperties::isMatched);
      }
    }
    assertThat(new ArnTemplate(template).fits(pattern)).isEqualTo(found);
  }

  /* The last field of the shape takes all fields that are left. */
  private static boolean allMatch(
      String shape, List<String> fields, BiPredicate<String, String> matches) {
    List<String> shapes = Splitter.on(':').splitToList(shape);
    int last = shapes.size() - 1;
    return IntStream.range(0, last).allMatch(i -> matches.test(shapes.get(i), fields.get(i)))
        && matches.test(shapes.get(last), String.join(":", fields.subList(last, fields.size())));
  }

  @Property(seed = "3")
  void an_arn_of_a_type_fits_it_whichever_of_its_characters_are_wildcards(@ForAll long seed) {
    Random random = new Random(seed);
    ArnTemplate template = TEMPLATES.get(random.nextInt(TEMPLATES.size()));
    String arn = example(template.text(), random);
    String pattern = withWildcards(arn, random);

    assertThat(template.fits(arn)).as("%s %s", template, arn).isTrue();
    assertThat(template.fits(pattern)).as("%s %s", template, pattern).isTrue();
  }

  private static String example(String template, Random random) {
    StringBuilder arn = new StringBuilder(template);
    for (int open = arn.indexOf("{"); open >= 0; open = arn.indexOf("{")) {
      int start = open > 0 && arn.charAt(open - 1) == '$' ? open - 1 : open;
      arn.replace(start, arn.indexOf("}", open) + 1, "x".repeat(1 + random.nextInt(3)));
    }
    for (int star = arn.indexOf("*"); star >= 0; star = arn.indexOf("*")) {
      arn.replace(star, star + 1, "y".repeat(random.nextInt(3)));
    }
    return arn.toString();
  }

  /* The first five colons stay: no wildcard matches them. */
  private static String withWildcards(String arn, Random random) {
    StringBuilder pattern = new StringBuilder(arn);
    for (int wildcards = random.nextInt(5); wildcards > 0; wildcards--) {
      int from = random.nextInt(pattern.length());
      int to = Math.min(pattern.length(), from + random.nextInt(6));
      String replaced = pattern.substring(from, to);
      if (from > 3 && replaced.indexOf(':') < 0) {
        boolean one = to == from + 1 && replaced.indexOf('*') < 0 && random.nextBoolean();
        pattern.replace(from, to, one ? "?" : "*");
      }
    }
    return pattern.toString();
  }

  /* Whether a text is an example of a template, by trying all that its first part may stand for. */
  private static boolean isOf(String template, String text) {
    if (template.isEmpty()) {
      return text.isEmpty();
    }
    boolean named = template.startsWith("$") || template.startsWith("{");
    if (!named && !template.startsWith("*")) {
      return !text.isEmpty()
          && template.charAt(0) == text.charAt(0)
          && isOf(template.substring(1), text.substring(1));
    }
    String rest = template.substring(named ? template.indexOf('}') + 1 : 1);
    for (int end = named && !template.startsWith("${Any}") ? 1 : 0; end <= text.length(); end++) {
      String value = text.substring(0, end);
      boolean allowed =
          !template.startsWith("${BucketName}")
              || (value.indexOf('/') < 0 && value.indexOf(':') < 0);
      if (allowed && isOf(rest, text.substring(end))) {
        return true;
      }
    }
    return false;
  }

  /* The same for a pattern. */
  private static boolean isMatched(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    boolean variable = pattern.startsWith("$");
    if (!variable && !pattern.startsWith("*")) {
      return !text.isEmpty()
          && (pattern.startsWith("?") || pattern.charAt(0) == text.charAt(0))
          && isMatched(pattern.substring(1), text.substring(1));
    }
    String rest = pattern.substring(variable ? pattern.indexOf('}') + 1 : 1);
    return IntStream.rangeClosed(0, text.length())
        .anyMatch(end -> isMatched(rest, text.substring(end)));
  }
}
