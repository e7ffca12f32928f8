package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding.Related;

/**
 * A place that belongs to a finding.
 *
 * @param position the line and column, after the file's name where it is another file
 * @param pointer where in the document
 * @param note what is there
 * @param lines its line, unless the finding's own frame shows it
 */
record Place(
    String position, String pointer, ImmutableList<Inline> note, ImmutableList<FrameLine> lines) {

  static Place of(Related related, String file, Frame shown) {
    boolean here = related.span().source().name().equals(file);
    String position = related.span().start().toString();
    return new Place(
        here ? position : related.span().source().name() + ":" + position,
        related.span().pointer().describe(),
        Inline.split(related.note()),
        here && shown.shows(related.span())
            ? ImmutableList.of()
            : Frame.at(related.span()).lines());
  }
}
