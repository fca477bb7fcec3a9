package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.text.ShellText;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The options of this run that a command has to repeat to apply to the same cloud, files and
 * network: those of the command line, and those of this execution's configuration. A confirmation
 * is never among them.
 */
public final class RepeatedOptions {
  /** Options of this run only, and confirmations, which the user has to give again. */
  private static final Set<String> NOT_REPEATED =
      Set.of(
          "hybridnet.confirm",
          "hybridnet.failover.confirm",
          "hybridnet.failover.observe",
          "hybridnet.failover.probes",
          "hybridnet.failover.noPeeringKey",
          "hybridnet.circuit.noPeeringKey",
          "hybridnet.allowReplace",
          "hybridnet.allowOutage",
          "hybridnet.dryRun",
          "hybridnet.requireConfirmation",
          "hybridnet.failOnChanges");

  private RepeatedOptions() {}

  /** What a command of this execution's own goal has to repeat. */
  public static List<String> of(MojoExecution execution, MavenSession session) {
    return of(execution.getGoal(), execution, session);
  }

  /**
   * What a command has to repeat: of the given options those that its goal has.
   *
   * @param goal the command's goal; all options count if this plugin does not have it
   */
  public static List<String> of(String goal, MojoExecution execution, MavenSession session) {
    MojoDescriptor descriptor = execution.getMojoDescriptor();
    Map<String, String> properties =
        given(parameters(descriptor), execution.getConfiguration(), session.getUserProperties());
    Optional.ofNullable(descriptor.getPluginDescriptor())
        .map(plugin -> plugin.getMojo(goal))
        .ifPresent(named -> properties.keySet().retainAll(properties(parameters(named))));
    List<String> options = new ArrayList<>(place(session));
    properties.forEach((name, value) -> options.add("-D" + name + "=" + ShellText.quoted(value)));
    return List.copyOf(options);
  }

  private static List<Parameter> parameters(MojoDescriptor descriptor) {
    return Optional.ofNullable(descriptor.getParameters()).orElse(List.of());
  }

  private static Set<String> properties(List<Parameter> parameters) {
    return parameters.stream().map(RepeatedOptions::property).collect(Collectors.toSet());
  }

  private static String property(Parameter parameter) {
    return String.valueOf(parameter.getExpression()).replaceAll("^\\$\\{|}$", "");
  }

  /**
   * The parameters that the user has given, by their properties.
   *
   * @param configuration this execution's, null where there is none
   * @param properties those of the command line
   */
  static Map<String, String> given(
      List<Parameter> parameters, @Nullable Xpp3Dom configuration, Properties properties) {
    Map<String, String> given = new TreeMap<>();
    for (Parameter parameter : parameters) {
      String property = property(parameter);
      if (property.startsWith(KnownParameters.PREFIX) && !isLeftOut(property)) {
        Optional.ofNullable(properties.getProperty(property))
            .or(() -> written(configuration, parameter))
            .ifPresent(value -> given.put(property, value));
      }
    }
    return given;
  }

  private static boolean isLeftOut(String property) {
    return NOT_REPEATED.contains(property) || property.toLowerCase(Locale.ROOT).endsWith("skip");
  }

  /** The value of a parameter in the POM; empty if the POM leaves it to the property. */
  private static Optional<String> written(@Nullable Xpp3Dom configuration, Parameter parameter) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(parameter.getName());
    if (child == null) {
      return Optional.empty();
    }
    String value =
        child.getChildCount() == 0
            ? child.getValue()
            : Stream.of(child.getChildren())
                .map(each -> String.valueOf(each.getValue()))
                .collect(Collectors.joining(","));
    return Optional.ofNullable(value)
        .filter(v -> !v.isBlank() && !v.equals(parameter.getExpression()));
  }

  /** Another POM than the one that Maven finds in the working directory, and profiles. */
  private static List<String> place(MavenSession session) {
    List<String> options = new ArrayList<>();
    File pom = session.getRequest().getPom();
    String here = session.getSystemProperties().getProperty("user.dir", "");
    if (pom != null && !pom.equals(new File(here, "pom.xml").getAbsoluteFile())) {
      options.add("-f");
      options.add(ShellText.quoted(pom.getPath()));
    }
    List<String> profiles = session.getRequest().getActiveProfiles();
    if (!profiles.isEmpty()) {
      options.add("-P");
      options.add(ShellText.quoted(String.join(",", profiles)));
    }
    return options;
  }
}
