package dev.postern.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The file of a catalog: an index of the services, and a block of lines for each. Only the index is
 * read ahead; {@code docs/catalog.md} describes the format.
 */
final class CatalogFile {
  /*
   * The first question of a process pays for each class that it is the first to need, so the index
   * and the services are read with little more than arrays: Guava's splitters alone cost 10 ms.
   */

  /* Eight digits and a line feed: how long the index is. */
  private static final int PREAMBLE = 9;

  private final String name;
  private final byte[] bytes;
  private final CatalogInfo info;
  private final String[] prefixes;
  private final Block[] blocks;

  /** Where the lines of a service stand in the file. */
  private record Block(int offset, int length, int actions) {}

  private CatalogFile(
      String name, byte[] bytes, CatalogInfo info, String[] prefixes, Block[] blocks) {
    this.name = name;
    this.bytes = bytes;
    this.info = info;
    this.prefixes = prefixes;
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
    if (bytes.length < PREAMBLE || bytes[PREAMBLE - 1] != '\n') {
      throw new CatalogException(name + ": not a catalog; expected eight digits in the first line");
    }
    IndexReader index = new IndexReader(name, bytes);
    int end = PREAMBLE + index.number();
    if (end > bytes.length || end < PREAMBLE) {
      throw new CatalogException(name + ": the file ends within its index");
    }
    index.endLine();
    CatalogInfo info = index.info();
    String[] prefixes = new String[info.services()];
    Block[] blocks = new Block[info.services()];
    int count = 0;
    int next = end;
    int actions = 0;
    while (index.at < end) {
      String prefix = index.word();
      Block block = new Block(end + index.number(), index.number(), index.number());
      if (block.offset != next) {
        throw index.damaged("`" + prefix + "` does not begin where the last one ends");
      }
      if (block.length < 0 || block.length > bytes.length - next) {
        throw index.damaged("the file ends within `" + prefix + "`");
      }
      if (count == prefixes.length) {
        throw new CatalogException(name + ": more services than " + count);
      }
      if (count > 0 && prefixes[count - 1].compareTo(prefix) >= 0) {
        throw index.damaged("`" + prefix + "` does not stand in order");
      }
      index.endLine();
      prefixes[count] = prefix;
      blocks[count++] = block;
      next += block.length;
      actions += block.actions;
    }
    check(name, "services", info.services(), count);
    check(name, "actions", info.actions(), actions);
    check(name, "bytes", next, bytes.length);
    return new CatalogFile(name, bytes, info, prefixes, blocks);
  }

  private static void check(String name, String what, int told, int found) {
    if (told != found) {
      throw new CatalogException(name + ": " + found + " " + what + "; expected " + told);
    }
  }

  /** Reads words, parted by single spaces, line by line. */
  private static final class IndexReader {
    private final String name;
    private final byte[] bytes;
    private int at;
    private int line = 1;

    private IndexReader(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    private CatalogException damaged(String what) {
      return new CatalogException(name + ":" + line + ": " + what);
    }

    /** The next word of the line. */
    private String word() {
      int from = at;
      while (at < bytes.length && bytes[at] != ' ' && bytes[at] != '\n') {
        at++;
      }
      if (at == from) {
        throw damaged("the line ends too early");
      }
      String word = new String(bytes, from, at - from, UTF_8);
      if (at < bytes.length && bytes[at] == ' ') {
        at++;
      }
      return word;
    }

    private int number() {
      String word = word();
      try {
        return Integer.parseUnsignedInt(word);
      } catch (NumberFormatException e) {
        throw damaged("`" + word + "` is not a number");
      }
    }

    private void endLine() {
      if (at >= bytes.length || bytes[at] != '\n') {
        throw damaged("the line goes on too long");
      }
      at++;
      line++;
    }

    private CatalogInfo info() {
      String format = word() + " " + word();
      if (!format.equals("iamcat 1")) {
        throw damaged(
            "`" + format + "` is not a format that this version reads; expected `iamcat 1`");
      }
      CatalogInfo info = new CatalogInfo(1, word(), date(), number(), number(), number(), number());
      endLine();
      return info;
    }

    /* LocalDate's own parser needs a hundred classes. */
    private LocalDate date() {
      String word = word();
      try {
        if (word.length() == 10 && word.charAt(4) == '-' && word.charAt(7) == '-') {
          return LocalDate.of(
              Integer.parseUnsignedInt(word, 0, 4, 10),
              Integer.parseUnsignedInt(word, 5, 7, 10),
              Integer.parseUnsignedInt(word, 8, 10, 10));
        }
      } catch (NumberFormatException | DateTimeException e) {
        // Told below.
      }
      throw damaged("`" + word + "` is not a date");
    }
  }

  /** For messages. */
  String name() {
    return name;
  }

  CatalogInfo info() {
    return info;
  }

  /** How many services there are. */
  int size() {
    return prefixes.length;
  }

  /** The prefix of a service; they stand in order. */
  String prefix(int service) {
    return prefixes[service];
  }

  /** Which service has a prefix; negative if none. */
  int indexOf(String prefix) {
    return Arrays.binarySearch(prefixes, prefix);
  }

  /** How many actions the index gives a service. */
  int actions(int service) {
    return blocks[service].actions;
  }

  /** The lines of a service, the last one ended, too. */
  String lines(int service) {
    return new String(bytes, blocks[service].offset, blocks[service].length, UTF_8);
  }

  /** The first line of a service, without its end. */
  String firstLine(int service) {
    int from = blocks[service].offset;
    int end = from;
    while (end < from + blocks[service].length && bytes[end] != '\n') {
      end++;
    }
    return new String(bytes, from, end - from, UTF_8);
  }
}
