package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredSubnets;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.LongRunningAction;
import io.github.hybridnet.simulator.network.resource.ResourceCalls;

/** Calls of virtual networks and subnets that ask for more than their state. */
final class NetworkInquiries {
  private static final String DURATION = "virtualNetworks.action";
  private static final int KEPT_BY_THE_SERVICE = 5;
  private static final int BITS = 32;

  private NetworkInquiries() {}

  static ResourceCalls ofNetwork() {
    return builder ->
        builder
            .call("GET", "CheckIPAddressAvailability", AddressAvailability::check)
            .call("GET", "usages", NetworkInquiries::usages)
            .call(
                "POST",
                "ddosProtectionStatus",
                LongRunningAction.inquiry(DURATION, NetworkInquiries::protectedAddresses));
  }

  static ResourceCalls ofSubnet() {
    return builder ->
        builder
            .call("GET", "ResourceNavigationLinks", NetworkInquiries::none)
            .call("GET", "ServiceAssociationLinks", NetworkInquiries::none)
            .call("POST", "PrepareNetworkPolicies", policies())
            .call("POST", "UnprepareNetworkPolicies", policies());
  }

  private static LongRunningAction policies() {
    return new LongRunningAction(
        DURATION,
        OperationAnswer.OperationLinks.ASYNC_OPERATION_AND_LOCATION,
        LongRunningAction.checked(ConcurrencyGuard::defer),
        LongRunningAction::nothing);
  }

  private static OperationAnswer none(ResourceRequest request) {
    ObjectNode body = JsonCodec.object();
    body.putArray("value");
    return OperationAnswer.plain(200, body);
  }

  private static OperationAnswer usages(ResourceRequest request) {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    for (ObjectNode subnet : JsonMembers.objects(request.required(), "properties", "subnets")) {
      ObjectNode entry = value.addObject();
      boolean gateway =
          StoredSubnets.GATEWAY_SUBNET.equalsIgnoreCase(JsonMembers.textOr(subnet, "name", ""));
      int used = JsonMembers.objects(subnet, "properties", "ipConfigurations").size();
      entry.put("currentValue", gateway ? -1.0 : used);
      entry.put("id", ResourceReference.idOf(subnet));
      entry.put("limit", gateway ? -1.0 : size(subnet));
      entry
          .putObject("name")
          .put("localizedValue", "Subnet size and usage")
          .put("value", "SubnetSpace");
      entry.put("unit", "Count");
    }
    return OperationAnswer.plain(200, body);
  }

  private static double size(ObjectNode subnet) {
    return StoredSubnets.prefixes(subnet).stream()
        .flatMap(prefix -> AddressPrefix.parse(prefix).stream())
        .filter(AddressPrefix::isIpv4)
        .mapToDouble(range -> Math.pow(2, BITS - range.length()) - KEPT_BY_THE_SERVICE)
        .sum();
  }

  /** Nothing in a network here has a public address that a plan would protect. */
  private static JsonNode protectedAddresses(
      OperationCompletion operationCompletion, ObjectNode network) {
    ObjectNode body = JsonCodec.object();
    body.putArray("value");
    return body;
  }
}
