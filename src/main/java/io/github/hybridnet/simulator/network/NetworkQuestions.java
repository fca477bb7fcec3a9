package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import java.util.function.BiFunction;

/** What can be asked of networks, subnets and public addresses beside their own state. */
final class NetworkQuestions {
  private static final String DURATION = "virtualNetworks.action";
  private static final int KEPT_BY_THE_SERVICE = 5;
  private static final int BITS = 32;

  private NetworkQuestions() {}

  static ResourceCalls ofNetwork() {
    return builder ->
        builder
            .call("GET", "CheckIPAddressAvailability", AddressAvailability::check)
            .call("GET", "usages", NetworkQuestions::usages)
            .call("POST", "ddosProtectionStatus", report(NetworkQuestions::protectedAddresses));
  }

  static ResourceCalls ofSubnet() {
    return builder ->
        builder
            .call("GET", "ResourceNavigationLinks", NetworkQuestions::none)
            .call("GET", "ServiceAssociationLinks", NetworkQuestions::none)
            .call("POST", "PrepareNetworkPolicies", policies())
            .call("POST", "UnprepareNetworkPolicies", policies());
  }

  static ResourceCalls ofAddress() {
    return builder ->
        builder.call("POST", "ddosProtectionStatus", report(NetworkQuestions::protection));
  }

  private static Report report(BiFunction<Completion, ObjectNode, JsonNode> result) {
    return new Report(DURATION, Answer.Links.LOCATION, Report.checked(request -> {}), result);
  }

  private static Report policies() {
    return new Report(
        DURATION,
        Answer.Links.ASYNC_OPERATION_AND_LOCATION,
        Report.checked(Busy::defer),
        Report::nothing);
  }

  private static Answer none(ArmRequest request) {
    ObjectNode body = Json.object();
    body.putArray("value");
    return Answer.plain(200, body);
  }

  private static Answer usages(ArmRequest request) {
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    for (ObjectNode subnet : Json.objects(request.required(), "properties", "subnets")) {
      ObjectNode entry = value.addObject();
      boolean gateway = SubnetBody.GATEWAY_SUBNET.equalsIgnoreCase(Json.textOr(subnet, "name", ""));
      int used = Json.objects(subnet, "properties", "ipConfigurations").size();
      entry.put("currentValue", gateway ? -1.0 : used);
      entry.put("id", Reference.idOf(subnet));
      entry.put("limit", gateway ? -1.0 : size(subnet));
      entry
          .putObject("name")
          .put("localizedValue", "Subnet size and usage")
          .put("value", "SubnetSpace");
      entry.put("unit", "Count");
    }
    return Answer.plain(200, body);
  }

  private static double size(ObjectNode subnet) {
    return SubnetBody.prefixes(subnet).stream()
        .flatMap(prefix -> Cidr.parse(prefix).stream())
        .filter(Cidr::isIpv4)
        .mapToDouble(range -> Math.pow(2, BITS - range.length()) - KEPT_BY_THE_SERVICE)
        .sum();
  }

  /** Nothing in a network here has a public address that a plan would protect. */
  private static JsonNode protectedAddresses(Completion completion, ObjectNode network) {
    ObjectNode body = Json.object();
    body.putArray("value");
    return body;
  }

  private static JsonNode protection(Completion completion, ObjectNode address) {
    ObjectNode body = Json.object().put("publicIpAddressId", Reference.idOf(address));
    body.put("publicIpAddress", Json.textOr(Json.properties(address), "ipAddress", ""));
    return body.put("isWorkloadProtected", "False");
  }
}
