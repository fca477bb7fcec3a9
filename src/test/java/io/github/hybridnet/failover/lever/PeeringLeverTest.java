package io.github.hybridnet.failover.lever;

import static io.github.hybridnet.failover.LeverRig.PEERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.FakeCloud;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.LeverRig;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disabling and enabling the circuit's private peering. */
class PeeringLeverTest {
  private static final Call CALL = Call.within(Duration.ofMinutes(5));
  private static final Secret KEY = Secret.of(LeverRig.MD5, Secret.Source.FILE);

  private final LeverRig rig = new LeverRig();
  private final Lever lever = rig.lever(LeverKind.PEERING);

  private static DrillTarget undeclared() {
    return LeverRig.target(Optional.empty(), LeverRig.declaredConnection(null));
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void mayBePulledWhenThePeeringIsEnabledAndItsKeyDeclared() throws InterruptedException {
    assertThat(lever.refusals()).isEmpty();
    assertThat(lever.isPulled()).isFalse();
    assertThat(lever.target()).isEqualTo(PEERING);
  }

  @Test
  void everythingElseIsWrittenAsItStandsWithTheDeclaredKey() throws InterruptedException {
    lever.pull(CALL);

    assertThat(lever.isPulled()).isTrue();
    Map<?, ?> written = (Map<?, ?>) rig.cloud.bodies.get(0).get("properties");
    assertThat(written.get("state")).isEqualTo("Disabled");
    assertThat(written.get("futureSetting")).isEqualTo("kept");
    assertThat(written.get("vlanId")).isEqualTo(100);
    assertThat(((Secret) written.get("sharedKey")).matches(KEY)).isTrue();
  }

  @Test
  void anotherProcessEnablesItWithTheDeclaredKeyAndKeepsWhatOthersChanged()
      throws InterruptedException {
    lever.pull(CALL);
    rig.change(PEERING, "vlanId", 200);

    Lever elsewhere = rig.lever(LeverKind.PEERING);
    assertThat(elsewhere.undo(CALL)).isTrue();
    assertThat(elsewhere.undo(CALL)).isFalse();

    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(rig.property(PEERING, "vlanId")).isEqualTo(200);
    assertThat(rig.property(PEERING, "futureSetting")).isEqualTo("kept");
    assertThat(((Secret) rig.property(PEERING, "sharedKey")).matches(KEY)).isTrue();
    assertThat(rig.cloud.applied).hasSize(2);
  }

  @Test
  void theDefinitionIsTheSameAgain() throws InterruptedException {
    String before = lever.fingerprint();
    lever.pull(CALL);
    assertThat(lever.fingerprint()).isNotEqualTo(before);
    lever.undo(CALL);
    assertThat(lever.fingerprint()).isEqualTo(before);
    assertThat(lever.definition().toString()).doesNotContain(LeverRig.MD5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "Canceled"})
  void aFailedPeeringIsWrittenAgain(String state) throws InterruptedException {
    rig.stand(PEERING, LeverRig.peering("Enabled"), state);
    assertThat(lever.undo(CALL)).isTrue();
    assertThat(rig.cloud.applied).containsExactly(PEERING);
  }

  /** A failed operation on a part leaves the circuit failed, and Azure refuses all its parts. */
  @Test
  void aFailedCircuitIsWrittenOnceMoreAsItStandsWithTheDeclaredKey() throws InterruptedException {
    rig.stand(PEERING, LeverRig.peering("Disabled"), "Failed");
    Map<String, Object> peering = Map.of("name", "AzurePrivatePeering", "properties", Map.of());
    rig.stand(
        LeverRig.CIRCUIT,
        Map.of("properties", Map.of("peerings", List.of(peering), "futureSetting", "kept")),
        "Failed");
    rig.cloud.fail(PEERING, FakeCloud.failure(Kind.REFUSED, "ParentResourceIsInFailedState"));

    assertThat(lever.undo(CALL)).isTrue();

    assertThat(rig.cloud.applied).containsExactly(PEERING, LeverRig.CIRCUIT, PEERING);
    Map<?, ?> circuit = (Map<?, ?>) rig.cloud.bodies.get(1).get("properties");
    assertThat(circuit.get("futureSetting")).isEqualTo("kept");
    Map<?, ?> written = (Map<?, ?>) ((List<?>) circuit.get("peerings")).get(0);
    Secret key = (Secret) ((Map<?, ?>) written.get("properties")).get("sharedKey");
    assertThat(key.matches(KEY)).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void aPeeringThatIsBeingUpdatedIsWaitedFor() throws InterruptedException {
    rig.stand(PEERING, LeverRig.peering("Enabled"), "Updating");
    rig.whileSleeping = duration -> rig.stand(PEERING, LeverRig.peering("Disabled"));
    assertThat(lever.undo(CALL)).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void isRefusedWithoutAPeering() throws InterruptedException {
    rig.cloud.standing.remove(PEERING);
    Finding finding = only(lever.refusals());
    assertThat(finding.code()).isEqualTo("HN5015");
    assertThat(finding.text())
        .isEqualTo(
            "The ExpressRoute circuit ra-erc has no private peering that could be disabled.");
    assertThat(finding.fix())
        .isEqualTo(
            "have it configured by the provider or by hybridnet:create-circuit, or set"
                + " hybridnet.failover.disconnect to connection");
    assertThatThrownBy(() -> lever.pull(CALL)).isInstanceOf(LeverRefusedException.class);
    assertThat(lever.wasRefused()).isTrue();
    assertThatThrownBy(() -> lever.undo(CALL))
        .isInstanceOf(CloudException.class)
        .hasMessage(
            "The circuit peering ra-erc/AzurePrivatePeering has been deleted by somebody; it has to"
                + " be made again");
  }

  @Test
  void isRefusedWhenDisabledAlreadyAndDoesNotTakeThatForItsOwnDoing() throws InterruptedException {
    rig.stand(PEERING, LeverRig.peering("Disabled"));
    Finding finding = only(lever.refusals());
    assertThat(finding.code()).isEqualTo("HN5015");
    assertThat(finding.text())
        .isEqualTo(
            "The private peering of the ExpressRoute circuit ra-erc is Disabled (Succeeded), so"
                + " that ExpressRoute carries nothing that could be taken away.");
    assertThat(finding.fix())
        .isEqualTo(
            "enable it, wait until it works, and run the goal again; if an earlier drill left it"
                + " so, run hybridnet:restore");
    assertThatThrownBy(() -> lever.pull(CALL)).isInstanceOf(LeverRefusedException.class);
    assertThat(lever.wasRefused()).isTrue();
    assertThat(rig.cloud.applied).isEmpty();
  }

  @Test
  void isRefusedWhenNobodyKnowsWhetherThereIsAKey() throws InterruptedException {
    Lever blind = rig.lever(LeverKind.PEERING, undeclared());
    Finding finding = only(blind.refusals());
    assertThat(finding.code()).isEqualTo("HN5016");
    assertThat(finding.text())
        .isEqualTo(
            "Whether the private peering of the ExpressRoute circuit ra-erc has an MD5 key is not"
                + " known: Azure does not return it, and the peering is not declared. A write"
                + " without the key may take it away, and the peering's sessions would stay down.");
    assertThat(finding.fix())
        .isEqualTo(
            "declare the peering in expressRouteCircuit.parameters.json, with its sharedKey if it"
                + " has one; or set hybridnet.failover.noPeeringKey if it has none; or set"
                + " hybridnet.failover.disconnect to connection or site-simulation");
  }

  @Test
  void theUserMaySayThatThereIsNoKey() throws InterruptedException {
    Lever told = Levers.of(LeverKind.PEERING, rig.ports, undeclared(), rig.workings(true));
    assertThat(told.refusals()).isEmpty();
    assertThat(told.needsNoKey()).isTrue();
    assertThat(told.undoByHand().toString()).doesNotContain("MD5");
    Lever declared =
        rig.lever(
            LeverKind.PEERING,
            LeverRig.target(LeverRig.declaredPeering(Map.of()), LeverRig.declaredConnection(null)));
    assertThat(declared.refusals()).isEmpty();
    declared.pull(CALL);
    assertThat(rig.cloud.bodies.get(0).toString()).doesNotContain("sharedKey");
  }

  @Test
  void aKeyThatAzureReturnsIsKept() throws InterruptedException {
    rig.change(PEERING, "sharedKey", KEY);
    Lever blind = rig.lever(LeverKind.PEERING, undeclared());
    assertThat(blind.refusals()).isEmpty();
    blind.pull(CALL);
    blind.undo(CALL);
    assertThat(((Secret) rig.property(PEERING, "sharedKey")).matches(KEY)).isTrue();
  }

  @Test
  void isNotEnabledWithoutAKeyThatMayBeThere() {
    rig.stand(PEERING, LeverRig.peering("Disabled"));
    Lever blind = rig.lever(LeverKind.PEERING, undeclared());
    assertThatThrownBy(() -> blind.undo(CALL))
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("MD5 key is not known");
    assertThat(rig.cloud.applied).isEmpty();
  }

  @Test
  void isNotWrittenWithAKeyThatIsStillInItsVault() {
    Secret inVault =
        Secret.in(new Secret.KeyVaultReference("/subscriptions/sub/vaults/v", "md5", null));
    Lever lever =
        rig.lever(
            LeverKind.PEERING,
            LeverRig.target(
                LeverRig.declaredPeering(Map.of("sharedKey", inVault)),
                LeverRig.declaredConnection(null)));
    assertThatThrownBy(() -> lever.pull(CALL))
        .hasMessage(
            "The MD5 key of the private peering is in a Key Vault from which it could not be read");
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
            rig.stand(PEERING, LeverRig.peering("Disabled"));
          }
        };
    lever.pull(CALL);
    assertThat(rig.slept).startsWith(Duration.ofSeconds(7));
    assertThat(lever.wasRefused()).isFalse();
    assertThat(lever.isPulled()).isTrue();
    assertThat(rig.cloud.applied).hasSize(2);
  }

  @Test
  void saysWhomItTouchesAndHowItIsUndoneByHand() throws InterruptedException {
    rig.stand(
        LeverRig.SCOPE.key(io.github.hybridnet.plan.ResourceType.CONNECTION, "their-cn"),
        Map.of("properties", Map.of("peer", Map.of("id", LeverRig.CIRCUIT.id()))));
    Lever shared =
        rig.lever(
            LeverKind.PEERING,
            LeverRig.target(
                new DrilledCircuit(LeverRig.CIRCUIT, false, LeverRig.declaredPeering()),
                LeverRig.declaredConnection(null)));
    Announcement announcement = shared.announcement();
    assertThat(announcement.lever())
        .isEqualTo(
            "The private peering of the ExpressRoute circuit ra-erc is disabled, and enabled again;"
                + " everything else of it is written as it stands.");
    assertThat(announcement.blastRadius())
        .containsExactly(
            "The ExpressRoute circuit ra-erc is not declared here: it may be shared with networks"
                + " that nobody here knows.",
            "The connection their-cn over the same circuit (resource group ra-rg) loses"
                + " ExpressRoute, too.",
            "Connections to the circuit from subscriptions that this identity cannot read are not"
                + " known.",
            "The circuit's other peerings, such as Microsoft peering, are not touched.");
    String id = PEERING.id() + "?api-version=2024-05-01";
    assertThat(announcement.undo())
        .containsExactly(
            "az rest --method get --url \"" + id + "\" --output json > peering.json",
            "(in peering.json set properties.state to Enabled, and set properties.sharedKey to <MD5"
                + " key> if the peering has one: Azure does not show it)",
            "az rest --method put --url \"" + id + "\" --body @peering.json");
    assertThat(announcement.toString()).doesNotContain(LeverRig.MD5);
  }
}
