package dev.postern.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the whole house, held here because the command line sees every room. The arrows
 * inside a room stand in that room's own test.
 */
@AnalyzeClasses(packages = "dev.postern", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String COMMAND_LINE = "dev.postern.cli..";

  private static final String REFLECTION =
      "forName|newInstance|get(Declared)?(Annotation|Constructor|Field|Method).*";

  private static final DescribedPredicate<JavaClass> A_CONNECTION =
      resideInAPackage("java.net..")
          .and(
              describe(
                  "are more than a name",
                  type ->
                      !type.isEquivalentTo(URI.class)
                          && !type.isEquivalentTo(URISyntaxException.class)));

  /* ANTLR's lexer has arrays of names that nobody changes. */
  private static final DescribedPredicate<JavaClass> GENERATED =
      nameMatching(".*\\.PolicyTest(Lexer|Parser).*").forSubtype();

  @ArchTest
  static final ArchRule arrows_between_packages_point_one_way =
      slices().matching("dev.postern.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_leans_on_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage(COMMAND_LINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND_LINE, "picocli..");

  @ArchTest
  static final ArchRule only_the_html_report_leans_on_templates =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.postern.cli.html..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("gg.jte..");

  @ArchTest
  static final ArchRule only_the_command_line_prints =
      noClasses().that().resideOutsideOfPackage(COMMAND_LINE).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule nothing_logs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(System.Logger.class);

  @ArchTest
  static final ArchRule nothing_opens_a_connection =
      noClasses().should().dependOnClassesThat(A_CONNECTION);

  @ArchTest
  static final ArchRule find_usages_finds_what_runs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ServiceLoader.class)
          .orShould()
          .callMethodWhere(target(owner(type(Class.class))).and(target(nameMatching(REFLECTION))));

  @ArchTest
  static final ArchRule a_name_says_what_the_thing_is =
      noClasses()
          .that()
          // Who manages a key KMS itself calls so.
          .doNotHaveSimpleName("KeyManager")
          .should()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule absence_has_a_name_in_every_package =
      classes()
          .should(
              have(
                  describe(
                      "a package that is @NullMarked",
                      type -> type.getPackage().isAnnotatedWith(NullMarked.class))));

  @ArchTest
  static final ArchRule optional_is_for_returns = noFields().should().haveRawType(Optional.class);

  @ArchTest
  static final ArchRule static_state_never_changes =
      fields().that().areStatic().and().areDeclaredInClassesThat(not(GENERATED)).should().beFinal();
}
