package dev.postern.suite;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: {@code suite → suite.language}, and both reports on {@code suite}. */
@AnalyzeClasses(packages = "dev.postern.suite", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String LANGUAGE = "dev.postern.suite.language..";

  @ArchTest
  static final ArchRule a_suite_needs_evaluator_model_and_catalog =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.google.common..",
              "org.antlr.v4.runtime..",
              "org.jspecify..",
              "dev.postern.catalog..",
              "dev.postern.eval..",
              "dev.postern.model..",
              "dev.postern.suite..");

  @ArchTest
  static final ArchRule only_the_language_knows_antlr =
      noClasses()
          .that()
          .resideOutsideOfPackage(LANGUAGE)
          .should()
          .dependOnClassesThat(resideInAPackage("org.antlr.."));

  @ArchTest
  static final ArchRule coverage_and_mutants_know_no_language =
      noClasses()
          .that()
          .resideInAnyPackage("dev.postern.suite.coverage..", "dev.postern.suite.mutation..")
          .should()
          .dependOnClassesThat(resideInAPackage(LANGUAGE));
}
