package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.ApiCall.Need;
import dev.postern.model.ActionName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** EVAL-23: the calls that need several authorizations. */
final class ApiCallTest {
  @ParameterizedTest
  @FieldSource("dev.postern.eval.ApiCall#ALL")
  void EVAL_23_each_needs_something_always_and_can_be_asked_for(ApiCall call) {
    assertThat(call.needs()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(call.needs()).extracting(Need::when).doesNotContain("");
    assertThat(call.needs())
        .allSatisfy(need -> assertThat(ActionName.of(need.action()).name()).isNotEmpty());
  }

  @Test
  void EVAL_23_a_copy_reads_and_writes() {
    assertThat(ApiCall.S3_COPY_OBJECT.needs())
        .filteredOn(need -> need.on().equals("the source object"))
        .extracting(Need::action)
        .containsExactly("s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging");
    assertThat(ApiCall.S3_COPY_OBJECT.needs())
        .filteredOn(need -> need.when().equals(Need.ALWAYS))
        .extracting(Need::action)
        .containsExactly("s3:PutObject");
  }
}
