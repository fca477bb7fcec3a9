package io.github.hybridnet.simulator.network.routing;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import java.util.ArrayList;
import java.util.List;

/**
 * The two links of a circuit between the customer's routers and Microsoft's. The simulator's owner
 * may cut them; with BFD that is noticed at once, without it when the hold time of BGP is over.
 */
public final class CircuitLinks {
  private static final String CUT = "Down";
  private static final String BFD = "bfd";

  private CircuitLinks() {}

  public static boolean isCut(JsonNode circuit, String link) {
    return HiddenProperties.text(circuit, link).filter(CUT::equals).isPresent();
  }

  static RoutingLegHealth.LegCondition fact(JsonNode circuit, String link) {
    boolean bfd = HiddenProperties.text(circuit, BFD).filter("false"::equals).isEmpty();
    String cause = bfd ? "link" : "linkWithoutBfd";
    return new RoutingLegHealth.LegCondition(
        !isCut(circuit, link), "convergence.expressRoute." + cause);
  }

  /** The admin call {@code PUT circuits/{name}/links}. */
  static OperationAnswer choose(ResourceRequest request) {
    List<String> changed = new ArrayList<>();
    for (String link : RoutingLeg.LINKS) {
      JsonNode wanted = request.body().get(link);
      if (wanted != null) {
        String state = AllowedValues.LINK_STATE.canonical(wanted.asText(), link);
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
    return OperationAnswer.plain(200, request.call().body());
  }

  private static void note(ResourceRequest request, String name, String value) {
    request
        .world()
        .resources()
        .changeQuietly(request.id(), circuit -> HiddenProperties.put(circuit, name, value));
  }
}
