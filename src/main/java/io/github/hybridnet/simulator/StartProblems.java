package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.http.tls.MissingAlgorithmException;
import io.github.hybridnet.simulator.state.DirectoryLock;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Why a simulator cannot start, in sentences for the user. */
final class StartProblems {
  private StartProblems() {}

  static void check(SimulatorOptions options) {
    if (options.port() < 0 || options.port() > 65_535) {
      throw new SimulatorException(
          "The simulator's port must be from 0 to 65535, not " + options.port() + ".");
    }
    if (!(options.speed() > 0 && options.speed() <= 1e6)) {
      throw new SimulatorException(
          "The simulator's speed must be above 0 and at most 1000000, not "
              + options.speed()
              + ".");
    }
  }

  static SimulatorException held(SimulatorDirectory directory) {
    String owner = "another process";
    String at = "";
    try {
      owner = DirectoryLock.owner(directory.path()).orElse(owner);
      at = directory.endpoint().map(uri -> " It serves " + uri + ".").orElse("");
    } catch (IOException e) {
      // The sentence is true without them.
    }
    return new SimulatorException(
        "A simulator already runs in the directory '"
            + directory.path()
            + "', in "
            + owner
            + "."
            + at
            + " Use or stop that simulator, or choose another directory.");
  }

  /** A simulator that runs and does not answer: its process was suspended or is overloaded. */
  static SimulatorException silent(SimulatorDirectory directory, Duration patience)
      throws IOException {
    return new SimulatorException(
        "The simulator in the directory '"
            + directory.path()
            + "' did not answer within "
            + patience.toSeconds()
            + " s. It runs in "
            + DirectoryLock.owner(directory.path()).orElse("another process")
            + ", which may be suspended or busy. Resume or end that process, or choose another"
            + " directory.");
  }

  static SimulatorException foreign(Path directory) {
    return new SimulatorException(
        "The simulator cannot use the directory '"
            + directory
            + "', which contains files that are not a simulator's. Nothing was changed. Choose a"
            + " directory that is empty or does not exist.");
  }

  static SimulatorException failed(
      SimulatorOptions options, SimulatorDirectory directory, IOException cause) {
    if (cause instanceof BindException) {
      return cannotListen(options, cause);
    }
    if (cause instanceof UnknownHostException) {
      return new SimulatorException(
          "The simulator cannot listen on the address '"
              + options.tuning().address()
              + "': this machine knows no host of that name.",
          cause);
    }
    if (cause instanceof MissingAlgorithmException) {
      return new SimulatorException(
          "The simulator cannot start: this Java runtime lacks an algorithm that its certificate"
              + " needs ("
              + cause.getMessage()
              + "). Allow elliptic curves (the provider SunEC) in its java.security, or use another"
              + " Java.",
          cause);
    }
    return failed(directory, cause);
  }

  /** The directory, or a file in it, cannot be used. */
  static SimulatorException failed(SimulatorDirectory directory, IOException cause) {
    return new SimulatorException(
        "The simulator cannot start in the directory '"
            + directory.path()
            + "': "
            + why(cause)
            + ". Repair or remove the named file, or choose another directory."
            + " Removing the whole directory deletes all resources of the simulator.",
        cause);
  }

  /** What kept a file from being read or written; what Java says of some is only its name. */
  static String why(IOException cause) {
    if (cause instanceof NoSuchFileException missing) {
      return "there is no file '" + missing.getFile() + "'";
    }
    if (cause instanceof AccessDeniedException denied) {
      return "access to '" + denied.getFile() + "' is denied";
    }
    if (cause instanceof FileSystemException other && other.getReason() == null) {
      return "'" + other.getFile() + "' cannot be used (" + other.getClass().getSimpleName() + ")";
    }
    if (cause instanceof CharacterCodingException) {
      return "the file is not text in UTF-8";
    }
    return String.valueOf(cause.getMessage());
  }

  private static SimulatorException cannotListen(SimulatorOptions options, IOException cause) {
    if (options.port() == 0 || !isTaken(cause)) {
      return new SimulatorException(
          "The simulator cannot listen on the address '"
              + options.tuning().address()
              + "': this machine does not have that address.",
          cause);
    }
    return new SimulatorException(
        "The simulator cannot listen on port "
            + options.port()
            + ", which another program uses. Choose another port, or 0 for any that is free.",
        cause);
  }

  /**
   * A guess, since the text is the system's: the other reason is an address that is not its own.
   */
  private static boolean isTaken(IOException cause) {
    return !String.valueOf(cause.getMessage()).contains("assign");
  }
}
