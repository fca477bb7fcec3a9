package io.github.hybridnet.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.NetworkGateways;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.model.PublicIp.Policy;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.outage.ExpectedOutage;
import io.github.hybridnet.plan.outage.OutageForecast;
import io.github.hybridnet.plan.replace.ReplacementBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A gateway keeps its public addresses, unless others are declared. */
class GatewayAdoptionTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));
  private static final List<String> ALL_ZONES = List.of("1", "2", "3");
  private static final ResourceKey VPN =
      SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
  private static final ResourceKey EXPRESS_ROUTE =
      SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw");

  private final Map<ResourceKey, ActualResource> standing = new LinkedHashMap<>();

  GatewayAdoptionTest() {
    declared(null, publicIp(null, null)).forEach(d -> put(d.key(), d.body(), Map.of()));
    ResourceKey network = SCOPE.key(ResourceType.VIRTUAL_NETWORK, "ra-vnet");
    put(
        network,
        Objects.requireNonNull(standing.get(network)).body(),
        Map.of(NetworkGateways.FACT, List.of(VPN.id(), EXPRESS_ROUTE.id())));
  }

  private static PublicIp publicIp(@Nullable String name, @Nullable List<String> zones) {
    return new PublicIp(
        Policy.AUTO,
        name == null ? "ra-vpn-vgw-pip" : name,
        name != null,
        zones,
        SampleNetwork.NOWHERE);
  }

  private static Gateway with(Gateway g, @Nullable Boolean activeActive, PublicIp address) {
    return new Gateway(
        g.name(),
        g.type(),
        g.vpnType(),
        g.sku(),
        null,
        activeActive,
        null,
        null,
        address,
        g.origin());
  }

  private static List<DeclaredResource> declared(@Nullable Boolean activeActive, PublicIp address) {
    HybridNetwork network = SampleNetwork.reference();
    GatewayDeclaration vpn = Objects.requireNonNull(network.vpn());
    return new NetworkResources(
            network.withGateways(
                vpn.withGateway(with(vpn.gateway(), activeActive, address)),
                network.expressRoute()),
            SCOPE)
        .network(NetworkResources.Options.ALL);
  }

  private void put(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }

  private void address(String name, List<String> zones) {
    ResourceKey own = SCOPE.key(ResourceType.PUBLIC_IP, "ra-vpn-vgw-pip");
    Map<String, Object> body =
        new LinkedHashMap<>(
            declared(null, publicIp(null, null)).stream()
                .filter(d -> d.key().equals(own))
                .findFirst()
                .orElseThrow()
                .body());
    body.remove("zones");
    if (!zones.isEmpty()) {
      body.put("zones", zones);
    }
    put(SCOPE.key(ResourceType.PUBLIC_IP, name), body, Map.of());
  }

  /** The VPN gateway stands on these addresses, whose IP configurations have names of others. */
  private void stands(Map<String, Object> properties, String... addresses) {
    standing.remove(SCOPE.key(ResourceType.PUBLIC_IP, "ra-vpn-vgw-pip"));
    List<Map<String, Object>> configurations = new ArrayList<>();
    Map<String, Object> gateway = Objects.requireNonNull(standing.get(VPN)).body();
    Map<String, Object> first =
        ResourceBody.map(
            ChildResources.elements(gateway, "ipConfigurations").get(0).get("properties"));
    for (String address : addresses) {
      Map<String, Object> own = new LinkedHashMap<>(first);
      ResourceKey key = SCOPE.key(ResourceType.PUBLIC_IP, address);
      own.put("publicIPAddress", Map.of("id", key.id()));
      configurations.add(Map.of("name", "theirs" + configurations.size(), "properties", own));
      if (!standing.containsKey(key)) {
        address(address, ALL_ZONES);
      }
    }
    Map<String, Object> other = new LinkedHashMap<>(properties);
    other.put("ipConfigurations", configurations);
    Map<String, Object> all = new LinkedHashMap<>(ResourceBody.map(gateway.get("properties")));
    all.putAll(other);
    put(VPN, Map.of("location", "westus2", "properties", all), Map.of());
  }

  private Plan plan(List<DeclaredResource> desired) {
    return new Planner().plan(desired, new ActualState(standing.values()));
  }

  private static ResourceChange gateway(Plan plan) {
    return plan.changes().stream().filter(c -> c.key().equals(VPN)).findFirst().orElseThrow();
  }

  private static List<String> addresses(Map<String, Object> gateway) {
    return ChildResources.elements(gateway, "ipConfigurations").stream()
        .map(
            c ->
                ResourceBody.map(ResourceBody.map(c.get("properties")).get("publicIPAddress"))
                    .get("id"))
        .map(id -> String.valueOf(id).replaceAll(".*/", ""))
        .toList();
  }

  private static List<String> actions(Plan plan, ResourceType type) {
    return plan.changes().stream()
        .filter(c -> c.key().type() == type)
        .map(c -> c.action().label() + " " + c.key().name())
        .toList();
  }

  @Test
  void anUndeclaredAddressIsTheOneThatStands() {
    stands(Map.of(), "corp-vpn-ip");

    Plan plan = plan(declared(null, publicIp(null, null)));

    assertThat(plan.isEmpty()).isTrue();
    assertThat(actions(plan, ResourceType.PUBLIC_IP)).containsExactly("unchanged corp-vpn-ip");
  }

  @Test
  void itStaysAlsoWhenTheGatewayIsMadeAnew() {
    stands(Map.of("sku", Map.of("name", "Basic", "tier", "Basic")), "corp-vpn-ip");

    Plan plan = plan(declared(null, publicIp(null, null)));

    assertThat(gateway(plan).action()).isEqualTo(ResourceChange.Action.REPLACE);
    assertThat(addresses(ReplacementBody.body(gateway(plan)))).containsExactly("corp-vpn-ip");
    assertThat(actions(plan, ResourceType.PUBLIC_IP)).containsExactly("unchanged corp-vpn-ip");
  }

  @Test
  void anAddressOfAnotherGroupIsOnlyReferredTo() {
    stands(Map.of(), "x");
    ResourceKey theirs = new ResourceKey("sub", "their-rg", ResourceType.PUBLIC_IP, "x");
    ActualResource gateway = Objects.requireNonNull(standing.get(VPN));
    Map<String, Object> configuration =
        new LinkedHashMap<>(ChildResources.elements(gateway.body(), "ipConfigurations").get(0));
    Map<String, Object> own =
        new LinkedHashMap<>(ResourceBody.map(configuration.get("properties")));
    own.put("publicIPAddress", Map.of("id", theirs.id()));
    configuration.put("properties", own);
    Map<String, Object> properties =
        new LinkedHashMap<>(ResourceBody.map(gateway.body().get("properties")));
    properties.put("ipConfigurations", List.of(configuration));
    put(VPN, Map.of("location", "westus2", "properties", properties), Map.of());

    Plan plan = plan(declared(null, publicIp(null, null)));

    assertThat(plan.isEmpty()).isTrue();
    assertThat(actions(plan, ResourceType.PUBLIC_IP)).isEmpty();
  }

  @Test
  void anotherDeclaredAddressNeedsAnotherGatewayAndConsent() {
    stands(Map.of(), "corp-vpn-ip");

    Plan plan = plan(declared(null, publicIp("new-pip", null)));

    assertThat(gateway(plan).action()).isEqualTo(ResourceChange.Action.REPLACE);
    assertThat(gateway(plan).unchangeable())
        .extracting(PropertyDifference::path)
        .containsExactly("properties.ipConfigurations[0].properties.publicIPAddress.id");
    assertThat(plan.replaceNames()).containsExactly("ra-vpn-vgw");
    assertThat(actions(plan, ResourceType.PUBLIC_IP)).containsExactly("create new-pip");
    assertThat(OutageForecast.of(plan))
        .extracting(ExpectedOutage::text)
        .anyMatch(text -> text.contains("gets a new public address, that of 'new-pip'"));
  }

  @Test
  void anExpressRouteGatewayGetsAnAddressOfItsOwnOnlyWhenItIsMadeAnew() {
    HybridNetwork network = SampleNetwork.reference();
    GatewayDeclaration er = Objects.requireNonNull(network.expressRoute());
    PublicIp always =
        new PublicIp(Policy.ALWAYS, "ra-er-vgw-pip", false, null, SampleNetwork.NOWHERE);
    List<DeclaredResource> desired =
        new NetworkResources(
                network.withGateways(
                    network.vpn(), er.withGateway(with(er.gateway(), null, always))),
                SCOPE)
            .network(NetworkResources.Options.ALL);

    assertThat(actions(plan(desired), ResourceType.VIRTUAL_NETWORK_GATEWAY))
        .containsExactlyInAnyOrder("unchanged ra-vpn-vgw", "replace ra-er-vgw");
  }

  @Test
  void aSecondInstanceGetsAnAddressInTheZonesOfTheFirst() {
    address("corp-vpn-ip", List.of());
    stands(Map.of(), "corp-vpn-ip");

    Plan plan = plan(declared(true, publicIp(null, null)));

    assertThat(gateway(plan).action()).isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(addresses(gateway(plan).declared().body()))
        .containsExactly("corp-vpn-ip", "ra-vpn-vgw-pip-2");
    ResourceChange second =
        plan.changes().stream()
            .filter(c -> c.key().name().equals("ra-vpn-vgw-pip-2"))
            .findFirst()
            .orElseThrow();
    assertThat(second.action()).isEqualTo(ResourceChange.Action.CREATE);
    assertThat(second.declared().body()).doesNotContainKey("zones");
  }

  @Test
  void bothAddressesOfAnActiveActiveGatewayStay() {
    stands(Map.of("activeActive", true), "corp-1", "corp-2");

    assertThat(plan(declared(true, publicIp(null, null))).isEmpty()).isTrue();
    assertThat(plan(declared(true, publicIp("corp-2", null))).isEmpty()).isTrue();
    assertThat(plan(declared(null, publicIp(null, null))).isEmpty()).isTrue();
  }

  @Test
  void aSecondAddressOfTheSameNameAsTheOnlyOneIsNotMadeTwice() {
    stands(Map.of(), "ra-vpn-vgw-pip-2");

    Plan plan = plan(declared(true, publicIp(null, null)));

    assertThat(actions(plan, ResourceType.PUBLIC_IP))
        .containsExactlyInAnyOrder("create ra-vpn-vgw-pip", "unchanged ra-vpn-vgw-pip-2");
    assertThat(
            addresses(BodyMerge.merge(standing.get(VPN).body(), gateway(plan).declared().body())))
        .containsExactly("ra-vpn-vgw-pip-2", "ra-vpn-vgw-pip");
  }

  @Test
  void anInstanceThatIsSwitchedOffTakesItsConfigurationAlong() {
    Map<String, Object> bgp =
        Map.of(
            "asn",
            65515,
            "bgpPeeringAddress",
            "10.0.255.4,10.0.255.5",
            "bgpPeeringAddresses",
            Stream.of(0, 1)
                .map(
                    i ->
                        Map.of(
                            "ipconfigurationId",
                            VPN.id() + "/ipConfigurations/theirs" + i,
                            "customBgpIpAddresses",
                            List.of("169.254.21." + i)))
                .toList());
    stands(Map.of("activeActive", true, "bgpSettings", bgp), "corp-1", "corp-2");

    Plan plan = plan(declared(false, publicIp(null, null)));

    assertThat(gateway(plan).action()).isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(gateway(plan).differences())
        .extracting(PropertyDifference::toString)
        .contains("properties.ipConfigurations: [theirs0, theirs1] -> [theirs0]");
    assertThat(OutageForecast.of(plan))
        .extracting(ExpectedOutage::text)
        .anyMatch(
            text ->
                text.contains(
                    "releases the public address 'corp-2'. Tunnels to this address end."));
    ActualResource actual = Objects.requireNonNull(standing.get(VPN));
    DeclaredResource desired = gateway(plan).declared();
    Map<String, Object> written =
        new GatewayInstances(desired, actual)
            .settled(BodyMerge.merge(actual.body(), desired.body()));
    assertThat(addresses(written)).containsExactly("corp-1");
    Map<String, Object> settings =
        ResourceBody.map(ResourceBody.map(written.get("properties")).get("bgpSettings"));
    assertThat(settings).doesNotContainKey("bgpPeeringAddress");
    assertThat(ResourceBody.maps(settings.get("bgpPeeringAddresses")))
        .singleElement()
        .asString()
        .contains("169.254.21.0");
  }

  @Test
  void aSecondConfigurationThatWasLeftBehindGoesToo() {
    stands(Map.of("activeActive", false), "corp-1", "corp-2");

    assertThat(gateway(plan(declared(false, publicIp(null, null)))).differences())
        .extracting(PropertyDifference::path)
        .containsExactly("properties.ipConfigurations");
  }

  @Test
  void declaredZonesAreCompared() {
    stands(Map.of(), "corp-vpn-ip");

    assertThat(plan(declared(null, publicIp(null, List.of("3", "2", "1")))).isEmpty()).isTrue();
    for (List<String> zones : List.of(List.<String>of(), List.of("1"))) {
      Plan plan = plan(declared(null, publicIp(null, zones)));
      assertThat(actions(plan, ResourceType.PUBLIC_IP)).containsExactly("replace corp-vpn-ip");
      assertThat(plan.replaceNames()).contains("corp-vpn-ip");
    }
  }

  @Test
  void anAddressThatDoesNotSuitANewGatewayIsMadeAnew() {
    address("ra-vpn-vgw-pip", List.of());
    assertThat(plan(declared(null, publicIp(null, null))).isEmpty()).isTrue();

    standing.remove(VPN);
    standing.remove(SCOPE.key(ResourceType.CONNECTION, "ra-vpn-cn"));
    Plan plan = plan(declared(null, publicIp(null, null)));

    assertThat(actions(plan, ResourceType.PUBLIC_IP)).containsExactly("replace ra-vpn-vgw-pip");
    assertThat(plan.replaceNames()).containsExactly("ra-vpn-vgw-pip");
    assertThat(plan.removals()).hasSize(1);
  }

  @Test
  void itIsMadeAnewAlsoWithAGatewayThatIsReplaced() {
    address("corp-1", List.of());
    address("corp-2", List.of());
    stands(Map.of("vpnType", "PolicyBased"), "corp-1");

    Plan plan = plan(declared(true, publicIp(null, null)));

    assertThat(actions(plan, ResourceType.PUBLIC_IP))
        .containsExactlyInAnyOrder("replace corp-1", "create ra-vpn-vgw-pip-2");
    assertThat(
            plan.changes().stream()
                .filter(c -> c.key().type() == ResourceType.PUBLIC_IP)
                .map(c -> c.declared().body().get("zones")))
        .containsOnly(ALL_ZONES);
  }

  @Test
  void activeActiveBesideUndeclaredClientsIsRefused() {
    Map<String, Object> clients =
        Map.of(
            "vpnClientConfiguration",
            Map.of("vpnClientAddressPool", Map.of("addressPrefixes", List.of("172.31.0.0/24"))));
    stands(clients, "corp-1");

    assertThat(PredictedRefusals.of(plan(declared(true, publicIp(null, null)))))
        .singleElement()
        .asString()
        .startsWith("The VPN gateway 'ra-vpn-vgw' has point-to-site clients");
    assertThat(PredictedRefusals.of(plan(declared(null, publicIp(null, null))))).isEmpty();

    Map<String, Object> active = new LinkedHashMap<>(clients);
    active.put("activeActive", true);
    stands(active, "corp-1", "corp-2", "corp-3");
    assertThat(plan(declared(true, publicIp(null, null))).isEmpty()).isTrue();

    active.put("vpnType", "PolicyBased");
    stands(active, "corp-1", "corp-2", "corp-3");
    Plan remade = plan(declared(true, publicIp(null, null)));
    assertThat(PredictedRefusals.of(remade)).isEmpty();
    assertThat(addresses(ReplacementBody.body(gateway(remade))))
        .containsExactly("corp-1", "corp-2", "corp-3");
  }

  @Test
  void anAddressThatSomethingElseUsesIsRefused() {
    stands(Map.of(), "corp-vpn-ip");
    address("new-pip", ALL_ZONES);
    ResourceKey key = SCOPE.key(ResourceType.PUBLIC_IP, "new-pip");
    String holder =
        "/subscriptions/sub/resourceGroups/ra-rg/providers/Microsoft.Network/bastionHosts/b";
    put(
        key,
        Objects.requireNonNull(standing.get(key)).body(),
        Map.of("ipConfiguration", holder + "/bastionHostIpConfigurations/x"));

    assertThat(PredictedRefusals.of(plan(declared(null, publicIp("new-pip", null)))))
        .containsExactly(
            "The public IP address 'new-pip' of the gateway 'ra-vpn-vgw' in the parameter files is"
                + " used by the Microsoft.Network/bastionHosts 'b'. Write another name in"
                + " publicIp.");
  }

  /** The gateway in the way goes first, and its address is free then. */
  @Test
  void anAddressOfAGatewayThatIsRemovedForThisOneIsTaken() {
    stands(Map.of(), "corp-vpn-ip");
    ResourceKey old = SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "old-vgw");
    put(old, Objects.requireNonNull(standing.remove(VPN)).body(), Map.of());
    ResourceKey network = SCOPE.key(ResourceType.VIRTUAL_NETWORK, "ra-vnet");
    put(
        network,
        Objects.requireNonNull(standing.get(network)).body(),
        Map.of(NetworkGateways.FACT, List.of(old.id(), EXPRESS_ROUTE.id())));
    ResourceKey key = SCOPE.key(ResourceType.PUBLIC_IP, "corp-vpn-ip");
    put(
        key,
        Objects.requireNonNull(standing.get(key)).body(),
        Map.of("ipConfiguration", old.id() + "/ipConfigurations/theirs0"));

    Plan plan = plan(declared(null, publicIp("corp-vpn-ip", null)));

    assertThat(plan.deletions()).extracting(r -> r.key().name()).contains("old-vgw");
    assertThat(actions(plan, ResourceType.VIRTUAL_NETWORK_GATEWAY)).contains("create ra-vpn-vgw");
    assertThat(PredictedRefusals.of(plan)).isEmpty();
  }

  @Test
  void natRulesOfAnInstanceThatGoesAreNamed() {
    stands(
        Map.of(
            "activeActive",
            true,
            "natRules",
            List.of(
                Map.of(
                    "name",
                    "branch",
                    "properties",
                    Map.of("ipConfigurationId", VPN.id() + "/ipConfigurations/theirs1")))),
        "corp-1",
        "corp-2");

    assertThat(PredictedRefusals.of(plan(declared(false, publicIp(null, null)))))
        .singleElement()
        .asString()
        .contains("the NAT rule 'branch' belongs to an IP configuration that would be removed");
  }
}
