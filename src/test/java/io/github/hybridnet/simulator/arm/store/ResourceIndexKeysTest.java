package io.github.hybridnet.simulator.arm.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import org.junit.jupiter.api.Test;

class ResourceIndexKeysTest {
  private static final String GROUP = "/subscriptions/s/resourceGroups/RG";
  private static final String PROVIDER = GROUP + "/providers/Microsoft.Network";

  private final ObjectNode gateway =
      JsonCodec.object()
          .put("id", PROVIDER + "/virtualNetworkGateways/gw")
          .put("type", "Microsoft.Network/virtualNetworkGateways");

  @Test
  void resourceIsFoundByTypeAndGroupInAnyCase() {
    assertThat(ResourceIndexKeys.type(gateway))
        .containsExactly("microsoft.network/virtualnetworkgateways");
    assertThat(ResourceIndexKeys.group(gateway))
        .containsExactly("/subscriptions/s/resourcegroups/rg");
  }

  @Test
  void resourceIsFoundByTheTopLevelResourcesThatItNames() {
    ObjectNode properties = gateway.putObject("properties");
    properties
        .putArray("ipConfigurations")
        .addObject()
        .put("id", PROVIDER + "/virtualNetworkGateways/GW/ipConfigurations/default")
        .putObject("subnet")
        .put("id", PROVIDER + "/virtualNetworks/V/subnets/GatewaySubnet");
    properties.put("neighbour", PROVIDER + "/virtualNetworkGateways/gw2");
    properties.put("group", GROUP).put("text", "/subscriptions/");
    assertThat(ResourceIndexKeys.references(gateway))
        .containsExactlyInAnyOrder(
            (PROVIDER + "/virtualNetworks/V").toLowerCase(java.util.Locale.ROOT),
            (PROVIDER + "/virtualNetworkGateways/gw2").toLowerCase(java.util.Locale.ROOT));
  }
}
