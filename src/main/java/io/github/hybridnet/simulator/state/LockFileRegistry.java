package io.github.hybridnet.simulator.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where the locks of all simulators of a user are, in the system's directory for temporary files:
 * they must not go with the directories that they are for.
 */
final class LockFileRegistry {
  private static final int NAME_BYTES = 16;

  private LockFileRegistry() {}

  /** The file that stands for a directory, which need not exist. */
  static Path entry(Path directory) throws IOException {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    Path registry = Path.of(System.getProperty("java.io.tmpdir"), "hybridnet-locks-" + user);
    PrivateFiles.directory(registry);
    return registry.resolve(name(real(directory)));
  }

  /** The same before and after the directory is deleted, and whatever links lead to it. */
  private static Path real(Path directory) throws IOException {
    Path whole = directory.toAbsolutePath().normalize();
    for (@Nullable Path there = whole; there != null; there = there.getParent()) {
      if (Files.exists(there)) {
        return there.toRealPath().resolve(there.relativize(whole)).normalize();
      }
    }
    return whole;
  }

  private static String name(Path directory) {
    return HexFormat.of().formatHex(Sha256Digest.of(directory.toString()), 0, NAME_BYTES);
  }
}
