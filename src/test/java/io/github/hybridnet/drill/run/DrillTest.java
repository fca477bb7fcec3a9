package io.github.hybridnet.drill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.gate.GateResult.Status;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrillTest {
  private final DrillRig rig = new DrillRig();

  /** A thread that stays interrupted would stop the next test. */
  @AfterEach
  void nobodyIsLeftInterrupted() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void takesExpressRouteAwayAndPutsItBack() throws Exception {
    DrillResult result = rig.drill().run();

    assertThat(result.verdict()).isEqualTo(new DrillVerdict(Outcome.PASSED, List.of()));
    assertThat(rig.log).containsExactly("arm", "pull within 240 s", "put back");
    assertThat(rig.away).isFalse();
    assertThat(result.milestones().times())
        .containsOnlyKeys(
            Milestone.DISCONNECT_REQUESTED,
            Milestone.DISCONNECTED,
            Milestone.DETECTED,
            Milestone.FAILED_OVER,
            Milestone.RESTORE,
            Milestone.RECONNECTED,
            Milestone.RESTORED,
            Milestone.END);
    assertThat(result.milestones().between(Milestone.FAILED_OVER, Milestone.RESTORE))
        .contains(Duration.ofSeconds(30));
    assertThat(result.evidence().events()).isEqualTo(rig.events);
    assertThat(steps())
        .containsExactly(
            DrillStep.PREFLIGHT,
            DrillStep.JOURNAL,
            DrillStep.DISCONNECT,
            DrillStep.FAILED_OVER,
            DrillStep.HOLD,
            DrillStep.RESTORE,
            DrillStep.RESTORED,
            DrillStep.VERDICT);
  }

  private List<DrillStep> steps() {
    return rig.events.stream()
        .filter(e -> e.kind() == DrillEvent.Kind.STEP)
        .map(DrillEvent::step)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"OBSERVE", "DRY_RUN"})
  void touchesNothing(Mode mode) throws Exception {
    rig.mode = mode;

    DrillResult result = rig.drill().run();

    assertThat(rig.log).isEmpty();
    assertThat(result.verdict().outcome())
        .isEqualTo(mode == Mode.OBSERVE ? Outcome.OBSERVED : Outcome.DRY_RUN);
    assertThat(result.announcement().undoCommands()).containsExactly("az undo");
    assertThat(result.announcement().blastRadius()).contains("Others.");
    assertThat(result.milestones().times()).containsOnlyKeys(Milestone.END);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"DRILL", "DRY_RUN"})
  void isRefusedByAGate(Mode mode) throws Exception {
    rig.mode = mode;
    rig.gates.add(new GateResult("vpn-connection", Status.NOT_MET, "It is down.", "Mend it"));
    rig.refusals = List.of(new DrillFinding("HN5015", "It has a key.", "Declare it"));

    DrillResult result = rig.drill().run();

    assertThat(rig.log).isEmpty();
    assertThat(result.verdict().outcome())
        .as("a dry run never fails the build")
        .isEqualTo(mode == Mode.DRILL ? Outcome.REFUSED : Outcome.DRY_RUN);
    assertThat(result.verdict().code().isPresent()).isEqualTo(mode == Mode.DRILL);
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::text)
        .containsExactly("It is down.", "It has a key.");
  }

  @Test
  void observesWhatWouldBeRefused() throws Exception {
    rig.mode = Mode.OBSERVE;
    rig.refusals = List.of(new DrillFinding("HN5015", "It has a key.", "Declare it"));

    assertThat(rig.drill().run().verdict())
        .isEqualTo(new DrillVerdict(Outcome.OBSERVED, rig.refusals));
  }

  @Test
  void isNotBegunWhereItCannotBeWrittenDown() {
    rig.onArm =
        () -> {
          throw UserException.unable("HN5040", "No.", "Yes", null);
        };

    assertThatThrownBy(() -> rig.drill().run()).hasMessageStartingWith("HN5040");
    assertThat(rig.log).isEmpty();
  }

  @Test
  void putsBackWhatAzureRefusedToTakeAway() throws Exception {
    rig.onPull =
        () -> {
          throw new CloudException(
              CloudException.Kind.FAILED,
              "Odd",
              "Very odd.",
              new CloudException.Answer(200, "4711", null),
              null);
        };

    DrillResult result = rig.drill().run();

    assertThat(rig.log).containsExactly("arm", "pull within 240 s", "put back");
    assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.verdict().findings())
        .containsExactly(
            new DrillFinding(
                "HN5026",
                "ExpressRoute could not be disconnected: (Odd) Very odd [request id 4711].",
                "resolve what the message of Azure names, and run the drill again"));
  }

  @Test
  void putsBackAfterAMistakeOfOurs() throws Exception {
    rig.onPull =
        () -> {
          throw new IllegalStateException("secret");
        };

    DrillResult result = rig.drill().run();

    assertThat(rig.log).contains("put back");
    assertThat(result.verdict().findings())
        .containsExactly(
            new DrillFinding(
                "HN5028",
                "A bug in this plugin ended the drill: IllegalStateException.",
                "run the goal again with -X, and report the output to the plugin's project"));
  }

  /** As Maven 4's log does once the process is ending. */
  @Test
  void putsBackWhereNobodyCanBeTold() throws Exception {
    rig.onPull = () -> rig.logIsClosed = true;

    DrillResult result = rig.drill().run();

    assertThat(rig.log).endsWith("put back");
    assertThat(result.verdict()).isEqualTo(new DrillVerdict(Outcome.PASSED, List.of()));
    assertThat(result.evidence().events()).hasSizeGreaterThan(rig.events.size());
  }

  @Test
  void putsBackWhenTheMachineFails() throws Exception {
    rig.onPull =
        () -> {
          throw new StackOverflowError();
        };

    DrillResult result = rig.drill().run();

    assertThat(rig.log).containsExactly("arm", "pull within 240 s", "put back");
    assertThat(rig.away).isFalse();
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::text)
        .containsExactly("A bug in this plugin ended the drill: StackOverflowError.");
  }

  /** What failed first must not hide that ExpressRoute is still away. */
  @Test
  void saysThatItIsNotBackAlsoWhenTheMachineFails() throws Exception {
    rig.restoreFailure =
        Optional.of(new DrillFinding("HN5030", "It is not back.", "Do it by hand"));
    rig.onPull =
        () -> {
          throw new StackOverflowError();
        };

    assertThat(rig.drill().run().verdict().code()).contains("HN5030");
  }

  /** Azure may say that it is done while packets still take ExpressRoute. */
  @Test
  void doesNotPassWhenExpressRouteNeverWentAway() throws Exception {
    rig.staysAfterLever = true;

    DrillResult result = rig.drill().run();

    assertThat(rig.log).contains("put back");
    assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5021");
    assertThat(result.verdict().findings().get(0).text())
        .startsWith("ExpressRoute stayed in use, so no failover was tested: ExpressRoute is not");
    assertThat(result.milestones().between(Milestone.DISCONNECT_REQUESTED, Milestone.RESTORE))
        .contains(Duration.ofMinutes(2));
  }

  /** Where the gate that says so was overridden: what is not known cannot be proved. */
  @Test
  void doesNotPassWhenNobodyKnowsWhatExpressRouteCarried() throws Exception {
    rig.nothingCarriedBefore = true;
    rig.onPutBack = () -> rig.nothingCarriedBefore = false;

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::text)
        .containsExactly(
            "The VPN did not take over within 2m: It is not known what ExpressRoute carried"
                + " before, so it cannot be checked whether the VPN carries it.");
  }

  @Test
  void failsWhenTheVpnDoesNotTakeOver() throws Exception {
    rig.vpnCarries = false;

    DrillResult result = rig.drill().run();

    assertThat(rig.log).contains("put back");
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code, DrillFinding::text)
        .containsExactly(
            tuple(
                "HN5020",
                "The VPN did not take over within 2m: The VPN connection is 'NotConnected'."));
  }

  @Test
  void saysThatSomebodyPutItBackBeforeTheVpnTookOver() throws Exception {
    rig.vpnCarries = false;
    rig.undoneElsewhere = true;

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().findings())
        .extracting(DrillFinding::text)
        .containsExactly(
            "ExpressRoute stayed in use, so no failover was tested: somebody restored"
                + " ExpressRoute with hybridnet:restore.");
  }

  @Test
  void givesUpWhenTheVpnFailsWhileHeld() throws Exception {
    rig.onRead = () -> rig.vpnCarries = rig.clock.time().now().compareTo(atLeast(10)) < 0;

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5024");
    assertThat(result.milestones().between(Milestone.FAILED_OVER, Milestone.RESTORE))
        .contains(Duration.ofSeconds(10));
  }

  /** Without probes and without routes nobody knows whether the VPN carried anything. */
  @Test
  void doesNotPassWhenNothingIsKnownOfTheHold() throws Exception {
    rig.onRead = () -> rig.tellsNothing = rig.away && rig.clock.time().now().toSeconds() > 0;

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code, DrillFinding::text)
        .containsExactly(
            tuple(
                "HN5024",
                "The drill could not prove that the VPN carried the traffic during the hold:"
                    + " Azure did not report which path carried the traffic, and no targets were"
                    + " probed."));
  }

  @Test
  void bearsWhatAzureDoesNotTellNowAndThen() throws Exception {
    rig.onRead = () -> rig.tellsNothing = rig.away && rig.clock.time().now().toSeconds() == 5;

    assertThat(rig.drill().run().verdict().outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void givesUpWhenExpressRouteComesBackWhileHeld() throws Exception {
    rig.onRead = () -> rig.staysAfterLever = rig.clock.time().now().compareTo(atLeast(10)) >= 0;

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().findings().get(0).text())
        .startsWith(
            "ExpressRoute stayed in use, so no failover was tested: ExpressRoute came back"
                + " during the hold: ");
  }

  private static Duration atLeast(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void doesNotWaitForALeverThatHangs() throws Exception {
    rig.onPull = () -> rig.clock.sleep(Duration.ofHours(9));

    DrillResult result = rig.drill().run();

    assertThat(rig.log).containsExactly("arm", "pull within 240 s", "put back");
    assertThat(result.milestones().between(Milestone.DISCONNECT_REQUESTED, Milestone.RESTORE))
        .contains(Duration.ofMinutes(4));
    assertThat(result.verdict().findings())
        .containsExactly(
            new DrillFinding(
                "HN5076",
                "Azure did not disconnect ExpressRoute within hybridnet.failover.leverTimeout (4m),"
                    + " so the drill was ended.",
                "set hybridnet.failover.leverTimeout to a longer time, or run the drill at another"
                    + " time"));
  }

  @Test
  void putsBackWheneverItIsStopped() throws Exception {
    rig.drill().run();
    int sleeps = rig.clock.sleeps();

    assertThat(sleeps).isGreaterThan(5);
    for (int i = 1; i <= sleeps; i++) {
      DrillRig stopped = new DrillRig();
      stopped.clock.interruptedAt = i;
      Drill drill = stopped.drill();
      DrillResult result = drill.run();

      assertThat(stopped.log).as("stopped at " + i).endsWith("put back");
      assertThat(stopped.away).isFalse();
      assertThat(drill.isStopped()).isTrue();
      assertThat(result.verdict().findings())
          .as("stopped at " + i)
          .extracting(DrillFinding::code)
          .contains("HN5023");
    }
  }

  /** What waits for an answer fails in its own way when it is interrupted. */
  @Test
  void isStoppedInAReadThatFailsByIt() throws Exception {
    rig.onRead =
        () -> {
          if (rig.away) {
            rig.onRead = () -> {};
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
          }
        };
    Drill drill = rig.drill();

    DrillResult result = drill.run();

    assertThat(rig.log).endsWith("put back");
    assertThat(drill.isStopped()).isTrue();
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5023");
  }

  @Test
  void isProvedToBeBackAlsoWhenItIsStoppedMeanwhile() throws Exception {
    rig.onPutBack =
        () -> {
          rig.staysAwayAfterRestore = false;
          rig.clock.interruptedAt = rig.clock.sleeps() + 1;
          rig.restoreFailure = Optional.empty();
          comesBackLater();
        };
    Drill drill = rig.drill();

    DrillResult result = drill.run();

    assertThat(drill.isStopped()).isTrue();
    assertThat(result.milestones().at(Milestone.RESTORED)).isPresent();
  }

  private void comesBackLater() {
    rig.staysAwayAfterRestore = true;
    Duration back = rig.clock.time().now().plusSeconds(20);
    rig.onRead =
        () -> {
          if (rig.clock.time().now().compareTo(back) >= 0) {
            rig.away = false;
          }
        };
  }

  @Test
  void saysWhenExpressRouteIsNotPutBack() throws Exception {
    DrillFinding failure = new DrillFinding("HN5030", "It is not back.", "Do it by hand");
    rig.restoreFailure = Optional.of(failure);

    DrillResult result = rig.drill().run();

    assertThat(result.verdict())
        .isEqualTo(new DrillVerdict(Outcome.RESTORE_FAILED, List.of(failure)));
    assertThat(result.milestones().at(Milestone.RECONNECTED)).isEmpty();
  }

  @Test
  void saysWhenExpressRouteIsPutBackAndCarriesNothing() throws Exception {
    rig.staysAwayAfterRestore = true;

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.RESTORE_FAILED);
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5039");
    assertThat(rig.events)
        .extracting(DrillEvent::text)
        .filteredOn(text -> text.startsWith("Still waiting"))
        .hasSize(9)
        .first()
        .isEqualTo("Still waiting, at most 9m more: " + "No route is learned over ExpressRoute.");
    assertThat(result.verdict().findings().get(0).text())
        .isEqualTo(
            "ExpressRoute still does not carry the traffic as before, 10m after its"
                + " configuration was restored: No route is learned over ExpressRoute. The VPN"
                + " carries the traffic: its connection is up, and leads to all prefixes that"
                + " ExpressRoute carried: 192.168.0.0/16.");
    assertThat(result.milestones().between(Milestone.RECONNECTED, Milestone.END))
        .contains(Duration.ofMinutes(10));
  }

  @Test
  void holdsWhatWasMeasuredAgainstTheThresholds() throws Exception {
    rig.thresholds =
        new DrillThresholds(
            Optional.of(Duration.ofSeconds(1)),
            Optional.of(Duration.ofMillis(1)),
            Optional.of(Duration.ofMillis(1)),
            OptionalDouble.of(0.9));
    rig.onPull = () -> rig.clock.sleep(Duration.ofSeconds(20));
    rig.onPutBack = () -> comesBackLater();

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code)
        .containsExactly("HN5022", "HN5022", "HN5022", "HN5022");
  }

  /** The removal of a connection has been recorded to take more than six minutes. */
  @Test
  void timeLimitsBeginWhenAzureHasTakenExpressRouteAway() throws Exception {
    rig.onPull = () -> rig.clock.sleep(Duration.ofMinutes(3).plusSeconds(50));

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.milestones().between(Milestone.DISCONNECT_REQUESTED, Milestone.DISCONNECTED))
        .contains(Duration.ofSeconds(230));

    rig.vpnCarries = false;
    DrillResult failed = rig.drill().run();
    assertThat(failed.milestones().between(Milestone.DISCONNECTED, Milestone.RESTORE))
        .contains(Duration.ofMinutes(2));
    assertThat(failed.verdict().code()).contains("HN5020");
  }

  private static GateResult settling(String id) {
    return new GateResult(id, GateResult.Status.NOT_MET, "It is Connecting.", "Mend it.", true);
  }

  @Test
  void statesThatSettleAreWaitedFor() throws Exception {
    rig.gates.add(settling("vpn-connection"));
    rig.clock.onSleep =
        () -> {
          if (rig.clock.sleeps() == 2) {
            rig.gates.clear();
          }
        };

    assertThat(rig.drill().run().verdict().outcome()).isEqualTo(Outcome.PASSED);

    assertThat(rig.events.stream().map(DrillEvent::text))
        .containsSubsequence(
            "Checking preconditions",
            "Waiting up to 1m for states that are still changing: vpn-connection: It is"
                + " Connecting.",
            "All states have settled.");
  }

  @Test
  void statesThatDoNotSettleRefuseTheDrillInTheEnd() throws Exception {
    rig.gates.add(settling("vpn-connection"));

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.milestones().at(Milestone.END)).contains(Duration.ofMinutes(1));
    assertThat(rig.log).isEmpty();
  }

  @Test
  void whatRefusesTheDrillInAnyCaseIsNotWaitedFor() throws Exception {
    rig.gates.add(settling("vpn-connection"));
    rig.gates.add(new GateResult("locks", GateResult.Status.NOT_MET, "Locked.", "Unlock it."));

    DrillResult result = rig.drill().run();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.milestones().at(Milestone.END)).contains(Duration.ZERO);
  }
}
