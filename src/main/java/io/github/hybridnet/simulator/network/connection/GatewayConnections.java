package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.VersionedView;

/** GET of the connections that have a gateway at either end. */
final class GatewayConnections {
  private GatewayConnections() {}

  static OperationAnswer list(ResourceRequest request) {
    ViewContext viewContext =
        ViewContext.of(Occasion.LISTED, request.call().apiVersion(), request.world());
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    VersionedView view = new VersionedView(new ConnectionView());
    StoredConnections.of(request.world(), request.id())
        .forEach(connection -> value.add(view.show(connection, viewContext)));
    return OperationAnswer.plain(200, body);
  }
}
