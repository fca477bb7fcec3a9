package io.github.hybridnet.failover.lever;

import static io.github.hybridnet.failover.LeverRig.AUTHORIZATION;
import static io.github.hybridnet.failover.LeverRig.CIRCUIT;
import static io.github.hybridnet.failover.LeverRig.CONNECTION;
import static io.github.hybridnet.failover.LeverRig.declaredConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.FakeCloud;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.DrillTarget.DrilledCircuit;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.LeverRig;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Uses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting the ExpressRoute connection and making it again. */
class ConnectionLeverTest {
  private static final Call CALL = Call.within(Duration.ofMinutes(5));
  private static final String OTHERS =
      "; or set hybridnet.failover.disconnect to peering or site-simulation";

  private final LeverRig rig = new LeverRig();
  private final Lever lever = rig.lever(LeverKind.CONNECTION);

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private Lever withKey(String key) {
    return rig.lever(
        LeverKind.CONNECTION, LeverRig.target(Optional.empty(), declaredConnection(key)));
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
                Uses.AUTHORIZATIONS,
                List.of(Map.of("name", "a", "useStatus", status, "connection", user)))));
  }

  @Test
  void isDeletedAndMadeAgainAsItWas() throws InterruptedException {
    assertThat(lever.refusals()).isEmpty();
    String before = lever.fingerprint();
    lever.pull(CALL);
    assertThat(rig.cloud.deleted).containsExactly(CONNECTION);
    assertThat(lever.isPulled()).isTrue();
    assertThat(lever.definition().isEmpty()).isTrue();

    Lever elsewhere = rig.lever(LeverKind.CONNECTION);
    assertThat(elsewhere.undo(CALL)).isTrue();
    assertThat(elsewhere.undo(CALL)).isFalse();
    assertThat(elsewhere.isPulled()).isFalse();
    assertThat(elsewhere.fingerprint()).isEqualTo(before);
  }

  @Test
  void whatSomebodyElseHasMadeMeanwhileIsLeft() throws InterruptedException {
    lever.pull(CALL);
    rig.stand(CONNECTION, Map.of("properties", Map.of("connectionType", "ExpressRoute")));
    assertThat(lever.undo(CALL)).isFalse();
    assertThat(rig.cloud.applied).isEmpty();
  }

  /** Whether the failed creation has redeemed the authorization nobody can tell. */
  @ParameterizedTest
  @ValueSource(strings = {"Failed", "FAILED", "Canceled"})
  void oneWhoseCreationFailedIsWrittenAgainWithItsAuthorization(String state)
      throws InterruptedException {
    Lever keyed = withKey(AUTHORIZATION);
    rig.stand(CONNECTION, declaredConnection(null).body(), state);
    assertThat(keyed.undo(CALL)).isTrue();
    Object key = ((Map<?, ?>) rig.cloud.bodies.get(0).get("properties")).get("authorizationKey");
    assertThat(((Secret) key).reveal()).isEqualTo(AUTHORIZATION);
  }

  @Test
  void isRefusedWhenItWouldNotBeTheSame() throws InterruptedException {
    rig.change(CONNECTION, "routingWeight", 10);
    rig.change(CONNECTION, "enablePrivateLinkFastPath", true);
    rig.stand(
        CONNECTION, Bodies.merge(rig.body(CONNECTION), Map.of("tags", Map.of("owner", "net"))));
    rig.change(CONNECTION, "peer", Map.of("id", CIRCUIT.id() + "-other"));
    Finding finding = only(lever.refusals());
    assertThat(finding.code()).isEqualTo("HN5017");
    assertThat(finding.text())
        .isEqualTo(
            "The connection ra-er-cn would not be the same again after it was deleted and made as"
                + " declared: properties.peer.id: "
                + CIRCUIT.id()
                + "-other -> "
                + CIRCUIT.id()
                + "; properties.enablePrivateLinkFastPath: stands, and is not declared;"
                + " properties.routingWeight: stands, and is not declared; tags.owner: stands, and"
                + " is not declared.");
    assertThat(finding.fix())
        .isEqualTo(
            "declare it as it stands, or bring it to what is declared with"
                + " hybridnet:deploy-network"
                + OTHERS);
    assertThatThrownBy(() -> lever.pull(CALL)).isInstanceOf(LeverRefusedException.class);
    assertThat(lever.wasRefused()).isTrue();
    assertThat(rig.cloud.deleted).isEmpty();
  }

  @Test
  void whatTheServiceGivesToEveryConnectionIsNoReason() throws InterruptedException {
    rig.change(CONNECTION, "routingWeight", 0);
    rig.change(CONNECTION, "connectionProtocol", "IKEv2");
    rig.change(CONNECTION, "connectionMode", "Default");
    rig.change(CONNECTION, "expressRouteGatewayBypass", false);
    rig.change(CONNECTION, "ipsecPolicies", List.of());
    assertThat(lever.refusals()).isEmpty();
  }

  @Test
  void isRefusedWhenItDoesNotStand() throws InterruptedException {
    rig.cloud.standing.remove(CONNECTION);
    Finding finding = only(lever.refusals());
    assertThat(finding.code()).isEqualTo("HN5015");
    assertThat(finding.text())
        .isEqualTo("The connection ra-er-cn does not stand, so that it cannot be taken away.");
    assertThat(finding.fix())
        .isEqualTo(
            "run hybridnet:deploy-network; if an earlier drill left it so, run hybridnet:restore");
  }

  @Test
  void aCircuitOfAnotherSubscriptionNeedsAKey() throws InterruptedException {
    ResourceKey theirs = new ResourceKey("other", "their-rg", ResourceType.CIRCUIT, "their-erc");
    DesiredResource declared = declaredConnection(null);
    DrillTarget target =
        LeverRig.target(new DrilledCircuit(theirs, false, Optional.empty()), declared);
    rig.cloud.whileReading =
        key -> {
          if (key.equals(theirs)) {
            throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    Finding finding = only(rig.lever(LeverKind.CONNECTION, target).refusals());
    assertThat(finding.code()).isEqualTo("HN5018");
    assertThat(finding.text())
        .isEqualTo(
            "The connection ra-er-cn needs the authorization key of the ExpressRoute circuit"
                + " their-erc of another subscription to be made again, and none is declared.");
    assertThat(finding.fix())
        .isEqualTo("declare authorizationKey with the ExpressRoute connection" + OTHERS);
  }

  @Test
  void aConnectionThatRedeemedAnAuthorizationNeedsItsKey() throws InterruptedException {
    authorization(AUTHORIZATION, "InUse", CONNECTION.id());
    assertThat(only(lever.refusals()).text())
        .isEqualTo(
            "The connection ra-er-cn needs the authorization key of the ExpressRoute circuit"
                + " ra-erc, by which it was made to be made again, and none is declared.");
    assertThat(withKey(AUTHORIZATION).refusals()).isEmpty();
    Finding wrong = only(withKey("another-key").refusals());
    assertThat(wrong.code()).isEqualTo("HN5018");
    assertThat(wrong.text())
        .isEqualTo(
            "The connection ra-er-cn cannot be made again with the declared authorization key: the"
                + " ExpressRoute circuit ra-erc has no authorization with it that is free or the"
                + " connection's own.");
  }

  @Test
  void aKeyOfSomebodyElsesConnectionIsNone() throws InterruptedException {
    authorization(AUTHORIZATION, "InUse", CONNECTION.id() + "-other");
    assertThat(withKey(AUTHORIZATION).refusals()).hasSize(1);
    authorization(null, "InUse", CONNECTION.id() + "-other");
    assertThat(withKey(AUTHORIZATION).refusals()).isEmpty();
    assertThat(lever.refusals()).isEmpty();
  }

  @Test
  void isMadeAgainWithTheDeclaredKeyWhichNoTextHolds() throws InterruptedException {
    Lever lever = withKey(AUTHORIZATION);
    lever.pull(CALL);
    lever.undo(CALL);
    Object key = ((Map<?, ?>) rig.cloud.bodies.get(0).get("properties")).get("authorizationKey");
    assertThat(((Secret) key).reveal()).isEqualTo(AUTHORIZATION);
    Announcement announcement = lever.announcement();
    assertThat(announcement.toString()).doesNotContain(AUTHORIZATION);
    assertThat(announcement.undo().get(0))
        .startsWith("az rest --method put --url \"" + CONNECTION.id() + "?api-version=2024-05-01\"")
        .contains("\"authorizationKey\": \"<authorization key>\"", "\"location\": \"westus2\"");
    assertThat(announcement.blastRadius())
        .contains("Other networks on the ExpressRoute circuit ra-erc are not touched.")
        .anyMatch(line -> line.contains("does not say that a key can be redeemed a second time"));
    assertThat(lever.definition().toString()).doesNotContain(AUTHORIZATION);
  }

  @Test
  void aKeyThatIsStillInItsVaultMakesNothing() {
    Secret inVault = Secret.in(new Secret.KeyVaultReference("/subscriptions/s/v", "key", null));
    DesiredResource declared = declaredConnection(null);
    DesiredResource hidden =
        new DesiredResource(
            CONNECTION,
            Bodies.merge(
                declared.body(), Map.of("properties", Map.of("authorizationKey", inVault))),
            List.of(),
            declared.rules());
    rig.cloud.standing.remove(CONNECTION);
    Lever lever = rig.lever(LeverKind.CONNECTION, LeverRig.target(Optional.empty(), hidden));
    assertThatThrownBy(() -> lever.undo(CALL))
        .hasMessage(
            "The authorization key of the connection ra-er-cn is in a Key Vault from which it could"
                + " not be read");
  }

  @Test
  void oneThatIsNotDeclaredAnyMoreIsNotMadeFromNothing() {
    ResourceKey old = LeverRig.SCOPE.key(ResourceType.CONNECTION, "old-cn");
    Lever undoing =
        Levers.undoing(
            LeverKind.CONNECTION, old, rig.ports, LeverRig.target(), rig.workings(false));
    assertThat(undoing.target()).isEqualTo(old);
    assertThatThrownBy(() -> undoing.undo(CALL))
        .hasMessage(
            "The connection old-cn is not declared here: it can be made again only with the"
                + " parameter files that the drill was run with");
    assertThat(undoing.undoByHand())
        .containsExactly(
            "(run hybridnet:restore with the parameter files that the drill was run with)");
  }

  @Test
  void withoutItsGatewayThereIsNothingToPutBack() throws InterruptedException {
    assertThat(lever.isMoot()).isFalse();
    rig.cloud.standing.remove(LeverRig.GATEWAY);
    assertThat(lever.isMoot()).isTrue();
  }
}
