package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmRequest;
import java.util.List;

/** The services to which a subnet can be delegated, and what each may then do in it. */
final class Delegations {
  private static final String JOIN = "Microsoft.Network/virtualNetworks/subnets/join/action";
  private static final List<ObjectNode> ALL = Facts.list("delegations.json");

  private Delegations() {}

  /** What the service may do in a subnet; joining it, if the service is not a known one. */
  static List<String> actions(String service) {
    return ALL.stream()
        .filter(each -> service.equalsIgnoreCase(Json.text(each, "serviceName")))
        .map(each -> Json.strings(each, "actions"))
        .findFirst()
        .orElse(List.of(JOIN));
  }

  /** GET of what a region offers. */
  static Answer available(ArmRequest request) {
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    for (ObjectNode each : ALL) {
      String name = Json.textOr(each, "serviceName", "").replace('/', '.');
      ObjectNode entry = value.addObject().put("name", name);
      entry.put("id", request.id() + "/providers/Microsoft.Network/availableDelegations/" + name);
      entry.put("type", "Microsoft.Network/availableDelegations");
      entry.setAll(each.deepCopy());
    }
    return Answer.plain(200, body);
  }
}
