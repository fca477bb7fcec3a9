package io.github.hybridnet.maven.parameter;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The directories in which the modules of a build may have parameter files, according to their
 * POMs.
 */
public final class ParameterFileDirectories {
  /** The property that names the directory. */
  public static final String PROPERTY = KnownParameters.PREFIX + "parametersDirectory";

  private static final String ELEMENT = "parametersDirectory";
  private static final String USUAL = "src/main/hybridnet";

  private final MavenSession session;
  private final String plugin;

  /**
   * Those of a build.
   *
   * @param plugin the key of this plugin, group and artifact
   */
  public ParameterFileDirectories(MavenSession session, String plugin) {
    this.session = session;
    this.plugin = plugin;
  }

  /** The directories that a project may mean, whether they exist or not. */
  public Set<Path> of(MavenProject project) {
    Path base =
        project.getBasedir() == null
            ? Path.of(session.getExecutionRootDirectory())
            : project.getBasedir().toPath();
    return names(project).stream().map(base::resolve).collect(Collectors.toSet());
  }

  private Set<String> names(MavenProject project) {
    Set<String> names = new HashSet<>();
    names.add(USUAL);
    names.add(session.getUserProperties().getProperty(PROPERTY, USUAL));
    names.add(project.getProperties().getProperty(PROPERTY, USUAL));
    Plugin declared = project.getPlugin(plugin);
    if (declared != null) {
      names.add(name(declared.getConfiguration()));
      for (PluginExecution execution : declared.getExecutions()) {
        names.add(name(execution.getConfiguration()));
      }
    }
    return names;
  }

  private static String name(@Nullable Object configuration) {
    Xpp3Dom child = configuration instanceof Xpp3Dom dom ? dom.getChild(ELEMENT) : null;
    return child == null ? USUAL : Objects.requireNonNullElse(child.getValue(), USUAL);
  }
}
