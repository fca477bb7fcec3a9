package io.github.hybridnet.plan.destroy;

import static io.github.hybridnet.arm.StandingNetwork.circuit;
import static io.github.hybridnet.arm.StandingNetwork.expressRoute;
import static io.github.hybridnet.arm.StandingNetwork.group;
import static io.github.hybridnet.arm.StandingNetwork.key;
import static io.github.hybridnet.arm.StandingNetwork.nsg;
import static io.github.hybridnet.arm.StandingNetwork.vnet;
import static io.github.hybridnet.arm.StandingNetwork.vpn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.arm.StandingNetwork;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestroyPlannerTest {
  private static final Random SEEDS = new Random();

  private static final ResourceKey VPN_CONNECTION = key(ResourceType.CONNECTION, "ra-vpn-cn");
  private static final ResourceKey ER_CONNECTION = key(ResourceType.CONNECTION, "ra-er-cn");
  private static final ResourceKey ADDRESS = key(ResourceType.PUBLIC_IP, "ra-vpn-vgw-pip");
  private static final ResourceKey DEVICE = key(ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw");
  private static final ResourceKey PEERING =
      key(ResourceType.PEERING, "ra-erc/AzurePrivatePeering");

  private static final ResourceKey GATEWAY_SUBNET =
      key(ResourceType.SUBNET, "ra-vnet/GatewaySubnet");
  private static final ResourceKey WEB = key(ResourceType.SUBNET, "ra-vnet/web");
  private static final ResourceKey RULE = key(ResourceType.SECURITY_RULE, "ra-nsg/https");

  private static final ResourceKey THEIRS =
      new ResourceKey("sub", "their-rg", ResourceType.CONNECTION, "their-cn");
  private static final String NIC =
      "/subscriptions/sub/resourceGroups/their-rg/providers/Microsoft.Network/networkInterfaces/nic";

  private static ResourceRemoval removal(DestroyPlan destroyPlan, ResourceKey key) {
    return destroyPlan.plan().removals().stream()
        .filter(r -> r.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<ResourceKey> going(DestroyPlan destroyPlan) {
    return destroyPlan.plan().removals().stream().map(ResourceRemoval::key).toList();
  }

  private static Map<String, Object> named(String name) {
    return Map.of("name", name);
  }

  @Test
  void everythingGoesInTheOrderThatAzureDemands() {
    DestroyPlan destroyPlan = new StandingNetwork().destruction();
    assertThat(destroyPlan.kept()).isEmpty();
    assertThat(destroyPlan.absent()).containsExactly(key(ResourceType.PUBLIC_IP, "ra-er-vgw-pip"));
    assertThat(going(destroyPlan))
        .containsExactlyInAnyOrder(
            VPN_CONNECTION,
            ER_CONNECTION,
            vpn(),
            expressRoute(),
            ADDRESS,
            DEVICE,
            vnet(),
            nsg(),
            PEERING,
            circuit(),
            group());
    assertThat(removal(destroyPlan, vpn()).after()).containsExactly(VPN_CONNECTION);
    assertThat(removal(destroyPlan, expressRoute()).after()).containsExactly(ER_CONNECTION);
    assertThat(removal(destroyPlan, ADDRESS).after()).containsExactly(vpn());
    assertThat(removal(destroyPlan, DEVICE).after()).containsExactly(VPN_CONNECTION);
    assertThat(removal(destroyPlan, vnet()).after())
        .containsExactlyInAnyOrder(vpn(), expressRoute());
    assertThat(removal(destroyPlan, nsg()).after()).containsExactly(vnet());
    assertThat(removal(destroyPlan, PEERING).after()).containsExactly(ER_CONNECTION);
    assertThat(removal(destroyPlan, circuit()).after())
        .containsExactlyInAnyOrder(PEERING, ER_CONNECTION);
    assertThat(removal(destroyPlan, group()).after())
        .contains(vnet(), nsg(), ADDRESS, DEVICE, circuit());
    assertThat(destroyPlan.groups().removals())
        .extracting(ResourceRemoval::key)
        .containsExactly(group());
    assertThat(destroyPlan.insideGroups().removals()).hasSize(10);
  }

  @Test
  void theAddressThatAzureAskedForIsOurs() {
    ResourceKey address = key(ResourceType.PUBLIC_IP, "ra-er-vgw-pip");
    DestroyPlan destroyPlan =
        new StandingNetwork()
            .put(
                address,
                Map.of(),
                Map.of("ipConfiguration", expressRoute().id() + "/ipConfigurations/default"))
            .destruction();
    assertThat(removal(destroyPlan, address).after()).containsExactly(expressRoute());
    assertThat(destroyPlan.kept()).isEmpty();
  }

  @Test
  void nothingIsLeftToDoWhereNothingStands() {
    StandingNetwork nothing = new StandingNetwork();
    StandingNetwork.declared().forEach(d -> nothing.gone(d.key()));
    DestroyPlan destroyPlan = nothing.destruction();
    assertThat(destroyPlan.plan().isEmpty()).isTrue();
    assertThat(destroyPlan.kept()).isEmpty();
    assertThat(destroyPlan.absent()).hasSize(12);
  }

  @Test
  void goesOnWhereAnEarlierRunWasStopped() {
    DestroyPlan destroyPlan =
        new StandingNetwork().gone(VPN_CONNECTION).gone(vpn()).gone(ADDRESS).destruction();
    assertThat(destroyPlan.kept()).isEmpty();
    assertThat(removal(destroyPlan, vnet()).after()).containsExactly(expressRoute());
    assertThat(removal(destroyPlan, DEVICE).after()).isEmpty();
  }

  /** What somebody added, what stays for it, one of the reasons, and what goes all the same. */
  static List<Arguments> foreignThings() {
    return List.of(
        row(
            "a connection on the VPN gateway",
            n -> n.connect(THEIRS, vpn()),
            Set.of(vpn(), ADDRESS, vnet(), GATEWAY_SUBNET, group()),
            "used by resources that are not in the parameter files: connection 'their-cn' in"
                + " resource group 'their-rg'",
            Set.of(VPN_CONNECTION, expressRoute(), WEB, nsg(), DEVICE, circuit())),
        row(
            "a connection on the ExpressRoute gateway",
            n -> n.connect(key(ResourceType.CONNECTION, "second-er-cn"), expressRoute()),
            Set.of(expressRoute(), vnet(), GATEWAY_SUBNET, group()),
            "used by resources that are not in the parameter files: connection 'second-er-cn'",
            Set.of(vpn(), ADDRESS, WEB, nsg(), circuit())),
        row(
            "a connection to the device",
            n -> n.connect(key(ResourceType.CONNECTION, "device-cn"), DEVICE),
            Set.of(DEVICE, group()),
            "used by resources that are not in the parameter files: connection 'device-cn'",
            Set.of(vpn(), vnet(), circuit())),
        row(
            "a connection to the circuit",
            n -> n.connect(key(ResourceType.CONNECTION, "circuit-cn"), circuit()),
            Set.of(circuit(), PEERING, group()),
            "used by resources that are not in the parameter files: connection 'circuit-cn'",
            Set.of(ER_CONNECTION, expressRoute(), vnet())),
        row(
            "a subnet",
            n -> n.add(vnet(), "subnets", named("db")),
            Set.of(vnet(), group()),
            "it has subnets that are not in the parameter files: db",
            Set.of(GATEWAY_SUBNET, WEB, nsg(), vpn(), expressRoute())),
        row(
            "a peering of the network",
            n -> n.add(vnet(), "virtualNetworkPeerings", named("to-spoke")),
            Set.of(vnet(), group()),
            "it is peered with other networks: to-spoke",
            Set.of(GATEWAY_SUBNET, WEB, nsg(), vpn())),
        row(
            "a machine in a subnet",
            n -> n.use("web", NIC + "/ipConfigurations/ipconfig1"),
            Set.of(vnet(), WEB, nsg(), group()),
            "subnet 'web' is in use by Microsoft.Network/networkInterfaces 'nic' in resource group"
                + " 'their-rg'",
            Set.of(GATEWAY_SUBNET, vpn(), expressRoute(), circuit())),
        row(
            "a service in a subnet",
            n -> n.use("web", "Microsoft.Web/serverfarms"),
            Set.of(vnet(), WEB, nsg(), group()),
            "subnet 'web' is in use by Microsoft.Web/serverfarms",
            Set.of(GATEWAY_SUBNET)),
        row(
            "another gateway",
            n ->
                n.use(
                    "GatewaySubnet",
                    key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "third-vgw").id()
                        + "/ipConfigurations/default"),
            Set.of(vnet(), GATEWAY_SUBNET, group()),
            "subnet 'GatewaySubnet' is in use by virtual network gateway 'third-vgw'",
            Set.of(vpn(), expressRoute(), WEB, nsg())),
        row(
            "a rule",
            n -> n.add(nsg(), "securityRules", named("theirs")),
            Set.of(nsg(), group()),
            "it has rules that are not in the parameter files: theirs",
            Set.of(RULE, vnet())),
        row(
            "a network interface in the security group",
            n -> n.changeObserved(nsg(), ResourceUsers.SECURITY_GROUP, List.of(NIC)),
            Set.of(nsg(), group()),
            "in use by Microsoft.Network/networkInterfaces 'nic' in resource group 'their-rg'",
            Set.of(vnet())),
        row(
            "a subnet of another network in the security group",
            n ->
                n.changeObserved(
                    nsg(),
                    ResourceUsers.SECURITY_GROUP,
                    List.of(key(ResourceType.SUBNET, "their-vnet/app").id())),
            Set.of(nsg(), group()),
            "in use by subnet 'app' of virtual network 'their-vnet'",
            Set.of(vnet())),
        row(
            "an authorization that is used",
            n ->
                n.changeObserved(
                    circuit(),
                    ResourceUsers.AUTHORIZATIONS,
                    List.of(
                        Map.of(
                            "name", "partner",
                            "useStatus", "InUse",
                            "connection",
                                "/subscriptions/other/resourceGroups/p/providers/"
                                    + "Microsoft.Network/connections/p-cn"))),
            Set.of(circuit(), PEERING, group()),
            "authorization 'partner' is used by connection 'p-cn' in resource group 'p' of"
                + " subscription 'other'",
            Set.of(ER_CONNECTION, expressRoute(), vnet())),
        row(
            "a peering of the circuit",
            n ->
                n.changeObserved(
                    circuit(),
                    "peerings",
                    List.of(Map.of("name", "MicrosoftPeering", "peeringType", "MicrosoftPeering"))),
            Set.of(circuit(), PEERING, group()),
            "peering 'MicrosoftPeering' is not in the parameter files",
            Set.of(ER_CONNECTION)),
        row(
            "a connection of the circuit to another circuit",
            n ->
                n.changeObserved(
                    circuit(),
                    "peerings",
                    List.of(
                        Map.of(
                            "name",
                            "AzurePrivatePeering",
                            "peeringType",
                            "AzurePrivatePeering",
                            ResourceUsers.GLOBAL_REACH,
                            List.of("to-london")))),
            Set.of(circuit(), PEERING, group()),
            "peering 'AzurePrivatePeering' connects to other circuits: to-london",
            Set.of(ER_CONNECTION)),
        row(
            "a device that took our address",
            n -> n.changeObserved(ADDRESS, "ipConfiguration", NIC + "/ipConfigurations/c"),
            Set.of(ADDRESS, group()),
            "in use by Microsoft.Network/networkInterfaces 'nic' in resource group 'their-rg'",
            Set.of(vpn(), vnet())),
        row(
            "something else in the group",
            n ->
                n.member(
                    "/subscriptions/sub/resourceGroups/ra-rg/providers/Microsoft.Storage/storageAccounts/st"),
            Set.of(group()),
            "it contains resources that are not in the parameter files:"
                + " Microsoft.Storage/storageAccounts 'st'",
            Set.of(vpn(), expressRoute(), vnet(), nsg(), circuit())));
  }

  private static Arguments row(
      String what,
      UnaryOperator<StandingNetwork> added,
      Set<ResourceKey> kept,
      String reason,
      Set<ResourceKey> goes) {
    return Arguments.of(what, added, kept, reason, goes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("foreignThings")
  void whatOthersAddedKeepsWhatItUses(
      String what,
      UnaryOperator<StandingNetwork> added,
      Set<ResourceKey> kept,
      String reason,
      Set<ResourceKey> goes) {
    DestroyPlan destroyPlan = added.apply(new StandingNetwork()).destruction();
    assertThat(destroyPlan.kept())
        .extracting(RetainedResource::key)
        .containsExactlyInAnyOrderElementsOf(kept);
    assertThat(destroyPlan.kept())
        .filteredOn(k -> !k.key().equals(group()) || kept.size() > 1)
        .allMatch(k -> k.cause() == RetainedResource.Cause.OTHERS);
    assertThat(destroyPlan.kept())
        .extracting(RetainedResource::reason)
        .anyMatch(r -> r.equals(reason));
    assertThat(going(destroyPlan)).containsAll(goes).doesNotContainAnyElementsOf(kept);
    isInOrder(destroyPlan);
  }

  /** Whatever several people added: each thing stays for its own reasons and nothing else does. */
  @RepeatedTest(200)
  void manyForeignThingsKeepJustWhatTheyUse() {
    long seed = SEEDS.nextLong();
    Random random = new Random(seed);
    StandingNetwork network = new StandingNetwork();
    Set<ResourceKey> stays = new HashSet<>();
    List<String> added = new ArrayList<>();
    for (Arguments row : foreignThings()) {
      if (random.nextInt(4) == 0) {
        added.add(String.valueOf(row.get()[0]));
        addTo(network, row);
        stays.addAll(keptBy(row));
      }
    }
    DestroyPlan destroyPlan = network.destruction();
    String what = "seed " + seed + ": " + added;
    assertThat(destroyPlan.kept())
        .as(what)
        .extracting(RetainedResource::key)
        .containsExactlyInAnyOrderElementsOf(stays);
    assertThat(going(destroyPlan)).as(what).isSubsetOf(ours()).noneMatch(stays::contains);
    assertThat(going(destroyPlan)).as(what).containsAll(wholesBut(stays));
    isInOrder(destroyPlan);
  }

  @SuppressWarnings("unchecked")
  private static void addTo(StandingNetwork network, Arguments row) {
    var unused = ((UnaryOperator<StandingNetwork>) row.get()[1]).apply(network);
  }

  @SuppressWarnings("unchecked")
  private static Set<ResourceKey> keptBy(Arguments row) {
    return (Set<ResourceKey>) row.get()[2];
  }

  /** Everything that is declared, with its parts. */
  private static Set<ResourceKey> ours() {
    Set<ResourceKey> all = new HashSet<>(Set.of(GATEWAY_SUBNET, WEB, RULE));
    StandingNetwork.declared().forEach(d -> all.add(d.key()));
    return all;
  }

  private static List<ResourceKey> wholesBut(Set<ResourceKey> stays) {
    return StandingNetwork.declared().stream()
        .map(DeclaredResource::key)
        .filter(k -> !stays.contains(k))
        .toList();
  }

  private static void isInOrder(DestroyPlan destroyPlan) {
    Set<ResourceKey> before = new HashSet<>();
    for (ResourceRemoval resourceRemoval : destroyPlan.plan().removals()) {
      assertThat(before).as(resourceRemoval.key() + " after").containsAll(resourceRemoval.after());
      before.add(resourceRemoval.key());
    }
  }

  @Test
  void aDelegationKeepsTheSubnet() {
    StandingNetwork network = new StandingNetwork();
    Map<String, Object> delegation = Map.of("properties", Map.of("serviceName", "Microsoft.Sql"));
    Map<String, Object> subnet =
        Map.of("name", "web", "properties", Map.of("delegations", List.of(delegation)));
    network.put(vnet(), Map.of("properties", Map.of("subnets", List.of(subnet))), Map.of());
    assertThat(network.destruction().kept())
        .filteredOn(k -> k.key().equals(WEB))
        .extracting(RetainedResource::reason)
        .containsExactly("it is delegated to Microsoft.Sql");
  }

  @Test
  void everyReasonOfAResourceIsTold() {
    DestroyPlan destroyPlan =
        new StandingNetwork()
            .connect(THEIRS, vpn())
            .add(vnet(), "subnets", named("db"))
            .add(vnet(), "virtualNetworkPeerings", named("to-spoke"))
            .destruction();
    assertThat(destroyPlan.kept())
        .filteredOn(k -> k.key().equals(vnet()))
        .extracting(RetainedResource::reason)
        .containsExactly(
            "the virtual network gateway 'ra-vpn-vgw' stays and uses it; it has subnets that are"
                + " not in the parameter files: db; it is peered with other networks: to-spoke");
  }

  @Test
  void ofManyOnlySomeAreNamed() {
    StandingNetwork network = new StandingNetwork();
    for (int i = 1; i <= 7; i++) {
      network.add(vnet(), "subnets", named("s" + i));
    }
    assertThat(network.destruction().kept())
        .extracting(RetainedResource::reason)
        .contains(
            "it has subnets that are not in the parameter files: s1, s2, s3, s4, s5 and 2 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Provisioned", "Provisioning", "Deprovisioning"})
  void aCircuitThatIsProvidedStaysWithoutItsPeerings(String state) {
    DestroyPlan destroyPlan = new StandingNetwork().providerSays(state).destruction();
    assertThat(destroyPlan.kept())
        .extracting(RetainedResource::key)
        .containsExactly(circuit(), group());
    assertThat(destroyPlan.kept()).allMatch(k -> k.cause() == RetainedResource.Cause.PROVIDER);
    String next =
        state.equals("Deprovisioning")
            ? "wait until the connectivity provider 'Equinix' has deprovisioned the service key"
                + " 'key-1'"
            : "ask the connectivity provider 'Equinix' to deprovision the service key 'key-1'";
    assertThat(destroyPlan.kept().get(0).reason())
        .isEqualTo(
            "its provider status is '"
                + state
                + "': "
                + next
                + ", then run destroy again; the circuit is billed until then");
    assertThat(going(destroyPlan)).contains(PEERING, ER_CONNECTION, vnet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Provisioned | run destroy with -Dhybridnet.destroy.waitForProvider, with which the simulated provider deprovisions the service key 'key-1'
          Deprovisioning | wait until the simulated provider has deprovisioned the service key 'key-1', then run destroy again
          """)
  void aSimulatedProviderIsNotAskedAndBillsNobody(String state, String next) {
    DestroyPlan destroyPlan = new StandingNetwork().billsNobody().providerSays(state).destruction();
    assertThat(destroyPlan.kept().get(0).reason())
        .isEqualTo("its provider status is '" + state + "': " + next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true | Provisioned | its provider status is 'Provisioned': ask the connectivity provider 'Equinix' to deprovision the service key 'key-1'; destroy waits for that, and then removes the circuit; the circuit is billed until then
          true | Deprovisioning | its provider status is 'Deprovisioning': destroy waits until the connectivity provider 'Equinix' has deprovisioned the service key 'key-1', and then removes the circuit; the circuit is billed until then
          false | Provisioned | its provider status is 'Provisioned': the simulated provider deprovisions the service key 'key-1' when everything else is removed, and then destroy removes the circuit
          false | Deprovisioning | its provider status is 'Deprovisioning': destroy waits until the simulated provider has deprovisioned the service key 'key-1', and then removes the circuit
          """)
  void nobodyIsToldToAskForTheWaitThatIsAskedFor(boolean billed, String state, String reason) {
    StandingNetwork network = new StandingNetwork().providerSays(state).waitsForProvider();
    DestroyPlan destroyPlan = (billed ? network : network.billsNobody()).destruction();
    assertThat(destroyPlan.kept().get(0).reason()).isEqualTo(reason);
  }

  @Test
  void theCircuitCanBeLeftOnPurpose() {
    DestroyPlan destroyPlan = new StandingNetwork().providerSays("Provisioned").destruction(true);
    assertThat(destroyPlan.kept())
        .extracting(RetainedResource::key)
        .containsExactly(PEERING, circuit(), group());
    assertThat(destroyPlan.kept()).noneMatch(k -> k.cause().isUnwanted());
    assertThat(destroyPlan.kept().get(1).reason())
        .isEqualTo("hybridnet.destroy.keepCircuit is set");
  }

  @Test
  void thePrivatePeeringThatTheProviderMadeGoesWithTheCircuit() {
    StandingNetwork network = new StandingNetwork().gone(PEERING);
    assertThat(going(network.destruction())).contains(circuit()).doesNotContain(PEERING);
  }

  @Test
  void anAuthorizationThatNobodyUsesEndsBeforeTheCircuit() {
    DestroyPlan destroyPlan =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                ResourceUsers.AUTHORIZATIONS,
                List.of(Map.of("name", "spare", "useStatus", "Available", "connection", "")))
            .destruction();
    ResourceKey spare = key(ResourceType.AUTHORIZATION, "ra-erc/spare");
    assertThat(removal(destroyPlan, circuit()).after()).contains(spare);
    assertThat(removal(destroyPlan, spare).after()).containsExactly(ER_CONNECTION);
    assertThat(removal(destroyPlan, spare).reason()).isEqualTo("not declared, but nobody uses it");
  }

  private static String reason(DestroyPlan destroyPlan, ResourceKey kept) {
    return destroyPlan.kept().stream()
        .filter(k -> k.key().isSame(kept))
        .map(RetainedResource::reason)
        .findFirst()
        .orElse("");
  }

  /** Its removal would cut whoever uses it. */
  @ParameterizedTest
  @CsvSource({"''", "Unknown", "Something"})
  void anAuthorizationOfUnknownUseIsNotUnused(String useStatus) {
    DestroyPlan destroyPlan =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                ResourceUsers.AUTHORIZATIONS,
                List.of(Map.of("name", "spare", "useStatus", useStatus, "connection", "")))
            .destruction();
    assertThat(going(destroyPlan)).doesNotContain(circuit());
    assertThat(going(destroyPlan)).doesNotContain(key(ResourceType.AUTHORIZATION, "ra-erc/spare"));
    assertThat(reason(destroyPlan, circuit()))
        .isEqualTo("Azure does not say whether authorization 'spare' is used");
  }

  @Test
  void anAuthorizationWithAUserIsUsedWhateverItsStatus() {
    String user = "/subscriptions/o/resourceGroups/p/providers/Microsoft.Network/connections/c";
    DestroyPlan destroyPlan =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                ResourceUsers.AUTHORIZATIONS,
                List.of(Map.of("name", "spare", "useStatus", "Available", "connection", user)))
            .destruction();
    assertThat(reason(destroyPlan, circuit()))
        .isEqualTo(
            "authorization 'spare' is used by connection 'c' in resource group 'p' of subscription"
                + " 'o'");
  }

  @Test
  void theAuthorizationOfOurOwnConnectionKeepsNothing() {
    DestroyPlan destroyPlan =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                ResourceUsers.AUTHORIZATIONS,
                List.of(
                    Map.of("name", "ours", "useStatus", "InUse", "connection", ER_CONNECTION.id())))
            .destruction();
    assertThat(destroyPlan.kept()).isEmpty();
  }

  @Test
  void aGroupThatWasThereBeforeStaysAndThatIsNoFailure() {
    DestroyPlan destroyPlan =
        new StandingNetwork().put(group(), Map.of("location", "westus2"), Map.of()).destruction();
    assertThat(destroyPlan.kept()).extracting(RetainedResource::key).containsExactly(group());
    assertThat(destroyPlan.kept().get(0).cause()).isEqualTo(RetainedResource.Cause.NOT_OURS);
    assertThat(destroyPlan.kept().get(0).reason())
        .isEqualTo("not created by this plugin, because the tag 'hybridnet-created' is missing");
    assertThat(going(destroyPlan)).hasSize(10);
  }

  @Test
  void aCircuitThatIsOnlyReferredToIsNotOurs() {
    NetworkResources desired =
        new NetworkResources(
            StandingNetwork.DECLARED.withCircuits(List.of()), StandingNetwork.SCOPE);
    DestroyPlanner planner = new DestroyPlanner(desired.network(NetworkResources.Options.ALL));
    assertThat(planner.keys()).contains(ER_CONNECTION).doesNotContain(circuit());
  }

  @Test
  void whatAzureHasYetToForgetKeepsNothing() {
    DestroyPlan destroyPlan = new StandingNetwork().gone(VPN_CONNECTION).gone(vpn()).destruction();
    assertThat(destroyPlan.kept()).isEmpty();
    assertThat(going(destroyPlan)).contains(ADDRESS, vnet());
  }

  @Test
  void idsAreComparedWithoutCase() {
    DestroyPlan destroyPlan =
        new StandingNetwork()
            .changeObserved(
                nsg(),
                ResourceUsers.SECURITY_GROUP,
                List.of((vnet().id() + "/subnets/web").toUpperCase(java.util.Locale.ROOT)))
            .member(vpn().id().toUpperCase(java.util.Locale.ROOT))
            .destruction();
    assertThat(destroyPlan.kept()).isEmpty();
  }

  @Test
  void theTableNamesEveryKindOfForeignThing() {
    List<String> kinds = new ArrayList<>();
    foreignThings().forEach(a -> kinds.add(String.valueOf(a.get()[0])));
    assertThat(kinds).doesNotHaveDuplicates().hasSize(17);
  }
}
