package io.github.hybridnet.drill.action;

import static io.github.hybridnet.drill.action.DisconnectRig.AUTHORIZATION;
import static io.github.hybridnet.drill.action.DisconnectRig.CIRCUIT;
import static io.github.hybridnet.drill.action.DisconnectRig.CONNECTION;
import static io.github.hybridnet.drill.action.DisconnectRig.declaredConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.TargetCircuit;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting the ExpressRoute connection and making it again. */
class ConnectionDisconnectTest {
  private static final Duration CALL = Duration.ofMinutes(5);
  private static final String OTHERS =
      ". Or set hybridnet.failover.disconnect to peering or site-simulation";

  private final DisconnectRig rig = new DisconnectRig();
  private final DisconnectAction disconnectAction = rig.lever(DisconnectMethod.CONNECTION);

  private static DrillFinding only(List<DrillFinding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private DisconnectAction withKey(String key) {
    return rig.lever(
        DisconnectMethod.CONNECTION,
        DisconnectRig.target(Optional.empty(), declaredConnection(key)));
  }

  /** The circuit as it stands, with an authorization. */
  private void authorization(String key, String status, String user) {
    Map<String, Object> properties =
        key == null ? Map.of() : Map.of("authorizationKey", Secret.of(key, Secret.Source.CLOUD));
    rig.cloud.standing.put(
        CIRCUIT,
        new ActualResource(
            CIRCUIT,
            null,
            "Succeeded",
            Map.of(
                "properties",
                Map.of("authorizations", List.of(Map.of("name", "a", "properties", properties)))),
            Map.of(
                ResourceUsers.AUTHORIZATIONS,
                List.of(Map.of("name", "a", "useStatus", status, "connection", user)))));
  }

  @Test
  void isDeletedAndMadeAgainAsItWas() throws InterruptedException {
    assertThat(disconnectAction.refusals()).isEmpty();
    String before = disconnectAction.fingerprint();
    disconnectAction.disconnect(CALL);
    assertThat(rig.cloud.deleted).containsExactly(CONNECTION);
    assertThat(disconnectAction.isDisconnected()).isTrue();
    assertThat(disconnectAction.definition().isEmpty()).isTrue();

    DisconnectAction elsewhere = rig.lever(DisconnectMethod.CONNECTION);
    assertThat(elsewhere.restore(ResourceDefinition.NONE, CALL)).isTrue();
    assertThat(elsewhere.restore(ResourceDefinition.NONE, CALL)).isFalse();
    assertThat(elsewhere.isDisconnected()).isFalse();
    assertThat(elsewhere.fingerprint()).isEqualTo(before);
  }

  @Test
  void whatSomebodyElseHasMadeMeanwhileIsLeft() throws InterruptedException {
    disconnectAction.disconnect(CALL);
    rig.stand(CONNECTION, Map.of("properties", Map.of("connectionType", "ExpressRoute")));
    assertThat(disconnectAction.restore(ResourceDefinition.NONE, CALL)).isFalse();
    assertThat(rig.cloud.applied).isEmpty();
  }

  /** Whether the failed creation has redeemed the authorization nobody can tell. */
  @ParameterizedTest
  @ValueSource(strings = {"Failed", "FAILED", "Canceled"})
  void oneWhoseCreationFailedIsWrittenAgainWithItsAuthorization(String state)
      throws InterruptedException {
    DisconnectAction keyed = withKey(AUTHORIZATION);
    rig.stand(CONNECTION, declaredConnection(null).body(), state);
    assertThat(keyed.restore(ResourceDefinition.NONE, CALL)).isTrue();
    Object key = ((Map<?, ?>) rig.cloud.bodies.get(0).get("properties")).get("authorizationKey");
    assertThat(((Secret) key).reveal()).isEqualTo(AUTHORIZATION);
  }

  @Test
  void isRefusedWhenItWouldNotBeTheSame() throws InterruptedException {
    rig.change(CONNECTION, "routingWeight", 10);
    rig.change(CONNECTION, "enablePrivateLinkFastPath", true);
    rig.stand(
        CONNECTION, BodyMerge.merge(rig.body(CONNECTION), Map.of("tags", Map.of("owner", "net"))));
    rig.change(CONNECTION, "peer", Map.of("id", CIRCUIT.id() + "-other"));
    DrillFinding drillFinding = only(disconnectAction.refusals());
    assertThat(drillFinding.code()).isEqualTo("HN5017");
    assertThat(drillFinding.text())
        .isEqualTo(
            "The drill would delete the connection 'ra-er-cn' and create it again from the"
                + " parameter files, and it would then differ: properties.peer.id: "
                + CIRCUIT.id()
                + "-other -> "
                + CIRCUIT.id()
                + "; properties.enablePrivateLinkFastPath: exists, but is not in the parameter"
                + " files; properties.routingWeight: exists, but is not in the parameter files;"
                + " tags.owner: exists, but is not in the parameter files.");
    assertThat(drillFinding.fix())
        .isEqualTo(
            "write the actual values in the parameter files, or run hybridnet:deploy-network to"
                + " change the connection"
                + OTHERS);
    assertThatThrownBy(() -> disconnectAction.disconnect(CALL))
        .isInstanceOf(DisconnectRefusedException.class);
    assertThat(disconnectAction.wasRefused()).isTrue();
    assertThat(rig.cloud.deleted).isEmpty();
  }

  /** A policy gives its tags to every resource, so that the gateway has them too. */
  @Test
  void tagThatTheGatewayHasTooIsNoReasonAndIsSentBack() throws InterruptedException {
    Map<String, Object> tags = Map.of("tags", Map.of("Cost.Center", "4711"));
    rig.stand(CONNECTION, BodyMerge.merge(rig.body(CONNECTION), tags));
    assertThat(only(disconnectAction.refusals()).text()).contains("tags.Cost.Center: exists");
    rig.stand(
        DisconnectRig.GATEWAY,
        BodyMerge.merge(
            rig.body(DisconnectRig.GATEWAY), Map.of("tags", Map.of("cost.center", "4712"))));
    assertThat(disconnectAction.refusals()).hasSize(1);
    rig.stand(
        DisconnectRig.GATEWAY,
        BodyMerge.merge(
            rig.body(DisconnectRig.GATEWAY), Map.of("tags", Map.of("cost.center", "4711"))));
    assertThat(disconnectAction.refusals()).isEmpty();

    ResourceDefinition before = disconnectAction.definition();
    disconnectAction.disconnect(CALL);
    assertThat(rig.lever(DisconnectMethod.CONNECTION).restore(before, CALL)).isTrue();
    assertThat(rig.cloud.bodies.get(0)).containsEntry("tags", Map.of("Cost.Center", "4711"));
    assertThat(disconnectAction.definition()).isEqualTo(before);
  }

  @Test
  void whatTheServiceGivesToEveryConnectionIsNoReason() throws InterruptedException {
    rig.change(CONNECTION, "routingWeight", 0);
    rig.change(CONNECTION, "connectionProtocol", "IKEv2");
    rig.change(CONNECTION, "connectionMode", "Default");
    rig.change(CONNECTION, "expressRouteGatewayBypass", false);
    rig.change(CONNECTION, "ipsecPolicies", List.of());
    assertThat(disconnectAction.refusals()).isEmpty();
  }

  @Test
  void isRefusedWhenItDoesNotStand() throws InterruptedException {
    rig.cloud.standing.remove(CONNECTION);
    DrillFinding drillFinding = only(disconnectAction.refusals());
    assertThat(drillFinding.code()).isEqualTo("HN5015");
    assertThat(drillFinding.text())
        .isEqualTo(
            "The connection 'ra-er-cn' does not exist, so it cannot be deleted for the"
                + " drill.");
    assertThat(drillFinding.fix())
        .isEqualTo(
            "run hybridnet:deploy-network. If an earlier drill deleted it, run"
                + " hybridnet:restore");
  }

  @Test
  void aCircuitOfAnotherSubscriptionNeedsAKey() throws InterruptedException {
    ResourceKey theirs = new ResourceKey("other", "their-rg", ResourceType.CIRCUIT, "their-erc");
    DeclaredResource declared = declaredConnection(null);
    DrillTarget target =
        DisconnectRig.target(new TargetCircuit(theirs, false, Optional.empty()), declared);
    rig.cloud.whileReading =
        key -> {
          if (key.equals(theirs)) {
            throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    DrillFinding drillFinding = only(rig.lever(DisconnectMethod.CONNECTION, target).refusals());
    assertThat(drillFinding.code()).isEqualTo("HN5018");
    assertThat(drillFinding.text())
        .isEqualTo(
            "The connection 'ra-er-cn' cannot be created again without an authorization key"
                + " of the ExpressRoute circuit 'their-erc', which is in another subscription."
                + " The parameter files have none.");
    assertThat(drillFinding.fix())
        .isEqualTo(
            "set authorizationKey of the ExpressRoute connection in the parameter files" + OTHERS);
  }

  @Test
  void aConnectionThatRedeemedAnAuthorizationNeedsItsKey() throws InterruptedException {
    authorization(AUTHORIZATION, "InUse", CONNECTION.id());
    assertThat(only(disconnectAction.refusals()).text())
        .isEqualTo(
            "The connection 'ra-er-cn' cannot be created again without an authorization key"
                + " of the ExpressRoute circuit 'ra-erc', with which it was created. The"
                + " parameter files have none.");
    assertThat(withKey(AUTHORIZATION).refusals()).isEmpty();
    DrillFinding wrong = only(withKey("another-key").refusals());
    assertThat(wrong.code()).isEqualTo("HN5018");
    assertThat(wrong.text())
        .isEqualTo(
            "The connection 'ra-er-cn' cannot be created again with the authorizationKey in"
                + " the parameter files: the ExpressRoute circuit 'ra-erc' has no authorization"
                + " with this key that is free or used by the connection.");
  }

  @Test
  void aKeyOfSomebodyElsesConnectionIsNone() throws InterruptedException {
    authorization(AUTHORIZATION, "InUse", CONNECTION.id() + "-other");
    assertThat(withKey(AUTHORIZATION).refusals()).hasSize(1);
    authorization(null, "InUse", CONNECTION.id() + "-other");
    assertThat(withKey(AUTHORIZATION).refusals()).isEmpty();
    assertThat(disconnectAction.refusals()).isEmpty();
  }

  @Test
  void isMadeAgainWithTheDeclaredKeyWhichNoTextHolds() throws InterruptedException {
    DisconnectAction disconnectAction = withKey(AUTHORIZATION);
    disconnectAction.disconnect(CALL);
    disconnectAction.restore(ResourceDefinition.NONE, CALL);
    Object key = ((Map<?, ?>) rig.cloud.bodies.get(0).get("properties")).get("authorizationKey");
    assertThat(((Secret) key).reveal()).isEqualTo(AUTHORIZATION);
    DisconnectAnnouncement disconnectAnnouncement = disconnectAction.announcement();
    assertThat(disconnectAnnouncement.toString()).doesNotContain(AUTHORIZATION);
    assertThat(disconnectAnnouncement.undoCommands().get(0))
        .startsWith("az rest --method put --url \"" + CONNECTION.id() + "?api-version=2024-05-01\"")
        .contains("\"authorizationKey\": \"<authorization key>\"", "\"location\": \"westus2\"");
    assertThat(disconnectAnnouncement.blastRadius())
        .contains("Other networks on the ExpressRoute circuit 'ra-erc' are not affected.")
        .anyMatch(line -> line.contains("does not say whether a key can be used twice"));
    assertThat(disconnectAction.definition().toString()).doesNotContain(AUTHORIZATION);
  }

  @Test
  void aKeyThatIsStillInItsVaultMakesNothing() {
    Secret inVault = Secret.in(new Secret.KeyVaultReference("/subscriptions/s/v", "key", null));
    DeclaredResource declared = declaredConnection(null);
    DeclaredResource hidden =
        new DeclaredResource(
            CONNECTION,
            BodyMerge.merge(
                declared.body(), Map.of("properties", Map.of("authorizationKey", inVault))),
            List.of(),
            declared.rules());
    rig.cloud.standing.remove(CONNECTION);
    DisconnectAction disconnectAction =
        rig.lever(DisconnectMethod.CONNECTION, DisconnectRig.target(Optional.empty(), hidden));
    assertThatThrownBy(() -> disconnectAction.restore(ResourceDefinition.NONE, CALL))
        .hasMessage(
            "The authorization key of the connection 'ra-er-cn' could not be read from its"
                + " Key Vault");
  }

  @Test
  void oneThatIsNotDeclaredAnyMoreIsNotMadeFromNothing() {
    ResourceKey old = DisconnectRig.SCOPE.key(ResourceType.CONNECTION, "old-cn");
    DisconnectAction undoing =
        DisconnectActions.forRestore(
            DisconnectMethod.CONNECTION,
            old,
            rig.ports,
            DisconnectRig.target(),
            rig.options(false));
    assertThat(undoing.target()).isEqualTo(old);
    assertThatThrownBy(() -> undoing.restore(ResourceDefinition.NONE, CALL))
        .hasMessage(
            "The connection 'old-cn' is not in the parameter files. It can be created again"
                + " only with the parameter files of the drill");
    assertThat(undoing.manualUndoCommands())
        .containsExactly("(run mvn hybridnet:restore with the parameter files of the drill)");
  }

  @Test
  void withoutItsGatewayThereIsNothingToPutBack() throws InterruptedException {
    assertThat(disconnectAction.hasNothingToRestore()).isFalse();
    rig.cloud.standing.remove(DisconnectRig.GATEWAY);
    assertThat(disconnectAction.hasNothingToRestore()).isTrue();
  }
}
