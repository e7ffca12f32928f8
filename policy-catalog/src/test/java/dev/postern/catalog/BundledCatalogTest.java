package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** The catalog that comes with the library, line by line. */
final class BundledCatalogTest {
  private static final Catalog CATALOG = Catalog.bundled();

  @Test
  void every_line_is_read_and_counted() {
    CatalogInfo info = CATALOG.info();

    assertThat(CATALOG.services()).hasSize(info.services());
    assertThat(count(Service::actions)).isEqualTo(info.actions());
    assertThat(count(Service::resourceTypes)).isEqualTo(info.resourceTypes());
    assertThat(count(Service::conditionKeys)).isEqualTo(info.conditionKeys());
  }

  @Test
  void everything_that_actions_refer_to_is_there() {
    assertThat(actions())
        .allSatisfy(action -> assertThat(action.conditionKeys()).doesNotContainNull());
    assertThat(actions().stream().mapToInt(action -> action.resources().size()).sum())
        .isGreaterThan(21_000);
  }

  private static int count(Function<Service, Collection<?>> part) {
    return CATALOG.services().stream().mapToInt(service -> part.apply(service).size()).sum();
  }

  @Test
  void it_is_not_smaller_than_the_one_of_september_2026() {
    assertThat(CATALOG.info().services()).isGreaterThanOrEqualTo(456);
    assertThat(CATALOG.info().actions()).isGreaterThanOrEqualTo(21_800);
    assertThat(CATALOG.info().resourceTypes()).isGreaterThanOrEqualTo(2_300);
    assertThat(CATALOG.info().conditionKeys()).isGreaterThanOrEqualTo(2_500);
  }

  @Test
  void names_stand_in_order_and_once_letter_case_aside() {
    for (Service service : CATALOG.services()) {
      inOrder(service.actions().stream().map(ActionDefinition::name).toList());
      inOrder(service.resourceTypes().stream().map(ResourceType::name).toList());
      inOrder(service.conditionKeys().stream().map(ConditionKeyDefinition::name).toList());
    }
    inOrder(CATALOG.services().stream().map(Service::prefix).toList());
  }

  private static void inOrder(List<String> names) {
    assertThat(
            Ordering.natural().isStrictlyOrdered(names.stream().map(Ascii::toLowerCase).toList()))
        .as(names::toString)
        .isTrue();
  }

  @Test
  void every_dependent_action_exists() {
    assertThat(
            actions().stream()
                .flatMap(action -> action.dependentActions().stream())
                .filter(
                    name -> CATALOG.action(name).filter(a -> a.fullName().equals(name)).isEmpty()))
        .isEmpty();
  }

  @Test
  void every_type_has_an_arn_of_six_fields() {
    assertThat(
            CATALOG.services().stream()
                .flatMap(service -> service.resourceTypes().stream())
                .flatMap(type -> type.arns().stream())
                .map(ArnTemplate::text)
                .filter(
                    arn -> !arn.startsWith("arn:") || Splitter.on(':').splitToList(arn).size() < 6))
        .isEmpty();
    assertThat(CATALOG.services().stream().flatMap(service -> service.resourceTypes().stream()))
        .noneMatch(type -> type.arns().isEmpty());
  }

  @Test
  void the_jar_grows_by_less_than_half_a_mebibyte() {
    byte[] text = BundledFile.bytes("catalog.txt");
    Deflater deflater = new Deflater();
    deflater.setInput(text);
    deflater.finish();

    assertThat(deflater.deflate(new byte[text.length])).isLessThan(512 * 1024);
  }

  @Test
  void threads_that_ask_at_once_see_the_same() throws Exception {
    Catalog fresh = FileCatalog.of("catalog.txt", BundledFile.bytes("catalog.txt"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<ImmutableList<ActionDefinition>> all = () -> fresh.expand("*");
      List<Future<ImmutableList<ActionDefinition>>> seen =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> all).toList());
      Set<Integer> identities =
          seen.stream()
              .map(BundledCatalogTest::result)
              .map(actions -> System.identityHashCode(actions.get(20_000)))
              .collect(Collectors.toSet());

      assertThat(identities).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static ImmutableList<ActionDefinition> actions() {
    return CATALOG.expand("*");
  }
}
