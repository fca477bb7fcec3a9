package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.FactListReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;

/** The services to which a subnet can be delegated, and what each may then do in it. */
final class SubnetDelegations {
  private static final String JOIN = "Microsoft.Network/virtualNetworks/subnets/join/action";
  private static final List<ObjectNode> ALL =
      FactListReader.list(SubnetDelegations.class, "delegations.json");

  private SubnetDelegations() {}

  /** What the service may do in a subnet; joining it, if the service is not a known one. */
  static List<String> actions(String service) {
    return ALL.stream()
        .filter(each -> service.equalsIgnoreCase(JsonMembers.text(each, "serviceName")))
        .map(each -> JsonMembers.strings(each, "actions"))
        .findFirst()
        .orElse(List.of(JOIN));
  }

  /** GET of what a region offers. */
  static OperationAnswer available(ResourceRequest request) {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    for (ObjectNode each : ALL) {
      String name = JsonMembers.textOr(each, "serviceName", "").replace('/', '.');
      ObjectNode entry = value.addObject().put("name", name);
      entry.put("id", request.id() + "/providers/Microsoft.Network/availableDelegations/" + name);
      entry.put("type", "Microsoft.Network/availableDelegations");
      entry.setAll(each.deepCopy());
    }
    return OperationAnswer.plain(200, body);
  }
}
