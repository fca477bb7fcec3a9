package io.github.hybridnet.maven.parameter;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The properties with which {@code start-simulator} tells how to reach the simulator. */
public final class SimulatorProperties {
  /** The prefix of their names, unless {@code propertyPrefix} sets another one. */
  static final String PREFIX = KnownParameters.PREFIX + "simulator";

  /** Their names, behind the prefix. */
  static final Set<String> NAMES =
      Set.of(
          "endpoint",
          "port",
          "directory",
          "caCertificate",
          "trustStore",
          "trustStorePassword",
          "credentials",
          "tenantId",
          "subscriptionId",
          "clientId");

  private static final String PUBLISHED = SimulatorProperties.class.getName();

  private SimulatorProperties() {}

  /** Sets them in a project, and remembers by which prefix. */
  public static void publish(MavenProject project, String prefix, Map<String, String> values) {
    values.forEach(
        (name, value) -> project.getProperties().setProperty(prefix + "." + name, value));
    Set<String> prefixes = new TreeSet<>(published(project));
    prefixes.add(prefix);
    project.setContextValue(PUBLISHED, prefixes);
  }

  /** Whether a property is one of them. */
  static boolean isOutput(String name, @Nullable MavenProject project) {
    int dot = name.lastIndexOf('.');
    String prefix = name.substring(0, Math.max(dot, 0));
    return NAMES.contains(name.substring(dot + 1))
        && (prefix.equals(PREFIX) || (project != null && published(project).contains(prefix)));
  }

  private static Set<String> published(MavenProject project) {
    return project.getContextValue(PUBLISHED) instanceof Set<?> prefixes
        ? prefixes.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }
}
