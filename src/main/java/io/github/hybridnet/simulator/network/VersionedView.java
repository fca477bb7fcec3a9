package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/** Shows a resource as another view does, without what the version asked for does not have. */
record VersionedView(ResourceView view) implements ResourceView {
  @Override
  public boolean timed() {
    return view.timed();
  }

  @Override
  public ObjectNode show(ObjectNode resource, Look look) {
    ObjectNode shown = view.show(resource, look);
    FieldVersions.recorded().strip(shown, look.apiVersion());
    return shown;
  }
}
