package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.config.PlaceholderNames;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.ActivationProperty;
import org.apache.maven.settings.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The properties that something else than a parameter of this plugin reads: placeholders of the
 * parameter files and of POMs, and profiles that a property activates. All modules of the build
 * count, because a property on the command line is meant for any of them.
 */
final class ReferencedProperties {
  private static final Pattern IN_POM =
      Pattern.compile("[$@]\\{\\s*([^{}]+?)\\s*}|<name>\\s*!?([^<]+?)\\s*</name>");

  private final ParameterFileDirectories directories;
  private final Set<String> names = new HashSet<>();

  private ReferencedProperties(MavenSession session, String plugin) {
    this.directories = new ParameterFileDirectories(session, plugin);
  }

  /**
   * The names of the properties that placeholders use.
   *
   * @param plugin the key of this plugin, group and artifact
   */
  static Set<String> of(MavenSession session, String plugin) {
    ReferencedProperties used = new ReferencedProperties(session, plugin);
    for (MavenProject project : session.getProjects()) {
      used.poms(project);
      used.files(project);
    }
    for (Profile profile : session.getSettings().getProfiles()) {
      ActivationProperty property =
          profile.getActivation() == null ? null : profile.getActivation().getProperty();
      if (property != null && property.getName() != null) {
        used.names.add(property.getName().replaceFirst("^!", ""));
      }
    }
    return used.names;
  }

  /** The POM of a project and those of its parents, as they are written. */
  private void poms(MavenProject project) {
    for (MavenProject each = project; each != null; each = each.getParent()) {
      Matcher matcher = IN_POM.matcher(text(each.getOriginalModel()));
      while (matcher.find()) {
        names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
      }
    }
  }

  private static String text(@Nullable Model model) {
    if (model == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    try {
      new MavenXpp3Writer().write(text, model);
    } catch (IOException e) {
      throw new IllegalStateException("a string can be written to", e);
    }
    return text.toString();
  }

  private void files(MavenProject project) {
    directories.of(project).forEach(directory -> names.addAll(PlaceholderNames.in(directory)));
  }
}
