package io.github.hybridnet.app.destroy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.FakeCloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.StandingNetwork;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.text.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestroyGoalTest {
  private static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "ra-rg");
  private static final ResourceKey VPN = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
  private static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "ra-erc");
  private static final ResourceKey NETWORK = key(ResourceType.VIRTUAL_NETWORK, "ra-vnet");

  @TempDir private Path directory;

  private final FakeCloudSession cloud = new FakeCloudSession();
  private final RecordedLines out = new RecordedLines();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("sub", "ra-rg", type, name);
  }

  private void run(HybridNetwork network, DestroyGoal.Request request) throws InterruptedException {
    EngineOptions options =
        EngineOptions.timed(now::get, d -> now.updateAndGet(i -> i.plus(d)), Duration.ofHours(1));
    OutputsPublisher outputsPublisher = new OutputsPublisher(directory, (name, value) -> {}, out);
    new DestroyGoal(cloud, options, out, outputsPublisher).run(network, request);
  }

  private void run(@Nullable String confirmed) throws InterruptedException {
    run(
        StandingNetwork.DECLARED,
        new DestroyGoal.Request(new Confirmation(confirmed, false, false), false, null));
  }

  private void standing(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    cloud.fake.standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }

  private void everythingStands() {
    StandingNetwork.declared().forEach(d -> standing(d.key(), d.body(), Map.of()));
    provider("NotProvisioned");
  }

  private void provider(String state) {
    standing(
        CIRCUIT,
        cloud.fake.standing.get(CIRCUIT).body(),
        Map.of("serviceProviderProvisioningState", state, "serviceKey", "key-1"));
  }

  private void storageAccountInGroup() {
    // A member of the group whose type nobody here knows has no place among the fake's resources.
    ResourceKey other = key(ResourceType.LOCAL_NETWORK_GATEWAY, "their-lgw");
    standing(other, Map.of(), Map.of());
  }

  @Test
  void everythingGoesAndTheGroupLast() throws Exception {
    everythingStands();
    run("ra-rg");
    assertThat(cloud.fake.standing).isEmpty();
    assertThat(cloud.fake.deleted).hasSize(11).last().isEqualTo(GROUP);
    assertThat(out.lines())
        .contains(
            "INFO Plan: 11 to remove, 0 to keep",
            "INFO   - virtual network gateway ra-vpn-vgw",
            "INFO Removed all resources of this network (11). Nothing of it is billed any longer.");
  }

  /** Lists of connections that this identity may not read. */
  private void hideConnectionsOf(ResourceKey hidden) {
    cloud.fake.whileListing =
        key -> {
          if (key.equals(hidden)) {
            throw new CloudException(
                CloudException.Kind.UNAUTHORIZED,
                "AuthorizationFailed",
                "You may not read Microsoft.Network/connections.",
                new CloudException.Answer(403, "req-1", null),
                null);
          }
        };
  }

  static List<ResourceKey> shared() {
    return List.of(CIRCUIT, VPN, key(ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw"));
  }

  @ParameterizedTest
  @MethodSource("shared")
  void nothingGoesWhileItIsNotKnownWhoElseUsesIt(ResourceKey shared) throws Exception {
    everythingStands();
    hideConnectionsOf(shared);
    String unknown =
        "Who else uses the "
            + shared.quoted()
            + " is not known, because this identity may not read its connections:"
            + " (AuthorizationFailed) You may not read Microsoft.Network/connections [request id"
            + " req-1].";
    run((String) null);
    assertThat(out.lines()).contains("WARN " + unknown);
    assertThatThrownBy(() -> run("ra-rg"))
        .hasMessageStartingWith("HN4061")
        .hasMessageContaining(unknown)
        .hasMessageContaining("give this identity the role Reader on the subscription");
    assertThat(cloud.fake.deleted).isEmpty();
  }

  @Test
  void usersOfWhatStaysNeedNotBeKnown() throws Exception {
    everythingStands();
    hideConnectionsOf(CIRCUIT);
    run(
        StandingNetwork.DECLARED,
        new DestroyGoal.Request(new Confirmation("ra-rg", false, false), true, null));
    assertThat(cloud.fake.standing).containsKey(CIRCUIT).doesNotContainKey(VPN);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"other-rg", "ra-rg2", "ra"})
  void withoutTheRightNameNothingIsTouched(@Nullable String confirmed) {
    everythingStands();
    Confirmation required = new Confirmation(confirmed, true, false);
    assertThatThrownBy(
            () -> run(StandingNetwork.DECLARED, new DestroyGoal.Request(required, false, null)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN4030")
        .hasMessageContaining("Fix: to remove what is listed above, set hybridnet.confirm=ra-rg");
    assertThat(cloud.fake.deleted).isEmpty();
    assertThat(out.lines())
        .contains("INFO   - ExpressRoute circuit ra-erc")
        .contains(
            "WARN Currently billed: virtual network gateway ra-vpn-vgw, virtual network gateway"
                + " ra-er-vgw, public IP address ra-vpn-vgw-pip, ExpressRoute circuit ra-erc. Azure"
                + " bills these from their creation until they are deleted.");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "")
  void withoutAnyNameThereIsAPreview(@Nullable String confirmed) throws Exception {
    everythingStands();
    run(confirmed);
    assertThat(cloud.fake.deleted).isEmpty();
    assertThat(directory).isEmptyDirectory();
    assertThat(out.lines())
        .contains("INFO Plan: 11 to remove, 0 to keep")
        .endsWith(
            "INFO Preview: nothing was changed. To remove what is listed above, add"
                + " -Dhybridnet.confirm=ra-rg to this command.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPreviewSaysWhatWouldStopTheRemoval(boolean dryRun) throws Exception {
    everythingStands();
    cloud.drills.forbidden.add("Microsoft.Network/virtualNetworkGateways/delete");
    Confirmation preview = new Confirmation(null, dryRun, dryRun);
    run(StandingNetwork.DECLARED, new DestroyGoal.Request(preview, false, null));
    assertThat(cloud.fake.deleted).isEmpty();
    assertThat(out.lines())
        .containsOnlyOnce("WARN hybridnet:destroy would fail before changing anything:")
        .anyMatch(line -> line.startsWith("WARN HN4060: "))
        .anyMatch(line -> line.contains("Microsoft.Network/virtualNetworkGateways/delete"));
  }

  @Test
  void anotherNameIsRefusedAlsoWhereNoneIsRequired() {
    everythingStands();
    assertThatThrownBy(() -> run("other-rg")).hasMessageStartingWith("HN4030");
    assertThat(cloud.fake.deleted).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"ra-rg", "other-rg"})
  void aDryRunRemovesNothingWhateverIsConfirmed(@Nullable String confirmed) throws Exception {
    everythingStands();
    Confirmation dry = new Confirmation(confirmed, true, true);
    run(StandingNetwork.DECLARED, new DestroyGoal.Request(dry, false, Duration.ofHours(1)));
    assertThat(cloud.fake.deleted).isEmpty();
    assertThat(out.lines()).contains("INFO Plan: 11 to remove, 0 to keep");
  }

  @Test
  void theNameIsComparedAsAzureDoes() throws Exception {
    everythingStands();
    run("RA-RG");
    assertThat(cloud.fake.standing).isEmpty();
  }

  @Test
  void nothingThereIsSuccess() throws Exception {
    run("ra-rg");
    run((String) null);
    assertThat(cloud.fake.deleted).isEmpty();
    assertThat(out.lines())
        .containsOnly(
            "INFO Nothing to remove: resource group 'ra-rg' contains no resource of this network.");
    assertThat(directory).isEmptyDirectory();
    assertThatThrownBy(() -> run("other-rg")).hasMessageStartingWith("HN4030");
  }

  @Test
  void aSecondRunGoesOn() throws Exception {
    everythingStands();
    cloud.fake.fail(VPN, FakeCloud.failure(CloudException.Kind.REFUSED, "ScopeLocked"));
    assertThatThrownBy(() -> run("ra-rg"))
        .hasMessageStartingWith("HN4032")
        .hasMessageContaining("virtual network gateway ra-vpn-vgw: (ScopeLocked)")
        .hasMessageContaining("[request id req-1]")
        .hasMessageContaining("Not tried because of that:")
        .hasMessageContaining("resource group ra-rg");
    assertThat(cloud.fake.standing).containsKeys(VPN, NETWORK, GROUP).doesNotContainKey(CIRCUIT);
    assertThat(out.lines())
        .contains(
            "WARN Still billed: virtual network gateway ra-vpn-vgw, public IP address"
                + " ra-vpn-vgw-pip. Azure bills these from their creation until they are deleted.");
    run("ra-rg");
    assertThat(cloud.fake.standing).isEmpty();
  }

  @Test
  void aForeignConnectionKeepsTheGatewayAndFailsTheBuild() {
    everythingStands();
    ResourceKey theirs = new ResourceKey("sub", "their-rg", ResourceType.CONNECTION, "their-cn");
    standing(
        theirs,
        Map.of("properties", Map.of("virtualNetworkGateway1", Map.of("id", VPN.id()))),
        Map.of());
    assertThatThrownBy(() -> run("ra-rg"))
        .hasMessageStartingWith("HN4031")
        .hasMessageContaining("virtual network gateway ra-vpn-vgw");
    assertThat(cloud.fake.standing)
        .containsKeys(theirs, VPN, NETWORK, GROUP)
        .doesNotContainKey(key(ResourceType.CONNECTION, "ra-vpn-cn"))
        .doesNotContainKey(key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw"));
    assertThat(out.lines())
        .contains(
            "WARN   = virtual network gateway ra-vpn-vgw: used by resources that are not in the"
                + " parameter files: connection 'their-cn' in resource group 'their-rg'");
    assertThat(cloud.fake.deleted).contains(key(ResourceType.SUBNET, "ra-vnet/web"));
  }

  @Test
  void aGroupThatIsNotEmptyInTheEndStaysAndThatIsSuccess() throws Exception {
    everythingStands();
    cloud.fake.whileApplying =
        key -> {
          if (key.equals(NETWORK)) {
            storageAccountInGroup();
          }
        };
    run("ra-rg");
    assertThat(cloud.fake.deleted).doesNotContain(GROUP).hasSize(10);
    assertThat(out.lines())
        .contains(
            "WARN   = resource group ra-rg: it contains resources that are not in the parameter"
                + " files: local network gateway 'their-lgw'");
  }

  @Test
  void whatIsRemovedThoughNotDeclaredSaysWhy() throws Exception {
    everythingStands();
    standing(
        CIRCUIT,
        cloud.fake.standing.get(CIRCUIT).body(),
        Map.of(
            "serviceProviderProvisioningState",
            "NotProvisioned",
            "authorizations",
            List.of(Map.of("name", "spare", "useStatus", "Available", "connection", ""))));
    run("ra-rg");
    assertThat(out.lines())
        .contains("INFO   - circuit authorization ra-erc/spare: not declared, but nobody uses it");
  }

  @Test
  void aGroupThatCannotBeLookedIntoStays() {
    everythingStands();
    AtomicReference<Integer> looks = new AtomicReference<>(0);
    cloud.fake.whileReading =
        key -> {
          if (key.equals(GROUP) && looks.updateAndGet(n -> n + 1) == 3) {
            throw FakeCloud.failure(CloudException.Kind.UNREACHABLE, "NoAnswer");
          }
        };
    assertThatThrownBy(() -> run("ra-rg"))
        .hasMessageStartingWith("HN4032")
        .hasMessageContaining("resource group ra-rg: (NoAnswer)");
    assertThat(cloud.fake.standing).containsOnlyKeys(GROUP);
  }

  @Test
  void aGroupThatWeDidNotMakeStaysAndThatIsSuccess() throws Exception {
    everythingStands();
    standing(GROUP, Map.of("location", "westus2"), Map.of());
    run("ra-rg");
    assertThat(cloud.fake.standing).containsOnlyKeys(GROUP);
    assertThat(out.lines())
        .contains(
            "INFO Removed: 10. Remaining:",
            "WARN   = resource group ra-rg: not created by this plugin, because the tag"
                + " 'hybridnet-created' is missing");
  }

  @Test
  void aProvisionedCircuitIsLeftToItsProvider() {
    everythingStands();
    provider("Provisioned");
    assertThatThrownBy(() -> run("ra-rg"))
        .hasMessageStartingWith("HN4031")
        .hasMessageContaining(
            "for the reasons listed above: ExpressRoute circuit ra-erc, resource group ra-rg.");
    assertThat(cloud.fake.standing).containsOnlyKeys(CIRCUIT, GROUP);
    assertThat(out.lines())
        .contains(
            "WARN   = ExpressRoute circuit ra-erc: its provider status is 'Provisioned': ask the"
                + " connectivity provider 'Equinix' to deprovision the service key 'key-1', then"
                + " run destroy again; the circuit is billed until then",
            "WARN Still billed: ExpressRoute circuit ra-erc. Azure bills these from their creation"
                + " until they are deleted.");
  }

  @Test
  void onTheSimulatorNobodyIsAskedAndNothingCostsMoney() {
    cloud.name = "simulator";
    everythingStands();
    provider("Provisioned");
    assertThatThrownBy(() -> run("ra-rg"))
        .hasMessageStartingWith("HN4031")
        .hasMessageContaining(
            "remove what the reasons name, or ask its owner to do so, and run the goal again")
        .hasMessageNotContaining("costs money");
    assertThat(out.lines())
        .contains(
            "WARN   = ExpressRoute circuit ra-erc: its provider status is 'Provisioned': run"
                + " destroy with -Dhybridnet.destroy.waitForProvider, with which the simulated"
                + " provider deprovisions the service key 'key-1'")
        .noneMatch(line -> line.contains("money") || line.contains("Equinix"));
  }

  @Test
  void keptOnPurposeItIsNoFailure() throws Exception {
    everythingStands();
    provider("Provisioned");
    run(
        StandingNetwork.DECLARED,
        new DestroyGoal.Request(new Confirmation("ra-rg", false, false), true, null));
    assertThat(cloud.fake.standing)
        .containsOnlyKeys(CIRCUIT, GROUP, key(ResourceType.PEERING, "ra-erc/AzurePrivatePeering"));
    assertThat(out.lines()).anyMatch(l -> l.startsWith("WARN Still billed: ExpressRoute"));
  }

  @Test
  void theProviderCanBeWaitedFor() throws Exception {
    everythingStands();
    provider("Provisioned");
    cloud.fake.whileReading =
        key -> {
          if (key.equals(CIRCUIT) && now.get().isAfter(Instant.EPOCH.plusSeconds(600))) {
            provider("NotProvisioned");
          }
        };
    run(
        StandingNetwork.DECLARED,
        new DestroyGoal.Request(
            new Confirmation("ra-rg", false, false), false, Duration.ofHours(1)));
    assertThat(cloud.fake.standing).isEmpty();
    assertThat(out.lines())
        .contains(
            "INFO ExpressRoute circuit ra-erc: waiting for the connectivity provider to deprovision"
                + " the circuit, Provisioned; 0.0 s elapsed, limit 1h 00m",
            "INFO ExpressRoute circuit ra-erc: deprovisioned by the connectivity provider");
  }

  @Test
  void theProviderIsNotWaitedForLongerThanAsked() {
    everythingStands();
    provider("Provisioned");
    assertThatThrownBy(
            () ->
                run(
                    StandingNetwork.DECLARED,
                    new DestroyGoal.Request(
                        new Confirmation("ra-rg", false, false), false, Duration.ofHours(1))))
        .hasMessageStartingWith("HN4031");
    assertThat(cloud.fake.standing).containsOnlyKeys(CIRCUIT, GROUP);
    assertThat(out.lines())
        .anyMatch(
            l -> l.startsWith("WARN ExpressRoute circuit ra-erc: still Provisioned after 1h"));
  }

  @Test
  void onlyTheCircuitGoesWhereOnlyTheCircuitIsDeclared() throws Exception {
    everythingStands();
    cloud.fake.standing.remove(key(ResourceType.CONNECTION, "ra-er-cn"));
    HybridNetwork declared =
        new HybridNetwork("ra-rg", null, null, null, null, StandingNetwork.DECLARED.circuits());
    run(declared, new DestroyGoal.Request(new Confirmation("ra-rg", false, false), false, null));
    assertThat(cloud.fake.standing).containsKeys(VPN, NETWORK).doesNotContainKey(CIRCUIT);
  }

  @Test
  void aCircuitInAGroupOfItsOwnGoesWithThatGroup() throws Exception {
    HybridNetwork declared =
        SampleNetwork.reference()
            .withCircuits(List.of(SampleNetwork.circuitIn("erc-rg", "partner")));
    NetworkResources desired = new NetworkResources(declared, StandingNetwork.SCOPE);
    desired
        .network(NetworkResources.Options.ALL)
        .forEach(d -> standing(d.key(), d.body(), Map.of()));
    desired.circuits().forEach(d -> standing(d.key(), d.body(), Map.of()));
    assertThat(cloud.fake.standing).hasSize(11);
    run(declared, new DestroyGoal.Request(new Confirmation("ra-rg", false, false), false, null));
    assertThat(cloud.fake.standing).isEmpty();
    assertThat(cloud.fake.deleted)
        .contains(new ResourceKey("sub", "erc-rg", ResourceType.AUTHORIZATION, "ra-erc/partner"));
  }

  @Test
  void withoutAGroupThereIsNothingToDestroy() {
    HybridNetwork nowhere = new HybridNetwork(null, null, null, null, null, List.of());
    assertThatThrownBy(
            () ->
                run(
                    nowhere,
                    new DestroyGoal.Request(new Confirmation("ra-rg", false, false), false, null)))
        .hasMessageStartingWith("HN4001");
  }

  @Test
  void theResultsForgetWhatIsGone() throws Exception {
    everythingStands();
    String entry = "{\"resources\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}";
    Path file = directory.resolve("outputs.json");
    Files.writeString(file, entry.formatted(VPN.id(), "/other"));
    run("ra-rg");
    assertThat(Files.readString(file)).contains("/other").doesNotContain("ra-vpn-vgw");
    assertThat(out.lines()).contains("INFO Results: " + file);
  }

  @Test
  void whatAnEarlierRunRemovedIsForgottenToo() throws Exception {
    Path file = directory.resolve("outputs.json");
    Files.writeString(file, "{\"gateways\":[{\"id\":\"%s\"}]}".formatted(VPN.id()));
    run("ra-rg");
    assertThat(Files.readString(file)).doesNotContain("ra-vpn-vgw");
  }

  @Test
  void whatIsBeingDeletedIsWaitedFor() throws Exception {
    everythingStands();
    cloud.fake.standing.computeIfPresent(
        VPN, (k, a) -> new ActualResource(k, null, "Deleting", a.body(), a.observed()));
    cloud.fake.whileReading =
        key -> {
          if (key.equals(VPN) && now.get().isAfter(Instant.EPOCH.plusSeconds(300))) {
            cloud.fake.standing.remove(VPN);
          }
        };
    run("ra-rg");
    assertThat(cloud.fake.standing).isEmpty();
    assertThat(cloud.fake.deleted).doesNotContain(VPN);
  }

  @Test
  void aConnectionThatMustNotBeSeenIsNoReasonToStop() throws Exception {
    everythingStands();
    standing(GROUP, Map.of(), Map.of());
    ResourceKey hidden = key(ResourceType.CONNECTION, "hidden-cn");
    standing(hidden, Map.of(), Map.of());
    cloud.fake.whileReading =
        key -> {
          if (key.equals(hidden)) {
            throw FakeCloud.failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    run("ra-rg");
    assertThat(cloud.fake.standing).containsOnlyKeys(GROUP, hidden);
  }

  /** A sign-in that was lost says nothing of who may see what. */
  @Test
  void aConnectionThatNobodyCouldAskForStopsIt() {
    everythingStands();
    standing(GROUP, Map.of(), Map.of());
    ResourceKey unasked = key(ResourceType.CONNECTION, "unasked-cn");
    standing(unasked, Map.of(), Map.of());
    cloud.fake.whileReading =
        key -> {
          if (key.equals(unasked)) {
            throw FakeCloud.signInLost();
          }
        };
    assertThatThrownBy(() -> run("ra-rg"))
        .hasMessageContaining("SignInFailed")
        .hasMessageNotContaining("Network Contributor");
    assertThat(cloud.fake.deleted).isEmpty();
  }

  @Test
  void whatCannotBeReadStopsBeforeAnythingIsTouched() {
    everythingStands();
    cloud.fake.whileReading =
        key -> {
          if (key.equals(NETWORK)) {
            throw FakeCloud.failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    assertThatThrownBy(() -> run("ra-rg")).hasMessageStartingWith("HN4011");
    assertThat(cloud.fake.deleted).isEmpty();
    assertThat(List.copyOf(cloud.fake.standing.keySet())).contains(CIRCUIT);
  }
}
