package io.github.hybridnet.plan;

import static io.github.hybridnet.plan.StandingNetwork.circuit;
import static io.github.hybridnet.plan.StandingNetwork.expressRoute;
import static io.github.hybridnet.plan.StandingNetwork.group;
import static io.github.hybridnet.plan.StandingNetwork.key;
import static io.github.hybridnet.plan.StandingNetwork.nsg;
import static io.github.hybridnet.plan.StandingNetwork.vnet;
import static io.github.hybridnet.plan.StandingNetwork.vpn;
import static org.assertj.core.api.Assertions.assertThat;

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

class DestructionPlannerTest {
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

  private static Removal removal(Destruction destruction, ResourceKey key) {
    return destruction.plan().removals().stream()
        .filter(r -> r.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<ResourceKey> going(Destruction destruction) {
    return destruction.plan().removals().stream().map(Removal::key).toList();
  }

  private static Map<String, Object> named(String name) {
    return Map.of("name", name);
  }

  @Test
  void everythingGoesInTheOrderThatAzureDemands() {
    Destruction destruction = new StandingNetwork().destruction();
    assertThat(destruction.kept()).isEmpty();
    assertThat(destruction.absent()).containsExactly(key(ResourceType.PUBLIC_IP, "ra-er-vgw-pip"));
    assertThat(going(destruction))
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
    assertThat(removal(destruction, vpn()).after()).containsExactly(VPN_CONNECTION);
    assertThat(removal(destruction, expressRoute()).after()).containsExactly(ER_CONNECTION);
    assertThat(removal(destruction, ADDRESS).after()).containsExactly(vpn());
    assertThat(removal(destruction, DEVICE).after()).containsExactly(VPN_CONNECTION);
    assertThat(removal(destruction, vnet()).after())
        .containsExactlyInAnyOrder(vpn(), expressRoute());
    assertThat(removal(destruction, nsg()).after()).containsExactly(vnet());
    assertThat(removal(destruction, PEERING).after()).containsExactly(ER_CONNECTION);
    assertThat(removal(destruction, circuit()).after())
        .containsExactlyInAnyOrder(PEERING, ER_CONNECTION);
    assertThat(removal(destruction, group()).after())
        .contains(vnet(), nsg(), ADDRESS, DEVICE, circuit());
    assertThat(destruction.groups().removals()).extracting(Removal::key).containsExactly(group());
    assertThat(destruction.insideGroups().removals()).hasSize(10);
  }

  @Test
  void theAddressThatAzureAskedForIsOurs() {
    ResourceKey address = key(ResourceType.PUBLIC_IP, "ra-er-vgw-pip");
    Destruction destruction =
        new StandingNetwork()
            .put(
                address,
                Map.of(),
                Map.of("ipConfiguration", expressRoute().id() + "/ipConfigurations/default"))
            .destruction();
    assertThat(removal(destruction, address).after()).containsExactly(expressRoute());
    assertThat(destruction.kept()).isEmpty();
  }

  @Test
  void nothingIsLeftToDoWhereNothingStands() {
    StandingNetwork nothing = new StandingNetwork();
    StandingNetwork.declared().forEach(d -> nothing.gone(d.key()));
    Destruction destruction = nothing.destruction();
    assertThat(destruction.plan().isEmpty()).isTrue();
    assertThat(destruction.kept()).isEmpty();
    assertThat(destruction.absent()).hasSize(12);
  }

  @Test
  void goesOnWhereAnEarlierRunWasStopped() {
    Destruction destruction =
        new StandingNetwork().gone(VPN_CONNECTION).gone(vpn()).gone(ADDRESS).destruction();
    assertThat(destruction.kept()).isEmpty();
    assertThat(removal(destruction, vnet()).after()).containsExactly(expressRoute());
    assertThat(removal(destruction, DEVICE).after()).isEmpty();
  }

  /** What somebody added, what stays for it, one of the reasons, and what goes all the same. */
  static List<Arguments> foreignThings() {
    return List.of(
        row(
            "a connection on the VPN gateway",
            n -> n.connect(THEIRS, vpn()),
            Set.of(vpn(), ADDRESS, vnet(), GATEWAY_SUBNET, group()),
            "not declared and using it: connection their-cn in resource group their-rg",
            Set.of(VPN_CONNECTION, expressRoute(), WEB, nsg(), DEVICE, circuit())),
        row(
            "a connection on the ExpressRoute gateway",
            n -> n.connect(key(ResourceType.CONNECTION, "second-er-cn"), expressRoute()),
            Set.of(expressRoute(), vnet(), GATEWAY_SUBNET, group()),
            "not declared and using it: connection second-er-cn",
            Set.of(vpn(), ADDRESS, WEB, nsg(), circuit())),
        row(
            "a connection to the device",
            n -> n.connect(key(ResourceType.CONNECTION, "device-cn"), DEVICE),
            Set.of(DEVICE, group()),
            "not declared and using it: connection device-cn",
            Set.of(vpn(), vnet(), circuit())),
        row(
            "a connection to the circuit",
            n -> n.connect(key(ResourceType.CONNECTION, "circuit-cn"), circuit()),
            Set.of(circuit(), PEERING, group()),
            "not declared and using it: connection circuit-cn",
            Set.of(ER_CONNECTION, expressRoute(), vnet())),
        row(
            "a subnet",
            n -> n.add(vnet(), "subnets", named("db")),
            Set.of(vnet(), group()),
            "subnets that are not declared: db",
            Set.of(GATEWAY_SUBNET, WEB, nsg(), vpn(), expressRoute())),
        row(
            "a peering of the network",
            n -> n.add(vnet(), "virtualNetworkPeerings", named("to-spoke")),
            Set.of(vnet(), group()),
            "peered with other networks: to-spoke",
            Set.of(GATEWAY_SUBNET, WEB, nsg(), vpn())),
        row(
            "a machine in a subnet",
            n -> n.use("web", NIC + "/ipConfigurations/ipconfig1"),
            Set.of(vnet(), WEB, nsg(), group()),
            "subnet web is in use by Microsoft.Network/networkInterfaces nic in resource group"
                + " their-rg",
            Set.of(GATEWAY_SUBNET, vpn(), expressRoute(), circuit())),
        row(
            "a service in a subnet",
            n -> n.use("web", "Microsoft.Web/serverfarms"),
            Set.of(vnet(), WEB, nsg(), group()),
            "subnet web is in use by Microsoft.Web/serverfarms",
            Set.of(GATEWAY_SUBNET)),
        row(
            "another gateway",
            n ->
                n.use(
                    "GatewaySubnet",
                    key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "third-vgw").id()
                        + "/ipConfigurations/default"),
            Set.of(vnet(), GATEWAY_SUBNET, group()),
            "subnet GatewaySubnet is in use by virtual network gateway third-vgw",
            Set.of(vpn(), expressRoute(), WEB, nsg())),
        row(
            "a rule",
            n -> n.add(nsg(), "securityRules", named("theirs")),
            Set.of(nsg(), group()),
            "rules that are not declared: theirs",
            Set.of(RULE, vnet())),
        row(
            "a network interface in the security group",
            n -> n.changeObserved(nsg(), Uses.SECURITY_GROUP, List.of(NIC)),
            Set.of(nsg(), group()),
            "in use by Microsoft.Network/networkInterfaces nic in resource group their-rg",
            Set.of(vnet())),
        row(
            "a subnet of another network in the security group",
            n ->
                n.changeObserved(
                    nsg(),
                    Uses.SECURITY_GROUP,
                    List.of(key(ResourceType.SUBNET, "their-vnet/app").id())),
            Set.of(nsg(), group()),
            "in use by subnet app of virtual network their-vnet",
            Set.of(vnet())),
        row(
            "an authorization that is used",
            n ->
                n.changeObserved(
                    circuit(),
                    Uses.AUTHORIZATIONS,
                    List.of(
                        Map.of(
                            "name", "partner",
                            "useStatus", "InUse",
                            "connection",
                                "/subscriptions/other/resourceGroups/p/providers/"
                                    + "Microsoft.Network/connections/p-cn"))),
            Set.of(circuit(), PEERING, group()),
            "authorization partner is used by connection p-cn in resource group p of subscription"
                + " other",
            Set.of(ER_CONNECTION, expressRoute(), vnet())),
        row(
            "a peering of the circuit",
            n ->
                n.changeObserved(
                    circuit(),
                    "peerings",
                    List.of(Map.of("name", "MicrosoftPeering", "peeringType", "MicrosoftPeering"))),
            Set.of(circuit(), PEERING, group()),
            "peering MicrosoftPeering is not declared",
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
                            Uses.GLOBAL_REACH,
                            List.of("to-london")))),
            Set.of(circuit(), PEERING, group()),
            "peering AzurePrivatePeering joins other circuits: to-london",
            Set.of(ER_CONNECTION)),
        row(
            "a device that took our address",
            n -> n.changeObserved(ADDRESS, "ipConfiguration", NIC + "/ipConfigurations/c"),
            Set.of(ADDRESS, group()),
            "in use by Microsoft.Network/networkInterfaces nic in resource group their-rg",
            Set.of(vpn(), vnet())),
        row(
            "something else in the group",
            n ->
                n.member(
                    "/subscriptions/sub/resourceGroups/ra-rg/providers/Microsoft.Storage/storageAccounts/st"),
            Set.of(group()),
            "not declared and in it: Microsoft.Storage/storageAccounts st",
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
    Destruction destruction = added.apply(new StandingNetwork()).destruction();
    assertThat(destruction.kept()).extracting(Kept::key).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(destruction.kept())
        .filteredOn(k -> !k.key().equals(group()) || kept.size() > 1)
        .allMatch(k -> k.because() == Kept.Because.OTHERS);
    assertThat(destruction.kept()).extracting(Kept::reason).anyMatch(r -> r.equals(reason));
    assertThat(going(destruction)).containsAll(goes).doesNotContainAnyElementsOf(kept);
    isInOrder(destruction);
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
    Destruction destruction = network.destruction();
    String what = "seed " + seed + ": " + added;
    assertThat(destruction.kept())
        .as(what)
        .extracting(Kept::key)
        .containsExactlyInAnyOrderElementsOf(stays);
    assertThat(going(destruction)).as(what).isSubsetOf(ours()).noneMatch(stays::contains);
    assertThat(going(destruction)).as(what).containsAll(wholesBut(stays));
    isInOrder(destruction);
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
        .map(DesiredResource::key)
        .filter(k -> !stays.contains(k))
        .toList();
  }

