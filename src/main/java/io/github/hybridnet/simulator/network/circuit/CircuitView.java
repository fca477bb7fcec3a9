package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/** How a circuit is shown: without the simulator's own notes in it and in its peerings. */
final class CircuitView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
    HiddenProperties.strip(resource);
    JsonMembers.objects(resource, "properties", "peerings")
        .forEach(
            peering -> {
              CircuitPeeringState.show(peering, viewContext);
              CircuitPeeringKey.show(peering, viewContext);
            });
    return resource;
  }
}
