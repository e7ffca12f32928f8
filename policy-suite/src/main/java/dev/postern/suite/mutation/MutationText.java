package dev.postern.suite.mutation;

import dev.postern.model.source.CodeFrame;
import dev.postern.suite.Share;

/** The survivors for people. */
final class MutationText {
  private MutationText() {}

  static String of(MutationResult result) {
    StringBuilder text = new StringBuilder();
    for (Mutant mutant : result.survivors()) {
      String title = "survived[" + mutant.id() + "]: no test notices when " + mutant.change();
      text.append(CodeFrame.render(title, mutant.span(), mutant.advice())).append('\n');
    }
    Share share = result.share();
    text.append(share.part()).append(" of ").append(counted(share.whole(), "mutant"));
    text.append(" noticed, ").append(share.percent()).append(" %\n");
    if (!result.without().isEmpty()) {
      text.append(counted(result.without().size(), "test"));
      text.append(" could notice nothing: no expectation, or not as expected already\n");
    }
    return text.toString();
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