  private static void isInOrder(Destruction destruction) {
    Set<ResourceKey> before = new HashSet<>();
    for (Removal removal : destruction.plan().removals()) {
      assertThat(before).as(removal.key() + " after").containsAll(removal.after());
      before.add(removal.key());
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
        .extracting(Kept::reason)
        .containsExactly("it is delegated to Microsoft.Sql");
  }

  @Test
  void everyReasonOfAResourceIsTold() {
    Destruction destruction =
        new StandingNetwork()
            .connect(THEIRS, vpn())
            .add(vnet(), "subnets", named("db"))
            .add(vnet(), "virtualNetworkPeerings", named("to-spoke"))
            .destruction();
    assertThat(destruction.kept())
        .filteredOn(k -> k.key().equals(vnet()))
        .extracting(Kept::reason)
        .containsExactly(
            "the virtual network gateway ra-vpn-vgw stays and uses it;"
                + " subnets that are not declared: db; peered with other networks: to-spoke");
  }

  @Test
  void ofManyOnlySomeAreNamed() {
    StandingNetwork network = new StandingNetwork();
    for (int i = 1; i <= 7; i++) {
      network.add(vnet(), "subnets", named("s" + i));
    }
    assertThat(network.destruction().kept())
        .extracting(Kept::reason)
        .contains("subnets that are not declared: s1, s2, s3, s4, s5 and 2 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Provisioned", "Provisioning", "Deprovisioning"})
  void aCircuitThatIsProvidedStaysWithoutItsPeerings(String state) {
    Destruction destruction = new StandingNetwork().providerSays(state).destruction();
    assertThat(destruction.kept()).extracting(Kept::key).containsExactly(circuit(), group());
    assertThat(destruction.kept()).allMatch(k -> k.because() == Kept.Because.PROVIDER);
    String next =
        state.equals("Deprovisioning")
            ? "wait until Equinix has deprovisioned service key key-1"
            : "ask the provider Equinix to deprovision service key key-1";
    assertThat(destruction.kept().get(0).reason())
        .isEqualTo(
            "its provider has it "
                + state
                + ": "
                + next
                + ", then run destroy again; it still costs money meanwhile");
    assertThat(going(destruction)).contains(PEERING, ER_CONNECTION, vnet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Provisioned | run destroy with -Dhybridnet.destroy.waitForProvider, which has it deprovision service key key-1
          Deprovisioning | wait until it has deprovisioned service key key-1, then run destroy again
          """)
  void aSimulatedProviderIsNotAskedAndBillsNobody(String state, String next) {
    Destruction destruction = new StandingNetwork().billsNobody().providerSays(state).destruction();
    assertThat(destruction.kept().get(0).reason())
        .isEqualTo("its simulated provider has it " + state + ": " + next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true | Provisioned | its provider has it Provisioned: ask the provider Equinix to deprovision service key key-1; destroy waits for that, and then removes the circuit; it still costs money meanwhile
          true | Deprovisioning | its provider has it Deprovisioning: destroy waits until Equinix has deprovisioned service key key-1, and then removes the circuit; it still costs money meanwhile
          false | Provisioned | its simulated provider has it Provisioned: it deprovisions service key key-1 when everything else is removed, and then destroy removes the circuit
          false | Deprovisioning | its simulated provider has it Deprovisioning: destroy waits until it has deprovisioned service key key-1, and then removes the circuit
          """)
  void nobodyIsToldToAskForTheWaitThatIsAskedFor(boolean billed, String state, String reason) {
    StandingNetwork network = new StandingNetwork().providerSays(state).waitsForProvider();
    Destruction destruction = (billed ? network : network.billsNobody()).destruction();
    assertThat(destruction.kept().get(0).reason()).isEqualTo(reason);
  }

  @Test
  void theCircuitCanBeLeftOnPurpose() {
    Destruction destruction = new StandingNetwork().providerSays("Provisioned").destruction(true);
    assertThat(destruction.kept())
        .extracting(Kept::key)
        .containsExactly(PEERING, circuit(), group());
    assertThat(destruction.kept()).noneMatch(k -> k.because().isUnwanted());
    assertThat(destruction.kept().get(1).reason())
        .isEqualTo("hybridnet.destroy.keepCircuit says so");
  }

  @Test
  void thePrivatePeeringThatTheProviderMadeGoesWithTheCircuit() {
    StandingNetwork network = new StandingNetwork().gone(PEERING);
    assertThat(going(network.destruction())).contains(circuit()).doesNotContain(PEERING);
  }

  @Test
  void anAuthorizationThatNobodyUsesEndsBeforeTheCircuit() {
    Destruction destruction =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                Uses.AUTHORIZATIONS,
                List.of(Map.of("name", "spare", "useStatus", "Available", "connection", "")))
            .destruction();
    ResourceKey spare = key(ResourceType.AUTHORIZATION, "ra-erc/spare");
    assertThat(removal(destruction, circuit()).after()).contains(spare);
    assertThat(removal(destruction, spare).after()).containsExactly(ER_CONNECTION);
    assertThat(removal(destruction, spare).reason()).isEqualTo("not declared, but nobody uses it");
  }

  private static String reason(Destruction destruction, ResourceKey kept) {
    return destruction.kept().stream()
        .filter(k -> k.key().isSame(kept))
        .map(Kept::reason)
        .findFirst()
        .orElse("");
  }

  /** Its removal would cut whoever uses it. */
  @ParameterizedTest
  @CsvSource({"''", "Unknown", "Something"})
  void anAuthorizationOfUnknownUseIsNotUnused(String useStatus) {
    Destruction destruction =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                Uses.AUTHORIZATIONS,
                List.of(Map.of("name", "spare", "useStatus", useStatus, "connection", "")))
            .destruction();
    assertThat(going(destruction)).doesNotContain(circuit());
    assertThat(going(destruction)).doesNotContain(key(ResourceType.AUTHORIZATION, "ra-erc/spare"));
    assertThat(reason(destruction, circuit()))
        .isEqualTo("Azure does not say whether authorization spare is used");
  }

