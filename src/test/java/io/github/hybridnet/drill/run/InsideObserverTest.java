package io.github.hybridnet.drill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.Patience;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillEvent.Kind;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.api.InsideViews.RouteHop;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Azure sees from inside is evidence of a drill, and nothing that it waits for. */
@Timeout(60)
class InsideObserverTest {
  private static final String OVER_ER = "From inside the network, over ExpressRoute: ";
  private static final String AWAY = "From inside the network, over the VPN: ";
  private static final String BACK = "From inside the network, after the restore: ";
  private static final String HOP =
      "'vm' sends packets for 192.168.0.10 to VirtualNetworkGateway 10.0.255.4.";
  private static final String REACHED =
      "'vm' reaches 192.168.0.10:443 (Reachable, 0 of 100 probes failed, 7 ms on" + " average).";
  private static final String LATE =
      " This answer came too late and proves nothing about that time.";
  private static final String GIVEN_UP = ": Azure did not answer in time.";

  private final DrillRig rig = new DrillRig();
  private final FakeInsideViews azure = new FakeInsideViews();

  @AfterEach
  void nobodyIsLeftInterrupted() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private DrillResult drill() throws InterruptedException {
    rig.inside = azure.about(OptionalInt.of(443));
    return rig.drill().run();
  }

  private List<DrillEvent> told() {
    return rig.events.stream().filter(e -> e.text().startsWith("From inside")).toList();
  }

  private List<String> texts(Kind kind) {
    return told().stream().filter(e -> e.kind() == kind).map(DrillEvent::text).toList();
  }

  /** Lets the threads of the questions run, in real time, while that of the drill stands still. */
  private static void await(BooleanSupplier condition) {
    Patience.until("the questions are answered", condition);
  }

  /** The drill's time stands still until as many answers are there as there were questions. */
  private void answeredAtOnce() {
    rig.onArm = () -> await(() -> told().size() >= 2);
    rig.onRead = () -> await(() -> !failedOver() || told().size() >= 4);
    rig.clock.onSleep = () -> await(() -> !ended() || told().size() >= 6);
  }

  private boolean failedOver() {
    return rig.events.stream().anyMatch(e -> e.step() == DrillStep.HOLD);
  }

  private boolean ended() {
    return rig.events.stream().anyMatch(e -> e.step() == DrillStep.VERDICT);
  }

  @Test
  void isAskedAtTheBaselineWhenFailedOverAndWhenRestored() throws Exception {
    answeredAtOnce();

    DrillResult result = drill();

    assertThat(result.verdict()).isEqualTo(new DrillVerdict(Outcome.PASSED, List.of()));
    assertThat(texts(Kind.INFO))
        .containsExactlyInAnyOrder(
            OVER_ER + HOP,
            OVER_ER + REACHED,
            AWAY + HOP,
            AWAY + REACHED,
            BACK + HOP,
            BACK + REACHED);
    assertThat(told()).hasSize(6);
    assertThat(result.evidence().events()).containsAll(told());
    assertThat(azure.asked)
        .containsOnlyOnce("machine")
        .contains("hop 192.168.0.10 from 10.0.1.4", "reach 192.168.0.10:443 from 10.0.1.4");
  }

  @Test
  void contradictionIsAWarningAndDoesNotFailTheDrill() throws Exception {
    answeredAtOnce();
    azure.reach = () -> FakeInsideViews.reached(!rig.away);
    azure.hop =
        () -> rig.away ? new RouteHop("None", "") : new RouteHop("HyperNetGateway", "10.0.255.4");

    DrillResult result = drill();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(texts(Kind.WARNING))
        .containsExactlyInAnyOrder(
            AWAY + "'vm' does not reach 192.168.0.10:443 (Unreachable, 100 of 100 probes failed).",
            AWAY + "'vm' sends packets for 192.168.0.10 to None, and not to a gateway.");
    assertThat(texts(Kind.INFO)).hasSize(4);
  }

