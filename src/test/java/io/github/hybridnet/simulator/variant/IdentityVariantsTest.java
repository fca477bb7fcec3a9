package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.junit.Simulator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each identity may do. */
@Simulator(manualClock = true)
class IdentityVariantsTest {
  private static final String TAGS = "/providers/Microsoft.Resources/tags/default";
  private static final String LOCKS = "/providers/Microsoft.Authorization/locks";

  @Test
  void readerReadsAndDoesNothingElse(AzureSimulator simulator) {
    VariantRig rig = rig(simulator, "reader");
    assertThat(rig.get("virtualNetworks/v").status()).isEqualTo(200);
    assertThat(rig.get(rig.group() + "/resources").status()).isEqualTo(200);
    assertThat(rig.get(rig.group() + TAGS).status()).isEqualTo(200);
    assertThat(rig.get(rig.group() + LOCKS).status()).isEqualTo(200);
    ArmClient.Answer refused = rig.put("virtualNetworks/v", VariantRig.NETWORK);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("AuthorizationFailed");
    assertThat(refused.message()).contains("action 'Microsoft.Network/virtualNetworks/write' over");
    for (String action : new String[] {"getLearnedRoutes", "getBgpPeerStatus"}) {
      assertThat(rig.send("POST", "virtualNetworkGateways/g/" + action, "").message())
          .contains("action 'Microsoft.Network/virtualNetworkGateways/" + action + "/action'");
    }
    assertThat(rig.get("connections/c/sharedkey").message())
        .contains("action 'Microsoft.Network/connections/sharedkey/action' over");
    assertThat(rig.send("POST", "expressRouteCircuits/c/peerings/p/arpTables/primary", "").status())
        .isEqualTo(404);
    assertThat(rig.send("DELETE", "virtualNetworks/v", "").status()).isEqualTo(403);
  }

  @Test
  void networkContributorHasNoGroupsTagsAndResourceLists(AzureSimulator simulator) {
    VariantRig rig = rig(simulator, "network-contributor");
    assertThat(rig.put("virtualNetworks/v", VariantRig.NETWORK).status()).isEqualTo(200);
    assertThat(rig.get("").status()).isEqualTo(200);
    assertThat(rig.get(rig.group() + LOCKS).status()).isEqualTo(200);
    refused(rig, "GET", rig.group() + "/resources", "resourceGroups/resources/read");
    refused(rig, "PUT", rig.group() + "2", "resourceGroups/write");
    refused(rig, "GET", rig.group() + TAGS, "Microsoft.Resources/tags/read");
    refused(rig, "PATCH", rig.group() + TAGS, "Microsoft.Resources/tags/write");
  }

  @Test
  void roleForNetworksAloneReadsNoGroup(AzureSimulator simulator) {
    VariantRig rig = rig(simulator, "network-only");
    assertThat(rig.put("virtualNetworks/v", VariantRig.NETWORK).status()).isEqualTo(200);
    refused(rig, "GET", rig.group(), "resourceGroups/read");
    refused(rig, "GET", rig.group() + LOCKS, "Microsoft.Authorization/locks/read");
  }

  @Test
  void rolesOfTheOwnerOfTheSimulatorComeFirst(AzureSimulator simulator) {
    VariantRig rig = rig(simulator, "reader");
    rig.admin().send("PUT", "permissions", "{\"value\":[{\"actions\":[\"*\"]}]}");
    assertThat(rig.put("virtualNetworks/v", VariantRig.NETWORK).status()).isEqualTo(200);
  }

  private static VariantRig rig(AzureSimulator simulator, String identity) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    rig.made("virtualNetworks/v", VariantRig.NETWORK);
    rig.play(Map.of("identity", identity));
    return rig;
  }

  private static void refused(VariantRig rig, String method, String path, String action) {
    ArmClient.Answer answer = rig.send(method, path, method.equals("GET") ? "" : "{}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.message()).contains(action + "' over scope");
  }
}
