package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.RequestedResource;
import dev.postern.model.Arn;
import dev.postern.model.source.Located;
import java.util.Collection;
import java.util.Comparator;

/**
 * What a request acts on.
 *
 * @param thing the declared resource that it is or belongs to, if there is one
 */
record Target(RequestedResource resource, ImmutableList<Thing> thing) {
  /** A declared resource, or what is below it. */
  static Target below(Thing thing, String path) {
    Arn arn = Arn.of(thing.arn() + path);
    return new Target(new RequestedResource.Named(arn), ImmutableList.of(thing));
  }

  /** An ARN, or {@code *}; of several resources that hold it, the nearest counts. */
  static Target of(Located<String> text, Collection<Thing> things) throws MistakeException {
    try {
      return new Target(
          RequestedResource.of(text.value()),
          things.stream()
              .filter(thing -> thing.holds(text.value()))
              .max(Comparator.comparingInt(thing -> thing.arn().toString().length()))
              .map(ImmutableList::of)
              .orElse(ImmutableList.of()));
    } catch (IllegalArgumentException e) {
      throw MistakeException.at(text, e);
    }
  }

  /** The account that owns it, as far as it is said; empty otherwise. */
  String owner() {
    String declared = thing.isEmpty() ? "" : thing.get(0).owner();
    return !declared.isEmpty()
        ? declared
        : resource instanceof RequestedResource.Named named ? named.arn().account() : "";
  }
}
