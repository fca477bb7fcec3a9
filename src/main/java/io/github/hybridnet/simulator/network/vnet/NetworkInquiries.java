package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.LongRunningAction;
import io.github.hybridnet.simulator.network.resource.ResourceCalls;
import java.util.function.BiFunction;

/** What can be asked of networks, subnets and public addresses beside their own state. */
public final class NetworkInquiries {
  private static final String DURATION = "virtualNetworks.action";
  private static final int KEPT_BY_THE_SERVICE = 5;
  private static final int BITS = 32;

  private NetworkInquiries() {}

  public static ResourceCalls ofNetwork() {
    return builder ->
        builder
            .call("GET", "CheckIPAddressAvailability", AddressAvailability::check)
            .call("GET", "usages", NetworkInquiries::usages)
            .call("POST", "ddosProtectionStatus", report(NetworkInquiries::protectedAddresses));
  }

  public static ResourceCalls ofSubnet() {
    return builder ->
        builder
            .call("GET", "ResourceNavigationLinks", NetworkInquiries::none)
            .call("GET", "ServiceAssociationLinks", NetworkInquiries::none)
            .call("POST", "PrepareNetworkPolicies", policies())
            .call("POST", "UnprepareNetworkPolicies", policies());
  }

  public static ResourceCalls ofAddress() {
    return builder ->
        builder.call("POST", "ddosProtectionStatus", report(NetworkInquiries::protection));
  }

  private static LongRunningAction report(
      BiFunction<OperationCompletion, ObjectNode, JsonNode> result) {
    return new LongRunningAction(
        DURATION,
        OperationAnswer.OperationLinks.LOCATION,
        LongRunningAction.checked(request -> {}),
        result);
  }

  private static LongRunningAction policies() {
    return new LongRunningAction(
        DURATION,
        OperationAnswer.OperationLinks.ASYNC_OPERATION_AND_LOCATION,
        LongRunningAction.checked(ConcurrencyGuard::defer),
        LongRunningAction::nothing);
  }

  private static OperationAnswer none(ResourceRequest request) {
    ObjectNode body = JsonMembers.object();
    body.putArray("value");
    return OperationAnswer.plain(200, body);
  }

  private static OperationAnswer usages(ResourceRequest request) {
    ObjectNode body = JsonMembers.object();
    ArrayNode value = body.putArray("value");
    for (ObjectNode subnet : JsonMembers.objects(request.required(), "properties", "subnets")) {
      ObjectNode entry = value.addObject();
      boolean gateway =
          SubnetBody.GATEWAY_SUBNET.equalsIgnoreCase(JsonMembers.textOr(subnet, "name", ""));
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
    return SubnetBody.prefixes(subnet).stream()
        .flatMap(prefix -> AddressPrefix.parse(prefix).stream())
        .filter(AddressPrefix::isIpv4)
        .mapToDouble(range -> Math.pow(2, BITS - range.length()) - KEPT_BY_THE_SERVICE)
        .sum();
  }

  /** Nothing in a network here has a public address that a plan would protect. */
  private static JsonNode protectedAddresses(
      OperationCompletion operationCompletion, ObjectNode network) {
    ObjectNode body = JsonMembers.object();
    body.putArray("value");
    return body;
  }

  private static JsonNode protection(OperationCompletion operationCompletion, ObjectNode address) {
    ObjectNode body =
        JsonMembers.object().put("publicIpAddressId", ResourceReference.idOf(address));
    body.put(
        "publicIpAddress", JsonMembers.textOr(JsonMembers.properties(address), "ipAddress", ""));
    return body.put("isWorkloadProtected", "False");
  }
}
