package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.report.OutputsProperties;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Finds parameters that the plugin does not know: an error on the command line, a warning in the
 * POM. Maven itself ignores both silently.
 */
public final class GoalParameterCheck {
  private static final String NAME = "hybridnet";
  private static final String MEMORY = GoalParameterCheck.class.getName();

  private final MavenSession session;
  private final MojoExecution execution;
  private final KnownParameters known;

  public GoalParameterCheck(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
    this.known = KnownParameters.of(execution.getMojoDescriptor().getPluginDescriptor().getMojos());
  }

  /**
   * Requires that all parameters are known, and that their values can be used.
   *
   * @throws UserException HN1040, HN1043, HN1045, HN1901 to HN1903, HN1909 and others; HN1044 for
   *     several of them
   */
  public void require() {
    List<UserException> mistakes = new ArrayList<>();
    List<String> unknown =
        unknown(session.getUserProperties().stringPropertyNames()).stream()
            .filter(name -> RenamedParameters.now(name).isEmpty())
            .toList();
    if (!unknown.isEmpty()) {
      mistakes.add(ParameterProblems.unknownProperties(withNearest(unknown)));
    }
    Map<String, String> renamed = renamed();
    if (!renamed.isEmpty()) {
      mistakes.add(ParameterProblems.renamed(renamed));
    }
    mistakes.addAll(ParameterValueCheck.mistakes(session, execution));
    if (mistakes.size() > 1) {
      throw ParameterProblems.several(mistakes);
    }
    if (!mistakes.isEmpty()) {
      throw mistakes.get(0);
    }
  }

  /**
   * Warns of unknown parameters in the POM and the Java options, once for each project.
   *
   * @param memory what the goals of this plugin remember while a project is built
   */
  public void warn(Map<String, Object> memory, LineWriter out) {
    if (memory.put(MEMORY, true) != null) {
      return;
    }
    withNearest(ofPom()).forEach(name -> out.warn(ParameterProblems.unknownInPom(name)));
    withNearest(ofJava()).forEach(name -> out.warn(ParameterProblems.unknownToJava(name)));
    elements()
        .map(element -> named("<" + element + ">", known.nearestElement(element).orElse(null)))
        .forEach(element -> out.warn(ParameterProblems.unknownElement(element)));
  }

  /** The present names of former ones, wherever they are used. */
  private Map<String, String> renamed() {
    Map<String, String> renamed = new TreeMap<>();
    Stream.of(unknown(session.getUserProperties().stringPropertyNames()), ofPom(), ofJava())
        .flatMap(List::stream)
        .forEach(name -> RenamedParameters.now(name).ifPresent(now -> renamed.put(name, now)));
    elements()
        .forEach(
            name ->
                RenamedParameters.now(name)
                    .ifPresent(now -> renamed.put("<" + name + ">", "<" + now + ">")));
    return renamed;
  }

  private List<String> ofPom() {
    return unknown(session.getCurrentProject().getProperties().stringPropertyNames()).stream()
        .filter(name -> !session.getUserProperties().containsKey(name))
        .toList();
  }

  /** Those of MAVEN_OPTS and .mvn/jvm.config, which parameters read as well. */
  private List<String> ofJava() {
    return unknown(session.getSystemProperties().stringPropertyNames()).stream()
        .filter(name -> !session.getUserProperties().containsKey(name))
        .toList();
  }

  /** Elements of the POM that no goal knows. */
  private Stream<String> elements() {
    Plugin plugin = session.getCurrentProject().getPlugin(key());
    if (plugin == null) {
      return Stream.empty();
    }
    return Stream.concat(
            Stream.of(plugin.getConfiguration()),
            plugin.getExecutions().stream().map(PluginExecution::getConfiguration))
        .filter(Xpp3Dom.class::isInstance)
        .map(Xpp3Dom.class::cast)
        .flatMap(dom -> Stream.of(dom.getChildren()))
        .map(Xpp3Dom::getName)
        .filter(element -> !known.hasElement(element))
        .distinct();
  }

  /** Properties that are meant for this plugin, and that nothing reads. */
  private List<String> unknown(Collection<String> names) {
    List<String> unknown =
        names.stream()
            .filter(name -> isMeant(name) && !known.hasProperty(name))
            .filter(name -> !OutputsProperties.isOutput(name))
            .filter(name -> !SimulatorProperties.isOutput(name, session.getCurrentProject()))
            .sorted()
            .toList();
    if (unknown.isEmpty()) {
      return unknown;
    }
    Set<String> used = ReferencedProperties.of(session, key());
    return unknown.stream().filter(name -> !used.contains(name)).toList();
  }

  /** Whether a name has our prefix, in any case of letters, or one that is a slip of it. */
  private boolean isMeant(String name) {
    int dot = name.indexOf('.');
    String prefix = dot < 0 ? "" : name.substring(0, dot).toLowerCase(Locale.ROOT);
    return prefix.equals(NAME)
        || (SpellingSuggestion.to(prefix, List.of(NAME)) != null
            && known.hasProperty(NAME + name.substring(dot)));
  }

  private List<String> withNearest(List<String> names) {
    return names.stream().map(n -> named(n, known.nearestProperty(n).orElse(null))).toList();
  }

  private static String named(String name, @Nullable String nearest) {
    return nearest == null ? name : name + " (did you mean " + nearest + "?)";
  }

  private String key() {
    return Plugin.constructKey(execution.getGroupId(), execution.getArtifactId());
  }
}
