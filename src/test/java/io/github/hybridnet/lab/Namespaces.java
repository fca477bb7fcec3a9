package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The network namespaces of one lab, by the script that makes and removes them. */
final class Namespaces implements AutoCloseable {
  private static final String SCRIPT = "src/lab/namespaces";
  private static final int CANNOT = 77;
  private static final Path ALL = Path.of("/run/netns");
  private static final Pattern OURS = Pattern.compile("(hybridnet-(\\d+)-).+");

  private final String prefix;

  private Namespaces(String prefix) {
    this.prefix = prefix;
  }

  /** Those of this process. */
  static Namespaces own() {
    return new Namespaces("hybridnet-" + ProcessHandle.current().pid() + "-");
  }

  /** Why this machine cannot have them; empty if it can. */
  Optional<String> obstacle() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/bin/bash"))
        && !Files.isExecutable(Path.of("/usr/bin/bash"))) {
      return Optional.of("The failover lab cannot run here: there is no bash.");
    }
    Programs.Outcome outcome = Programs.run(script("check"), environment(Map.of()));
    if (outcome.status() != 0 && outcome.status() != CANNOT) {
      throw new IllegalStateException(outcome.output());
    }
    return outcome.status() == 0 ? Optional.empty() : Optional.of(outcome.output());
  }

  /** Removes what labs have left whose process is gone. */
  static void sweep() throws IOException, InterruptedException {
    if (!Files.isDirectory(ALL)) {
      return;
    }
    List<String> names;
    try (Stream<Path> files = Files.list(ALL)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    for (String name : names) {
      Matcher matcher = OURS.matcher(name);
      if (matcher.matches() && ProcessHandle.of(Long.parseLong(matcher.group(2))).isEmpty()) {
        new Namespaces(matcher.group(1)).close();
      }
    }
  }

  void up() throws IOException, InterruptedException {
    Programs.demand(script("up"), environment(Map.of()));
  }

  /** Joins them. */
  void wire(Map<String, String> addresses) throws IOException, InterruptedException {
    Programs.demand(script("wire"), environment(addresses));
  }

  /** What all their names begin with. */
  String prefix() {
    return prefix;
  }

  /** The words that run a program in one of them. */
  List<String> in(String namespace, List<String> words) {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", prefix + namespace));
    all.addAll(words);
    return all;
  }

  /** The words that run a program in one of them. */
  List<String> in(String namespace, String... words) {
    return in(namespace, List.of(words));
  }

  /** Ends what runs in them, and removes them. */
  @Override
  public void close() throws IOException, InterruptedException {
    Programs.demand(script("down"), environment(Map.of()));
  }

  private static List<String> script(String verb) {
    return List.of("bash", SCRIPT, verb);
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("LAB", prefix);
    return all;
  }
}
