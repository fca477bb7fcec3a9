package io.github.hybridnet.app.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.console.PlanText;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.plan.PathState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanApprovalTest {
  private final RecordedLines out = new RecordedLines();
  private final Plan replacement =
      SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "Basic").plan();

  @Test
  void whatIsRemovedNeedsTheUsersWord() {
    assertThatThrownBy(() -> PlanApproval.NONE.require(replacement, out))
        .isInstanceOf(UserException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN4004: This plan removes existing resources that hybridnet.allowReplace does not"
                    + " list.",
                "  connection ra-vpn-cn will be replaced: it uses the virtual network gateway"
                    + " 'ra-vpn-vgw'",
                "  virtual network gateway ra-vpn-vgw will be replaced: Azure cannot change"
                    + " properties.sku.name in place (properties.sku.name: Basic ->"
                    + " VpnGw1AZ)",
                "  The VPN connection 'ra-vpn-cn' is down from its removal until it is created"
                    + " again: about 25 minutes (recorded: removal of the gateway 7 minutes, its"
                    + " creation 17 minutes, the connection 10 seconds; Microsoft says 45 minutes"
                    + " or more for a gateway). ExpressRoute carries the traffic meanwhile. There"
                    + " is no VPN to fail over to.",
                "  Fix: run the goal again with -Dhybridnet.allowReplace=ra-vpn-vgw if that is"
                    + " acceptable. Otherwise write the actual values of the resources in the"
                    + " parameter files. Nothing was changed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ra-vpn-vgw", " RA-VPN-VGW , ", "RA-vpn-vgw,ra-vpn-vgw"})
  void theWordHasNoCase(String list) {
    assertThatCode(() -> PlanApproval.parse(list, false).require(replacement, out))
        .doesNotThrowAnyException();
    assertThat(out.lines()).isEmpty();
  }

  @Test
  void noWordAllowsAWriteThatWouldLoseASecret() {
    Plan plan =
        SamplePlans.standing()
            .otherwise("ra-vpn-vgw", "properties.sku.name", "VpnGw2AZ")
            .otherwise(
                "ra-vpn-vgw",
                "properties.vpnClientConfiguration",
                Map.of("radiusServerAddress", "10.0.0.4"))
            .plan();
    assertThatThrownBy(() -> PlanApproval.parse("ra-vpn-vgw", false).require(plan, out))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN4085: Writing the gateway would remove RADIUS secrets that this identity cannot"
                    + " read. Point-to-site clients could then no longer sign in.",
                "  virtual network gateway ra-vpn-vgw: RADIUS server '10.0.0.4'",
                "  Fix: give the identity the action"
                    + " Microsoft.Network/virtualNetworkGateways/listRadiusSecrets/action on the"
                    + " gateway (the role Network Contributor has it). Or declare the gateway as it"
                    + " is in Azure (the plan shows each difference), so that it is not written."
                    + " Nothing was changed"));
  }

  @Test
  void aWordThatIsMistypedIsWarnedOf() {
    assertThatThrownBy(() -> PlanApproval.parse("ra-vpn-wgv", false).require(replacement, out))
        .hasMessageStartingWith("HN4004");
    assertThat(out.lines())
        .containsExactly(
            "WARN hybridnet.allowReplace contains 'ra-vpn-wgv', which this plan does not need; did"
                + " you mean 'ra-vpn-vgw'?");
  }

  @Test
  void aWordThatIsNoLongerNeededIsWarnedOf() {
    PlanApproval.parse("ra-vpn-vgw", false).require(SamplePlans.standing().plan(), out);
    assertThat(out.lines())
        .containsExactly(
            "WARN hybridnet.allowReplace contains 'ra-vpn-vgw', which this plan does not need."
                + " Remove the name, so that a later run does not replace that resource"
                + " unexpectedly.");
  }

  @Test
  void allWordsAreNamedAlsoThoseGivenAlready() {
    Plan occupied =
        SamplePlans.standing()
            .without("ra-vpn-vgw")
            .without("ra-vpn-cn")
            .occupant("old-gw", "old-cn")
            .plan();
    assertThatThrownBy(() -> PlanApproval.parse("old-gw", false).require(occupied, out))
        .hasMessageContaining(
            "virtual network gateway old-gw will be deleted: it occupies the place")
        .hasMessageContaining("-Dhybridnet.allowReplace=old-cn,old-gw if that");
  }

  @Test
  void aTimeInWhichNothingCarriesTrafficNeedsAWordOfItsOwn() {
    Plan blackout =
        SamplePlans.standing()
            .otherwise("ra-vpn-vgw", "properties.sku.name", "Basic")
            .paths(PathState.DOWN, PathState.CARRIES)
            .plan();
    assertThatThrownBy(() -> PlanApproval.parse("ra-vpn-vgw", false).require(blackout, out))
        .hasMessageStartingWith(
            "HN4081: This change interrupts all traffic between the virtual network and the"
                + " on-premises network: meanwhile neither ExpressRoute nor the VPN carries it."
                + System.lineSeparator()
                + "  The VPN connection 'ra-vpn-cn' is down from its removal")
        .hasMessageEndingWith(
            "Fix: run the goal again with -Dhybridnet.allowReplace=ra-vpn-vgw"
                + " -Dhybridnet.allowOutage if that is acceptable. Otherwise bring the other path"
                + " up first. Nothing was changed");
    assertThatCode(() -> PlanApproval.parse("ra-vpn-vgw", true).require(blackout, out))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> PlanApproval.parse("", true).require(blackout, out))
        .hasMessageStartingWith("HN4004");
  }

  @Test
  void aCircuitIsNeverReplaced() {
    PropertyDifference propertyDifference =
        new PropertyDifference("sku.family", "MeteredData", "UnlimitedData");
    Plan impossible = new Plan(List.of(replaced(ResourceType.CIRCUIT, propertyDifference)));
    assertThat(PlanText.summary(impossible))
        .isEqualTo(
            "0 to create, 0 to update, 0 to replace, 0 to delete, 0 unchanged, 1 not possible");
    assertThatThrownBy(() -> PlanApproval.parse("erc", false).require(impossible, out))
        .hasMessageStartingWith(
            "HN4040: The ExpressRoute circuit 'x' stays as it is, because Azure does not allow"
                + " these changes.")
        .hasMessageContaining("Azure can only change it from metered to unlimited data");
  }

  @Test
  void aVirtualNetworkIsNeverReplaced() {
    PropertyDifference propertyDifference =
        new PropertyDifference("location", "westus2", "westeurope");
    Plan plan = new Plan(List.of(replaced(ResourceType.VIRTUAL_NETWORK, propertyDifference)));
    assertThatThrownBy(() -> PlanApproval.NONE.require(plan, out))
        .hasMessageContaining("the virtual network 'x' (location: westeurope -> westus2)")
        .hasMessageEndingWith(
            "Fix: write the actual values in the parameter files, or delete the resources yourself"
                + " and run the goal again. Nothing was changed");
  }

  @Test
  void changesCanBeAFailure() {
    UserException problem =
        PlanProblems.changes(replacement, Path.of("target", "hybridnet", "plan.json"));
    assertThat(problem)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN4021: The network differs from the parameter files: 0 to create, 0 to update, 2"
                    + " to replace, 0 to delete, 6 unchanged.",
                "  Fix: see the plan above or in "
                    + Path.of("target", "hybridnet", "plan.json")
                    + ". Run hybridnet:deploy-network, or write the actual values in the parameter"
                    + " files. The build fails because hybridnet.failOnChanges is set"));
    assertThat(problem.kind()).isEqualTo(UserException.Kind.REFUSED);
  }

  private static ResourceChange replaced(ResourceType type, PropertyDifference propertyDifference) {
    ResourceKey key = SamplePlans.SCOPE.key(type, "x");
    return new ResourceChange(
        ResourceChange.Action.REPLACE,
        new DeclaredResource(key, Map.of(), List.of(), DeclaredResource.WriteRules.locking(key)),
        new ActualResource(key, null, "Succeeded", Map.of(), Map.of()),
        List.of(propertyDifference));
  }

  @Test
  void gatewaysAreNotRemovedForASubnetThatCannotBeMade() {
    Plan taken =
        SamplePlans.standing()
            .otherwise(
                "ra-vnet",
                "properties.subnets",
                List.of(
                    subnet("GatewaySubnet", "10.0.254.0/28"), subnet("theirs", "10.0.255.128/25")))
            .plan();
    assertThatThrownBy(() -> PlanApproval.parse("GatewaySubnet", false).require(taken, out))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN4022: The GatewaySubnet cannot be changed to 10.0.255.224/27. That overlaps the"
                + " subnet 'theirs' (10.0.255.128/25), which exists in the virtual network"
                + " 'ra-vnet' but not in the parameter files."
                + System.lineSeparator()
                + "  Fix: choose a prefix that overlaps no other subnet. Nothing was changed");
  }

  private static Map<String, Object> subnet(String name, String prefix) {
    return Map.of("name", name, "properties", Map.of("addressPrefix", prefix));
  }
}
