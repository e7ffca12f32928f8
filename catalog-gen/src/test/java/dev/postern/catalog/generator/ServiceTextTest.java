package dev.postern.catalog.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceTextTest {
  private static final ImmutableList<String> NONE = ImmutableList.of();

  private static ServiceFacts service(ImmutableList<String> arns, ImmutableList<TypeUse> uses) {
    ImmutableList<KeyFact> keys =
        IntStream.range(0, 37)
            .mapToObj(i -> new KeyFact("x:k" + (char) ('0' + i / 10) + i % 10, new KeyType('s')))
            .collect(ImmutableList.toImmutableList());
    return new ServiceFacts(
        "x",
        "X",
        false,
        PolicySupport.SHARED,
        keys,
        ImmutableList.of(new TypeFact("t", arns, NONE)),
        ImmutableList.of(new ActionFact("A", Level.WRITE, uses, NONE, NONE)));
  }

  @Test
  void numbers_are_base_36() {
    TypeUse use = new TypeUse("t", false, ImmutableList.of("x:k10", "x:k35", "x:k36"));
    assertThat(ServiceText.of(service(ImmutableList.of("arn:a:b:c:d:e"), ImmutableList.of(use))))
        .contains("X\ta z 10\n");
  }

  @Test
  void an_ARN_of_one_partition_is_written_whole() {
    assertThat(
            ServiceText.of(
                service(
                    ImmutableList.of("arn:aws:x:::t", "arn:${Partition}:x:::t"),
                    ImmutableList.of())))
        .contains("R\tt\tarn:aws:x:::t x:::t\n");
  }

  @Test
  void an_action_without_types_ends_with_its_level() {
    assertThat(ServiceText.of(service(ImmutableList.of("arn:a:b:c:d:e"), ImmutableList.of())))
        .endsWith("A\tA\tW\n");
  }
}
