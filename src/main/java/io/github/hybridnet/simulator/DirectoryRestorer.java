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
 * The files of a running simulator, which are put back when somebody deletes them, as {@code mvn
 * clean} does: others find it by them, and its state is of no use without its keys.
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
   * Looks after them now and then. What was deleted is put back at the second look, so that whoever
   * deletes a directory is not in the middle of it.
   *
   * @return whether they were put back
   */
  synchronized boolean look() throws IOException {
    boolean before = missing;
    missing = !areHere();
    return before && missing && putBack();
  }

  /**
   * Puts them back at once if they are not there.
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
