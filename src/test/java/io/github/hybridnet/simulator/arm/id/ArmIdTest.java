package io.github.hybridnet.simulator.arm.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmIdTest {
  private static final String SUBNET =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/a";

  @Test
  void idsHaveParts() {
    ArmId subnet = ArmId.parse(SUBNET).orElseThrow();
    assertThat(subnet).hasToString(SUBNET);
    assertThat(subnet.name()).isEqualTo("a");
    assertThat(subnet.type()).hasToString("Microsoft.Network/virtualNetworks/subnets");
    assertThat(subnet.isChild()).isTrue();
    assertThat(subnet.parent()).isEqualTo(subnet.root());
    assertThat(subnet.root().name()).isEqualTo("v");
    assertThat(subnet.root().child("subnets", "a")).isEqualTo(subnet);
    assertThat(subnet.group()).hasToString("/subscriptions/s/resourceGroups/rg");
    assertThat(subnet.group().resource(TypeName.of("Microsoft.Network/virtualNetworks"), "v"))
        .isEqualTo(subnet.root());
  }

  @Test
  void idsThatDifferInCaseAreEqualButKeepTheirCase() {
    ArmId other =
        ArmId.parse(SUBNET.replace("resourceGroups/rg", "RESOURCEGROUPS/RG")).orElseThrow();
    assertThat(other).isEqualTo(ArmId.parse(SUBNET).orElseThrow());
    assertThat(other).hasSameHashCodeAs(ArmId.parse(SUBNET).orElseThrow());
    assertThat(other.resourceGroup()).isEqualTo("RG");
    assertThat(TypeName.of("microsoft.network/VIRTUALNETWORKS"))
        .isEqualTo(TypeName.of("Microsoft.Network/virtualNetworks"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "subscriptions/s",
        "/subscriptions/",
        "/subscriptions/s/resourceGroups",
        "/subscriptions/s/others/rg",
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks",
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets",
        "/subscriptions/s/resourceGroups/rg/other/Microsoft.Network/virtualNetworks/v",
        "/subscriptions/s/resourceGroups/rg/"
      })
  void otherTextsAreNotIds(String text) {
    assertThat(ArmId.parse(text)).isEmpty();
  }
}
