package io.github.hybridnet.simulator.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The error codes with which Azure refuses requests or ends operations: what each says, who
 * evidences it, and the requests by which the simulator is brought to answer with it.
 *
 * @param bodies what requests send, by name; {@code ~} stands for the path of the network provider
 * @param sites requests that many entries begin with, by name
 * @param codes the entries; a code with several statuses or texts has several
 */
public record ErrorCodeTable(
    Map<String, JsonNode> bodies, Map<String, List<JsonNode>> sites, List<Entry> codes) {
  static final Path FILE = Path.of("src/beliefs/error-codes.json");

  static ErrorCodeTable read() throws IOException {
    return new ObjectMapper().readValue(FILE.toFile(), ErrorCodeTable.class);
  }

  /**
   * A source.
   *
   * @param kind recording, document, public issue or report
   * @param where the session, the page, or repository and number
   * @param date as far as it is known, else empty
   */
  public record Source(String kind, String where, String date) {}

  /**
   * One code as it is answered in one situation.
   *
   * @param area who answers: Microsoft.Network, Resource Manager or Deployments
   * @param code as Azure writes it, with the blank that it puts before some
   * @param status the HTTP status; of an operation that of the poll
   * @param inside the code in whose details it stands; empty if it stands by itself
   * @param operation whether an accepted operation ends with it
   * @param text Azure's text, names in braces stand for what differs; empty if it is not known
   * @param evidence at least one source
   * @param cloud {@code earlier} if it needs a cloud in which no SKU is retired; else empty
   * @param fault whether only a fault rule provokes it, as intermittent failures of the service
   * @param steps the requests, the last of which is refused; none if nothing provokes it
   * @param without why nothing provokes it
   */
  public record Entry(
      String area,
      String code,
      int status,
      String inside,
      boolean operation,
      String text,
      List<Source> evidence,
      String cloud,
      boolean fault,
      List<JsonNode> steps,
      String without) {
    /** Fills in what the file leaves out. */
    public Entry {
      inside = Objects.requireNonNullElse(inside, "");
      text = Objects.requireNonNullElse(text, "");
      cloud = Objects.requireNonNullElse(cloud, "");
      steps = steps == null ? List.of() : List.copyOf(steps);
      without = Objects.requireNonNullElse(without, "");
      evidence = List.copyOf(evidence);
    }

    boolean provoked() {
      return !steps.isEmpty();
    }

    /** The name in reports of tests. */
    String title() {
      return code.strip() + (inside.isEmpty() ? "" : " in " + inside) + " " + status;
    }
  }
}