  @Test
  void drillDoesNotWaitForAnswersThatDoNotCome() throws Exception {
    azure.machine = FakeInsideViews::never;

    DrillResult result = drill();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.milestones().at(Milestone.DISCONNECT_REQUESTED)).contains(Duration.ZERO);
    assertThat(result.milestones().between(Milestone.DISCONNECT_REQUESTED, Milestone.FAILED_OVER))
        .contains(Duration.ZERO);
    assertThat(result.milestones().between(Milestone.FAILED_OVER, Milestone.RESTORE))
        .contains(Duration.ofSeconds(30));
    assertThat(result.milestones().between(Milestone.RESTORE, Milestone.RESTORED))
        .contains(Duration.ZERO);
    assertThat(result.milestones().between(Milestone.RESTORED, Milestone.END))
        .contains(Duration.ofSeconds(20));
    assertThat(told())
        .containsExactly(
            new DrillEvent(
                Duration.ofSeconds(50),
                DrillStep.VERDICT,
                Kind.INFO,
                "From inside the network, over ExpressRoute and over the VPN and after the"
                    + " restore"
                    + GIVEN_UP));
  }

  @Test
  void answerThatComesTooLateProvesNothing() throws Exception {
    CountDownLatch pulled = new CountDownLatch(1);
    rig.onPull =
        () -> {
          pulled.countDown();
          await(() -> told().size() >= 2);
        };
    azure.reach =
        () -> {
          pulled.await();
          return FakeInsideViews.reached(false);
        };

    drill();

    assertThat(told().stream().filter(e -> e.text().startsWith(OVER_ER + "'vm' does")).toList())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.INFO);
              assertThat(e.step()).isEqualTo(DrillStep.DISCONNECT);
              assertThat(e.text())
                  .isEqualTo(
                      OVER_ER
                          + "'vm' does not reach 192.168.0.10:443 (Unreachable, 100 of 100 probes"
                          + " failed)."
                          + LATE);
            });
  }

  private static CloudException failure(CloudException.Kind kind, String code) {
    return new CloudException(
        kind, code, "It cannot be.", new CloudException.Answer(403, "4711", null), null);
  }

  private void isAskedNoMore(CloudException failure) throws Exception {
    rig.onPull = () -> await(() -> !told().isEmpty());

    DrillResult result = drill();

    assertThat(result.verdict()).isEqualTo(new DrillVerdict(Outcome.PASSED, List.of()));
    assertThat(told())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.WARNING);
              assertThat(e.text())
                  .startsWith(OVER_ER + "Azure does not report ")
                  .endsWith(
                      failure.code()
                          + ") It cannot be [request id 4711]. Azure is not asked again from inside"
                          + " the network.");
            });
    assertThat(azure.asked).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void missingRightsAreOneWarning() throws Exception {
    CloudException failure = failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed");
    azure.hop =
        () -> {
          throw failure;
        };
    azure.reach =
        () -> {
          throw failure;
        };
    isAskedNoMore(failure);
  }

  @Test
  void missingWatcherIsOneWarning() throws Exception {
    CloudException failure = failure(CloudException.Kind.REFUSED, OwnErrorCode.WATCHER_MISSING);
    azure.hop =
        () -> {
          throw failure;
        };
    azure.reach =
        () -> {
          throw failure;
        };
    isAskedNoMore(failure);
  }

  @Test
  void missingMachineIsOneWarning() throws Exception {
    CloudException failure = failure(CloudException.Kind.REFUSED, "MachineMissing");
    azure.machine =
        () -> {
          throw failure;
        };
    isAskedNoMore(failure);
  }

  @Test
  void whatFailsOnceIsAskedAgain() throws Exception {
    answeredAtOnce();
    azure.reach =
        () -> {
          throw failure(CloudException.Kind.REFUSED, "NoAgent");
        };
    azure.hop =
        () -> {
          throw new IllegalStateException("secret");
        };

    DrillResult result = drill();

    assertThat(result.verdict()).isEqualTo(new DrillVerdict(Outcome.PASSED, List.of()));
    assertThat(texts(Kind.WARNING))
        .hasSize(6)
        .contains(
            AWAY
                + "Azure does not report whether 'vm' reaches 192.168.0.10:443: (NoAgent) It"
                + " cannot be [request id 4711].",
            BACK
                + "Azure does not report where 'vm' sends packets for 192.168.0.10:"
                + " IllegalStateException.");
  }

  @Test
  void withoutAPortOnlyTheNextHopIsAsked() throws Exception {
    rig.mode = Mode.DRY_RUN;
    rig.clock.onSleep = () -> await(() -> !told().isEmpty());
    rig.inside = azure.about(OptionalInt.empty());

    rig.drill().run();

    assertThat(azure.asked).containsExactly("machine", "hop 192.168.0.10 from 10.0.1.4");
    assertThat(texts(Kind.INFO)).containsExactly(OVER_ER + HOP);
  }

  @Test
  void restoreThatFailsIsToldAtOnce() throws Exception {
    azure.machine = FakeInsideViews::never;
    rig.restoreFailure = Optional.of(new DrillFinding("HN5030", "It is away.", "By hand"));

    DrillResult result = drill();

    assertThat(result.verdict().outcome()).isEqualTo(Outcome.RESTORE_FAILED);
    assertThat(result.milestones().between(Milestone.RESTORE, Milestone.END))
        .contains(Duration.ZERO);
    assertThat(texts(Kind.INFO))
        .containsExactly("From inside the network, over ExpressRoute and over the VPN" + GIVEN_UP);
  }

  @Test
  void whoeverStopsTheBuildDoesNotWaitForAnswers() throws Exception {
    azure.machine = FakeInsideViews::never;
    rig.clock.onSleep =
        () -> {
          if (ended()) {
            Thread.currentThread().interrupt();
          }
        };
    rig.inside = azure.about(OptionalInt.of(443));
    Drill drill = rig.drill();

    DrillResult result = drill.run();

    assertThat(drill.isStopped()).isTrue();
    assertThat(result.verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.milestones().between(Milestone.RESTORED, Milestone.END))
        .contains(Duration.ZERO);
  }

  @Test
  void buildIsStoppedWhereNothingWasTouched() {
    azure.machine = FakeInsideViews::never;
    rig.mode = Mode.OBSERVE;
    rig.clock.interruptedAt = 1;

    assertThatThrownBy(this::drill).isInstanceOf(InterruptedException.class);
  }

  @Test
  void questionsEndWithTheDrill() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    azure.machine =
        () -> {
          try {
            return FakeInsideViews.never();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        };
    rig.mode = Mode.OBSERVE;

    drill();

    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
  }
}
