package io.github.hybridnet.simulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** The one file that holds everything the simulator remembers, its secrets encrypted. */
public final class StateFile {
  private static final int SCHEMA = 1;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Path file;
  private final SecretFields secrets;

  public StateFile(Path file, SecretFields secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /**
   * Reads the state; empty if there is no file yet.
   *
   * @throws BrokenFileException if there is one that is not a state, or whose secrets cannot be
   *     decrypted
   */
  public Optional<ObjectNode> load() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode document;
    try {
      document = mapper.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new BrokenFileException(file, "it is not JSON");
    }
    if (!(document instanceof ObjectNode state) || !state.path("schemaVersion").isInt()) {
      throw new BrokenFileException(file, "it is not a state of the simulator");
    }
    if (state.path("schemaVersion").asInt() != SCHEMA) {
      throw new BrokenFileException(
          file, "its schemaVersion is not " + SCHEMA + ", it comes from another version");
    }
    try {
      secrets.unseal(state);
    } catch (GeneralSecurityException e) {
      throw new BrokenFileException(file, "its secrets do not fit the key beside it");
    }
    return Optional.of(state);
  }

  /** Replaces the file. */
  public void save(ObjectNode state) throws IOException {
    ObjectNode document = mapper.createObjectNode();
    document.put("schemaVersion", SCHEMA);
    document.setAll(secrets.seal(state));
    PrivateFiles.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }
}
