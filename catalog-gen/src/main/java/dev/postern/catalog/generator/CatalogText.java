package dev.postern.catalog.generator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes {@code catalog.txt}: the length of the index, the index, and a block for each service.
 *
 * <pre>
 * file    = length LF index blocks
 * length  = eight digits: how many bytes index is
 * index   = header LF, then for each service: entry LF
 * header  = iamcat 1 SOURCE@VERSION DATE SERVICES ACTIONS TYPES KEYS
 * entry   = PREFIX OFFSET BYTES ACTIONS
 * </pre>
 *
 * The offset of a service's block counts from the end of the index; bytes is the block's length.
 * These numbers are decimal. Lines end in LF, text is UTF-8. How a block looks says {@link
 * ServiceText}.
 */
final class CatalogText {
  /** Its file. */
  static final String FILE = "catalog.txt";

  /** How its header starts: magic and number of the format. */
  static final String HEADER = "iamcat 1 ";

  private CatalogText() {}

  static String of(CatalogFacts catalog) {
    CatalogFacts.Counts counts = catalog.counts();
    StringBuilder index = new StringBuilder(HEADER);
    index.append(catalog.source()).append(' ').append(catalog.date());
    index.append(' ').append(counts.services()).append(' ').append(counts.actions());
    index.append(' ').append(counts.types()).append(' ').append(counts.keys()).append('\n');
    StringBuilder blocks = new StringBuilder();
    int offset = 0;
    for (ServiceFacts service : catalog.services()) {
      String block = ServiceText.of(service);
      int bytes = bytes(block);
      index.append(service.prefix()).append(' ').append(offset).append(' ').append(bytes);
      index.append(' ').append(service.actions().size()).append('\n');
      blocks.append(block);
      offset += bytes;
    }
    return String.format(Locale.ROOT, "%08d\n", bytes(index.toString())) + index + blocks;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
