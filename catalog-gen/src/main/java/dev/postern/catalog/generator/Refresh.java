package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** Makes the data files anew from unpacked packages, and says what changes. */
public final class Refresh {
  private static final String USAGE =
      "usage: refresh [--packages FOLDER] [--allow-shrink] [--allow-change]";
  // Of the catalog as it lies in a jar, in bytes.
  private static final int SIZE_LIMIT = 1 << 20;
  private static final int SIZE_WARNING = 1 << 19;

  private Refresh() {}

  /** Takes the repository's folder and that of the packages before what the script takes. */
  public static void main(String[] args) throws IOException {
    System.exit(run(Arrays.asList(args), System.out, System.err));
  }

  /** The exit code: 0 if the files are written, 1 if something speaks against it, 2 for usage. */
  static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
    List<String> flags = args.subList(Math.min(2, args.size()), args.size());
    ImmutableSet<Waiver> waivers =
        Arrays.stream(Waiver.values())
            .filter(waiver -> flags.contains(waiver.flag()))
            .collect(ImmutableSet.toImmutableSet());
    if (args.size() < 2 || waivers.size() != flags.size()) {
      err.println(USAGE);
      return 2;
    }
    try {
      return write(Path.of(args.get(0)), Path.of(args.get(1)), waivers, out, err);
    } catch (RefusedException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static int write(
      Path root, Path packages, ImmutableSet<Waiver> waivers, PrintStream out, PrintStream err)
      throws IOException {
    DataFiles files = new DataFiles(root);
    Generation generation = Generation.of(files, packages, waivers);
    out.print(generation.changes());
    ImmutableList<String> objections = generation.objections();
    if (!objections.isEmpty()) {
      objections.forEach(err::println);
      return 1;
    }
    int size = deflated(generation.catalog());
    out.println("\ncatalog.txt has " + size + " bytes deflated");
    if (size > SIZE_LIMIT) {
      err.println("catalog.txt has more than " + SIZE_LIMIT + " bytes deflated");
      return 1;
    }
    if (size > SIZE_WARNING) {
      err.println("warning: catalog.txt has more than " + SIZE_WARNING + " bytes deflated");
    }
    for (Map.Entry<Path, String> text : generation.texts(files).entrySet()) {
      Files.writeString(text.getKey(), text.getValue());
    }
    return 0;
  }

  private static int deflated(String text) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    byte[] buffer = new byte[1 << 16];
    int size = 0;
    while (!deflater.finished()) {
      size += deflater.deflate(buffer);
    }
    deflater.end();
    return size;
  }
}
