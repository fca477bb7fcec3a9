package io.github.hybridnet.drill.run;

import static io.github.hybridnet.drill.action.DisconnectRig.CONNECTION;
import static io.github.hybridnet.drill.action.DisconnectRig.PEERING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.DisconnectRig;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.lease.DrillRecord;
import io.github.hybridnet.drill.lease.DrillRecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The one restore: it does not end before ExpressRoute is back, unless Azure refuses for good. */
class RestoreProcedureTest {
  private static final Duration CALL = Duration.ofMinutes(5);

  private final DisconnectRig rig = new DisconnectRig();
  private final DisconnectAction disconnectAction = rig.lever(DisconnectMethod.PEERING);
  private final List<String> told = new ArrayList<>();
  private final Remembered trace = new Remembered();

  /** A trace that remembers that it was removed. */
  private final class Remembered implements DrillRecordStore {
    private ResourceDefinition before = ResourceDefinition.NONE;
    private String fingerprint = "";
    private boolean removed;
    private List<DrillFinding> left = List.of();

    @Override
    public DrillRecord record() {
      return new DrillRecord(
          "20261125-221500-3fa9c1",
          DisconnectMethod.PEERING,
          DisconnectRig.GROUP,
          PEERING,
          fingerprint,
          "agent",
          Instant.EPOCH,
          false);
    }

    @Override
    public ResourceDefinition before() {
      return before;
    }

    @Override
    public List<DrillFinding> remove() {
      removed = true;
      return left;
    }
  }

  @AfterEach
  void noInterruptionIsLeft() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private void pull() throws InterruptedException {
    trace.before = disconnectAction.definition();
    trace.fingerprint = disconnectAction.fingerprint();
    disconnectAction.disconnect(CALL);
  }

  private RestoreResult restore() {
    return restore(disconnectAction);
  }

  private RestoreResult restore(DisconnectAction any) {
    return new RestoreProcedure(rig.time(), RestoreRetryPolicy.STANDARD, told::add).run(any, trace);
  }

  @Test
  void putsBackAndRemovesTheTrace() throws InterruptedException {
    pull();
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(restoreResult.wasDisconnected()).isTrue();
    assertThat(restoreResult.warnings()).isEmpty();
    assertThat(restoreResult.lastLines()).isEmpty();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(trace.removed).isTrue();
    assertThat(told).isEmpty();
    assertThat(rig.slept).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      mode = Mode.EXCLUDE,
      names = {"REFUSED", "UNAUTHORIZED"})
  void triesAgainWhateverPasses(Kind kind) throws InterruptedException {
    pull();
    CloudException[] failures =
        IntStream.range(0, 40)
            .mapToObj(i -> FakeCloud.failure(kind, "Passing"))
            .toArray(CloudException[]::new);
    rig.cloud.fail(PEERING, failures);
    assertThat(restore().isRestored()).isTrue();
    assertThat(told)
        .contains(
            "ExpressRoute is not restored yet. Try 1 failed after 0 s: (Passing) it said"
                + " Passing [request id req-1]. The next try is in 1 s.",
            "ExpressRoute is not restored yet. Try 2 failed after 1 s for the same reason. The next"
                + " try is in 2 s.");
    assertThat(rig.slept).contains(Duration.ofSeconds(60)).doesNotContain(Duration.ofSeconds(64));
    assertThat(told).contains("The restore goes on. These commands restore ExpressRoute by hand:");
    assertThat(trace.removed).isTrue();
  }

  @Test
  void aTokenThatIsRejectedPasses() throws InterruptedException {
    pull();
    CloudException rejected =
        new CloudException(
            Kind.UNAUTHORIZED,
            "ExpiredAuthenticationToken",
            "expired",
            new CloudException.Answer(401, null, null),
            null);
    rig.cloud.fail(
        PEERING, IntStream.range(0, 30).mapToObj(i -> rejected).toArray(CloudException[]::new));
    assertThat(restore().isRestored()).isTrue();
  }

  /** The token service has a bad hour, or the login of a pipeline is renewed by hand. */
  @Test
  void aSignInThatFailsPasses() throws InterruptedException {
    pull();
    CloudException failed = FakeCloud.signInLost();
    rig.cloud.fail(
        PEERING, IntStream.range(0, 30).mapToObj(i -> failed).toArray(CloudException[]::new));
    assertThat(restore().isRestored()).isTrue();
  }

