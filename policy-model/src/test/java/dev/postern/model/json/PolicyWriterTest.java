package dev.postern.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.NormalForm;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyWriterTest {
  private static String fixture(String name) throws IOException, URISyntaxException {
    return Files.readString(
            Path.of(PolicyWriterTest.class.getResource("formats/" + name + ".json").toURI()), UTF_8)
        .stripTrailing();
  }

  private static PolicyDocument input() throws IOException, URISyntaxException {
    return read(fixture("input"));
  }

  private static PolicyDocument read(String text) {
    return PolicyReader.strict().read(text, PolicyType.IDENTITY);
  }

  @Test
  void faithful_text_keeps_order_lists_and_literals() throws Exception {
    assertThat(PolicyWriter.faithful().write(input())).isEqualTo(fixture("faithful"));
  }

  @Test
  void canonical_text_has_the_order_of_the_grammar_and_single_values_without_a_list()
      throws Exception {
    assertThat(PolicyWriter.canonical().write(input())).isEqualTo(fixture("canonical"));
  }

  @Test
  void canonical_text_of_the_normal_form_is_sorted_and_without_duplicates() throws Exception {
    assertThat(PolicyWriter.canonical().write(NormalForm.of(input()))).isEqualTo(fixture("normal"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Statement\":{\"Resource\":[\"*\"],\"Action\":\"s3:*\",\"Effect\":\"Allow\"}}",
        "{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[],\"Resource\":\"*\"}],\"Id\":\"\"}",
        "{\"Statement\":[],\"Version\":\"2008-10-17\"}",
      })
  void faithful_text_on_one_line_is_the_text_without_its_white_space(String text) {
    assertThat(PolicyWriter.faithful().onOneLine().write(read(text))).isEqualTo(text);
  }

  @Test
  void canonical_text_keeps_a_single_statement_in_a_list() {
    PolicyDocument document =
        read("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": [\"*\"]}}");
    assertThat(PolicyWriter.canonical().onOneLine().write(document))
        .isEqualTo("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
  }

  @Test
  void half_of_a_surrogate_pair_is_written_as_an_escape() {
    PolicyDocument document = read("{\"Id\": \"a\\uD83Db\\uDE00\", \"Statement\": []}");
    assertThat(PolicyWriter.faithful().onOneLine().write(document))
        .isEqualTo("{\"Id\":\"a\\uD83Db\\uDE00\",\"Statement\":[]}");
  }
}
