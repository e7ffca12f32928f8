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

  @ParameterizedTest
  @CsvSource({
    "GetObject, GetObject, 2, 0",
    "GetObjct, GetObject, 2, 1",
    "GetObjectt, GetObject, 2, 1",
    "GetObkect, GetObject, 2, 1",
    "GetOjbect, GetObject, 2, 1",
    "getObject, GetObject, 2, 1",
    "GtOjbect, GetObject, 2, 2",
    "GtOjbectt, GetObject, 2, 3",
    "GetObjects, PutObject, 1, 2",
    "Get, GetObjectAttributes, 2, 3",
    "ca, abc, 3, 3",
    "'', ab, 2, 2",
    "a, b, 0, 1",
    "a, a, 0, 0",
  })
  void slips_are_counted_up_to_a_limit(String one, String other, int limit, int slips) {
    assertThat(NearestName.distance(one, other, limit)).isEqualTo(slips);
    assertThat(NearestName.distance(other, one, limit)).isEqualTo(slips);
  }
}
