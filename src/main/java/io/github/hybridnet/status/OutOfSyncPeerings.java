package io.github.hybridnet.status;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdText;
import io.github.hybridnet.arm.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Peerings of a network of which one side does not know the other's address space. */
public final class OutOfSyncPeerings {
  private static final String IN_STEP = "FullyInSync";

  private OutOfSyncPeerings() {}

  /** A sentence for each, with what to do; none for what is no network. */
  public static List<String> of(ActualResource network) {
    List<String> lines = new ArrayList<>();
    if (network.key().type() != ResourceType.VIRTUAL_NETWORK) {
      return lines;
    }
    for (Map<String, Object> peering :
        ChildResources.elements(network.body(), "virtualNetworkPeerings")) {
      ResourceBody properties = new ResourceBody(peering).properties();
      String level = properties.text("peeringSyncLevel");
      String remote = properties.text("remoteVirtualNetwork", "id");
      if (!level.isEmpty() && !level.equalsIgnoreCase(IN_STEP)) {
        lines.add(
            "The peering '%s' of the %s is '%s': the two networks do not know each other's whole address"
                    .formatted(ChildResources.name(peering), network.key().quoted(), level)
                + " space. Have the owner of the "
                + new ResourceIdText(network.key()).one(remote)
                + " synchronise the peering there (az network vnet peering sync).");
      }
    }
    return lines;
  }
}
