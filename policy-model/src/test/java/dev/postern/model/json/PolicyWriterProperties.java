package dev.postern.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyWriterProperties {
  @Provide
  Arbitrary<PolicyDocument> documents() {
    return Policies.documents();
  }

  @Provide
  Arbitrary<PolicyWriter> writers() {
    return Arbitraries.of(
        PolicyWriter.faithful(),
        PolicyWriter.canonical(),
        PolicyWriter.faithful().onOneLine(),
        PolicyWriter.canonical().onOneLine());
  }

  private static PolicyDocument read(String text, PolicyType type) {
    return PolicyReader.strict().read(text, type);
  }

  @Property
  void reading_what_was_written_gives_the_document_back(
      @ForAll("documents") PolicyDocument document, @ForAll("writers") PolicyWriter writer) {
    assertThat(read(writer.write(document), document.type())).isEqualTo(document);
  }

  @Property
  void writing_what_was_read_gives_the_text_back(
      @ForAll("documents") PolicyDocument document, @ForAll("writers") PolicyWriter writer) {
    String text = writer.write(document);
    assertThat(writer.write(read(text, document.type()))).isEqualTo(text);
  }

  @Property
  void faithful_writing_changes_nothing_but_white_space(
      @ForAll("documents") PolicyDocument document) {
    String text = PolicyWriter.faithful().onOneLine().write(document);
    PolicyDocument indented =
        read(PolicyWriter.faithful().write(read(text, document.type())), document.type());
    assertThat(PolicyWriter.faithful().onOneLine().write(indented)).isEqualTo(text);
  }

  @Property
  void equal_documents_have_the_same_canonical_text(@ForAll("documents") PolicyDocument document) {
    PolicyDocument other = read(PolicyWriter.faithful().write(document), document.type());
    assertThat(PolicyWriter.canonical().write(other))
        .isEqualTo(PolicyWriter.canonical().write(document));
  }

  @Property
  void every_text_can_be_saved_as_utf_8(
      @ForAll("documents") PolicyDocument document, @ForAll("writers") PolicyWriter writer) {
    assertThat(UTF_8.newEncoder().canEncode(writer.write(document))).isTrue();
  }
}
