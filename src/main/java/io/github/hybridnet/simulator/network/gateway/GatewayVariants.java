package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** What a gateway shows by the variants that are played, whatever is stored of it. */
final class GatewayVariants {
  private static final String GENERATION = "vpnGatewayGeneration";
  private static final String ADDRESS = "publicIPAddress";
  private static final Map<String, String> GENERATIONS =
      Map.of("none", "None", "generation1", "Generation1", "generation2", "Generation2");

  private GatewayVariants() {}

  static void play(ObjectNode gateway, ViewContext viewContext) {
    ObjectNode properties = JsonMembers.properties(gateway);
    String wanted = GENERATIONS.get(viewContext.variants().of(AzureVariant.GATEWAY_GENERATION));
    if (wanted != null) {
      properties.put(GENERATION, wanted);
    }
    if (viewContext.plays(AzureVariant.EXPRESS_ROUTE_GATEWAY_ADDRESS, "visible")
        && viewContext.occasion() != Occasion.CREATED
        && !StoredGateways.isVpn(gateway)) {
      StoredGateways.ipConfigurations(gateway).forEach(GatewayVariants::putAddress);
    }
  }

  /** The address that Azure makes is in a subscription of Azure's own. */
  private static void putAddress(ObjectNode ipConfiguration) {
    ObjectNode properties = JsonMembers.properties(ipConfiguration);
    String id = JsonMembers.textOr(ipConfiguration, "id", "");
    if (!properties.has(ADDRESS)) {
      properties
          .putObject(ADDRESS)
          .put(
              "id",
              "/subscriptions/%s/resourceGroups/armrg-%s/providers/Microsoft.Network/publicIPAddresses/gatewayAddress"
                  .formatted(guid("subscription"), guid(id)));
    }
  }

  private static UUID guid(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }
}
