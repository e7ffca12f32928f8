package dev.postern.catalog.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files that are checked in. */
class RealPackagesTest {
  private static final String PROPERTY = "postern.packages";
  private static final DataFiles FILES = new DataFiles(Path.of(".."));

  @Test
  void the_packages_give_the_files_that_are_checked_in() {
    String packages = System.getProperty(PROPERTY, "");
    assumeTrue(
        !packages.isEmpty(),
        () ->
            "the packages of catalog-sources.properties are not here: -D"
                + PROPERTY
                + " names no folder with them");
    Generation generation = Generation.of(FILES, Path.of(packages), ImmutableSet.of());
    generation
        .texts(FILES)
        .forEach((file, text) -> assertThat(text).isEqualTo(DataFiles.text(file)));
  }

  @Test
  void the_catalog_reads_back_as_it_was_written() {
    String text = DataFiles.text(FILES.data(CatalogText.FILE));
    // Not as an assertion about texts, which would print a megabyte.
    assertThat(CatalogText.of(CatalogReader.read(text)).equals(text)).isTrue();
  }
}