  @Test
  void anAuthorizationWithAUserIsUsedWhateverItsStatus() {
    String user = "/subscriptions/o/resourceGroups/p/providers/Microsoft.Network/connections/c";
    Destruction destruction =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                Uses.AUTHORIZATIONS,
                List.of(Map.of("name", "spare", "useStatus", "Available", "connection", user)))
            .destruction();
    assertThat(reason(destruction, circuit()))
        .isEqualTo(
            "authorization spare is used by connection c in resource group p of subscription o");
  }

  @Test
  void theAuthorizationOfOurOwnConnectionKeepsNothing() {
    Destruction destruction =
        new StandingNetwork()
            .changeObserved(
                circuit(),
                Uses.AUTHORIZATIONS,
                List.of(
                    Map.of("name", "ours", "useStatus", "InUse", "connection", ER_CONNECTION.id())))
            .destruction();
    assertThat(destruction.kept()).isEmpty();
  }

  @Test
  void aGroupThatWasThereBeforeStaysAndThatIsNoFailure() {
    Destruction destruction =
        new StandingNetwork().put(group(), Map.of("location", "westus2"), Map.of()).destruction();
    assertThat(destruction.kept()).extracting(Kept::key).containsExactly(group());
    assertThat(destruction.kept().get(0).because()).isEqualTo(Kept.Because.NOT_OURS);
    assertThat(destruction.kept().get(0).reason())
        .isEqualTo("not made by this plugin: it lacks the tag hybridnet-created");
    assertThat(going(destruction)).hasSize(10);
  }

  @Test
  void aCircuitThatIsOnlyReferredToIsNotOurs() {
    DesiredNetwork desired =
        new DesiredNetwork(StandingNetwork.DECLARED.withCircuit(null), StandingNetwork.SCOPE);
    DestructionPlanner planner =
        new DestructionPlanner(desired.network(DesiredNetwork.Options.ALL));
    assertThat(planner.keys()).contains(ER_CONNECTION).doesNotContain(circuit());
  }

  @Test
  void whatAzureHasYetToForgetKeepsNothing() {
    Destruction destruction = new StandingNetwork().gone(VPN_CONNECTION).gone(vpn()).destruction();
    assertThat(destruction.kept()).isEmpty();
    assertThat(going(destruction)).contains(ADDRESS, vnet());
  }

  @Test
  void idsAreComparedWithoutCase() {
    Destruction destruction =
        new StandingNetwork()
            .changeObserved(
                nsg(),
                Uses.SECURITY_GROUP,
                List.of((vnet().id() + "/subnets/web").toUpperCase(java.util.Locale.ROOT)))
            .member(vpn().id().toUpperCase(java.util.Locale.ROOT))
            .destruction();
    assertThat(destruction.kept()).isEmpty();
  }

  @Test
  void theTableNamesEveryKindOfForeignThing() {
    List<String> kinds = new ArrayList<>();
    foreignThings().forEach(a -> kinds.add(String.valueOf(a.get()[0])));
    assertThat(kinds).doesNotHaveDuplicates().hasSize(17);
  }
}
