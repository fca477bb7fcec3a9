package io.github.hybridnet.drill.action;

import static io.github.hybridnet.drill.action.DisconnectRig.PEERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.model.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disabling and enabling the circuit's private peering. */
class PeeringDisconnectTest {
  private static final Duration CALL = Duration.ofMinutes(5);
  private static final Secret KEY = Secret.of(DisconnectRig.MD5, Secret.Source.FILE);

  private final DisconnectRig rig = new DisconnectRig();
  private final DisconnectAction disconnectAction = rig.lever(DisconnectMethod.PEERING);

  private static DrillTarget undeclared() {
    return DisconnectRig.target(Optional.empty(), DisconnectRig.declaredConnection(null));
  }

  private static DrillFinding only(List<DrillFinding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  /** Routes have shown that the peering works. */
  @ParameterizedTest
  @ValueSource(strings = {"Active", "Unknown", ""})
  void aStateThatIsNotKnownIsNoReasonAndIsEnabledAgain(String state) throws InterruptedException {
    rig.stand(PEERING, DisconnectRig.peering(state));
    assertThat(disconnectAction.refusals()).isEmpty();
    disconnectAction.disconnect(CALL);
    assertThat(rig.property(PEERING, "state")).isEqualTo("Disabled");
    assertThat(disconnectAction.restore(ResourceDefinition.NONE, CALL)).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void mayBePulledWhenThePeeringIsEnabledAndItsKeyDeclared() throws InterruptedException {
    assertThat(disconnectAction.refusals()).isEmpty();
    assertThat(disconnectAction.isDisconnected()).isFalse();
    assertThat(disconnectAction.target()).isEqualTo(PEERING);
  }

  @Test
  void everythingElseIsWrittenAsItStandsWithTheDeclaredKey() throws InterruptedException {
    disconnectAction.disconnect(CALL);

    assertThat(disconnectAction.isDisconnected()).isTrue();
    Map<?, ?> written = (Map<?, ?>) rig.cloud.bodies.get(0).get("properties");
    assertThat(written.get("state")).isEqualTo("Disabled");
    assertThat(written.get("futureSetting")).isEqualTo("kept");
    assertThat(written.get("vlanId")).isEqualTo(100);
    assertThat(((Secret) written.get("sharedKey")).matches(KEY)).isTrue();
  }

  @Test
  void anotherProcessEnablesItWithTheDeclaredKeyAndKeepsWhatOthersChanged()
      throws InterruptedException {
    disconnectAction.disconnect(CALL);
    rig.change(PEERING, "vlanId", 200);

    DisconnectAction elsewhere = rig.lever(DisconnectMethod.PEERING);
    assertThat(elsewhere.restore(ResourceDefinition.NONE, CALL)).isTrue();
    assertThat(elsewhere.restore(ResourceDefinition.NONE, CALL)).isFalse();

    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(rig.property(PEERING, "vlanId")).isEqualTo(200);
    assertThat(rig.property(PEERING, "futureSetting")).isEqualTo("kept");
    assertThat(((Secret) rig.property(PEERING, "sharedKey")).matches(KEY)).isTrue();
    assertThat(rig.cloud.applied).hasSize(2);
  }

  @Test
  void theDefinitionIsTheSameAgain() throws InterruptedException {
    String before = disconnectAction.fingerprint();
    disconnectAction.disconnect(CALL);
    assertThat(disconnectAction.fingerprint()).isNotEqualTo(before);
    disconnectAction.restore(ResourceDefinition.NONE, CALL);
    assertThat(disconnectAction.fingerprint()).isEqualTo(before);
    assertThat(disconnectAction.definition().toString()).doesNotContain(DisconnectRig.MD5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "Canceled"})
  void aFailedPeeringIsWrittenAgain(String state) throws InterruptedException {
    rig.stand(PEERING, DisconnectRig.peering("Enabled"), state);
    assertThat(disconnectAction.restore(ResourceDefinition.NONE, CALL)).isTrue();
    assertThat(rig.cloud.applied).containsExactly(PEERING);
  }

  /** A failed operation on a part leaves the circuit failed, and Azure refuses all its parts. */
  @Test
  void aFailedCircuitIsWrittenOnceMoreAsItStandsWithTheDeclaredKey() throws InterruptedException {
    rig.stand(PEERING, DisconnectRig.peering("Disabled"), "Failed");
    Map<String, Object> peering = Map.of("name", "AzurePrivatePeering", "properties", Map.of());
    rig.stand(
        DisconnectRig.CIRCUIT,
        Map.of("properties", Map.of("peerings", List.of(peering), "futureSetting", "kept")),
        "Failed");
    rig.cloud.fail(PEERING, FakeCloud.failure(Kind.REFUSED, "ParentResourceIsInFailedState"));

    assertThat(disconnectAction.restore(ResourceDefinition.NONE, CALL)).isTrue();

    assertThat(rig.cloud.applied).containsExactly(PEERING, DisconnectRig.CIRCUIT, PEERING);
    Map<?, ?> circuit = (Map<?, ?>) rig.cloud.bodies.get(1).get("properties");
    assertThat(circuit.get("futureSetting")).isEqualTo("kept");
    Map<?, ?> written = (Map<?, ?>) ((List<?>) circuit.get("peerings")).get(0);
    Secret key = (Secret) ((Map<?, ?>) written.get("properties")).get("sharedKey");
    assertThat(key.matches(KEY)).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void aPeeringThatIsBeingUpdatedIsWaitedFor() throws InterruptedException {
    rig.stand(PEERING, DisconnectRig.peering("Enabled"), "Updating");
    rig.whileSleeping = duration -> rig.stand(PEERING, DisconnectRig.peering("Disabled"));
    assertThat(disconnectAction.restore(ResourceDefinition.NONE, CALL)).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void isRefusedWithoutAPeering() throws InterruptedException {
    rig.cloud.standing.remove(PEERING);
    DrillFinding drillFinding = only(disconnectAction.refusals());
    assertThat(drillFinding.code()).isEqualTo("HN5015");
    assertThat(drillFinding.text())
        .isEqualTo(
            "The ExpressRoute circuit 'ra-erc' has no private peering that could be"
                + " disabled.");
    assertThat(drillFinding.fix())
        .isEqualTo(
            "create it with hybridnet:create-circuit, or ask the connectivity provider. Or"
                + " set hybridnet.failover.disconnect to connection");
    assertThatThrownBy(() -> disconnectAction.disconnect(CALL))
        .isInstanceOf(DisconnectRefusedException.class);
    assertThat(disconnectAction.wasRefused()).isTrue();
    assertThatThrownBy(() -> disconnectAction.restore(ResourceDefinition.NONE, CALL))
        .isInstanceOf(CloudException.class)
        .hasMessage(
            "Somebody deleted the circuit peering 'ra-erc/AzurePrivatePeering', so it must"
                + " be created again");
  }

  @Test
  void isRefusedWhenDisabledAlreadyAndDoesNotTakeThatForItsOwnDoing() throws InterruptedException {
    rig.stand(PEERING, DisconnectRig.peering("Disabled"));
    DrillFinding drillFinding = only(disconnectAction.refusals());
    assertThat(drillFinding.code()).isEqualTo("HN5015");
    assertThat(drillFinding.text())
        .isEqualTo(
            "The private peering of the ExpressRoute circuit 'ra-erc' is 'Disabled'"
                + " (provisioning state 'Succeeded'), so there is no ExpressRoute traffic to"
                + " disconnect.");
    assertThat(drillFinding.fix())
        .isEqualTo(
            "enable the peering, wait until it works, and run the goal again. If an earlier"
                + " drill left it disabled, run hybridnet:restore");
    assertThatThrownBy(() -> disconnectAction.disconnect(CALL))
        .isInstanceOf(DisconnectRefusedException.class);
    assertThat(disconnectAction.wasRefused()).isTrue();
    assertThat(rig.cloud.applied).isEmpty();
  }

  @Test
  void isRefusedWhenNobodyKnowsWhetherThereIsAKey() throws InterruptedException {
    DisconnectAction blind = rig.lever(DisconnectMethod.PEERING, undeclared());
    DrillFinding drillFinding = only(blind.refusals());
    assertThat(drillFinding.code()).isEqualTo("HN5016");
    assertThat(drillFinding.text())
        .isEqualTo(
            "It is not known whether the private peering of the ExpressRoute circuit"
                + " 'ra-erc' has an MD5 key: Azure does not return the key, and the parameter"
                + " files do not contain the peering. A write without the key may remove it, and"
                + " the BGP sessions would stay down.");
    assertThat(drillFinding.fix())
        .isEqualTo(
            "add the peering to expressRouteCircuit.parameters.json, with its sharedKey if"
                + " it has one. If it has none, set hybridnet.failover.noPeeringKey. Or set"
                + " hybridnet.failover.disconnect to connection or site-simulation");
  }

  @Test
  void theUserMaySayThatThereIsNoKey() throws InterruptedException {
    DisconnectAction told =
        DisconnectActions.of(DisconnectMethod.PEERING, rig.ports, undeclared(), rig.options(true));
    assertThat(told.refusals()).isEmpty();
    assertThat(told.isDeclaredKeyless()).isTrue();
    assertThat(told.manualUndoCommands().toString()).doesNotContain("MD5");
    DisconnectAction declared =
        rig.lever(
            DisconnectMethod.PEERING,
            DisconnectRig.target(
                DisconnectRig.declaredPeering(Map.of()), DisconnectRig.declaredConnection(null)));
    assertThat(declared.refusals()).isEmpty();
    declared.disconnect(CALL);
    assertThat(rig.cloud.bodies.get(0).toString()).doesNotContain("sharedKey");
  }

  @Test
  void aKeyThatAzureReturnsIsKept() throws InterruptedException {
    rig.change(PEERING, "sharedKey", KEY);
    DisconnectAction blind = rig.lever(DisconnectMethod.PEERING, undeclared());
    assertThat(blind.refusals()).isEmpty();
    blind.disconnect(CALL);
    blind.restore(ResourceDefinition.NONE, CALL);
    assertThat(((Secret) rig.property(PEERING, "sharedKey")).matches(KEY)).isTrue();
  }

  @Test
  void isNotEnabledWithoutAKeyThatMayBeThere() {
    rig.stand(PEERING, DisconnectRig.peering("Disabled"));
    DisconnectAction blind = rig.lever(DisconnectMethod.PEERING, undeclared());
    assertThatThrownBy(() -> blind.restore(ResourceDefinition.NONE, CALL))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("It is not known whether the private peering");
    assertThat(rig.cloud.applied).isEmpty();
  }

  @Test
  void isNotWrittenWithAKeyThatIsStillInItsVault() {
    Secret inVault =
        Secret.in(new Secret.KeyVaultReference("/subscriptions/sub/vaults/v", "md5", null));
    DisconnectAction disconnectAction =
        rig.lever(
            DisconnectMethod.PEERING,
            DisconnectRig.target(
                DisconnectRig.declaredPeering(Map.of("sharedKey", inVault)),
                DisconnectRig.declaredConnection(null)));
    assertThatThrownBy(() -> disconnectAction.disconnect(CALL))
        .hasMessage("The MD5 key of the private peering could not be read from its Key Vault");
  }

  @Test
  void aBusyCircuitIsWaitedForAndAnAnswerThatGotLostIsNoRefusal() throws InterruptedException {
    CloudException busy =
        new CloudException(
            Kind.BUSY,
            "AnotherOperationInProgress",
            "busy",
            new CloudException.Answer(429, null, Duration.ofSeconds(7)),
            null);
    rig.cloud.fail(PEERING, busy, FakeCloud.failure(Kind.BUSY, "InternalServerError"));
    rig.whileSleeping =
        duration -> {
          if (rig.cloud.applied.size() == 2) {
            rig.stand(PEERING, DisconnectRig.peering("Disabled"));
          }
        };
    disconnectAction.disconnect(CALL);
    assertThat(rig.slept).startsWith(Duration.ofSeconds(7));
    assertThat(disconnectAction.wasRefused()).isFalse();
    assertThat(disconnectAction.isDisconnected()).isTrue();
    assertThat(rig.cloud.applied).hasSize(2);
  }

  @Test
  void whatIsStoppedBeforeAnythingWasSentIsNotToBeRestored() {
    rig.cloud.whileReading =
        key -> {
          throw FakeCloud.failure(Kind.UNREACHABLE, "Interrupted");
        };
    assertThatThrownBy(() -> disconnectAction.disconnect(CALL)).hasMessageContaining("Interrupted");
    assertThat(rig.cloud.applied).isEmpty();
    assertThat(disconnectAction.wasRefused()).isTrue();
  }

  @Test
  void whatIsStoppedWhileItIsSentMayHaveToBeRestored() {
    rig.cloud.whileApplying =
        key -> {
          throw new InterruptedException();
        };
    assertThatThrownBy(() -> disconnectAction.disconnect(CALL))
        .isInstanceOf(InterruptedException.class);
    assertThat(disconnectAction.wasRefused()).isFalse();
  }

  /** Azure may work on the circuit for minutes, for example for the provider. */
  @Test
  void aCircuitThatIsBusyForMinutesIsWaitedForDuringHalfOfTheLimit() throws InterruptedException {
    Duration limit = Duration.ofMinutes(5);
    CloudException busy = FakeCloud.failure(Kind.BUSY, "AnotherOperationInProgress");
    rig.cloud.fail(PEERING, Collections.nCopies(25, busy).toArray(CloudException[]::new));
    disconnectAction.disconnect(limit);
    assertThat(rig.cloud.applied).hasSize(26);
    assertThat(slept()).isEqualTo(Duration.ofSeconds(25 * 5));
    // Two minutes: it is said at once, and then once a minute.
    assertThat(rig.events)
        .hasSize(3)
        .containsOnly(
            new EngineEvent.Retrying(
                PEERING,
                "AnotherOperationInProgress",
                String.valueOf(busy.getMessage()),
                Duration.ofSeconds(5)));
  }

  /** The other half is for the operation, which must not be cut off for want of time. */
  @Test
  void aCircuitThatStaysBusyIsGivenUpWhileTheOperationWouldStillHaveTime() {
    Duration limit = Duration.ofMinutes(5);
    CloudException busy = FakeCloud.failure(Kind.BUSY, "AnotherOperationInProgress");
    rig.cloud.fail(PEERING, Collections.nCopies(100, busy).toArray(CloudException[]::new));
    assertThatThrownBy(() -> disconnectAction.disconnect(limit)).isSameAs(busy);
    assertThat(slept()).isEqualTo(limit.dividedBy(2));
  }

  /** A disagreement about the version, and an error inside the service, do not last for minutes. */
  @Test
  void onlyABusyCircuitIsTriedForMinutes() {
    CloudException failure =
        new CloudException(
            Kind.BUSY,
            "InternalServerError",
            "error",
            new CloudException.Answer(500, null, null),
            null);
    CloudException conflict = FakeCloud.failure(Kind.CONFLICT, "PreconditionFailed");
    for (CloudException each : List.of(failure, conflict)) {
      rig.cloud.applied.clear();
      rig.cloud.failures.clear();
      rig.cloud.fail(PEERING, Collections.nCopies(100, each).toArray(CloudException[]::new));
      assertThatThrownBy(() -> disconnectAction.disconnect(Duration.ofMinutes(5))).isSameAs(each);
      assertThat(rig.cloud.applied).hasSize(8);
    }
  }

  /** How often it was busy before does not count against the other failures. */
  @Test
  void anErrorAfterMinutesOfABusyCircuitIsTriedAgain() throws InterruptedException {
    List<CloudException> failures = new ArrayList<>();
    failures.addAll(
        Collections.nCopies(10, FakeCloud.failure(Kind.BUSY, "AnotherOperationInProgress")));
    failures.addAll(Collections.nCopies(7, FakeCloud.failure(Kind.CONFLICT, "PreconditionFailed")));
    rig.cloud.fail(PEERING, failures.toArray(CloudException[]::new));
    disconnectAction.disconnect(Duration.ofMinutes(5));
    assertThat(rig.cloud.applied).hasSize(18);
  }

  private Duration slept() {
    return rig.slept.stream().reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void saysWhomItTouchesAndHowItIsUndoneByHand() throws InterruptedException {
    rig.stand(
        DisconnectRig.SCOPE.key(io.github.hybridnet.arm.ResourceType.CONNECTION, "their-cn"),
        Map.of("properties", Map.of("peer", Map.of("id", DisconnectRig.CIRCUIT.id()))));
    DisconnectAction shared =
        rig.lever(
            DisconnectMethod.PEERING,
            DisconnectRig.target(
                new TargetCircuit(DisconnectRig.CIRCUIT, false, DisconnectRig.declaredPeering()),
                DisconnectRig.declaredConnection(null)));
    DisconnectAnnouncement disconnectAnnouncement = shared.announcement();
    assertThat(disconnectAnnouncement.action())
        .isEqualTo(
            "The private peering of the ExpressRoute circuit 'ra-erc' is disabled, and"
                + " enabled again. Everything else is written unchanged.");
    assertThat(disconnectAnnouncement.blastRadius())
        .containsExactly(
            "The ExpressRoute circuit 'ra-erc' is not in the parameter files, so other"
                + " networks may use it too.",
            "The connection 'their-cn' over the same circuit (resource group 'ra-rg') also"
                + " loses ExpressRoute.",
            "Connections to the circuit from subscriptions that this identity cannot read"
                + " are not listed.",
            "The circuit's other peerings, such as Microsoft peering, are not affected.");
    String id = PEERING.id() + "?api-version=2024-05-01";
    assertThat(disconnectAnnouncement.undoCommands())
        .containsExactly(
            "az rest --method get --url \"" + id + "\" --output json > peering.json",
            "(in peering.json set properties.state to Enabled. If the routers use an MD5 key for"
                + " this peering, set properties.sharedKey to it: Azure does not show it)",
            "az rest --method put --url \"" + id + "\" --body @peering.json");
    assertThat(disconnectAnnouncement.toString()).doesNotContain(DisconnectRig.MD5);
  }
}
