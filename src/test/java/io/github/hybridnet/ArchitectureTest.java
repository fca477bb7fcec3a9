package io.github.hybridnet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The rooms of the code and what each may import. */
@AnalyzeClasses(
    packages = "io.github.hybridnet",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "io.github.hybridnet.";
  private static final String[] JDK = {
    "java..", "javax.net..", "javax.crypto..", "com.sun.net.httpserver..", "org.jspecify.."
  };
  private static final String[] JSON = {"com.fasterxml.jackson.."};
  private static final String[] ADDRESSES = {"inet.ipaddr.."};

  @ArchTest static final ArchRule model = room("model", rooms("model"), ADDRESSES);

  @ArchTest
  static final ArchRule config =
      room("config", rooms("config", "model"), JSON, new String[] {"com.networknt.."});

  @ArchTest
  static final ArchRule validation = room("validation", rooms("validation", "model"), ADDRESSES);

  @ArchTest static final ArchRule plan = room("plan", rooms("plan", "model"));

  @ArchTest static final ArchRule engine = room("engine", rooms("engine", "plan", "model"));

  @ArchTest
  static final ArchRule azure =
      room(
          "azure",
          rooms("azure", "engine", "plan", "model"),
          JSON,
          new String[] {"com.azure..", "reactor..", "org.slf4j..", "org.reactivestreams.."});

  @ArchTest
  static final ArchRule report =
      room("report", rooms("report", "engine", "plan", "validation", "model"), JSON);

  @ArchTest
  static final ArchRule console =
      room("console", rooms("console", "engine", "plan", "validation", "model"));

  @ArchTest
  static final ArchRule simulator = room("simulator", rooms("simulator"), JSON, ADDRESSES);

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

  private static String[] rooms(String... names) {
    String[] packages = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      packages[i] = BASE + names[i] + "..";
    }
    return packages;
  }

  private static ArchRule room(String name, String[]... allowed) {
    return classes()
        .that()
        .resideInAPackage(BASE + name + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    java.util.stream.Stream.concat(
                            java.util.Arrays.stream(JDK),
                            java.util.Arrays.stream(allowed).flatMap(java.util.Arrays::stream))
                        .toArray(String[]::new))
                .or(belongToAnyOf(Object.class)));
  }
}
