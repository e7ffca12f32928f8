package dev.postern.cli.html;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** A part of a rule's page. Pages use no more of Markdown than this. */
sealed interface Block {

  /** A heading within the page. */
  record Heading(String text) implements Block {}

  /** Sentences. */
  record Paragraph(ImmutableList<Inline> content) implements Block {}

  /** Points without an order. */
  record Points(ImmutableList<ImmutableList<Inline>> points) implements Block {}

  /**
   * A policy.
   *
   * @param info what the page says of it: {@code bad at=/Statement/0/Sid type=trust}
   * @param text the policy
   */
  record Example(String info, String text) implements Block {
    /** The class that the style sheet knows it by. */
    String kind() {
      return info.startsWith("good") ? "good" : info.startsWith("bad") ? "bad" : "plain";
    }

    /** What the rule makes of it. */
    String caption() {
      StringBuilder caption = new StringBuilder();
      for (String word : Splitter.on(' ').omitEmptyStrings().split(info)) {
        caption.append(
            word.equals("bad")
                ? "Found"
                : word.equals("good")
                    ? "Nothing to find"
                    : word.startsWith("at=")
                        ? " at " + word.substring(3)
                        : word.startsWith("type=") ? ", as " + word.substring(5) : " " + word);
      }
      return caption.toString();
    }
  }

  /** The blocks of a page, without its title. */
  static ImmutableList<Block> read(String markdown) {
    ImmutableList.Builder<Block> blocks = ImmutableList.builder();
    List<String> lines = markdown.lines().toList();
    int i = 0;
    while (i < lines.size()) {
      String line = lines.get(i);
      List<String> taken = new ArrayList<>();
      if (line.startsWith("```")) {
        for (i++; i < lines.size() && !lines.get(i).startsWith("```"); i++) {
          taken.add(lines.get(i));
        }
        i++;
        blocks.add(new Example(info(line.substring(3)), Joiner.on('\n').join(taken)));
      } else if (line.startsWith("#")) {
        if (line.startsWith("##")) {
          blocks.add(new Heading(line.replaceFirst("^#+ *", "")));
        }
        i++;
      } else if (line.isBlank()) {
        i++;
      } else {
        for (; i < lines.size() && isText(lines.get(i)); i++) {
          taken.add(lines.get(i));
        }
        blocks.add(text(taken));
      }
    }
    return blocks.build();
  }

  /* The first word is the language. */
  private static String info(String fence) {
    int space = fence.indexOf(' ');
    return space < 0 ? "" : fence.substring(space + 1).strip();
  }

  private static boolean isText(String line) {
    return !line.isBlank() && !line.startsWith("```") && !line.startsWith("#");
  }

  private static Block text(List<String> lines) {
    if (!lines.get(0).startsWith("- ")) {
      return new Paragraph(Inline.split(Joiner.on('\n').join(lines)));
    }
    List<StringBuilder> points = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("- ")) {
        points.add(new StringBuilder(line.substring(2)));
      } else {
        points.get(points.size() - 1).append('\n').append(line.strip());
      }
    }
    return new Points(
        points.stream()
            .map(point -> Inline.split(point.toString()))
            .collect(ImmutableList.toImmutableList()));
  }
}
