package dev.postern.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What surrounds a run: its streams, the folder that paths are relative to, and the time.
 *
 * @param in what {@code -} reads
 * @param out the result
 * @param err the talk
 * @param folder where relative paths begin
 * @param coloured whether a person reads the result on a terminal that shows colours
 * @param watched whether a person reads the talk on a terminal
 * @param clock what day it is
 */
record Console(
    InputStream in,
    Output out,
    Output err,
    Path folder,
    boolean coloured,
    boolean watched,
    Clock clock) {
  /** What a person would call a file: its path from the folder, where that is shorter. */
  String nameOf(Path file) {
    Path here = folder.toAbsolutePath().normalize();
    Path there = file.toAbsolutePath().normalize();
    return (there.startsWith(here) ? here.relativize(there) : there).toString();
  }

  /** Shows the person something of several lines, each ended by a line feed. */
  void show(String lines) {
    out.flush();
    err.print(Visible.lines(lines));
    err.flush();
  }

  /** Says something to the person. */
  void tell(String message) {
    out.flush();
    err.line("postern: " + Visible.line(message));
    err.flush();
  }
}
