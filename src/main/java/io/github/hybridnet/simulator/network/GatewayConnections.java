package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.ResourceView.Look;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;

/** GET of the connections that have a gateway at either end. */
final class GatewayConnections {
  private GatewayConnections() {}

  static Answer list(ArmRequest request) {
    Look look = new Look(Occasion.LISTED, request.call().apiVersion(), request.world().now());
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    VersionedView view = new VersionedView(new ConnectionView());
    Connections.of(request.world(), request.id())
        .forEach(connection -> value.add(view.show(connection, look)));
    return Answer.plain(200, body);
  }
}
