package io.github.hybridnet.failover.journal;

import io.github.hybridnet.engine.journal.JournalDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The drills that were begun in one project, a file for each. Unlike running operations, which
 * Azure knows by itself, a drill is not begun when its file cannot be written.
 */
public final class DrillFiles {
  /** Other files in the directory are not ours. */
  private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{4,}");

  private final JournalDirectory directory;
  private final String endpoint;

  /**
   * The drills of one cloud.
   *
   * @param root the directory of all journals, such as {@code .hybridnet}
   * @param endpoint the address of the cloud
   */
  public DrillFiles(Path root, String endpoint) {
    this.directory = new JournalDirectory(root, "drills");
    this.endpoint = endpoint;
  }

  /** The address of the cloud that the drills run in. */
  public String endpoint() {
    return endpoint;
  }

  /** Where the file of a drill is. */
  public Path path(String id) {
    return directory.file(id);
  }

  /** Writes a drill; on return it is on the disk. */
  void write(DrillFile file) throws IOException {
    directory.write(file.record().id(), file.text());
  }

  /** The drill of an id, in whatever cloud; empty when there is none that is understood. */
  public Optional<DrillFile> find(String id) throws IOException {
    return directory.read(id).flatMap(DrillFile::parse);
  }

  /** The ids of all drills, of all clouds. */
  List<String> ids() throws IOException {
    return directory.names().stream().filter(name -> ID.matcher(name).matches()).toList();
  }

  /** The drills in this cloud. */
  public List<DrillFile> all() throws IOException {
    List<DrillFile> all = new ArrayList<>();
    for (String id : ids()) {
      find(id).filter(file -> file.endpoint().equals(endpoint)).ifPresent(all::add);
    }
    return all;
  }

  /** The files that this version does not understand. */
  public List<Path> unknown() throws IOException {
    List<Path> unknown = new ArrayList<>();
    for (String id : ids()) {
      Optional<String> text = directory.read(id);
      if (text.isPresent() && DrillFile.parse(text.get()).isEmpty()) {
        unknown.add(path(id));
      }
    }
    return unknown;
  }

  /** Forgets a drill. */
  public void delete(String id) throws IOException {
    directory.delete(id);
    directory.delete(id + DrillLock.SUFFIX);
  }

  /** Says, as long as it is held, that the drill's process lives. */
  DrillLock lock(String id) throws IOException {
    return DrillLock.take(path(id + DrillLock.SUFFIX));
  }

  /** Whether the process of a drill lives on this machine. */
  public DrillLock.Life life(String id) {
    return DrillLock.life(path(id + DrillLock.SUFFIX));
  }
}
