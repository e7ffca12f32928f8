package dev.postern.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A catalog of two services as a file, of any date: their lines stand in {@code
 * catalog/blocks.txt}, and the index before them is made here.
 */
record SampleCatalog(String date, String blocks) {
  static SampleCatalog of(String date) throws IOException {
    return new SampleCatalog(
        date, Files.readString(Path.of("src/test/resources/catalog/blocks.txt")));
  }

  SampleCatalog replace(String old, String by) {
    return new SampleCatalog(date, blocks.replace(old, by));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, text());
  }

  private String text() {
    StringBuilder entries = new StringBuilder();
    int offset = 0;
    List<String> services = services();
    for (String service : services) {
      int length = service.getBytes(UTF_8).length;
      String prefix = service.substring(2, service.indexOf('\t', 2));
      entries.append(String.format("%s %d %d %d\n", prefix, offset, length, count(service, "A\t")));
      offset += length;
    }
    String index =
        String.format(
            Locale.ROOT,
            "iamcat 1 sample@1.0 %s %d %d %d %d\n%s",
            date,
            services.size(),
            count(blocks, "A\t"),
            count(blocks, "R\t"),
            count(blocks, "K\t"),
            entries);
    return String.format(Locale.ROOT, "%08d\n%s%s", index.length(), index, blocks);
  }

  private List<String> services() {
    List<String> services = new ArrayList<>();
    for (String line : blocks.lines().toList()) {
      if (line.startsWith("S\t")) {
        services.add("");
      }
      int last = services.size() - 1;
      services.set(last, services.get(last) + line + "\n");
    }
    return services;
  }

  private static long count(String text, String start) {
    return text.lines().filter(line -> line.startsWith(start)).count();
  }
}
