package dev.postern.model.source;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * A path into a JSON document, RFC 6901. A chain of steps that shares its tail with its siblings,
 * so that giving one to every node of a document costs one small object each.
 */
public final class JsonPointer {
  /** The whole document. */
  public static final JsonPointer ROOT = new JsonPointer(null, "", -1);

  /** No pointer: that of a place in a text that is no JSON. */
  public static final JsonPointer NONE = new JsonPointer(null, "", -2);

  private final @Nullable JsonPointer parent;
  private final String name;
  private final int index;

  private JsonPointer(@Nullable JsonPointer parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** The member {@code name} of the object here. */
  public JsonPointer member(String name) {
    return new JsonPointer(this, name, -1);
  }

  /** The element {@code index}, counted from 0, of the array here. */
  public JsonPointer element(int index) {
    return new JsonPointer(this, "", index);
  }

  /** One step of a path: a member's name or an element's index. */
  public sealed interface Step {
    /** Into an object, by the name of a member. */
    record Member(String name) implements Step {}

    /** Into an array, by an index counted from 0. */
    record Element(int index) implements Step {}
  }

  /** The steps from the document's root. */
  public ImmutableList<Step> steps() {
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    for (JsonPointer step : chain()) {
      steps.add(step.index >= 0 ? new Step.Element(step.index) : new Step.Member(step.name));
    }
    return steps.build();
  }

  private ImmutableList<JsonPointer> chain() {
    ImmutableList.Builder<JsonPointer> chain = ImmutableList.builder();
    JsonPointer here = this;
    while (here.parent != null) {
      chain.add(here);
      here = here.parent;
    }
    return chain.build().reverse();
  }

  /**
   * For people: the pointer, or {@code document} for the root, whose pointer is the empty string;
   * empty where there is none.
   */
  public String describe() {
    if (equals(NONE)) {
      return "";
    }
    return parent == null ? "document" : toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (JsonPointer step : chain()) {
      text.append('/');
      if (step.index >= 0) {
        text.append(step.index);
      } else {
        text.append(step.name.replace("~", "~0").replace("/", "~1"));
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object that) {
    if (this == that) {
      return true;
    }
    if (!(that instanceof JsonPointer other) || index != other.index || !name.equals(other.name)) {
      return false;
    }
    return parent == null ? other.parent == null : parent.equals(other.parent);
  }

  @Override
  public int hashCode() {
    return ((parent == null ? 0 : parent.hashCode()) * 31 + name.hashCode()) * 31 + index;
  }
}
