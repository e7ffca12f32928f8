package dev.postern.catalog;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * The file of a catalog: an index of the services, and a block of lines for each. Only the index is
 * read ahead; {@code docs/catalog.md} describes the format.
 */
final class CatalogFile {
  /* Eight digits and a line feed: how long the index is. */
  private static final int PREAMBLE = 9;
  private static final Splitter WORDS = Splitter.on(' ');
  private static final Splitter LINES = Splitter.on('\n');

  private final String name;
  private final byte[] bytes;
  private final CatalogInfo info;
  private final ImmutableSortedMap<String, Block> blocks;

  /** Where the lines of a service stand in the file. */
  private record Block(int offset, int length, int actions) {}

  private CatalogFile(
      String name, byte[] bytes, CatalogInfo info, ImmutableSortedMap<String, Block> blocks) {
    this.name = name;
    this.bytes = bytes;
    this.info = info;
    this.blocks = blocks;
  }

  /**
   * Reads the index.
   *
   * @param name for messages
   * @param bytes the whole file; taken over, so not to be changed
   * @throws CatalogException if the index is damaged
   */
  static CatalogFile of(String name, byte[] bytes) {
    int end = PREAMBLE + indexLength(name, bytes);
    if (end > bytes.length) {
      throw new CatalogException(name + ": the file ends within its index");
    }
    List<String> lines =
        LINES.splitToList(
            new String(bytes, PREAMBLE, end - PREAMBLE, StandardCharsets.UTF_8).stripTrailing());
    CatalogInfo info = info(name, lines.get(0));
    ImmutableSortedMap.Builder<String, Block> blocks = ImmutableSortedMap.naturalOrder();
    int next = end;
    int actions = 0;
    for (int i = 1; i < lines.size(); i++) {
      String where = name + ":" + (i + 2);
      List<String> words = words(where, lines.get(i), 4, "a prefix and three numbers");
      Block block =
          new Block(
              end + number(where, words.get(1)),
              number(where, words.get(2)),
              number(where, words.get(3)));
      if (block.offset != next) {
        throw new CatalogException(
            where + ": `" + words.get(0) + "` does not begin where the last one ends");
      }
      next += block.length;
      actions += block.actions;
      blocks.put(words.get(0), block);
    }
    CatalogFile file = new CatalogFile(name, bytes, info, blocks.buildOrThrow());
    check(name, "services", info.services(), file.blocks.size());
    check(name, "actions", info.actions(), actions);
    check(name, "bytes", next, bytes.length);
    return file;
  }

  private static int indexLength(String name, byte[] bytes) {
    if (bytes.length < PREAMBLE || bytes[PREAMBLE - 1] != '\n') {
      throw new CatalogException(name + ": not a catalog; expected eight digits in the first line");
    }
    return number(name + ":1", new String(bytes, 0, PREAMBLE - 1, StandardCharsets.UTF_8));
  }

  private static CatalogInfo info(String name, String line) {
    String where = name + ":2";
    List<String> words = words(where, line, 8, "`iamcat`, a format, a source, a date, four counts");
    if (!words.get(0).equals("iamcat") || !words.get(1).equals("1")) {
      throw new CatalogException(
          where
              + ": `"
              + words.get(0)
              + " "
              + words.get(1)
              + "` is not a format that this version reads; expected `iamcat 1`");
    }
    return new CatalogInfo(
        number(where, words.get(1)),
        words.get(2),
        date(where, words.get(3)),
        number(where, words.get(4)),
        number(where, words.get(5)),
        number(where, words.get(6)),
        number(where, words.get(7)));
  }

  private static List<String> words(String where, String line, int count, String expected) {
    List<String> words = WORDS.splitToList(line);
    if (words.size() != count) {
      throw new CatalogException(where + ": " + words.size() + " words; expected " + expected);
    }
    return words;
  }

  private static int number(String where, String word) {
    try {
      return Integer.parseUnsignedInt(word);
    } catch (NumberFormatException e) {
      throw new CatalogException(where + ": `" + word + "` is not a number", e);
    }
  }

  private static LocalDate date(String where, String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeException e) {
      throw new CatalogException(where + ": `" + word + "` is not a date", e);
    }
  }

  private static void check(String name, String what, int told, int found) {
    if (told != found) {
      throw new CatalogException(name + ": " + found + " " + what + "; expected " + told);
    }
  }

  /** For messages. */
  String name() {
    return name;
  }

  CatalogInfo info() {
    return info;
  }

  /** The prefixes of the services, in order. */
  ImmutableList<String> prefixes() {
    return blocks.keySet().asList();
  }

  /** How many actions the index gives a service. */
  int actions(String prefix) {
    return block(prefix).actions;
  }

  /** The lines of a service, the last one ended, too. */
  String lines(String prefix) {
    Block block = block(prefix);
    return new String(bytes, block.offset, block.length, StandardCharsets.UTF_8);
  }

  /** The first line of a service, without its end. */
  String firstLine(String prefix) {
    Block block = block(prefix);
    int end = block.offset;
    while (end < block.offset + block.length && bytes[end] != '\n') {
      end++;
    }
    return new String(bytes, block.offset, end - block.offset, StandardCharsets.UTF_8);
  }

  private Block block(String prefix) {
    Block block = blocks.get(prefix);
    if (block == null) {
      throw new IllegalArgumentException(prefix);
    }
    return block;
  }
}
