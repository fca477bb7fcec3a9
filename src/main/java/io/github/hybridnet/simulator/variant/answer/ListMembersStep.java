package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.List;
import java.util.Map;

/**
 * Lists that leave out what a GET of the resource has. Recorded is that of connectionStatus and
 * sharedKey, and of gatewayManagerEtag of circuits at times; here it goes for the state, for what
 * is inside a resource and for what another service knows.
 */
final class ListMembersStep implements AnswerStep {
  private static final String PROPERTIES = "properties";
  private static final String IP_CONFIGURATIONS = "ipConfigurations";
  private static final List<String> ALWAYS = List.of("provisioningState", "gatewayManagerEtag");
  private static final Map<String, List<String>> LEFT_OUT =
      Map.of(
          "microsoft.network/virtualnetworks",
          List.of("subnets", "virtualNetworkPeerings"),
          "microsoft.network/networksecuritygroups",
          List.of("securityRules", "defaultSecurityRules", "subnets"),
          "microsoft.network/publicipaddresses",
          List.of("ipConfiguration"),
          "microsoft.network/localnetworkgateways",
          List.of("bgpSettings"),
          "microsoft.network/virtualnetworkgateways",
          List.of("bgpSettings", "natRules", "vpnClientConfiguration"),
          "microsoft.network/connections",
          List.of("ipsecPolicies", "ingressBytesTransferred", "egressBytesTransferred"),
          "microsoft.network/expressroutecircuits",
          List.of("peerings", "authorizations"),
          "microsoft.network/expressroutecircuits/peerings",
          List.of("azureASN", "connections", "peeredConnections"));

  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    if (call.plays(AzureVariant.LIST_MEMBERS, "reduced")) {
      AnswerObjects.listed(answer).forEach(ListMembersStep::reduce);
    }
    return answer;
  }

  private static void reduce(ObjectNode resource) {
    String type = AnswerObjects.type(resource);
    if (type.startsWith("microsoft.network/")
        && resource.get(PROPERTIES) instanceof ObjectNode properties) {
      properties.remove(ALWAYS);
      properties.remove(LEFT_OUT.getOrDefault(type, List.of()));
      for (JsonNode configuration : properties.path(IP_CONFIGURATIONS)) {
        ((ObjectNode) configuration).remove(PROPERTIES);
      }
    }
  }
}
