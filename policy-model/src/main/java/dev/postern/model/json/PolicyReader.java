package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Label;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a policy of any type into a {@link PolicyDocument}, with everything that is wrong with it
 * at once. The strict mode reads what AWS stores today. The lenient mode also reads what AWS may
 * have stored once: a resource policy's statement without a principal, an unknown operator, an ARN
 * that lacks fields, {@code NotPrincipal} with {@code Allow}; none of these ever widens access.
 * Immutable and thread-safe. AWS: "Grammar of the IAM JSON policy language".
 */
public final class PolicyReader {
  private final boolean lenient;
  private final ReadLimits limits;

  private PolicyReader(boolean lenient, ReadLimits limits) {
    this.lenient = lenient;
    this.limits = limits;
  }

  /** Reads what AWS stores. */
  public static PolicyReader strict() {
    return new PolicyReader(false, ReadLimits.POLICY);
  }

  /** Reads also what AWS may have stored once. */
  public static PolicyReader lenient() {
    return new PolicyReader(true, ReadLimits.POLICY);
  }

  /** The same reader with other limits. */
  public PolicyReader within(ReadLimits others) {
    return new PolicyReader(lenient, others);
  }

  /**
   * Reads a policy.
   *
   * @throws PolicyRefusedException if AWS would not store it; holds every problem
   */
  public PolicyDocument read(SourceText source, PolicyType type) {
    return examine(source, type).orThrow();
  }

  /**
   * Reads a policy from a text without a name.
   *
   * @throws PolicyRefusedException if AWS would not store it; holds every problem
   */
  public PolicyDocument read(String text, PolicyType type) {
    return read(SourceText.of("<policy>", text), type);
  }

  /**
   * Reads a policy from a file in UTF-8.
   *
   * @throws IOException if the file cannot be read
   * @throws PolicyRefusedException if AWS would not store it; holds every problem
   */
  public PolicyDocument read(Path file, PolicyType type) throws IOException {
    return examine(file, type).orThrow();
  }

  /** Reads a policy and reports on it; never throws for what the text holds. */
  public PolicyReading examine(SourceText source, PolicyType type) {
    return examine(source, JsonReader.within(limits).read(source), type);
  }

  /**
   * Reads a policy from a file in UTF-8 and reports on it.
   *
   * @throws IOException if the file cannot be read
   */
  public PolicyReading examine(Path file, PolicyType type) throws IOException {
    SourceFile opened = SourceFile.open(file, limits);
    return opened.problem().isEmpty()
        ? examine(opened.source(), type)
        : new PolicyReading(nothing(opened.source(), type), true, opened.problem(), null);
  }

  /** Reads a policy that stands inside a larger JSON text and reports on it. */
  public PolicyReading examine(JsonValue value, PolicyType type) {
    return examine(
        value.span().source(), new JsonReading(ImmutableList.of(value), ImmutableList.of()), type);
  }

  /** Reads a policy whose text was read as JSON already, and reports on both readings. */
  public PolicyReading examine(SourceText source, JsonReading reading, PolicyType type) {
    Problems problems = new Problems(lenient);
    problems.addAll(reading.problems());
    PolicyDocument document =
        reading
            .value()
            .map(value -> new DocumentParser(type, problems).parse(value))
            .orElseGet(() -> nothing(source, type));
    return new PolicyReading(
        document, problems.refuse(), problems.inOrder(), reading.value().orElse(null));
  }

  private static PolicyDocument nothing(SourceText source, PolicyType type) {
    SourceSpan start = new SourceSpan(source, JsonPointer.ROOT, 0, 0);
    return new PolicyDocument(
        type,
        new Located<>(PolicyVersion.UNSTATED, start),
        new Located<>(Label.NONE, start),
        new Located<>(ImmutableList.of(), start));
  }
}
