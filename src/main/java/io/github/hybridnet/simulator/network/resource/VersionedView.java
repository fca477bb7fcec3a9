package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;

/**
 * Shows a resource as another view does, without members that the requested API version does not
 * have.
 */
public record VersionedView(ResourceView view) implements ResourceView {
  @Override
  public boolean timed() {
    return view.timed();
  }

  @Override
  public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
    ObjectNode shown = view.show(resource, viewContext);
    FieldVersions.recorded().strip(shown, viewContext.apiVersion());
    return shown;
  }
}
