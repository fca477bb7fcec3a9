package io.github.hybridnet.simulator.network.publicip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.variant.AzureVariant;

/**
 * How a public IP address is shown: one of a gateway may be as those of old gateways are, with the
 * SKU Basic, which has no zones.
 */
final class PublicIpView implements ResourceView {

  @Override
  public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
    if (viewContext.plays(AzureVariant.OLD_GATEWAY_ADDRESSES, "basic") && isOfGateway(resource)) {
      resource.withObjectProperty("sku").put("name", "Basic");
      resource.remove("zones");
    }
    return resource;
  }

  private static boolean isOfGateway(ObjectNode address) {
    String user = JsonMembers.text(address, "properties", "ipConfiguration", "id");
    return user != null && user.contains("/virtualNetworkGateways/");
  }
}
