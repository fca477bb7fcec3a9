package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids as Azure and users write them. */
class ResourceIdParserTest {
  private static final String GATEWAY =
      "/subscriptions/s1/resourceGroups/hub-rg/providers/Microsoft.Network"
          + "/virtualNetworkGateways/vgw-1";

  @Test
  void findsAKeyWhateverTheCase() {
    ResourceKey key =
        new ResourceKey("s1", "hub-rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "vgw-1");

    assertThat(ResourceIdParser.find(GATEWAY)).contains(key);
    assertThat(ResourceIdParser.find(GATEWAY.replace("resourceGroups", "RESOURCEGROUPS")))
        .contains(key);
    assertThat(key.id()).isEqualTo(GATEWAY);
    assertThat(key.listPath())
        .isEqualTo(GATEWAY.substring(0, GATEWAY.length() - "/vgw-1".length()));
  }

  @Test
  void findsIdsInATextWithoutTheFullStopBehindThem() {
    assertThat(ResourceIdParser.idsIn("It is used by " + GATEWAY + ". See " + GATEWAY + "x/y."))
        .containsExactly(GATEWAY, GATEWAY + "x");
    assertThat(ResourceIdParser.idsIn("It is in use.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm,"
        + " /subscriptions/s1",
    "/SUBSCRIPTIONS/s1/resourceGroups/rg, /SUBSCRIPTIONS/s1",
    "vm, vm"
  })
  void findsTheSubscriptionOfAnId(String id, String path) {
    assertThat(ResourceIdParser.subscriptionPathOf(id)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"/a/b/c, c", "c, c", "/a/, ''"})
  void findsTheLastName(String id, String name) {
    assertThat(ResourceIdParser.lastName(id)).isEqualTo(name);
  }
}
