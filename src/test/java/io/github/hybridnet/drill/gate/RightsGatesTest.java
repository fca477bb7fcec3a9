package io.github.hybridnet.drill.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what is done may be done and undone. */
class RightsGatesTest extends GateAssertions {

  @Test
  void whatIsForbiddenIsNamed() throws InterruptedException {
    drill.drills.forbidden.put(
        HealthyDrill.PEERING, List.of("Microsoft.Network/expressRouteCircuits/peerings/write"));
    drill.drills.forbidden.put(HealthyDrill.GROUP, List.of("Microsoft.Resources/tags/write"));
    notMet(
        "permissions",
        "This identity may not do Microsoft.Resources/tags/write on the resource group 'rg';"
            + " Microsoft.Network/expressRouteCircuits/peerings/write on the circuit peering"
            + " 'erc/AzurePrivatePeering'.",
        "give this identity a role with these actions, such as Network Contributor for the network"
            + " and Tag Contributor for the resource group");
  }

  @Test
  void eachLeverNeedsItsOwnRights() throws InterruptedException {
    drill.look(DisconnectMethod.CONNECTION, true);
    assertThat(drill.drills.asked)
        .containsOnly(
            Map.entry(
                HealthyDrill.GROUP,
                List.of(
                    "Microsoft.Resources/tags/read",
                    "Microsoft.Resources/tags/write",
                    "Microsoft.Network/connections/write")),
            Map.entry(
                HealthyDrill.ER_CONNECTION,
                List.of(
                    "Microsoft.Network/connections/read", "Microsoft.Network/connections/delete")));
    drill.drills.asked.clear();
    drill.look(DisconnectMethod.SITE_SIMULATION, true);
    assertThat(drill.drills.asked.get(HealthyDrill.ER))
        .containsExactly(
            "Microsoft.Network/virtualNetworkGateways/startSiteFailoverTest/action",
            "Microsoft.Network/virtualNetworkGateways/stopSiteFailoverTest/action",
            "Microsoft.Network/virtualNetworkGateways/getFailoverAllTestsDetails/action");
  }

  /** Azure asks for it again when the connection is made again. */
  @Test
  void theConnectionIsMadeAgainOnlyWithTheRightToJoinItsCircuit() throws InterruptedException {
    String join = "Microsoft.Network/expressRouteCircuits/join/action";
    drill.drills.forbidden.put(HealthyDrill.CIRCUIT, List.of(join));
    Map<String, Object> properties = new HashMap<>();
    properties.put("peer", Map.of("id", HealthyDrill.CIRCUIT.id()));
    assertThat(of(lookAtConnection(properties), "permissions").text())
        .contains("may not do " + join + " on the ExpressRoute circuit 'erc'");
    properties.put("authorizationKey", Secret.of("key", Secret.Source.FILE));
    assertThat(lookAtConnection(properties).isMet()).as("the key is the right").isTrue();
  }

  private PreflightReport lookAtConnection(Map<String, Object> properties)
      throws InterruptedException {
    DrillTarget any = HealthyDrill.target(true);
    DeclaredResource connection =
        new DeclaredResource(
            HealthyDrill.ER_CONNECTION,
            Map.of("properties", properties),
            List.of(),
            WriteRules.locking(HealthyDrill.ER_CONNECTION));
    DrillTarget target =
        new DrillTarget(
            any.group(),
            new ConnectedGateway(any.expressRoute().gateway(), connection),
            any.vpn(),
            any.localNetworkGateway(),
            any.circuit());
    return new DrillPreflight(
            drill.ports(),
            target,
            HealthyDrill.settings(DisconnectMethod.CONNECTION),
            true,
            drill.time())
        .look(HealthyDrill.WITHIN);
  }

