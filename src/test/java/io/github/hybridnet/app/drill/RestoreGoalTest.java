package io.github.hybridnet.app.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.app.FakeCloudSession;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.drill.run.DeadlineTimer;
import io.github.hybridnet.drill.run.DrillComponents.DrillClocks;
import io.github.hybridnet.drill.run.RestoreRetryPolicy;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal restore, and what deploy-network does before it begins. */
class RestoreGoalTest {
  private static final String ID = "20261125-221500-3fa9c1";
  private static final HybridNetwork NETWORK = SampleNetwork.reference();
  private static final ResourceKey GROUP = key(ResourceType.RESOURCE_GROUP, "ra-rg");
  private static final ResourceKey CIRCUIT = key(ResourceType.CIRCUIT, "ra-erc");
  private static final ResourceKey PEERING =
      key(ResourceType.PEERING, "ra-erc/AzurePrivatePeering");
  private static final ResourceKey CONNECTION = key(ResourceType.CONNECTION, "ra-er-cn");

  @TempDir private Path journals;

  private final FakeCloudSession cloud = new FakeCloudSession();
  private final RecordedLines out = new RecordedLines();
  private final UninterruptibleSection uninterruptibleSection = new UninterruptibleSection();
  private Instant now = Instant.EPOCH;
  private Sleeper whileSleeping = duration -> {};

  private static ResourceKey key(ResourceType type, String name) {
    return new ResourceKey("sub", "ra-rg", type, name);
  }

  private void stand(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    cloud.fake.standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }

  private void peering(String state) {
    stand(PEERING, Map.of("properties", Map.of("state", state)), Map.of());
  }

  private void connection(String status) {
    stand(CONNECTION, Map.of(), Map.of("connectionStatus", status));
  }

  @BeforeEach
  void stands() {
    stand(GROUP, Map.of("location", "westus2"), Map.of());
    stand(CIRCUIT, Map.of(), Map.of());
    peering("Enabled");
    connection("Connected");
  }

  /** A drill of another machine whose process ended. */
  private void unfinished() {
    unfinished("armed");
  }

  private void unfinished(String state) {
    Map<String, String> tags =
        Map.of(
            "hybridnet-drill-" + ID,
            "1 "
                + state
                + " lever=peering beat=3 at=2026-11-25T22:15:00Z by=agent-7 fingerprint="
                + ResourceDefinition.of(Map.of("properties", Map.of("state", "Enabled")))
                    .fingerprint()
                + " key=none",
            "hybridnet-drill-" + ID + "-target",
            "sub/ra-rg/ra-erc/AzurePrivatePeering");
    stand(GROUP, Map.of("location", "westus2", "tags", tags), Map.of());
    cloud.drills.mergeTags(GROUP, tags);
    peering("Disabled");
  }

  private EngineOptions options() {
    return EngineOptions.timed(() -> now, sleeper(), Duration.ofHours(1));
  }

  private Sleeper sleeper() {
    return duration -> {
      now = now.plus(duration);
      whileSleeping.sleep(duration);
    };
  }

  private UnfinishedDrillRecovery drills() {
    DrillTime time =
        new DrillTime(() -> now, () -> Duration.between(Instant.EPOCH, now).toNanos(), sleeper());
    DrillEnvironment environment =
        new DrillEnvironment(
            journals,
            "here",
            () -> new DrillClocks(time, DeadlineTimer.REAL),
            RestoreRetryPolicy.STANDARD,
            Duration.ofSeconds(15),
            uninterruptibleSection,
            MarkerSigner.NONE);
    return new UnfinishedDrillRecovery(cloud, options(), out, environment, false);
  }

  private void restore() throws InterruptedException {
    new RestoreGoal(cloud, options(), out, drills()).run(NETWORK, Duration.ofMinutes(10));
  }

  private Object state() {
    return ((Map<?, ?>) cloud.fake.standing.get(PEERING).body().get("properties")).get("state");
  }

  @Test
  void nothingToUndoIsASuccess() throws InterruptedException {
    restore();
    assertThat(out.lines())
        .containsExactly(
            "INFO The resource group 'ra-rg' has no unfinished failover drill. Nothing was"
                + " changed.");
    cloud.fake.standing.clear();
    restore();
    assertThat(cloud.fake.applied).isEmpty();
  }

  @Test
  void theTracesOfADrillThatDisconnectedNothingAreSaidToBeRemoved() throws InterruptedException {
    unfinished("claim");
    peering("Enabled");
    restore();
    assertThat(cloud.drills.tags(GROUP)).isEmpty();
    assertThat(cloud.fake.applied).isEmpty();
    assertThat(out.lines())
        .containsExactly(
            "WARN The tags of the failover drill "
                + ID
                + " on 'agent-7' say that it did not disconnect ExpressRoute. Azure may show an"
                + " earlier state, so they are read again for 60 s.",
            "WARN The failover drill "
                + ID
                + " on 'agent-7' did not disconnect ExpressRoute. Removing its tags and its file.",
            "INFO No failover drill of the resource group 'ra-rg' has disconnected"
                + " ExpressRoute. The records of these drills were removed: "
                + ID
                + ". Nothing else was changed.");
  }

