package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ArnGlob;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyString.Part;
import dev.postern.model.PolicyVersion;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.source.Located;
import java.util.stream.Stream;

/**
 * The resources that two patterns have in common. What a policy variable stands for is not known:
 * only a wildcard meets one.
 */
record Overlap(ResourcePattern one, ResourcePattern other) {

  /** Whether there are any; exact. */
  boolean exists() {
    if (one instanceof ResourcePattern.Malformed || other instanceof ResourcePattern.Malformed) {
      return false;
    }
    return !(one instanceof ArnPattern left && other instanceof ArnPattern right)
        || glob(left).meets(glob(right));
  }

  /** Whether a statement with this element speaks of all of them, as far as can be proven. */
  boolean isWithin(ResourceElement element) {
    Stream<ResourcePattern> patterns = element.patterns().stream().map(Located::value);
    return element instanceof ResourceElement.Absent
        || (element instanceof ResourceElement.Resource
            ? patterns.anyMatch(this::isWithin)
            : patterns.allMatch(this::isOutside));
  }

  /** Whether a pattern matches all of them, as far as can be proven. */
  boolean isWithin(ResourcePattern pattern) {
    if (!(pattern instanceof ArnPattern outer)) {
      return pattern instanceof ResourcePattern.Any;
    }
    ImmutableList<Glob> covering = fields(outer);
    ImmutableList<ImmutableList<Glob>> covered =
        Stream.of(one, other)
            .filter(ArnPattern.class::isInstance)
            .map(inner -> fields((ArnPattern) inner))
            .collect(ImmutableList.toImmutableList());
    for (int i = 0; i < covering.size(); i++) {
      Glob field = covering.get(i);
      int at = i;
      if (covered.stream().noneMatch(inner -> field.covers(inner.get(at)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isOutside(ResourcePattern pattern) {
    return !new Overlap(pattern, one).exists() || !new Overlap(pattern, other).exists();
  }

  private static ArnGlob glob(ArnPattern arn) {
    ImmutableList<Glob> fields = fields(arn);
    return new ArnGlob(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
  }

  private static ImmutableList<Glob> fields(ArnPattern arn) {
    return arn.fields().stream()
        .skip(1)
        .map(Overlap::glob)
        .collect(ImmutableList.toImmutableList());
  }

  private static Glob glob(String field) {
    if (field.indexOf('$') < 0 || PolicyString.fault(field).isPresent()) {
      return Glob.of(field);
    }
    Glob.Builder glob = Glob.builder();
    for (Part part : PolicyString.of(field, PolicyVersion.V2012_10_17).parts()) {
      if (part instanceof Part.AnyRun) {
        glob.anyRun();
      } else if (part instanceof Part.AnyOne) {
        glob.anyOne();
      } else if (part instanceof Part.Text text) {
        glob.literal(text.text());
      } else {
        glob.literal(part.toString());
      }
    }
    return glob.build();
  }
}