  @Test
  void aSignInThatEndsBeforeTheDrillDoes() throws InterruptedException {
    drill.signIn = SignInLifetime.endsAt(Instant.EPOCH, "the token cannot be renewed");
    notMet(
        "sign-in",
        "This sign-in ends at 00:00 UTC (the token cannot be renewed), and the work may take 1"
            + " minute.",
        "start the goal right after signing in, or use a sign-in that renews itself"
            + " (docs/sign-in.md)");
    assertThat(drill.look("sign-in").findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5011");
  }

  @Test
  void aSignInOfWhichNobodyKnowsIsToldAndNoRefusal() throws InterruptedException {
    drill.signIn = SignInLifetime.unknownAfter(Instant.EPOCH, "the Azure CLI renews it");
    warning(
        "sign-in",
        "It is not known whether this sign-in lasts for the 1 minute that the work may take (the"
            + " Azure CLI renews it).",
        "use a sign-in that renews itself (docs/sign-in.md)");
    assertThat(drill.look().isMet()).isTrue();
  }

  @Test
  void whoElseUsesThePeeringHasToBeKnown() throws InterruptedException {
    drill.cloud.whileListing =
        key -> {
          if (key.equals(HealthyDrill.CIRCUIT)) {
            throw FakeCloud.failure(Kind.UNREADABLE, "UnreadableAnswer");
          }
        };
    PreflightReport report = drill.look();
    assertThat(report.findings()).extracting(DrillFinding::code).containsExactly("HN4062");
    assertThat(of(report, "questions").text())
        .startsWith("The list of connections of the ExpressRoute circuit 'erc' cannot be read,");
    assertThat(drill.look(DisconnectMethod.CONNECTION, true).findings())
        .extracting(DrillFinding::code)
        .doesNotContain("HN4062");
  }

  @Test
  void aSignInThatLastsAsLongAsTheDrillMay() throws InterruptedException {
    drill.signIn =
        SignInLifetime.endsAt(Instant.EPOCH.plusSeconds(4), "the token cannot be renewed");
    assertThat(of(drill.look(), "sign-in").status()).isEqualTo(Status.MET);
  }

  @Test
  void aLockOnWhatIsWritten() throws InterruptedException {
    ManagementLock lock = new ManagementLock("keep", "ReadOnly", HealthyDrill.GROUP.id());
    drill.drills.locks.put(HealthyDrill.PEERING, List.of(lock));
    drill.drills.locks.put(HealthyDrill.GROUP, List.of(lock));
    notMet(
        "locks",
        "The lock 'keep' (ReadOnly) on /subscriptions/sub/resourceGroups/rg forbids writing the"
            + " resource group 'rg', writing the ExpressRoute circuit 'erc', writing the circuit"
            + " peering 'erc/AzurePrivatePeering'.",
        "have the locks removed for this work, and set again afterwards if they are still needed."
            + " To remove them: az lock delete --ids"
            + " /subscriptions/sub/resourceGroups/rg/providers/Microsoft.Authorization/locks/keep");
  }

  @Test
  void aLockAgainstDeletionMattersOnlyToTheLeverThatDeletes() throws InterruptedException {
    ManagementLock lock = new ManagementLock("stay", "CanNotDelete", HealthyDrill.GROUP.id());
    for (ResourceKey key :
        List.of(
            HealthyDrill.GROUP,
            HealthyDrill.PEERING,
            HealthyDrill.CIRCUIT,
            HealthyDrill.ER,
            HealthyDrill.ER_CONNECTION)) {
      drill.drills.locks.put(key, List.of(lock));
    }
    assertThat(drill.look(DisconnectMethod.PEERING, true).isMet()).isTrue();
    assertThat(drill.look(DisconnectMethod.SITE_SIMULATION, true).isMet()).isTrue();
    assertThat(drill.look(DisconnectMethod.CONNECTION, true).findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5011");
  }

  @Test
  void aQuestionThatAzureDoesNotAnswerIsNoPass() throws InterruptedException {
    drill.drills.failure = FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
    PreflightReport report = drill.look();
    assertThat(report.findings()).extracting(DrillFinding::code).containsExactly("HN4062");
    assertThat(report.results())
        .filteredOn(r -> r.status() == Status.WARNING && !r.id().equals(SINGLE_HOMED))
        .extracting(GateResult::id)
        .containsExactly("permissions", "locks", "production");
    assertThat(of(report, "production").text())
        .isEqualTo(
            "The tags of the resource group 'rg' cannot be read: (AuthorizationFailed) it"
                + " said AuthorizationFailed [request id req-1].");
    assertThat(of(report, "locks").text())
        .contains(
            "The locks of the circuit peering 'erc/AzurePrivatePeering' cannot be read by this"
                + " identity:");
    assertThat(of(report, "permissions").text())
        .startsWith("The permissions on the resource group 'rg' cannot be read by this identity:");
  }

  @ParameterizedTest
  @CsvSource({
    "environment, prod",
    "Environment, Production",
    "ENV, PROD",
    "env, production",
    "Env, ' prod '"
  })
  void productionNeedsAWord(String name, String value) throws InterruptedException {
    drill.drills.tags.put(name, value);
    notMet(
        "production",
        "The resource group 'rg' is tagged as production ('" + name + "=" + value + "').",
        "set hybridnet.failover.allowProduction if the drill is meant for production");
    PreflightReport allowed =
        new DrillPreflight(
                drill.ports(),
                HealthyDrill.target(true),
                HealthyDrill.settings(DisconnectMethod.PEERING),
                true,
                drill.time())
            .look(HealthyDrill.WITHIN);
    assertThat(allowed.isMet()).isTrue();
    assertThat(of(allowed, "production").status()).isEqualTo(Status.OVERRIDDEN);
  }

  @ParameterizedTest
  @CsvSource({"environment, preprod", "env, test", "stage, production", "env, products"})
  void otherTagsNeedNone(String name, String value) throws InterruptedException {
    drill.drills.tags.put(name, value);
    assertThat(drill.look().isMet()).isTrue();
  }
}
