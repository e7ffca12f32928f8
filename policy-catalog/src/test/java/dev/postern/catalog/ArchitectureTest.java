package dev.postern.catalog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: {@code catalog → model}. */
@AnalyzeClasses(packages = "dev.postern.catalog", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule the_catalog_needs_only_the_model =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.google.common..",
              "org.jspecify..",
              "dev.postern.model..",
              "dev.postern.catalog..");

  @ArchTest
  static final ArchRule the_catalog_reads_no_json =
      noClasses().should().dependOnClassesThat(resideInAPackage("dev.postern.model.json.."));

  @ArchTest
  static final ArchRule a_glob_is_never_a_regular_expression =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAPackage("java.util.regex.."))
          .orShould()
          .callMethod(String.class, "matches", String.class)
          .orShould()
          .callMethod(String.class, "replaceAll", String.class, String.class)
          .orShould()
          .callMethod(String.class, "split", String.class)
          .because("a hostile pattern must not cost more than its length times the text's");

  @ArchTest
  static final ArchRule the_catalog_is_offline_and_quiet =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAPackage("java.net.."))
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class);
}
