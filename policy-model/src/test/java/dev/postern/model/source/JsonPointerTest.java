package dev.postern.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPointerTest {
  private static final JsonPointer DEEP =
      JsonPointer.ROOT.member("Statement").element(0).member("a/b~c").member("");

  @Test
  void steps_are_separated_by_slashes_and_escaped() {
    assertThat(DEEP).hasToString("/Statement/0/a~1b~0c/");
  }

  @Test
  void the_root_is_the_empty_string_and_is_described_in_a_word() {
    assertThat(JsonPointer.ROOT).hasToString("");
    assertThat(JsonPointer.ROOT.describe()).isEqualTo("document");
    assertThat(DEEP.describe()).isEqualTo(DEEP.toString());
  }

  @Test
  void steps_tell_members_from_elements() {
    assertThat(DEEP.steps())
        .containsExactly(
            new JsonPointer.Step.Member("Statement"),
            new JsonPointer.Step.Element(0),
            new JsonPointer.Step.Member("a/b~c"),
            new JsonPointer.Step.Member(""));
  }

  @Test
  void pointers_are_equal_when_their_steps_are() {
    assertThat(JsonPointer.ROOT.member("a").element(1))
        .isEqualTo(JsonPointer.ROOT.member("a").element(1))
        .hasSameHashCodeAs(JsonPointer.ROOT.member("a").element(1))
        .isNotEqualTo(JsonPointer.ROOT.member("a").member("1"))
        .isNotEqualTo(JsonPointer.ROOT.member("b").element(1))
        .isNotEqualTo(JsonPointer.ROOT.element(1))
        .isNotEqualTo(JsonPointer.ROOT);
    assertThat(JsonPointer.ROOT).isNotEqualTo(JsonPointer.ROOT.member(""));
  }

  @Test
  void a_place_in_a_text_that_is_no_json_has_no_pointer() {
    SourceSpan span = new SourceSpan(SourceText.of("a.policytest", "test"), JsonPointer.NONE, 0, 4);

    assertThat(span).hasToString("a.policytest:1:1");
    assertThat(JsonPointer.NONE.describe()).isEmpty();
    assertThat(JsonPointer.NONE).isNotEqualTo(JsonPointer.ROOT);
  }
}
