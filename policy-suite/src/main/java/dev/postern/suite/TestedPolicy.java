package dev.postern.suite;

import dev.postern.eval.CompiledPolicy;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.SourceText;

/**
 * A policy that tests attach, however often. Attachments are the same policy if they were read from
 * texts of one name, as one type, and say the same: a file that many tests name, and the copies of
 * a policy that stand in many scenarios of one file.
 *
 * @param file the name of the text it was read from
 * @param document what it says; of copies the one that came first
 */
public record TestedPolicy(String file, PolicyDocument document) {

  /** What is attached, without its names in one test. */
  public static TestedPolicy of(CompiledPolicy policy) {
    return new TestedPolicy(policy.document().source().name(), policy.document());
  }

  /** What it is attached to. */
  public PolicyType type() {
    return document.type();
  }

  /** The text it stands in. */
  public SourceText source() {
    return document.source();
  }

  /** Where it stands in the text: the empty string if it is all of it. */
  public String pointer() {
    JsonPointer statements = document.statements().span().pointer();
    String text = statements.toString();
    return text.isEmpty() ? "" : text.substring(0, text.lastIndexOf('/'));
  }

  /** For people: the file, and where it stands if the file holds more. */
  public String title() {
    return pointer().isEmpty() ? file : file + " " + pointer();
  }
}
