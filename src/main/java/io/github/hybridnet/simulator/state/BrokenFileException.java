package io.github.hybridnet.simulator.state;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the simulator's directory that cannot be used as it is. */
public final class BrokenFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the file and what is wrong with it.
   *
   * @param file the file
   * @param why the rest of the sentence "cannot be used: …", never with the file's content
   */
  public BrokenFileException(Path file, String why) {
    super(file + " cannot be used: " + why);
  }
}
