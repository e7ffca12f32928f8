package dev.postern.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final ImmutableList<String> ELEMENTS =
      ImmutableList.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  @ParameterizedTest
  @CsvSource({
    "Actions, Action",
    "action, Action",
    "Acton, Action",
    "Atcion, Action",
    "NotActions, NotAction",
    "Sids, Sid",
    "sid, Sid",
    "Efffect, Effect",
    "Resorces, Resource",
    "Conditon, Condition",
    "conditions, Condition",
    "Pricipal, Principal",
    "Comment, -",
    "Id, Sid",
    "Description, -",
    "'', -",
    "x, -",
  })
  void the_name_that_was_meant(String written, String meant) {
    assertThat(NearestName.of(written, ELEMENTS).orElse("-")).isEqualTo(meant);
  }

  @Test
  void of_two_names_equally_near_the_first_is_meant() {
    assertThat(NearestName.of("axc", ImmutableList.of("abc", "adc"))).contains("abc");
  }

  @Test
  void there_is_none_among_none() {
    assertThat(NearestName.of("Action", ImmutableList.of())).isEmpty();
  }
}
