package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A running strongSwan, by its control socket.
 *
 * @param directory where its files are
 * @param name the namespace that it runs in
 */
record Ike(Path directory, String name) {
  private static final String CONNECTION = "site-to-site";

  /** Gives it its connection. */
  void connections(String text) throws IOException, InterruptedException {
    Path file = directory.resolve(name + ".swanctl.conf");
    Files.writeString(file, text);
    swanctl("--load-conns", "--file", file.toString());
  }

  /** Gives it a key, and takes those that it had; the key is in a file only meanwhile. */
  void secret(String text) throws IOException, InterruptedException {
    Path file = directory.resolve(name + ".secret.conf");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(file, text);
      swanctl("--load-creds", "--clear", "--noprompt", "--file", file.toString());
    } finally {
      Files.delete(file);
    }
  }

  /** Begins to make the tunnel; whether it stands then. */
  boolean initiate() throws IOException, InterruptedException {
    return Programs.run(words("--initiate", "--child", "networks", "--timeout", "5"), environment())
            .status()
        == 0;
  }

  /** Forgets the tunnel without a word to the other end. */
  void forget() throws IOException, InterruptedException {
    Programs.run(words("--terminate", "--ike", CONNECTION, "--force"), environment());
  }

  /** Whether packets are encrypted and sent. */
  boolean isUp() throws IOException, InterruptedException {
    Programs.Outcome outcome = Programs.run(words("--list-sas"), environment());
    return outcome.status() == 0 && outcome.output().contains("INSTALLED");
  }

  /** Whether it can be told something. */
  boolean listens() {
    return Files.exists(directory.resolve(name + ".vici"));
  }

  private void swanctl(String... arguments) throws IOException, InterruptedException {
    Programs.demand(words(arguments), environment());
  }

  private List<String> words(String... arguments) {
    List<String> words = new ArrayList<>(List.of("swanctl"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--uri", "unix://" + directory.resolve(name + ".vici")));
    return words;
  }

  /** With the daemon's own configuration, or it complains about what is not installed. */
  private Map<String, String> environment() {
    return Map.of("STRONGSWAN_CONF", directory.resolve(name + ".strongswan.conf").toString());
  }
}
