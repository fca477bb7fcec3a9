package io.github.hybridnet.azure.recording;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.engine.journal.AtomicFileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes what a goal says to Azure Resource Manager, and hears from it, as a cassette that {@code
 * hybridnet:replay} reads. The file is for its owner only and whole at each moment, also after an
 * interrupt. A recording that cannot be written is one warning, and never a failure of the goal.
 */
public final class CassetteRecorder implements TrafficListener {
  /** The file is written anew when it has grown by this share, so that long runs stay fast. */
  private static final int SHARE = 20;

  private final Path file;
  private final Consumer<String> warnings;
  private final InteractionRecord interactionRecord =
      new InteractionRecord(new TrafficAnonymizer(new SecureRandom()));
  private final ArrayNode interactions = JsonNodeFactory.instance.arrayNode();
  private int written;
  private boolean isBroken;

  /**
   * A recorder with a file of its own.
   *
   * @param folder created if it does not exist
   * @param goal the goal's name, with which the file's name begins
   * @param now the time of the recording
   * @param warnings gets at most one text
   */
  public CassetteRecorder(Path folder, String goal, Instant now, Consumer<String> warnings) {
    String moment = now.toString().replaceAll("\\..*|[:Z-]", "");
    String unique = UUID.randomUUID().toString().substring(0, 8);
    this.file = folder.resolve(goal + "-" + moment + "-" + unique + ".json");
    this.warnings = warnings;
  }

  @Override
  public synchronized void answered(HttpRequest request, HttpResponse response) {
    if (isBroken) {
      return;
    }
    try {
      interactions.add(interactionRecord.of(request, response));
      if (interactions.size() >= written + 1 + written / SHARE) {
        write();
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (!isBroken && interactions.size() > written) {
        write();
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  private void write() throws IOException {
    ObjectNode cassette = JsonNodeFactory.instance.objectNode();
    cassette.put("source", "hybridnet-maven-plugin");
    cassette.put("recorded", interactionRecord.firstDate());
    cassette.put("requestBodiesRecorded", true);
    cassette.set("interactions", interactions);
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFileWriter.writeDurably(file, cassette.toPrettyString());
    written = interactions.size();
  }

  private void fail(Exception e) {
    isBroken = true;
    String why = e instanceof IOException ? e.toString() : e.getClass().getSimpleName();
    warnings.accept(RecordingProblems.unwritable(file, why).getMessage());
  }
}
