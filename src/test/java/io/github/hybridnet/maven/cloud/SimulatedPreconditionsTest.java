package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is begun that the simulator would refuse in the middle. */
class SimulatedPreconditionsTest {
  private static final String GATEWAY = "ra-hybrid-er-vgw";
  private static final String ALL = "\"Microsoft.Network/*\",\"Microsoft.Resources/*\",\"*/read\"";

  @TempDir private Path directory;

  private CircuitRig rig;

  @BeforeEach
  void theReferenceNetworkStands() throws Exception {
    rig = DeployedNetwork.REFERENCE.rig(directory);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private ResourceKey key(ResourceType type, String name) {
    return new ResourceKey(rig.cloud.subscriptionId(), "ra-hybrid-vpn-er-rg", type, name);
  }

  /** A change that needs the ExpressRoute gateway made anew. */
  private void anotherGeneration() throws Exception {
    rig.edit(ParameterFile.EXPRESS_ROUTE_GATEWAY, "\"sku\": \"Standard\"", "\"sku\": \"ErGw1AZ\"");
  }

  private String refusedReplacement() throws Exception {
    anotherGeneration();
    long before = rig.now();
    String[] message = new String[1];
    assertThatThrownBy(() -> rig.replace(GATEWAY))
        .isInstanceOfSatisfying(
            UserException.class, e -> message[0] = String.valueOf(e.getMessage()));
    assertThat(rig.writtenSince(before)).isEmpty();
    assertThat(rig.resources().read(key(ResourceType.CONNECTION, "ra-hybrid-er-cn"))).isPresent();
    return message[0];
  }

  private void permissions(String... entries) throws Exception {
    rig.admin().put("permissions", "{\"value\":[" + String.join(",", entries) + "]}");
  }

  private static String role(String actions, String notActions) {
    return "{\"actions\":[" + actions + "],\"notActions\":[" + notActions + "]}";
  }

  @Test
  void aLockOnTheGatewayRefusesTheWholeReplacement() throws Exception {
    String gateway = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, GATEWAY).id();
    rig.admin()
        .arm(
            "PUT",
            gateway + "/providers/Microsoft.Authorization/locks/keep",
            "{\"properties\":{\"level\":\"CanNotDelete\"}}");
    assertThat(refusedReplacement())
        .startsWith("HN4060")
        .contains(
            "The lock 'keep' (CanNotDelete) on "
                + gateway
                + " forbids removing the virtual network gateway '"
                + GATEWAY)
        .contains("Nothing was changed");
  }

  @Test
  void aRightThatIsMissingRefusesTheWholeReplacement() throws Exception {
    permissions(role(ALL, "\"Microsoft.Network/virtualNetworkGateways/delete\""));
    assertThat(refusedReplacement())
        .startsWith("HN4060")
        .contains(
            "This identity may not do Microsoft.Network/virtualNetworkGateways/delete on the"
                + " virtual network gateway '"
                + GATEWAY);
  }

  @Test
  void aPolicyAgainstWhatIsToBeMadeRefusesTheWholeReplacement() throws Exception {
    rig.admin()
        .put(
            "policies",
            "{\"value\":[{\"type\":\"*/virtualNetworkGateways\",\"policy\":\"allowed-skus\","
                + "\"path\":\"/properties/sku/name\",\"matches\":\"ErGw?AZ\"}]}");
    assertThat(refusedReplacement())
        .startsWith("HN4060")
        .contains("RequestDisallowedByPolicy: Resource '" + GATEWAY + "' was disallowed by policy");
  }

  @Test
  void aQuestionThatMayNotBeAskedRefusesARemoval() throws Exception {
    permissions(
        role(ALL, "\"Microsoft.Authorization/locks/*\",\"Microsoft.Resources/deployments/*\""));
    assertThat(refusedReplacement())
        .startsWith("HN4061")
        .contains("The locks of the virtual network gateway '" + GATEWAY)
        .contains(
            "Azure's check of what would be created in the resource group 'ra-hybrid-vpn-er-rg'")
        .contains("cannot be read by this identity");
  }

  @Test
  void aQuestionThatMayNotBeAskedIsAWarningBeforeOtherWrites() throws Exception {
    permissions(role(ALL, "\"Microsoft.Authorization/locks/*\""));
    rig.edit(ParameterFile.VIRTUAL_NETWORK, "\"10.0.0.0/16\"", "\"10.0.0.0/16\", \"10.1.0.0/16\"");
    rig.deploy();
    assertThat(rig.out.lines())
        .anyMatch(
            line ->
                line.startsWith(
                        "WARN The locks of the virtual network 'ra-hybrid-vpn-er-vnet' cannot be")
                    && line.contains("Fix: give this identity"));
  }

  @Test
  void aReplacementThatNothingRefusesIsCarriedOut() throws Exception {
    anotherGeneration();
    rig.replace(GATEWAY);
    assertThat(rig.resources().read(key(ResourceType.CONNECTION, "ra-hybrid-er-cn"))).isPresent();
  }
}
