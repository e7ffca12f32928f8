package dev.postern.lint;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: {@code lint.report → lint → lint.rule → lint.account → model}. */
@AnalyzeClasses(packages = "dev.postern.lint", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String LINT = "dev.postern.lint..";
  private static final String RULE = "dev.postern.lint.rule..";
  private static final String REPORT = "dev.postern.lint.report..";

  @ArchTest
  static final ArchRule linting_needs_the_model_and_the_catalog =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.xml.stream..",
              "com.google.common..",
              "org.jspecify..",
              "dev.postern.catalog..",
              "dev.postern.model..",
              LINT)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule a_rule_knows_neither_the_linter_nor_the_reports =
      noClasses()
          .that()
          .resideInAPackage(RULE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.postern.lint", REPORT)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule an_account_is_read_without_the_linter =
      noClasses()
          .that()
          .resideInAPackage("dev.postern.lint.account")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.postern.lint", RULE, REPORT, "dev.postern.catalog..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_linter_does_not_know_the_reports =
      noClasses()
          .that()
          .resideInAPackage("dev.postern.lint")
          .should()
          .dependOnClassesThat(resideInAPackage(REPORT))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_the_registry_knows_a_rule_by_name =
      noClasses()
          .that()
          .resideOutsideOfPackage(RULE)
          .should()
          .dependOnClassesThat(
              assignableTo("dev.postern.lint.rule.Rule")
                  .and(resideInAPackage(RULE))
                  .and(not(INTERFACES)))
          .allowEmptyShould(true);
}
