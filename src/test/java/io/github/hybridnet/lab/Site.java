package io.github.hybridnet.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@link SiteMain}, in a process of its own on the site's host. */
final class Site implements AutoCloseable {
  private static final int SPEED = 300;

  private final Process process;
  private final BufferedReader answers;
  private final Path simulator;
  private final String subscription;

  private Site(Process process, Path simulator) throws IOException {
    this.process = process;
    this.simulator = simulator;
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.subscription = hear();
  }

  /** Starts it, with the simulator's directory and the driver's log in a directory. */
  static Site start(Namespaces namespaces, Path directory) throws IOException {
    Path simulator = directory.resolve("simulator");
    ProcessBuilder builder =
        new ProcessBuilder(
            namespaces.in(
                "host", Java.words(SiteMain.class, simulator.toString(), Integer.toString(SPEED))));
    builder.redirectError(log(directory).toFile());
    return new Site(builder.start(), simulator);
  }

  /** What simulator and driver have to say. */
  String log() throws IOException {
    return Files.readString(log(simulator.getParent()));
  }

  private static Path log(Path directory) {
    return directory.resolve("site.log");
  }

  /** The simulator's directory. */
  Path simulator() {
    return simulator;
  }

  /** The id of a resource of the network provider, by what follows there. */
  String id(String resource) {
    return "/subscriptions/"
        + subscription
        + "/resourceGroups/"
        + Declared.GROUP
        + "/providers/Microsoft.Network/"
        + resource;
  }

  /** Gives it a command; the answer. */
  synchronized String tell(String... words) throws IOException {
    String line = String.join(" ", words);
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return hear();
  }

  /** Tells the simulator what the site announces, over the circuit or through the tunnel. */
  void announce(String over, String... prefixes) throws IOException {
    String list = '"' + String.join("\",\"", prefixes) + '"';
    tell("admin", "PUT", over + "/announcements", "{\"prefixes\":[" + list + "]}");
  }

  private String hear() throws IOException {
    String line = answers.readLine();
    if (line == null || !line.startsWith("= ")) {
      throw new IllegalStateException("The site answered " + line);
    }
    return line.substring(2);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
