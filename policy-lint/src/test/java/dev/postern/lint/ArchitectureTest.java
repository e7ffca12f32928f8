package dev.postern.lint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: rules and reports both lean on {@code lint}, never on each other. */
@AnalyzeClasses(packages = "dev.postern.lint", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String LINT = "dev.postern.lint..";
  private static final String RULE = "dev.postern.lint.rule..";
  private static final String REPORT = "dev.postern.lint.report..";

  @ArchTest
  static final ArchRule linting_needs_only_the_model =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.google.common..", "org.jspecify..", "dev.postern.model..", LINT)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule a_rule_does_not_know_how_it_is_reported =
      noClasses()
          .that()
          .resideInAPackage(RULE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(REPORT)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule a_report_knows_no_rule_by_name =
      noClasses()
          .that()
          .resideInAPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(RULE)
          .allowEmptyShould(true);
}
