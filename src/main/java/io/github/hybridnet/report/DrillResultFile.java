package io.github.hybridnet.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.drill.api.DrillFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code result.json}: what scripts and {@code verify-drill} need to know of a drill. */
public final class DrillResultFile {
  /** The file's name in the directory of the drill's reports. */
  static final String NAME = "result.json";

  private static final int LARGEST = 16 * 1024 * 1024;

  private final Path path;

  /**
   * The result file of a drill.
   *
   * @param directory the directory of the drill's reports
   */
  public DrillResultFile(Path directory) {
    this.path = directory.resolve(NAME);
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  void write(DrillReport report) throws IOException {
    JsonFile.write(path, DrillOutcomeJson.outcome(report));
  }

  /** Writes the result of a drill that was refused before it could come to a verdict. */
  void writeRefused(DrillFinding finding) throws IOException {
    ObjectNode root = JsonFile.JSON.createObjectNode();
    root.put("schemaVersion", DrillReportFiles.SCHEMA_VERSION);
    root.put("id", "");
    root.put("outcome", "refused");
    root.put("code", finding.code());
    root.putArray("findings")
        .addObject()
        .put("code", finding.code())
        .put("text", finding.text())
        .put("fix", finding.fix());
    JsonFile.write(path, root);
  }

  /**
   * Reads the result of the last drill.
   *
   * @return empty when there is none
   * @throws IOException when it cannot be read or is damaged
   */
  public Optional<StoredDrillResult> read() throws IOException {
    try {
      if (Files.size(path) > LARGEST) {
        throw new IOException("It is too large.");
      }
      JsonNode root = JsonFile.JSON.readTree(Files.readAllBytes(path));
      StoredDrillResult result =
          new StoredDrillResult(
              text(root, "id"), text(root, "outcome"), text(root, "code"), findings(root));
      if (!result.isValid()) {
        throw new IOException("Its outcome is unknown.");
      }
      return Optional.of(result);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException("It is not JSON.", e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).isTextual() ? node.path(name).textValue() : "";
  }

  private static List<DrillFinding> findings(JsonNode root) {
    List<DrillFinding> findings = new ArrayList<>();
    root.path("findings")
        .forEach(
            f -> findings.add(new DrillFinding(text(f, "code"), text(f, "text"), text(f, "fix"))));
    return findings;
  }
}
