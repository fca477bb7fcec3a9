package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The two links of a circuit between the customer's routers and Microsoft's. The simulator's owner
 * may cut them; with BFD that is noticed at once, without it when the hold time of BGP is over.
 */
final class CircuitLinks {
  private static final String CUT = "Down";
  private static final String BFD = "bfd";

  private CircuitLinks() {}

  static boolean isCut(JsonNode circuit, String link) {
    return Hidden.text(circuit, link).filter(CUT::equals).isPresent();
  }

  static LegFacts.Fact fact(JsonNode circuit, String link) {
    boolean bfd = Hidden.text(circuit, BFD).filter("false"::equals).isEmpty();
    String cause = bfd ? "link" : "linkWithoutBfd";
    return new LegFacts.Fact(!isCut(circuit, link), "convergence.expressRoute." + cause);
  }

  /** The admin call {@code PUT circuits/{name}/links}. */
  static Answer choose(ArmRequest request) {
    List<String> changed = new ArrayList<>();
    for (String link : Leg.LINKS) {
      JsonNode wanted = request.body().get(link);
      if (wanted != null) {
        String state = Choice.LINK_STATE.canonical(wanted.asText(), link);
        note(request, link, state);
        changed.add(link);
      }
    }
    JsonNode bfd = request.body().get(BFD);
    if (bfd != null && bfd.isBoolean()) {
      note(request, BFD, bfd.asText());
      changed.add(BFD);
    }
    if (changed.isEmpty()) {
      throw ArmErrors.invalidRequestContent(
          "The body must be {\"primary\": \"Down\", \"secondary\": \"Down\", \"bfd\": true}, each"
              + " of which may be left out.");
    }
    ConnectionStatuses.refresh(request.world());
    return Answer.plain(200, request.call().body());
  }

  private static void note(ArmRequest request, String name, String value) {
    request
        .world()
        .resources()
        .changeQuietly(request.id(), circuit -> Hidden.put(circuit, name, value));
  }
}
