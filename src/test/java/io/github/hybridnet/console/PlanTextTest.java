package io.github.hybridnet.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTextTest {

  @Test
  void aReplacementSaysWhyAndWhatIsDownMeanwhile() {
    List<String> lines =
        PlanText.lines(
            SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "Basic").plan());
    assertThat(lines)
        .startsWith(
            "Plan: 0 to create, 0 to update, 2 to replace, 0 to delete, 6 unchanged",
            "  (differences: actual -> declared)")
        .containsSequence(
            "  ! virtual network gateway ra-vpn-vgw",
            "      replaced: Azure cannot change properties.sku.name in place",
            "      properties.sku.name: Basic -> VpnGw1AZ")
        .containsSequence(
            "  ! connection ra-vpn-cn",
            "      replaced: it uses the virtual network gateway 'ra-vpn-vgw'")
        .contains("Expected outages:")
        .endsWith("The removals must be allowed with -Dhybridnet.allowReplace=ra-vpn-vgw");
  }

  @Test
  void whatTheUserHasAllowedIsShownAsAllowed() {
    Plan plan =
        SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "Basic").plan();
    assertThat(PlanText.lines(plan, new PlanText.GivenPermission(Set.of("ra-vpn-vgw"), false)))
        .endsWith("The removals are allowed with -Dhybridnet.allowReplace=ra-vpn-vgw");
    assertThat(PlanText.lines(plan, new PlanText.GivenPermission(Set.of("ra-er-vgw"), false)))
        .endsWith("The removals must be allowed with -Dhybridnet.allowReplace=ra-vpn-vgw");
  }

  @Test
  void whatIsInTheWayIsDeleted() {
    List<String> lines =
        PlanText.lines(
            SamplePlans.standing()
                .without("ra-vpn-vgw")
                .without("ra-vpn-cn")
                .occupant("old-gw", "old-cn")
                .plan());
    assertThat(lines)
        .contains("Plan: 2 to create, 0 to update, 0 to replace, 2 to delete, 6 unchanged")
        .containsSequence(
            "  - virtual network gateway old-gw",
            "      deleted: it occupies the place of the virtual network gateway 'ra-vpn-vgw'")
        .endsWith("The removals must be allowed with -Dhybridnet.allowReplace=old-cn,old-gw");
  }

  @Test
  void elementsAreCalledByTheirNames() {
    List<Map<String, Object>> subnets =
        List.of(
            Map.of(
                "name", "GatewaySubnet", "properties", Map.of("addressPrefix", "10.0.255.0/27")));
    assertThat(
            PlanText.lines(
                SamplePlans.standing().otherwise("ra-vnet", "properties.subnets", subnets).plan()))
        .contains(
            "      properties.subnets[GatewaySubnet].properties.addressPrefix: 10.0.255.0/27 ->"
                + " 10.0.255.224/27");
  }

  @Test
  void keysAreNeverShown() {
    Secret other = Secret.of("other-secret-key", Secret.Source.CLOUD);
    String differs =
        String.join(
            "\n",
            PlanText.lines(
                SamplePlans.standing()
                    .otherwise("ra-vpn-cn", "properties.sharedKey", other)
                    .plan()));
    assertThat(differs)
        .contains("\n      properties.sharedKey: differs\n")
        .doesNotContain("other-secret-key")
        .doesNotContain(SampleNetwork.KEY);
    assertThat(
            PlanText.lines(
                SamplePlans.standing().otherwise("ra-vpn-cn", "properties.sharedKey", "").plan()))
        .contains("      properties.sharedKey: could not be compared");
  }
}
