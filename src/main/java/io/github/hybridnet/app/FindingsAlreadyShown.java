package io.github.hybridnet.app;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.SourceLocation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How findings are shown in one build: with paths as the user would type them, and in full only
 * once, however many goals read the same files.
 */
public final class FindingsAlreadyShown {
  private static final String KEY = FindingsAlreadyShown.class.getName();

  private final Path root;
  private final Map<String, Object> memory;

  /**
   * What a build has shown.
   *
   * @param root the directory that paths are shown relative to
   * @param memory what the goals of this plugin remember while a project is built; changed by this
   *     class
   */
  public FindingsAlreadyShown(Path root, Map<String, Object> memory) {
    this.root = root;
    this.memory = memory;
  }

  /** Adds findings to those that were shown, and returns whether all of them had been. */
  boolean addAll(List<Finding> findings) {
    Set<?> earlier = memory.get(KEY) instanceof Set<?> known ? known : null;
    Set<Object> all = earlier == null ? new HashSet<>() : new HashSet<>(earlier);
    boolean before = earlier != null && all.containsAll(findings);
    all.addAll(findings);
    memory.put(KEY, all);
    return before;
  }

  /** The finding with its files relative to the root, where they lie below that. */
  Finding relative(Finding finding) {
    SourceLocation sourceLocation = finding.place();
    SourceLocation shown =
        new SourceLocation(
            relative(sourceLocation.file()),
            sourceLocation.line(),
            sourceLocation.column(),
            sourceLocation.pointer());
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