  private static final String LOOKING =
      "WARN ExpressRoute is disconnected, but Azure shows no unfinished failover drill. Azure may"
          + " show the tags of a drill late, so they are looked for during 70 s.";

  @Test
  void aDrillWhoseTagsAreShownLateIsRestored() throws InterruptedException {
    unfinished();
    ActualResource group = cloud.fake.standing.get(GROUP);
    stand(GROUP, Map.of("location", "westus2"), Map.of());
    whileSleeping =
        duration -> {
          if (now.isAfter(Instant.EPOCH.plusSeconds(55))) {
            cloud.fake.standing.put(GROUP, group);
          }
        };
    restore();
    assertThat(state()).isEqualTo("Enabled");
    assertThat(out.lines()).startsWith(LOOKING).hasSizeGreaterThan(2);
  }

  @Test
  void aConnectionThatNoDrillHasRemovedIsSaidToBeMissing() throws InterruptedException {
    stand(key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw"), Map.of(), Map.of());
    cloud.fake.standing.remove(CONNECTION);
    restore();
    assertThat(cloud.fake.applied).isEmpty();
    assertThat(out.lines())
        .containsExactly(
            LOOKING,
            "WARN ExpressRoute is disconnected, but Azure did not report a failover drill that did"
                + " it. If a drill did, its journal is on the machine that ran it: run"
                + " hybridnet:restore there. Otherwise restore ExpressRoute by hand.",
            "INFO The resource group 'ra-rg' has no unfinished failover drill. Nothing was"
                + " changed.");
  }

  /** Reading an answer takes time, too. */
  @Test
  void aWaitIsSaidAlsoWhereTheFirstAnswerTakesAWhile() throws InterruptedException {
    unfinished();
    connection("NotConnected");
    cloud.fake.whileReading = key -> now = now.plusMillis(200);
    whileSleeping = duration -> connection("Connected");
    restore();
    assertThat(out.lines())
        .containsOnlyOnce(
            "INFO Waiting until the connection 'ra-er-cn' is 'Connected'. It is still"
                + " 'NotConnected'.");
  }

  @Test
  void saysWhatItFoundUndoesItAndSeesTheConnection() throws InterruptedException {
    unfinished();
    connection("NotConnected");
    cloud.fake.whileApplying = key -> assertThat(uninterruptibleSection.isGoingOn()).isTrue();
    whileSleeping = duration -> connection("Connected");
    restore();
    assertThat(state()).isEqualTo("Enabled");
    assertThat(cloud.drills.tags(GROUP)).isEmpty();
    assertThat(uninterruptibleSection.isGoingOn()).isFalse();
    assertThat(out.lines())
        .containsExactly(
            "WARN The failover drill "
                + ID
                + " on 'agent-7', which began at 2026-11-25T22:15:00Z, was not finished."
                + " ExpressRoute may be disconnected (the circuit peering"
                + " 'ra-erc/AzurePrivatePeering', disconnected with the method 'peering')."
                + " Restoring ExpressRoute.",
            "INFO The configuration of ExpressRoute is restored.",
            "INFO Waiting until the connection 'ra-er-cn' is 'Connected'. It is still"
                + " 'NotConnected'.",
            "INFO The connection 'ra-er-cn' is 'Connected'.");
  }

  @Test
  void aConnectionThatStaysDownFailsTheGoalInTheEnd() {
    unfinished();
    connection("NotConnected");
    assertThatThrownBy(this::restore)
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN5031: ExpressRoute may still be down: its configuration is as before the drill, but"
                + " after 10m 00s the connection 'ra-er-cn' is still 'NotConnected'. It must be"
                + " 'Connected'."
                + System.lineSeparator()
                + "  Fix: check the circuit's private peering and its BGP sessions with"
                + " hybridnet:status, and ask the connectivity provider. There is no drill left to"
                + " restore");
    assertThat(state()).isEqualTo("Enabled");
  }

