package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.state.BrokenFileException;
import io.github.hybridnet.simulator.state.PrivateFiles;
import io.github.hybridnet.simulator.state.SecretCipher;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The directory of a simulator: how clients find it and sign in. */
final class SimulatorDirectory {
  /** The same in every simulator, so that ids in files and commands stay valid for a new one. */
  private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";

  private static final String MARK = ".hybridnet-simulator";
  private static final String MARK_TEXT =
      "This directory belongs to the simulator of hybridnet, which changes and deletes files in"
          + " it.\n";
  private static final String ENDPOINT = "endpoint";
  private static final String SHELL = "environment.sh";
  private static final String PROPERTIES = "simulator.properties";

  private final Path directory;

  SimulatorDirectory(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  Path path() {
    return directory;
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /**
   * Makes the directory, or makes sure that it is a simulator's: nothing that somebody else keeps
   * there is changed.
   *
   * @throws SimulatorException if somebody else uses it
   */
  void claim() throws IOException {
    if (Files.exists(directory)) {
      if (!Files.isDirectory(directory) || !(isMarked() || isEmpty() || isOfEarlierVersion())) {
        throw StartProblems.foreign(directory);
      }
    } else {
      PrivateFiles.directory(directory);
    }
    if (!isMarked()) {
      PrivateFiles.writePublic(file(MARK), MARK_TEXT.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether the files of the simulator that runs here are still there. */
  boolean isMarked() {
    return Files.isRegularFile(file(MARK), LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      return content.findAny().isEmpty();
    }
  }

  /** Earlier versions wrote no marker, but no other program has both files in these forms. */
  private boolean isOfEarlierVersion() throws IOException {
    try {
      Path key = file("state.key");
      if (Files.exists(file("credentials.json")) && Files.exists(key)) {
        credentials();
        SecretCipher.keyIn(key);
        return true;
      }
      return false;
    } catch (BrokenFileException e) {
      return false;
    }
  }

  /** The address that the last simulator wrote and did not remove. */
  Optional<URI> endpoint() throws IOException {
    try {
      String line = new String(Files.readAllBytes(file(ENDPOINT)), StandardCharsets.UTF_8).strip();
      return line.startsWith("https://") ? Optional.of(URI.create(line)) : Optional.empty();
    } catch (NoSuchFileException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Writes the files that are there while it runs; the endpoint last, since others wait for it. */
  void writeEndpoint(SimulatorAccess access) throws IOException {
    write(PROPERTIES, ClientSettings.propertiesFile(access));
    write(SHELL, ClientSettings.shellFile(access));
    write(ENDPOINT, access.endpoint() + "\n");
  }

  private void write(String name, String text) throws IOException {
    PrivateFiles.writePublic(file(name), text.getBytes(StandardCharsets.UTF_8));
  }

  void removeEndpoint() throws IOException {
    for (String name : new String[] {ENDPOINT, SHELL, PROPERTIES}) {
      Files.deleteIfExists(file(name));
    }
  }

  /** Forgets all resources; credentials and certificates stay. */
  void forgetState() throws IOException {
    Files.deleteIfExists(file("state.json"));
  }

  /** Whether what a client needs beside the address is there. */
  boolean hasKeys() {
    return Files.exists(file("credentials.json")) && Files.exists(file("ca.pem"));
  }

  SimulatorAccess access(URI endpoint) throws IOException {
    return new SimulatorAccess(endpoint, file("ca.pem"), credentials());
  }

  /** The credentials of this directory, made at the first start. */
  SimulatorCredentials credentials() throws IOException {
    Path file = file("credentials.json");
    if (!Files.exists(file)) {
      SimulatorCredentials fresh = generate(new SecureRandom());
      PrivateFiles.write(file, JsonCodec.bytes(json(fresh)));
      return fresh;
    }
    try {
      return read(JsonCodec.parse(Files.readAllBytes(file)));
    } catch (JsonCodec.BadJsonException | IllegalArgumentException e) {
      throw new BrokenFileException(file, "it does not hold the simulator's credentials");
    }
  }

  private static SimulatorCredentials read(JsonNode node) {
    return new SimulatorCredentials(
        text(node, "tenantId"),
        text(node, "subscriptionId"),
        text(node, "clientId"),
        text(node, "clientSecret"),
        text(node, "adminToken"));
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    if (text.isBlank()) {
      throw new IllegalArgumentException(field);
    }
    return text;
  }

  private static ObjectNode json(SimulatorCredentials credentials) {
    return JsonCodec.object()
        .put("tenantId", credentials.tenantId())
        .put("subscriptionId", credentials.subscriptionId())
        .put("clientId", credentials.clientId())
        .put("clientSecret", credentials.clientSecret())
        .put("adminToken", credentials.adminToken());
  }

  private static SimulatorCredentials generate(SecureRandom random) {
    return new SimulatorCredentials(
        UUID.randomUUID().toString(),
        SUBSCRIPTION,
        UUID.randomUUID().toString(),
        secret(random),
        secret(random));
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[30];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
