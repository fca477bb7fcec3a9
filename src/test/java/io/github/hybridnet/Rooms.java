package io.github.hybridnet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rooms of the code, from the doors down, and what each may import. {@link ArchitectureTest}
 * holds the classes to it, {@link RoomsPageTest} the table in CONTRIBUTING.
 */
final class Rooms {
  private static final String[] FACTS = {"text", "model", "arm"};
  private static final String[] WORK = {"text", "model", "arm", "plan", "engine", "status"};

  static final List<Room> ALL =
      List.of(
          room("maven", WORK)
              .and("config", "validation", "drill", "azure", "report", "console", "app")
              .and("replay", "simulator")
              .with(Library.MAVEN, Library.JACKSON),
          room("app", WORK)
              .and("config", "validation", "drill", "azure", "report", "console", "replay"),
          room("report", WORK).and("drill", "replay").with(Library.JACKSON, Library.TEMPLATES),
          room("console", WORK).and("drill", "replay"),
          room("azure", WORK).and("validation", "drill").with(Library.SDK, Library.JACKSON),
          room("drill", WORK).with(Library.ADDRESSES),
          room("status", FACTS).and("plan", "engine"),
          room("engine", FACTS).and("plan"),
          room("plan", FACTS),
          room("validation", FACTS).with(Library.ADDRESSES),
          room("config", "text", "model").with(Library.JACKSON, Library.SCHEMAS),
          room("replay").with(Library.JACKSON, Library.YAML),
          room("arm", "text", "model"),
          room("model", "text").with(Library.ADDRESSES),
          room("text"),
          room("simulator.junit", "simulator").with(Library.JUNIT),
          room("simulator").with(Library.JACKSON, Library.ADDRESSES));

  private Rooms() {}

  /**
   * A top-level package with those below it.
   *
   * @param imports the other rooms whose classes it may use
   */
  record Room(String name, Set<String> imports, Set<Library> libraries) {
    Room and(String... more) {
      Set<String> all = new TreeSet<>(imports);
      all.addAll(Arrays.asList(more));
      return new Room(name, all, libraries);
    }

    Room with(Library... more) {
      return new Room(name, imports, EnumSet.copyOf(Arrays.asList(more)));
    }
  }

  /** A library, or a few that come together, and its packages. */
  enum Library {
    ADDRESSES("ipaddress", "inet.ipaddr.."),
    JACKSON("Jackson", "com.fasterxml.jackson.."),
    SCHEMAS("json-schema-validator", "com.networknt.."),
    SDK("Azure SDK", "com.azure..", "reactor..", "org.slf4j..", "org.reactivestreams.."),
    YAML("SnakeYAML", "org.yaml.snakeyaml.."),
    TEMPLATES("JMustache", "com.samskivert.mustache.."),
    MAVEN("Maven", "org.apache.maven..", "org.codehaus.plexus..", "javax.inject..", "sun.misc"),
    JUNIT("JUnit", "org.junit..");

    private final String label;
    private final List<String> packages;

    Library(String label, String... packages) {
      this.label = label;
      this.packages = List.of(packages);
    }

    /** Its name on the page. */
    String label() {
      return label;
    }

    List<String> packages() {
      return packages;
    }
  }

  private static Room room(String name, String... imports) {
    return new Room(name, new TreeSet<>(Arrays.asList(imports)), EnumSet.noneOf(Library.class));
  }
}