  @Test
  void whenItCannotBePutBackTheCommandsAndTheCodeComeLast() {
    unfinished();
    cloud.fake.whileApplying =
        key -> {
          throw FakeCloud.failure(Kind.REFUSED, "ScopeLocked");
        };
    String newLine = System.lineSeparator();
    String address = "\"" + PEERING.id() + "?api-version=2024-05-01\"";
    assertThatThrownBy(this::restore)
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN5030: ExpressRoute may still be disconnected: the restore could not enable"
                + " the circuit peering 'ra-erc/AzurePrivatePeering' in resource group 'ra-rg'"
                + " again (11 tries in 5m 03s). The last try failed: (ScopeLocked) it said"
                + " ScopeLocked [request id req-1]."
                + newLine
                + "  Fix: resolve what the last try failed with, and run mvn hybridnet:restore."
                + " To find locks: az lock list --resource-group ra-rg. If hybridnet:restore cannot"
                + " be run, restore ExpressRoute by hand with the commands below. A lock or a"
                + " missing permission stops them too"
                + newLine
                + "    az rest --method get --url "
                + address
                + " --output json > peering.json"
                + newLine
                + "    (in peering.json set properties.state to Enabled. If the routers use an MD5"
                + " key for this peering, set properties.sharedKey to it: Azure does not show it)"
                + newLine
                + "    az rest --method put --url "
                + address
                + " --body @peering.json"
                + newLine
                + "HN5030: ExpressRoute may still be disconnected. Restore it now: mvn"
                + " hybridnet:restore");
    assertThat(cloud.drills.tags(GROUP)).hasSize(2);
  }

  /**
   * Nobody may read, instead of this, that the goal was interrupted; Maven may say nothing more.
   */
  @Test
  void aStopDoesNotHideThatItCannotBePutBack() {
    unfinished();
    AtomicInteger tries = new AtomicInteger();
    cloud.fake.whileApplying =
        key -> {
          if (tries.incrementAndGet() == 1) {
            Thread.currentThread().interrupt();
          }
          throw FakeCloud.failure(Kind.REFUSED, "ScopeLocked");
        };
    assertThatThrownBy(this::restore).hasMessageStartingWith("HN5030");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(out.lines())
        .contains(
            "ERROR     (in peering.json set properties.state to Enabled. If the routers use an MD5"
                + " key for this peering, set properties.sharedKey to it: Azure does not show it)")
        .endsWith(
            "ERROR HN5030: ExpressRoute may still be disconnected. Restore it now: mvn"
                + " hybridnet:restore");
  }

  @Test
  void beforeAnotherGoalAnUnfinishedDrillIsUndone() throws InterruptedException {
    unfinished();
    drills().recover(NETWORK);
    assertThat(state()).isEqualTo("Enabled");
    assertThat(out.lines()).endsWith("INFO Continuing with this goal.");
  }

  @Test
  void aStopDuringTheRestoreStopsTheGoalAfterIt() {
    unfinished();
    cloud.fake.whileApplying = key -> Thread.currentThread().interrupt();
    assertThatThrownBy(() -> drills().recover(NETWORK))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("The build was stopped while ExpressRoute was being restored.");
    assertThat(state()).isEqualTo("Enabled");
  }

  @Test
  void whatCannotBeReadIsToldAsElsewhere() {
    cloud.fake.whileReading =
        key -> {
          throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
        };
    assertThatThrownBy(this::restore).hasMessageContaining("HN4011");
  }

  /** Azure need not report a status; then the gateway's sessions with the edge decide. */
  @Test
  void aConnectionWithoutAStatusIsJudgedByItsSessions() throws InterruptedException {
    for (Object status : new Object[] {"none", "Unknown", ""}) {
      unfinished();
      Map<String, Object> observed =
          status.equals("none") ? Map.of() : Map.of("connectionStatus", status);
      stand(CONNECTION, Map.of(), observed);
      ResourceKey gateway = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw");
      cloud.views.peers.put(gateway, List.of(edge("Connecting"), edge("Idle")));
      whileSleeping =
          pause -> cloud.views.peers.put(gateway, List.of(edge("Connecting"), edge("connected")));
      restore();
      assertThat(out.lines())
          .endsWith(
              "INFO The connection 'ra-er-cn' is 'Succeeded', and Azure does not report its"
                  + " connection status; 1 of 2 BGP peers of AS 12076 are connected.");
    }
  }

  /** Where the sessions say nothing either, the learned routes do. */
  @Test
  void aConnectionWithoutAStatusAndSessionsIsJudgedByItsRoutes() throws InterruptedException {
    for (List<BgpPeer> peers :
        List.of(List.<BgpPeer>of(), List.of(edge("Established"), edge("Unknown")))) {
      unfinished();
      stand(CONNECTION, Map.of(), Map.of());
      ResourceKey gateway = key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-er-vgw");
      cloud.views.peers.put(gateway, peers);
      cloud.views.routes.put(gateway, List.of());
      LearnedRoute back =
          new LearnedRoute("10.9.0.0/16", "10.0.0.4", "10.0.0.4", "EBgp", "12076-65001", 32769);
      whileSleeping = pause -> cloud.views.routes.put(gateway, List.of(back));
      restore();
      assertThat(out.lines())
          .endsWith(
              "INFO The connection 'ra-er-cn' is 'Succeeded', and Azure does not report its"
                  + " connection status; no BGP peer reports whether it is connected; routes"
                  + " learned over ExpressRoute: 1.");
    }
  }

  private static BgpPeer edge(String state) {
    return new BgpPeer("192.168.15.17", 12076, state, 3);
  }
}
