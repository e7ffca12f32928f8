package dev.postern.model;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows inside this module: {@code model.json → model → model.source}. */
@AnalyzeClasses(packages = "dev.postern.model", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String MODEL = "dev.postern.model";
  private static final String JSON = "dev.postern.model.json..";
  private static final String SOURCE = "dev.postern.model.source..";
  private static final String JACKSON = "com.fasterxml.jackson..";

  @ArchTest
  static final ArchRule the_model_needs_only_guava_and_jackson =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.google.common..", "org.jspecify..", MODEL + "..", JACKSON);

  @ArchTest
  static final ArchRule only_the_json_package_touches_jackson =
      noClasses()
          .that()
          .resideOutsideOfPackage(JSON)
          .should()
          .dependOnClassesThat(resideInAPackage(JACKSON));

  @ArchTest
  static final ArchRule a_document_does_not_know_how_it_is_read_or_written =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat(resideInAPackage(JSON));

  @ArchTest
  static final ArchRule places_know_nothing_of_policies =
      noClasses()
          .that()
          .resideInAPackage(SOURCE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(MODEL, JSON);

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
          .callMethod(String.class, "replaceFirst", String.class, String.class)
          .orShould()
          .callMethod(String.class, "split", String.class)
          .because("a hostile pattern must not cost more than its length times the text's");
}
