package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/** Shows a resource as it is stored, but for the simulator's own notes. */
public final class HidingView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
    HiddenProperties.strip(resource);
    return resource;
  }
}
