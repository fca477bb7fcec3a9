package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/** Shows a resource as it is stored, but for the simulator's own notes. */
final class HidingView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, Look look) {
    Hidden.strip(resource);
    return resource;
  }
}
