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
import java.util.Set;

/**
 * The result of a drill, as {@code result.json} keeps it for a goal that comes later.
 *
 * @param id the drill's name, empty where it did not come to have one
 * @param outcome such as {@code passed}
 * @param code the code of the failure; empty when it is none
 * @param findings why
 */
public record StoredDrillResult(
    String id, String outcome, String code, List<DrillFinding> findings) {
  private static final Set<String> GOOD = Set.of("passed", "dry-run", "observed");
  private static final Set<String> BAD = Set.of("failed", "restore-failed", "refused");
  private static final int LARGEST = 16 * 1024 * 1024;

  /** Copies the list. */
  public StoredDrillResult {
    findings = List.copyOf(findings);
  }

  /** Whether the drill failed or was refused. */
  public boolean isFailure() {
    return BAD.contains(outcome);
  }

  /** Where the result is. */
  public static Path file(Path directory) {
    return directory.resolve(DrillResultFile.NAME);
  }

  /**
   * Reads it.
   *
   * @return empty when there is none
   * @throws IOException when it cannot be read or is damaged
   */
  public static Optional<StoredDrillResult> read(Path directory) throws IOException {
    Path file = file(directory);
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("It is too large.");
      }
      JsonNode root = JsonFile.JSON.readTree(Files.readAllBytes(file));
      StoredDrillResult result =
          new StoredDrillResult(
              text(root, "id"), text(root, "outcome"), text(root, "code"), findings(root));
      if (!GOOD.contains(result.outcome()) && (!result.isFailure() || result.code().isEmpty())) {
        throw new IOException("It has no outcome that is known.");
      }
      return Optional.of(result);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException("It is no JSON.", e);
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

  /** Writes the result of a drill that was refused before it could come to a verdict. */
  static void writeRefused(Path directory, DrillFinding drillFinding) throws IOException {
    ObjectNode root = JsonFile.JSON.createObjectNode();
    root.put("schemaVersion", DrillReportFiles.SCHEMA_VERSION);
    root.put("id", "");
    root.put("outcome", "refused");
    root.put("code", drillFinding.code());
    root.putArray("findings")
        .addObject()
        .put("code", drillFinding.code())
        .put("text", drillFinding.text())
        .put("fix", drillFinding.fix());
    JsonFile.write(file(directory), root);
  }
}
