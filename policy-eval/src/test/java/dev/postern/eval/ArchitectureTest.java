package dev.postern.eval;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.postern.model.json.JsonWriter;

/** The arrows of this module: {@code eval.scenario → eval → model}. */
@AnalyzeClasses(packages = "dev.postern.eval", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String EVAL = "dev.postern.eval..";
  private static final String SCENARIO = "dev.postern.eval.scenario..";

  @ArchTest
  static final ArchRule evaluation_needs_only_the_model =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.google.common..", "org.jspecify..", "dev.postern.model..", EVAL)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule deciding_does_not_know_the_scenario_format =
      noClasses()
          .that()
          .resideOutsideOfPackage(SCENARIO)
          .should()
          .dependOnClassesThat(resideInAPackage(SCENARIO))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_scenarios_are_read_as_json =
      noClasses()
          .that()
          .resideOutsideOfPackage(SCENARIO)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.postern.model.json..").and(not(equivalentTo(JsonWriter.class))))
          .because("documents come in read; the decision record alone goes out as JSON")
          .allowEmptyShould(true);

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
          .because("a hostile pattern must not cost more than its length times the text's")
          .allowEmptyShould(true);
}
