package io.github.hybridnet.plan.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.NetworkGateways;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.RemovalLocks;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplacementPlannerTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));
  private static final ResourceKey VPN =
      SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");

  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);
  private final Map<ResourceKey, ActualResource> standing = new LinkedHashMap<>();
  private final Map<String, List<ActualResource>> connections = new LinkedHashMap<>();

  @BeforeEach
  void everythingStands() {
    desired.forEach(d -> put(d.key(), d.body(), Map.of()));
    network(List.of(VPN.id(), key("ra-er-vgw").id()));
  }

  private void put(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }

  private void network(List<String> gateways) {
    put(key("ra-vnet"), find("ra-vnet").body(), Map.of(NetworkGateways.FACT, gateways));
  }

  private void change(String name, Map<String, Object> other) {
    put(key(name), BodyMerge.merge(find(name).body(), other), standing.get(key(name)).observed());
  }

  private DeclaredResource find(String name) {
    return desired.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  private ResourceKey key(String name) {
    return find(name).key();
  }

  private Plan plan() {
    return new Planner().plan(desired, new ActualState(standing.values(), connections));
  }

  private static List<String> removals(Plan plan) {
    return plan.removals().stream()
        .map(
            r ->
                r.key().name()
                    + " after "
                    + r.after().stream().map(ResourceKey::name).sorted().toList()
                    + (r.replaceNames().isEmpty()
                        ? ""
                        : " word " + String.join(" or ", r.replaceNames())))
        .toList();
  }

  @Test
  void nothingIsRemovedWhereEverythingStandsAsDeclared() {
    assertThat(plan().isEmpty()).isTrue();
  }

  @Test
  void aGatewayOfAnotherFamilyGoesAfterItsConnection() {
    change("ra-vpn-vgw", Map.of("properties", Map.of("sku", Map.of("name", "Basic"))));
    Plan plan = plan();
    assertThat(removals(plan))
        .containsExactly(
            "ra-vpn-cn after [] word ra-vpn-vgw or ra-vpn-cn",
            "ra-vpn-vgw after [ra-vpn-cn] word ra-vpn-vgw");
    assertThat(plan.removals().get(1).reason())
        .isEqualTo("Azure cannot change properties.sku.name in place");
    assertThat(plan.with(ResourceChange.Action.REPLACE))
        .extracting(c -> c.key().name())
        .containsExactly("ra-vpn-vgw", "ra-vpn-cn");
    assertThat(plan.deletions()).isEmpty();
    assertThat(plan.irreplaceable()).isEmpty();
  }

  @Test
  void connectionsOfOthersNeedAWordOfTheirOwn() {
    change("ra-vpn-vgw", Map.of("properties", Map.of("sku", Map.of("name", "Basic"))));
    ResourceKey theirs = new ResourceKey("sub", "other-rg", ResourceType.CONNECTION, "branch");
    connections.put(
        VPN.comparableId(),
        List.of(
            standing.get(key("ra-vpn-cn")),
            new ActualResource(theirs, null, "Succeeded", Map.of(), Map.of())));
    Plan plan = plan();
    assertThat(removals(plan))
        .containsExactly(
            "ra-vpn-cn after [] word ra-vpn-vgw or ra-vpn-cn",
            "branch after [] word other-rg/branch",
            "ra-vpn-vgw after [branch, ra-vpn-cn] word ra-vpn-vgw");
    assertThat(plan.deletions()).extracting(r -> r.key().name()).containsExactly("branch");
    assertThat(plan.notAllowed(Set.of("RA-VPN-VGW")))
        .extracting(ResourceRemoval::replaceName)
        .containsExactly("other-rg/branch");
    assertThat(plan.notAllowed(Set.of("ra-vpn-vgw", "branch"))).hasSize(1);
    assertThat(plan.notAllowed(Set.of("ra-vpn-vgw", "OTHER-rg/branch"))).isEmpty();
  }

  @Test
  void aPublicAddressTakesItsGatewayWithIt() {
    change("ra-vpn-vgw-pip", Map.of("location", "eastus"));
    assertThat(removals(plan()))
        .containsExactly(
            "ra-vpn-cn after [] word ra-vpn-vgw-pip or ra-vpn-vgw or ra-vpn-cn",
            "ra-vpn-vgw after [ra-vpn-cn] word ra-vpn-vgw-pip or ra-vpn-vgw",
            "ra-vpn-vgw-pip after [ra-vpn-vgw] word ra-vpn-vgw-pip");
  }

  @Test
  void aGatewayThatIsReplacedForItselfNeedsItsOwnName() {
    change("ra-vpn-vgw-pip", Map.of("location", "eastus"));
    change("ra-vpn-vgw", Map.of("properties", Map.of("sku", Map.of("name", "Basic"))));
    Plan plan = plan();
    assertThat(removals(plan))
        .containsExactly(
            "ra-vpn-cn after [] word ra-vpn-vgw or ra-vpn-cn",
            "ra-vpn-vgw after [ra-vpn-cn] word ra-vpn-vgw",
            "ra-vpn-vgw-pip after [ra-vpn-vgw] word ra-vpn-vgw-pip");
    assertThat(plan.notAllowed(Set.of("ra-vpn-vgw-pip")))
        .extracting(r -> r.key().name())
        .containsExactly("ra-vpn-cn", "ra-vpn-vgw");
    assertThat(plan.replaceNames()).containsExactly("ra-vpn-vgw", "ra-vpn-vgw-pip");
    assertThat(plan.notAllowed(Set.copyOf(plan.replaceNames()))).isEmpty();
    assertThat(plan.removals().get(1).reason())
        .isEqualTo("Azure cannot change properties.sku.name in place");
  }

  @Test
  void aRemovalIsCoveredByItsOwnNameOrThatOfItsCause() {
    change("ra-vpn-vgw-pip", Map.of("location", "eastus"));
    Plan plan = plan();
    assertThat(plan.replaceNames()).containsExactly("ra-vpn-vgw-pip");
    assertThat(plan.notAllowed(Set.of("ra-vpn-vgw-pip"))).isEmpty();
    assertThat(plan.notAllowed(Set.of("ra-vpn-cn", "ra-vpn-vgw")))
        .extracting(r -> r.key().name())
        .containsExactly("ra-vpn-vgw-pip");
    assertThat(plan.notAllowed(Set.of("ra-vpn-cn"))).hasSize(2);
  }

  @Test
  void aNewGatewaySubnetNeedsBothGatewaysGone() {
    Map<String, Object> small =
        Map.of("name", "GatewaySubnet", "properties", Map.of("addressPrefix", "10.0.255.224/28"));
    change("ra-vnet", Map.of("properties", Map.of("subnets", List.of(small))));
    Plan plan = plan();
    assertThat(removals(plan))
        .containsExactly(
            "ra-vpn-cn after [] word GatewaySubnet or ra-vpn-vgw or ra-vpn-cn",
            "ra-vpn-vgw after [ra-vpn-cn] word GatewaySubnet or ra-vpn-vgw",
            "ra-er-cn after [] word GatewaySubnet or ra-er-vgw or ra-er-cn",
            "ra-er-vgw after [ra-er-cn] word GatewaySubnet or ra-er-vgw");
    ResourceChange vnet = plan.with(ResourceChange.Action.UPDATE).get(0);
    assertThat(plan.removalsBefore(vnet))
        .extracting(r -> r.key().name())
        .containsExactlyInAnyOrder("ra-vpn-vgw", "ra-er-vgw");
  }

  @Test
  void aGatewayOfAnotherNameInTheSamePlaceIsInTheWay() {
    ResourceKey old = SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "old-vgw");
    put(old, Map.of("properties", Map.of("gatewayType", "VPN")), Map.of());
    standing.remove(VPN);
    network(List.of(old.id().replace("resourceGroups", "resourcegroups"), key("ra-er-vgw").id()));
    Map<String, Object> toOld = Map.of("virtualNetworkGateway1", Map.of("id", old.id()));
    change("ra-vpn-cn", Map.of("properties", toOld));
    Plan plan = plan();
    assertThat(removals(plan))
        .containsExactly(
            "ra-vpn-cn after [] word ra-vpn-cn", "old-vgw after [ra-vpn-cn] word old-vgw");
    assertThat(plan.removals().get(1).reason())
        .isEqualTo("it occupies the place of the virtual network gateway 'ra-vpn-vgw'");
    assertThat(plan.deletions()).extracting(r -> r.key().name()).containsExactly("old-vgw");
    ResourceChange vpn = plan.with(ResourceChange.Action.CREATE).get(0);
    assertThat(plan.removalsBefore(vpn)).extracting(ResourceRemoval::key).containsExactly(old);
  }

  @Test
  void aCircuitAndAVirtualNetworkAreNeverRemoved() {
    change("ra-vnet", Map.of("location", "northeurope"));
    Plan plan = plan();
    assertThat(plan.removals()).isEmpty();
    assertThat(plan.irreplaceable()).extracting(c -> c.key().name()).containsExactly("ra-vnet");
  }

  @Test
  void whatIsMadeAnewKeepsTagsAndTheClientsOfOthers() {
    Map<String, Object> clients = Map.of("vpnClientAddressPool", Map.of("a", "b"));
    Map<String, Object> others =
        new LinkedHashMap<>(Map.of("vpnClientConfiguration", clients, "natRules", List.of("x")));
    others.put("sku", Map.of("name", "Basic"));
    others.put("enablePrivateIpAddress", false);
    others.put("adminState", "");
    change("ra-vpn-vgw", Map.of("tags", Map.of("owner", "net"), "properties", others));
    ResourceChange gateway = plan().with(ResourceChange.Action.REPLACE).get(0);
    assertThat(ReplacementBody.lost(gateway)).containsExactly("natRules");
    Map<String, Object> body = ReplacementBody.body(gateway);
    assertThat(body).containsEntry("tags", Map.of("owner", "net"));
    Map<String, Object> properties = ResourceBody.map(body.get("properties"));
    assertThat(properties).containsEntry("vpnClientConfiguration", clients);
    assertThat(properties).doesNotContainKey("natRules");
    assertThat(new ArrayList<>(ResourceBody.map(properties.get("sku")).values()))
        .contains("VpnGw1AZ");
  }

  @Test
  void aConnectionThatIsMadeAnewKeepsWhatBothEndsAgreedOn() {
    change("ra-vpn-vgw", Map.of("properties", Map.of("sku", Map.of("name", "Basic"))));
    List<Object> policies = List.of(Map.of("dhGroup", "DHGroup14"));
    change(
        "ra-vpn-cn",
        Map.of("properties", Map.of("ipsecPolicies", policies, "dpdTimeoutSeconds", 20)));
    ResourceChange connection = plan().with(ResourceChange.Action.REPLACE).get(1);
    assertThat(connection.key().name()).isEqualTo("ra-vpn-cn");
    assertThat(ReplacementBody.lost(connection)).isEmpty();
    assertThat(ResourceBody.map(ReplacementBody.body(connection).get("properties")))
        .containsEntry("ipsecPolicies", policies)
        .containsEntry("dpdTimeoutSeconds", 20);
  }

  @Test
  void aGatewayThatMovesIntoAPlaceThatIsTakenNeedsThePlaceToo() {
    ResourceKey old = SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "old-vgw");
    put(old, Map.of("properties", Map.of("gatewayType", "Vpn")), Map.of());
    Map<String, Object> elsewhere = Map.of("subnet", Map.of("id", "/their/subnet"));
    change(
        "ra-vpn-vgw",
        Map.of(
            "properties",
            Map.of(
                "ipConfigurations", List.of(Map.of("name", "default", "properties", elsewhere)))));
    network(List.of(old.id(), key("ra-er-vgw").id()));
    Plan plan = plan();
    assertThat(removals(plan))
        .containsExactly(
            "old-vgw after [] word old-vgw",
            "ra-vpn-cn after [] word ra-vpn-vgw or ra-vpn-cn",
            "ra-vpn-vgw after [ra-vpn-cn] word ra-vpn-vgw");
    assertThat(plan.removalsBefore(plan.with(ResourceChange.Action.REPLACE).get(0)))
        .extracting(ResourceRemoval::key)
        .contains(old);
  }

  @Test
  void clientsAreNotKeptWhereTheNewFormHasNone() {
    Map<String, Object> clients = Map.of("vpnClientAddressPool", Map.of("a", "b"));
    Map<String, Object> routes = Map.of("addressPrefixes", List.of("10.9.0.0/16"));
    change(
        "ra-er-vgw",
        Map.of(
            "properties",
            Map.of(
                "gatewayType", "Vpn", "vpnClientConfiguration", clients, "customRoutes", routes)));
    ResourceChange gateway = plan().with(ResourceChange.Action.REPLACE).get(0);
    assertThat(ReplacementBody.lost(gateway))
        .containsExactly("customRoutes", "vpnClientConfiguration");
    assertThat(ResourceBody.map(ReplacementBody.body(gateway).get("properties")))
        .doesNotContainKeys("vpnClientConfiguration", "customRoutes");
  }

  @Test
  void anIdOfAnUnknownKindIsNoLock() {
    Map<String, Object> peer = Map.of("id", "/subscriptions/sub/providers/Other.Kind/things/x");
    ActualResource connection =
        new ActualResource(
            key("ra-er-cn"),
            null,
            "Succeeded",
            Map.of("properties", Map.of("peer", peer)),
            Map.of());
    assertThat(RemovalLocks.of(connection)).containsExactly(key("ra-er-cn"));
  }
}
