package dev.postern.benchmarks;

import dev.postern.catalog.Catalog;
import dev.postern.catalog.Service;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What the first questions to the catalog cost in a fresh process. Prints a line for each figure:
 * its name and nanoseconds, or bytes.
 */
public final class ColdCatalog {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ColdCatalog() {}

  /**
   * Runs it.
   *
   * @param arguments what is asked: {@code s3} or {@code ec2}, a service after the index; {@code
   *     next}, the latter after the former; {@code all}, every service; {@code heap}, memory after
   *     each
   */
  public static void main(String[] arguments) {
    switch (arguments[0]) {
      case "all" -> all();
      case "next" -> next();
      case "heap" -> heap();
      default -> service(arguments[0]);
    }
  }

  private static void service(String prefix) {
    long start = System.nanoTime();
    Catalog catalog = Catalog.bundled();
    long opened = System.nanoTime();
    int actions = catalog.service(prefix).orElseThrow().actions().size();
    long read = System.nanoTime();
    require(actions > 0);
    print("open", opened - start);
    print(prefix, read - opened);
    print("open-and-" + prefix, read - start);
  }

  private static void next() {
    Catalog catalog = Catalog.bundled();
    int actions = catalog.service("s3").orElseThrow().actions().size();
    long opened = System.nanoTime();
    actions += catalog.service("ec2").orElseThrow().actions().size();
    long read = System.nanoTime();
    require(actions > 0);
    print("next", read - opened);
  }

  private static void all() {
    Catalog catalog = Catalog.bundled();
    long opened = System.nanoTime();
    int actions = catalog.services().stream().mapToInt(service -> service.actions().size()).sum();
    long read = System.nanoTime();
    require(actions == catalog.info().actions());
    print("all", read - opened);
  }

  private static void heap() {
    long before = used();
    Catalog catalog = Catalog.bundled();
    long opened = used();
    int actions = catalog.services().stream().map(Service::actions).mapToInt(a -> a.size()).sum();
    long read = used();
    require(actions == catalog.info().actions());
    print("heap-open", opened - before);
    print("heap-all", read - before);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void require(boolean held) {
    if (!held) {
      throw new IllegalStateException("an empty catalog");
    }
  }

  private static void print(String name, long figure) {
    OUT.println(name + " " + figure);
  }
}
