package io.github.hybridnet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Arrays;
import java.util.stream.Stream;

/** The rooms of the code and what each may import: the table in CONTRIBUTING.md. */
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
  private static final String[] FACTS = {"arm", "model", "text"};
  private static final String[] WORK = {"status", "engine", "plan", "arm", "model", "text"};

  @ArchTest static final ArchRule text = room("text", rooms("text"));

  @ArchTest static final ArchRule model = room("model", rooms("model", "text"), ADDRESSES);

  @ArchTest static final ArchRule arm = room("arm", rooms(FACTS));

  @ArchTest
  static final ArchRule config =
      room("config", rooms("config", "model", "text"), JSON, new String[] {"com.networknt.."});

  @ArchTest
  static final ArchRule validation =
      room("validation", rooms("validation"), rooms(FACTS), ADDRESSES);

  @ArchTest static final ArchRule plan = room("plan", rooms("plan"), rooms(FACTS));

  @ArchTest static final ArchRule engine = room("engine", rooms("engine", "plan"), rooms(FACTS));

  @ArchTest static final ArchRule status = room("status", rooms(WORK));

  @ArchTest static final ArchRule drill = room("drill", rooms("drill"), rooms(WORK), ADDRESSES);

  @ArchTest
  static final ArchRule azure =
      room(
          "azure",
          rooms("azure", "drill", "validation"),
          rooms(WORK),
          JSON,
          new String[] {"com.azure..", "reactor..", "org.slf4j..", "org.reactivestreams.."});

  @ArchTest
  static final ArchRule report =
      room(
          "report",
          rooms("report", "drill"),
          rooms(WORK),
          JSON,
          new String[] {"com.samskivert.mustache.."});

  @ArchTest static final ArchRule console = room("console", rooms("console", "drill"), rooms(WORK));

  /** The application knows no Maven, so that another door to it is possible, and no Azure SDK. */
  @ArchTest
  static final ArchRule app =
      room(
          "app",
          rooms("app", "report", "console", "azure", "drill", "validation", "config"),
          rooms(WORK));

  @ArchTest
  static final ArchRule onlyMavenKnowsMaven =
      noClasses()
          .that(not(resideInAPackage(BASE + "maven..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", "javax.inject..", BASE + "maven..");

  @ArchTest
  static final ArchRule simulator =
      classes()
          .that()
          .resideInAPackage(BASE + "simulator..")
          .and()
          .resideOutsideOfPackage(BASE + "simulator.junit..")
          .should()
          .onlyDependOnClassesThat(
              imports(new String[][] {rooms("simulator"), JSON, ADDRESSES})
                  .and(not(resideInAPackage(BASE + "simulator.junit.."))));

  /** Users' tests see of the simulator what this sees: its entry point. */
  @ArchTest
  static final ArchRule simulatorInJunit =
      room(
          "simulator.junit",
          rooms("simulator.junit"),
          new String[] {BASE + "simulator", "org.junit.."});

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
        .onlyDependOnClassesThat(imports(allowed));
  }

  private static DescribedPredicate<JavaClass> imports(String[]... allowed) {
    String[] packages =
        Stream.concat(Arrays.stream(JDK), Arrays.stream(allowed).flatMap(Arrays::stream))
            .toArray(String[]::new);
    return resideInAnyPackage(packages).or(belongToAnyOf(Object.class));
  }
}
