package dev.postern.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: the assertions know no JUnit, so that any framework may run them. */
@AnalyzeClasses(packages = "dev.postern.test", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String JUNIT = "org.junit.jupiter..";

  @ArchTest
  static final ArchRule testing_needs_what_it_tests_and_the_two_frameworks =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.google.common..",
              "com.google.errorprone.annotations..",
              "org.assertj.core.api..",
              "org.assertj.core.presentation..",
              "org.jspecify..",
              JUNIT,
              "org.junit.platform.commons.support..",
              "dev.postern.catalog..",
              "dev.postern.eval..",
              "dev.postern.lint..",
              "dev.postern.model..",
              "dev.postern.suite..",
              "dev.postern.test..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule assertions_do_not_know_JUnit =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Assert")
          .or()
          .haveSimpleName("PolicyAssertions")
          .or()
          .haveSimpleName("Question")
          .or()
          .haveSimpleName("Begun")
          .should()
          .transitivelyDependOnClassesThat(resideInAPackage(JUNIT))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_regular_expressions =
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
          .allowEmptyShould(true);
}
