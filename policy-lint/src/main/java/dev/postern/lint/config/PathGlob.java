package dev.postern.lint.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.model.Glob;

/**
 * A pattern for paths, as in a {@code .gitignore}: {@code *} and {@code ?} stay within a name, and
 * {@code **} stands for any folders. A pattern without a slash is a name in any folder; one that
 * ends with a slash is all that lies below.
 */
public final class PathGlob {
  private static final Splitter SLASH = Splitter.on('/');
  private static final String ANY_FOLDERS = "**";

  private final String text;
  private final ImmutableList<String> names;
  private final ImmutableList<Glob> globs;

  private PathGlob(String text, ImmutableList<String> names) {
    this.text = text;
    this.names = names;
    this.globs = names.stream().map(Glob::of).collect(toImmutableList());
  }

  /** The pattern of a text; backslashes are taken for slashes. */
  public static PathGlob of(String text) {
    String path = text.replace('\\', '/');
    String whole = path.endsWith("/") ? path + ANY_FOLDERS : path;
    String anchored =
        whole.startsWith("/")
            ? whole.substring(1)
            : whole.startsWith("./")
                ? whole.substring(2)
                : whole.contains("/") ? whole : ANY_FOLDERS + "/" + whole;
    return new PathGlob(
        text,
        SLASH.splitToStream(anchored).filter(name -> !name.isEmpty()).collect(toImmutableList()));
  }

  /** Whether a path, with slashes or backslashes, fits. */
  public boolean matches(String path) {
    ImmutableList<String> parts =
        SLASH
            .splitToStream(path.replace('\\', '/'))
            .filter(name -> !name.isEmpty() && !name.equals("."))
            .collect(toImmutableList());
    /* Row by row as in a table of path against pattern, so that its cost is their product. */
    boolean[] fits = new boolean[parts.size() + 1];
    fits[0] = true;
    for (int i = 0; i < names.size(); i++) {
      boolean[] next = new boolean[parts.size() + 1];
      if (names.get(i).equals(ANY_FOLDERS)) {
        boolean any = false;
        for (int at = 0; at <= parts.size(); at++) {
          any |= fits[at];
          next[at] = any;
        }
      } else {
        for (int at = 0; at < parts.size(); at++) {
          next[at + 1] = fits[at] && globs.get(i).matches(parts.get(at));
        }
      }
      fits = next;
    }
    return fits[parts.size()];
  }

  /** Whether it stands for one path only. */
  public boolean isExact() {
    return globs.stream().allMatch(Glob::isLiteral);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
