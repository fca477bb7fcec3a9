package io.github.hybridnet.maven.goal;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How findings are shown in one build: with paths as the user would type them, and in full only
 * once, however many goals read the same files.
 */
public final class Shown {
  private static final String KEY = Shown.class.getName();

  private final Path root;
  private final Map<String, Object> memory;

  /**
   * What a build has shown.
   *
   * @param root the directory that paths are shown relative to
   * @param memory what the goals of this plugin remember while a project is built; changed by this
   *     class
   */
  public Shown(Path root, Map<String, Object> memory) {
    this.root = root;
    this.memory = memory;
  }

  /** Whether an earlier goal has shown just these; from now on they count as shown. */
  boolean before(List<Finding> findings) {
    boolean before = findings.equals(memory.get(KEY));
    memory.put(KEY, List.copyOf(findings));
    return before;
  }

  /** The finding with its files relative to the root, where they lie below that. */
  Finding relative(Finding finding) {
    Place place = finding.place();
    Place shown = new Place(relative(place.file()), place.line(), place.column(), place.pointer());
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.message().replace(root + root.getFileSystem().getSeparator(), ""),
        shown,
        finding.fix(),
        finding.source());
  }

  private String relative(String file) {
    try {
      Path path = Path.of(file);
      return path.startsWith(root) ? root.relativize(path).toString() : file;
    } catch (InvalidPathException e) {
      return file;
    }
  }
}
