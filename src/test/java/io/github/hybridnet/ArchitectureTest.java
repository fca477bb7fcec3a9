package io.github.hybridnet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.stream.Stream;

/** The rooms of the code and what each may import; CONTRIBUTING.md has the same table. */
@AnalyzeClasses(
    packages = "io.github.hybridnet",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "io.github.hybridnet.";
  private static final String GENERATED = "HelpMojo";
  private static final String[] JDK = {
    "java..", "javax.net..", "javax.crypto..", "com.sun.net.httpserver..", "org.jspecify.."
  };

  /** What each room may import: {@link Rooms}. */
  @ArchTest
  static void eachRoomImportsOnlyWhatItMay(JavaClasses all) {
    assertThat(Rooms.ALL)
        .allSatisfy(
            room ->
                assertThat(rule(room).evaluate(all).getFailureReport().getDetails())
                    .as("imports of %s", room.name())
                    .isEmpty());
  }

  @ArchTest
  static final ArchRule noPackageTakesPartInACycle =
      slices().matching(BASE + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyMavenKnowsMaven =
      noClasses()
          .that(not(resideInAPackage(BASE + "maven..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", "javax.inject..", BASE + "maven..");

  @ArchTest
  static final ArchRule onlyTheExtensionKnowsJunit =
      noClasses()
          .that(not(resideInAPackage(BASE + "simulator.junit..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", BASE + "simulator.junit..");

  @ArchTest
  static final ArchRule onlyAzureKnowsTheSdk =
      noClasses()
          .that(not(resideInAPackage(BASE + "azure..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.azure..", "reactor..");

  @ArchTest
  static final ArchRule nobodyLooksInsideTheSimulator =
      noClasses()
          .that(not(resideInAPackage(BASE + "simulator..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + "simulator.*..");

  @ArchTest
  static final ArchRule onlyMavenStartsTheSimulator =
      noClasses()
          .that(not(resideInAnyPackage(BASE + "simulator..", BASE + "maven..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + "simulator..");

  @ArchTest
  static final ArchRule noStandardStreams =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule nobodyEndsTheMachine =
      noClasses()
          .should(ArchConditions.callMethod(System.class, "exit", int.class))
          .orShould(ArchConditions.callMethod(Runtime.class, "halt", int.class));

  private static ArchRule rule(Rooms.Room room) {
    Stream<String> own = Stream.of(below(room.name()));
    Stream<String> others = room.imports().stream().map(ArchitectureTest::seen);
    Stream<String> libraries = room.libraries().stream().flatMap(l -> l.packages().stream());
    String[] allowed =
        Stream.of(Stream.of(JDK), own, others, libraries)
            .flatMap(packages -> packages)
            .toArray(String[]::new);
    return classes()
        .that(resideInAPackage(below(room.name())).and(not(resideInAnyPackage(inside(room)))))
        .and(not(simpleName(GENERATED)))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(belongToAnyOf(Object.class)));
  }

  /** The rooms that a room contains, and that have a row of their own. */
  private static String[] inside(Rooms.Room room) {
    return Rooms.ALL.stream()
        .map(Rooms.Room::name)
        .filter(name -> name.startsWith(room.name() + "."))
        .map(ArchitectureTest::below)
        .toArray(String[]::new);
  }

  private static String below(String name) {
    return BASE + name + "..";
  }

  /** Of the simulator others see the entry point only. */
  private static String seen(String room) {
    return room.equals("simulator") ? BASE + room : below(room);
  }
}
