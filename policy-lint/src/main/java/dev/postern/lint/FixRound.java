package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Fix;
import dev.postern.lint.rule.Fix.Edit;
import dev.postern.model.source.JsonPointer.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One round of fixes: those that change no decision. Of two that meet at one place the first is
 * made; the other may be made in the text that comes of it.
 *
 * @param text what comes of it
 * @param fixed the findings that were mended
 */
record FixRound(String text, ImmutableList<Finding> fixed) {

  static FixRound of(LintResult result) {
    List<Edit> edits = new ArrayList<>();
    ImmutableList.Builder<Finding> fixed = ImmutableList.builder();
    for (Finding finding : result.findings()) {
      Optional<Fix> fix = finding.fix().filter(each -> each.kind() == Fix.Kind.AUTO);
      if (fix.isPresent() && fix.get().edits().stream().noneMatch(edit -> meets(edit, edits))) {
        edits.addAll(fix.get().edits());
        fixed.add(finding);
      }
    }
    edits.sort(Comparator.comparingInt(edit -> edit.span().startOffset()));
    return new FixRound(apply(result.source().text(), edits), fixed.build());
  }

  private static boolean meets(Edit edit, List<Edit> others) {
    return others.stream()
        .anyMatch(
            other ->
                (edit.span().startOffset() <= other.span().endOffset()
                        && other.span().startOffset() <= edit.span().endOffset())
                    || givesOneName(edit, other));
  }

  /* Two operators of one condition that become the same would stand there twice. */
  private static boolean givesOneName(Edit edit, Edit other) {
    return !edit.newText().isEmpty()
        && edit.newText().equals(other.newText())
        && parent(edit).equals(parent(other));
  }

  private static ImmutableList<Step> parent(Edit edit) {
    ImmutableList<Step> steps = edit.span().pointer().steps();
    return steps.isEmpty() ? steps : steps.subList(0, steps.size() - 1);
  }

  private static String apply(String text, List<Edit> edits) {
    StringBuilder changed = new StringBuilder(text.length());
    int from = 0;
    for (Edit edit : edits) {
      changed.append(text, from, edit.span().startOffset()).append(edit.newText());
      from = edit.span().endOffset();
    }
    return changed.append(text, from, text.length()).toString();
  }
}
