package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.Patience;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduledProbeSessionTest {
  private static final ProbeTiming TIMING =
      new ProbeTiming(Duration.ofSeconds(1), Duration.ofMillis(900));

  private final ManualTime time = new ManualTime();
  private final ScriptedProbe a = new ScriptedProbe(false);
  private final ScriptedProbe b = new ScriptedProbe(true);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private ScheduledProbeSession scheduledProbeSession;

  private final ProbeListener listener =
      new ProbeListener() {
        @Override
        public void down(ProbeTarget target, ProbeSample first) {
          told.add(target.name() + " down at " + first.at().toMillis());
        }

        @Override
        public void up(ProbeTarget target, ProbeSample first) {
          told.add(target.name() + " up at " + first.at().toMillis());
        }
      };

  private static ProbeTarget target(String name, Probe probe) {
    return new ProbeTarget(name, "tcp://" + name + ":1", probe, Optional.empty());
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private void start(ProbeTiming timing, ProbeTarget... targets) {
    scheduledProbeSession =
        ScheduledProbeSession.start(List.of(targets), timing, time.drillTime(), listener);
  }

  /** Waits until so many probes were judged. */
  private List<ProbeSample> samples(int count) {
    Patience.until(
        count + " probes were judged",
        () -> scheduledProbeSession.snapshot().samples().size() >= count);
    List<ProbeSample> samples = scheduledProbeSession.snapshot().samples();
    assertThat(samples).hasSize(count);
    return samples;
  }

  @AfterEach
  void close() throws InterruptedException {
    for (int i = 0; i < b.times(); i++) {
      b.asked(i).complete(ProbeAnswer.UP);
    }
    if (scheduledProbeSession != null) {
      scheduledProbeSession.close();
    }
  }

  @Test
  void noProbeWaitsForAnotherOne() throws InterruptedException {
    start(TIMING, target("a", a));
    for (int i = 0; i < 3; i++) {
      a.asked(i);
      time.at(1_000L * (i + 1));
    }
    for (int i = 0; i < 3; i++) {
      a.asked(i).complete(ProbeAnswer.UP);
    }
    assertThat(samples(3)).extracting(ProbeSample::at).containsExactly(ms(0), ms(1000), ms(2000));
    assertThat(samples(3)).extracting(ProbeSample::number).containsExactly(0L, 1L, 2L);
  }

  @Test
  void severalTargetsAreProbedInTurn() throws InterruptedException {
    start(TIMING, target("a", a), target("b", b));
    a.asked(0).complete(ProbeAnswer.UP);
    time.at(500);
    b.asked(0).complete(ProbeAnswer.UP);
    time.at(1_000);
    a.asked(1).complete(ProbeAnswer.UP);
    assertThat(samples(3))
        .extracting(s -> s.target() + s.number() + " " + s.at().toMillis())
        .containsExactly("a0 0", "b0 500", "a1 1000");
    assertThat(scheduledProbeSession.targets())
        .extracting(ProbeTarget::name)
        .containsExactly("a", "b");
    assertThat(scheduledProbeSession.newest())
        .extracting(ProbeSample::number)
        .containsExactly(1L, 0L);
  }

  @Test
  void aLateProbeDoesNotShiftTheSchedule() throws InterruptedException {
    start(TIMING, target("a", a));
    a.asked(0).complete(ProbeAnswer.UP);
    samples(1);
    time.at(1_700);
    a.asked(1).complete(ProbeAnswer.UP);
    samples(2);
    time.at(2_000);
    a.asked(2).complete(ProbeAnswer.UP);
    assertThat(samples(3)).extracting(ProbeSample::at).containsExactly(ms(0), ms(1700), ms(2000));
    assertThat(scheduledProbeSession.snapshot().missed()).containsExactly(Map.entry("a", 0L));
    assertThat(scheduledProbeSession.snapshot().findings()).isEmpty();
  }

  @Test
  void aMachineThatStoodStillDoesNotSendItAllAtOnce() throws InterruptedException {
    start(TIMING, target("a", a));
    a.asked(0).complete(ProbeAnswer.UP);
    samples(1);
    time.at(60_300);
    a.asked(1).complete(ProbeAnswer.UP);
    assertThat(samples(2)).extracting(ProbeSample::number).containsExactly(0L, 60L);
    assertThat(samples(2)).extracting(ProbeSample::at).containsExactly(ms(0), ms(60_300));
    assertThat(a.times()).isEqualTo(2);
    assertThat(scheduledProbeSession.snapshot().findings())
        .containsExactly(
            new DrillFinding(
                "HN5054",
                "This machine was too busy to send 59 probes of 'a', which were due every 1 s."
                    + " Nothing is known of that time. The longest gap in the reports shows how"
                    + " long it was.",
                "run the drill on a machine that is less busy, or set a longer"
                    + " hybridnet.failover.probeInterval"));
  }

  @Test
  void probesAreJudgedInTheirOrder() throws InterruptedException {
    start(new ProbeTiming(ms(100), ms(900)), target("a", a));
    a.asked(0);
    time.at(100);
    a.asked(1).complete(ProbeAnswer.UP);
    time.at(200);
    a.asked(2).complete(ProbeAnswer.down("no route"));
    time.at(300);
    a.asked(3).complete(ProbeAnswer.UP);
    time.at(400);
    a.asked(4);
    assertThat(told).isEmpty();
    assertThat(scheduledProbeSession.snapshot().samples()).isEmpty();
    assertThat(scheduledProbeSession.newest()).isEmpty();
    a.asked(0).complete(ProbeAnswer.down("no answer"));
    assertThat(samples(4)).extracting(ProbeSample::ok).containsExactly(false, true, false, true);
    assertThat(told).containsExactly("a down at 0", "a up at 100", "a down at 200", "a up at 300");
  }

  @Test
  void allAreUpWhenTheirNewestProbesSucceededSinceThen() throws InterruptedException {
    start(TIMING, target("a", a), target("b", b));
    a.asked(0).complete(ProbeAnswer.UP);
    time.at(500);
    b.asked(0).complete(ProbeAnswer.down("no route"));
    time.at(1_000);
    a.asked(1).complete(ProbeAnswer.UP);
    samples(3);
    assertThat(scheduledProbeSession.allUp(ms(0), 1)).isFalse();
    time.at(1_500);
    b.asked(1).complete(ProbeAnswer.UP);
    samples(4);
    assertThat(scheduledProbeSession.allUp(ms(0), 1)).isTrue();
    assertThat(scheduledProbeSession.allUp(ms(0), 2)).isFalse();
    assertThat(scheduledProbeSession.allUp(ms(1_000), 1)).isTrue();
    assertThat(scheduledProbeSession.allUp(ms(1_001), 1)).isFalse();
    time.at(2_000);
    a.asked(2).complete(ProbeAnswer.UP);
    time.at(2_500);
    b.asked(2).complete(ProbeAnswer.UP);
    samples(6);
    assertThat(scheduledProbeSession.allUp(ms(0), 2)).isTrue();
    assertThat(scheduledProbeSession.allUp(ms(0), 3)).isFalse();
  }

  @Test
  void nothingIsUpWithoutTargets() {
    start(TIMING);
    assertThat(scheduledProbeSession.allUp(ms(0), 0)).isFalse();
    assertThat(scheduledProbeSession.snapshot().samples()).isEmpty();
    assertThat(new EmptyProbeSession().allUp(ms(0), 0)).isFalse();
    assertThat(new EmptyProbeSession().snapshot().targets()).isEmpty();
  }

  @Test
  void anAnswerAfterTheTimeOutIsNone() throws InterruptedException {
    start(TIMING, target("b", b));
    b.asked(0);
    time.at(901);
    b.asked(0).complete(ProbeAnswer.UP);
    assertThat(samples(1))
        .containsExactly(
            new ProbeSample("b", 0, ms(0), ms(901), false, "answer only after 901 ms"));
  }

  @Test
  void aProbeThatDoesNotEndIsCutOff() throws InterruptedException {
    start(TIMING, target("a", a));
    a.asked(0);
    time.at(1_000);
    a.asked(1).complete(ProbeAnswer.UP);
    time.at(2_000);
    a.asked(2).complete(ProbeAnswer.UP);
    assertThat(samples(3).get(0))
        .isEqualTo(new ProbeSample("a", 0, ms(0), ms(2000), false, "no answer within 900 ms"));
  }

  @Test
  void whatCouldNotBeSentForWantOfThreadsIsMissed() throws InterruptedException {
    start(TIMING, target("b", b));
    for (int i = 0; i < TIMING.atOnce(); i++) {
      b.asked(i);
      time.at(1_000L * (i + 1));
    }
    assertThat(b.times()).isEqualTo(TIMING.atOnce());
    assertThat(scheduledProbeSession.snapshot().missed()).containsExactly(Map.entry("b", 1L));
    for (int i = 0; i < TIMING.atOnce(); i++) {
      b.asked(i).complete(ProbeAnswer.UP);
    }
    samples(TIMING.atOnce());
  }

  @Test
  void aProbeThatFailsInAnUnforeseenWayFails() throws InterruptedException {
    start(TIMING, target("a", a));
    a.asked(0).completeExceptionally(new IllegalArgumentException("s3cret"));
    assertThat(samples(1))
        .containsExactly(
            new ProbeSample(
                "a", 0, ms(0), ms(0), false, "could not be sent (IllegalStateException)"));
  }

  @Test
  void closingWaitsForWhatIsUnderWay() throws InterruptedException {
    start(TIMING, target("b", b));
    b.asked(0);
    time.at(500);
    Thread closer = new Thread(() -> scheduledProbeSession.close());
    closer.start();
    b.asked(0).complete(ProbeAnswer.UP);
    closer.join();
    assertThat(scheduledProbeSession.snapshot().samples())
        .containsExactly(new ProbeSample("b", 0, ms(0), ms(500), true, ""));
  }

  @Test
  void closingDoesNotWaitForEver() throws InterruptedException {
    start(new ProbeTiming(ms(100), ms(10)), target("a", a), target("b", b));
    a.asked(0);
    time.at(50);
    b.asked(0);
    scheduledProbeSession.close();
    assertThat(scheduledProbeSession.snapshot().samples()).isEmpty();
    assertThat(scheduledProbeSession.snapshot().missed()).isEqualTo(Map.of("a", 0L, "b", 0L));
    scheduledProbeSession.close();
  }

  @Test
  void closingKeepsTheInterruptOfItsThread() throws InterruptedException {
    start(TIMING, target("a", a));
    a.asked(0).complete(ProbeAnswer.UP);
    samples(1);
    Thread.currentThread().interrupt();
    scheduledProbeSession.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(scheduledProbeSession.snapshot().samples()).hasSize(1);
  }

  @Test
  void anInterruptOfTheThreadThatStartedItDoesNotEndIt() throws InterruptedException {
    start(TIMING, target("a", a));
    Thread.currentThread().interrupt();
    assertThat(scheduledProbeSession.snapshot().targets()).containsExactly("a");
    assertThat(Thread.interrupted()).isTrue();
    a.asked(0).complete(ProbeAnswer.UP);
    time.at(1_000);
    a.asked(1).complete(ProbeAnswer.UP);
    samples(2);
  }
}
