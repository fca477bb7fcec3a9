package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import java.util.List;

/** Connections of the ExpressRoute gateway beside the one that is drilled. */
final class OtherCircuitConnections {
  private OtherCircuitConnections() {}

  static List<ActualResource> of(GateContext gateContext) {
    ResourceKey drilled = gateContext.target().expressRoute().connection().key();
    List<ActualResource> all = gateContext.seen().connections().value();
    return all == null
        ? List.of()
        : all.stream()
            .filter(c -> c.properties().text("connectionType").equalsIgnoreCase("ExpressRoute"))
            .filter(c -> !c.key().isSame(drilled))
            .toList();
  }
}