  /** As Maven 4's log does once the process is ending. */
  @Test
  void goesOnWhereNobodyCanBeTold() throws InterruptedException {
    pull();
    rig.cloud.fail(PEERING, FakeCloud.failure(Kind.BUSY, "Throttled"));
    RestoreResult restoreResult =
        new RestoreProcedure(
                rig.time(),
                RestoreRetryPolicy.STANDARD,
                line -> {
                  throw new IllegalStateException("the log is closed");
                })
            .run(disconnectAction, trace);
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  /** Whether there is nothing left to put back is asked only where it cannot be put back. */
  @Test
  void isNotKeptFromItByACircuitThatCannotBeRead() throws InterruptedException {
    pull();
    rig.cloud.whileReading =
        key -> {
          if (key.equals(DisconnectRig.CIRCUIT)) {
            throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    assertThat(restore().isRestored()).isTrue();
    assertThat(rig.slept).isEmpty();
  }

  @Test
  void saysWhyItFailedAlsoWhereTheCircuitCannotBeRead() throws InterruptedException {
    pull();
    rig.cloud.whileReading =
        key -> {
          if (key.equals(DisconnectRig.CIRCUIT)) {
            throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
    rig.cloud.whileApplying =
        key -> {
          throw FakeCloud.failure(Kind.REFUSED, "ScopeLocked");
        };
    assertThat(restore().failure().orElseThrow().text()).contains("ScopeLocked");
  }

  @Test
  void doesNotWaitForWhatElseHappensToTheCircuit() throws InterruptedException {
    pull();
    rig.stand(DisconnectRig.CIRCUIT, rig.body(DisconnectRig.CIRCUIT), "Updating");
    assertThat(restore().isRestored()).isTrue();
    assertThat(rig.slept).isEmpty();
  }

  @Test
  void waitsAsLongAsAzureAsks() throws InterruptedException {
    pull();
    rig.cloud.fail(
        PEERING,
        new CloudException(
            Kind.BUSY,
            "TooManyRequests",
            "slow down",
            new CloudException.Answer(429, null, Duration.ofSeconds(300)),
            null));
    assertThat(restore().isRestored()).isTrue();
    assertThat(rig.slept).containsExactly(Duration.ofSeconds(300));
  }

  @Test
  void aRefusalIsTriedForMinutesAndThenTheCommandsAreTheLastLines() throws InterruptedException {
    pull();
    rig.cloud.fail(
        PEERING,
        IntStream.range(0, 100)
            .mapToObj(i -> FakeCloud.failure(Kind.REFUSED, "ScopeLocked"))
            .toArray(CloudException[]::new));
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.isRestored()).isFalse();
    assertThat(trace.removed).isFalse();
    Duration waited = rig.slept.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    String id = PEERING.id() + "?api-version=2024-05-01";
    assertThat(restoreResult.lastLines())
        .containsExactly(
            "HN5030: ExpressRoute may still be disconnected: the restore could not enable"
                + " the circuit peering 'ra-erc/AzurePrivatePeering' in resource group 'ra-rg'"
                + " again (11 tries in 5m 03s). The last try failed: (ScopeLocked) it said"
                + " ScopeLocked [request id req-1].",
            "  Fix: resolve what the last try failed with, and run mvn hybridnet:restore."
                + " To find locks: az lock list --resource-group ra-rg. If hybridnet:restore cannot"
                + " be run, restore ExpressRoute by hand with the commands below. A lock or a"
                + " missing permission stops them too",
            "    az rest --method get --url \"" + id + "\" --output json > peering.json",
            "    (in peering.json set properties.state to Enabled. If the routers use an MD5 key"
                + " for this peering, set properties.sharedKey to it: Azure does not show it)",
            "    az rest --method put --url \"" + id + "\" --body @peering.json",
            "HN5030: ExpressRoute may still be disconnected. Restore it now: mvn"
                + " hybridnet:restore");
  }

  @Test
  void aRefusalThatIsMendedIsNone() throws InterruptedException {
    pull();
    rig.cloud.fail(
        PEERING,
        FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed"),
        FakeCloud.failure(Kind.REFUSED, "ScopeLocked"));
    assertThat(restore().isRestored()).isTrue();
  }

  @Test
  void whatPassesIsGivenUpAfterHours() throws InterruptedException {
    pull();
    rig.cloud.whileApplying =
        key -> {
          throw FakeCloud.failure(Kind.BUSY, "Throttled");
        };
    assertThat(restore().isRestored()).isFalse();
    Duration waited = rig.slept.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofHours(6));
  }

  @Test
  void anInterruptionDoesNotCutItOffAndIsSetAgain() throws InterruptedException {
    pull();
    boolean[] interrupted = {false};
    rig.cloud.whileApplying =
        key -> {
          if (!interrupted[0]) {
            interrupted[0] = true;
            throw new InterruptedException("stopped");
          }
        };
    assertThat(restore().isRestored()).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aThreadThatIsInterruptedAlreadyRestoresAndStaysInterrupted() throws InterruptedException {
    pull();
    Thread.currentThread().interrupt();
    assertThat(restore().isRestored()).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aReadThatFailsBecauseItWasInterruptedIsRepeatedAtOnce() throws InterruptedException {
    pull();
    boolean[] done = {false};
    rig.cloud.whileReading =
        key -> {
          if (!done[0]) {
            done[0] = true;
            Thread.currentThread().interrupt();
            throw FakeCloud.failure(Kind.UNREACHABLE, "Interrupted");
          }
        };
    assertThat(restore().isRestored()).isTrue();
    assertThat(rig.slept).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aPauseThatIsInterruptedIsBegunAnew() throws InterruptedException {
    pull();
    rig.cloud.fail(PEERING, FakeCloud.failure(Kind.BUSY, "Throttled"));
    rig.whileSleeping =
        duration -> {
          if (rig.slept.size() == 1) {
            throw new InterruptedException();
          }
        };
    assertThat(restore().isRestored()).isTrue();
    assertThat(rig.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aMistakeOfOursDoesNotEndIt() throws InterruptedException {
    pull();
    int[] left = {3};
    rig.cloud.whileApplying =
        key -> {
          if (left[0]-- > 0) {
            throw new IllegalStateException("sample");
          }
        };
    assertThat(restore().isRestored()).isTrue();
    assertThat(told.get(0)).contains("IllegalStateException").doesNotContain("sample");
  }

  @Test
  void aRequestOfAProcessThatWasKilledMayArriveLate() {
    rig.whileSleeping = duration -> rig.stand(PEERING, DisconnectRig.peering("Disabled"));
    assertThat(restore().isRestored()).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(rig.slept).containsExactly(Duration.ofSeconds(5));
  }

  /** A copy of Resource Manager that lags behind shows the state before the disconnect. */
  private void showsAgainAfter(Duration lag, Runnable truth) {
    rig.whileSleeping =
        duration -> {
          Duration passed = rig.slept.stream().reduce(Duration.ZERO, Duration::plus);
          if (passed.compareTo(lag) >= 0) {
            rig.whileSleeping = other -> {};
            truth.run();
          }
        };
  }

  @Test
  void readsThatLagBehindTheDisconnectOfAPeeringDoNotEndIt() throws InterruptedException {
    pull();
    rig.stand(PEERING, DisconnectRig.peering("Enabled"));
    showsAgainAfter(
        Duration.ofSeconds(50), () -> rig.stand(PEERING, DisconnectRig.peering("Disabled")));
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(restoreResult.wasDisconnected()).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(rig.slept).containsOnly(Duration.ofSeconds(5)).hasSize(10);
    assertThat(told)
        .containsExactly(
            "The circuit peering 'ra-erc/AzurePrivatePeering' does not seem to be disconnected."
                + " Azure may show an earlier state, so it is read again for 60 s.");
  }

  @Test
  void readsThatLagBehindTheRemovalOfAConnectionDoNotEndIt() throws InterruptedException {
    DisconnectAction connection = rig.lever(DisconnectMethod.CONNECTION);
    var before = rig.cloud.standing.get(CONNECTION);
    connection.disconnect(CALL);
    rig.cloud.standing.put(CONNECTION, before);
    showsAgainAfter(Duration.ofSeconds(20), () -> rig.cloud.standing.remove(CONNECTION));
    assertThat(restore(connection).isRestored()).isTrue();
    assertThat(rig.cloud.applied).containsExactly(CONNECTION);
  }

  @Test
  void aCircuitThatIsNotShownForSomeSecondsIsNotGone() throws InterruptedException {
    pull();
    var circuit = rig.cloud.standing.remove(DisconnectRig.CIRCUIT);
    var peering = rig.cloud.standing.remove(PEERING);
    showsAgainAfter(
        Duration.ofSeconds(20),
        () -> {
          rig.cloud.standing.put(DisconnectRig.CIRCUIT, circuit);
          rig.cloud.standing.put(PEERING, peering);
        });
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.warnings()).isEmpty();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
  }

  @Test
  void whatIsBackAlreadyIsLeftAlone() {
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(restoreResult.wasDisconnected()).isFalse();
    assertThat(rig.cloud.applied).isEmpty();
  }

  @Test
  void whatOthersChangedIsKeptAndReported() throws InterruptedException {
    pull();
    rig.change(PEERING, "vlanId", 200);
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(rig.property(PEERING, "vlanId")).isEqualTo(200);
    assertThat(restoreResult.warnings())
        .containsExactly(
            new DrillFinding(
                "HN5032",
                "ExpressRoute is restored, but the circuit peering 'ra-erc/AzurePrivatePeering'"
                    + " is not defined as it was before the drill. Others changed it during the"
                    + " drill, and their changes were kept: properties.vlanId: 100 -> 200.",
                "check whether these changes are intended. hybridnet:plan shows what differs"
                    + " from the parameter files"));
  }

  @Test
  void onAnotherMachineOnlyThatSomethingDiffersIsKnown() throws InterruptedException {
    pull();
    trace.before = ResourceDefinition.NONE;
    rig.change(PEERING, "vlanId", 200);
    assertThat(restore().warnings())
        .extracting(DrillFinding::text)
        .containsExactly(
            "ExpressRoute is restored, but the circuit peering 'ra-erc/AzurePrivatePeering'"
                + " is not defined as it was before the drill. Others changed it during the"
                + " drill, and their changes were kept: what they changed is known only on the"
                + " machine that ran the drill.");
  }

  @Test
  void aLookThatFailsTakesNothingAway() throws InterruptedException {
    pull();
    int[] reads = {0};
    rig.cloud.whileReading =
        key -> {
          if (++reads[0] > 2) {
            throw FakeCloud.failure(Kind.REFUSED, "Gone");
          }
        };
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(restoreResult.warnings())
        .containsExactly(
            new DrillFinding(
                "HN5033",
                "ExpressRoute is restored, but the circuit peering 'ra-erc/AzurePrivatePeering'"
                    + " could not be compared with its definition before the drill: (Gone) it said"
                    + " Gone [request id req-1].",
                "run hybridnet:plan, which shows what differs from the parameter files"));
    assertThat(trace.removed).isTrue();
  }

  @Test
  void aLeverThatWasNotPulledIsNotUndone() throws InterruptedException {
    rig.stand(PEERING, DisconnectRig.peering("Disabled"));
    try {
      disconnectAction.disconnect(CALL);
    } catch (io.github.hybridnet.drill.action.DisconnectRefusedException e) {
      assertThat(e.finding().code()).isEqualTo("HN5015");
    }
    RestoreResult restoreResult = restore();
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(rig.property(PEERING, "state")).isEqualTo("Disabled");
    assertThat(trace.removed).isTrue();
  }

  @Test
  void aMarkerThatStaysIsAWarning() throws InterruptedException {
    pull();
    DrillFinding left = new DrillFinding("HN5043", "left", "fix");
    trace.left = List.of(left);
    assertThat(restore().warnings()).containsExactly(left);
  }

  @Test
  void aConnectionIsMadeAgainAlsoAfterAFailedAttempt() throws InterruptedException {
    DisconnectAction connection = rig.lever(DisconnectMethod.CONNECTION);
    trace.before = connection.definition();
    trace.fingerprint = connection.fingerprint();
    connection.disconnect(CALL);
    assertThat(rig.cloud.standing).doesNotContainKey(CONNECTION);
    rig.cloud.whileApplying =
        key -> {
          if (rig.cloud.applied.size() == 1) {
            rig.stand(CONNECTION, DisconnectRig.declaredConnection(null).body(), "Failed");
            throw FakeCloud.failure(Kind.FAILED, "InternalServerError");
          }
        };
    RestoreResult restoreResult = restore(connection);
    assertThat(restoreResult.isRestored()).isTrue();
    assertThat(restoreResult.warnings()).isEmpty();
    assertThat(rig.cloud.standing.get(CONNECTION).provisioningState()).isEqualTo("Succeeded");
    assertThat(Optional.of(rig.cloud.applied)).hasValue(List.of(CONNECTION, CONNECTION));
  }
}
