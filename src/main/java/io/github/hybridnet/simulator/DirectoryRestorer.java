package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.state.DirectoryLock;
import io.github.hybridnet.simulator.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Restores the files of a running simulator when somebody deletes them, as {@code mvn clean} does.
 * Other processes find the simulator by them, and the state is unreadable without its keys.
 */
final class DirectoryRestorer {
  private static final List<String> SECRET = List.of("credentials.json", "state.key", "leaf.p12");

  /** The endpoint last, since others wait for it. */
  private static final List<String> PUBLIC =
      List.of("ca.pem", "trust.p12", "simulator.properties", "environment.sh", "endpoint");

  private final SimulatorDirectory directory;
  private final DirectoryLock lock;
  private final Map<String, byte[]> secret;
  private final Map<String, byte[]> open;
  private boolean missing;

  /** Remembers the files as they are now. */
  DirectoryRestorer(SimulatorDirectory directory, DirectoryLock lock) throws IOException {
    this.directory = directory;
    this.lock = lock;
    this.secret = read(SECRET);
    this.open = read(PUBLIC);
  }

  private Map<String, byte[]> read(List<String> names) throws IOException {
    Map<String, byte[]> content = new LinkedHashMap<>();
    for (String name : names) {
      Path file = directory.file(name);
      content.put(name, Files.readAllBytes(file));
    }
    return content;
  }

  /**
   * Checks the files; called from time to time. Deleted files are restored at the second check, so
   * that a running deletion of the directory is not disturbed.
   *
   * @return whether they were put back
   */
  synchronized boolean look() throws IOException {
    boolean before = missing;
    missing = !areHere();
    return before && missing && putBack();
  }

  /**
   * Restores them at once if they are missing.
   *
   * @return whether they were put back
   * @throws SimulatorException if somebody else uses the directory now
   */
  synchronized boolean putBack() throws IOException {
    if (areHere()) {
      return false;
    }
    directory.claim();
    if (!lock.renew()) {
      throw StartProblems.held(directory);
    }
    for (Map.Entry<String, byte[]> file : secret.entrySet()) {
      PrivateFiles.write(directory.file(file.getKey()), file.getValue());
    }
    for (Map.Entry<String, byte[]> file : open.entrySet()) {
      PrivateFiles.writePublic(directory.file(file.getKey()), file.getValue());
    }
    missing = false;
    return true;
  }

  /** Whether the directory is still the one that this simulator took. */
  boolean areHere() throws IOException {
    return directory.isMarked() && lock.isSigned();
  }
}
