package io.github.hybridnet.simulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** The one file that holds everything the simulator remembers, its secrets encrypted. */
public final class StateFile {
  private static final int SCHEMA = 1;

  private static final String SIGNATURE = "signature";

  /** Stands for the signature in what is signed. */
  private static final String UNSIGNED = "0".repeat(64);

  /** Where the signature is: it comes right after the version. */
  private static final int HEAD = 200;

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
    byte[] content = Files.readAllBytes(file);
    JsonNode document;
    try {
      document = mapper.readTree(content);
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
    // States of earlier versions have none.
    JsonNode signature = state.remove(SIGNATURE);
    if (signature != null && !isSigned(content, signature.asText())) {
      throw new BrokenFileException(file, "it was changed after the simulator had saved it");
    }
    return Optional.of(state);
  }

  private boolean isSigned(byte[] content, String signature) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(signature);
    if (signature.length() != UNSIGNED.length() || at < 0 || at > HEAD) {
      return false;
    }
    return signature.equals(secrets.sign(with(content, at, UNSIGNED)));
  }

  private static byte[] with(byte[] content, int at, String signature) {
    byte[] changed = content.clone();
    byte[] digits = signature.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, changed, at, digits.length);
    return changed;
  }

  /** Replaces the file by a new state. */
  void save(ObjectNode state) throws IOException {
    ObjectNode document = mapper.createObjectNode();
    document.put("schemaVersion", SCHEMA);
    document.put(SIGNATURE, UNSIGNED);
    document.setAll(secrets.seal(state));
    byte[] unsigned = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    int at =
        new String(unsigned, 0, Math.min(HEAD, unsigned.length), StandardCharsets.ISO_8859_1)
            .indexOf(UNSIGNED);
    PrivateFiles.write(file, with(unsigned, at, secrets.sign(unsigned)));
  }
}
