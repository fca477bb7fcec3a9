package io.github.hybridnet.drill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.probe.EmptyProbeSession;
import io.github.hybridnet.drill.probe.ProbeListener;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.probe.ProbeSession;
import io.github.hybridnet.drill.probe.ProbeSnapshot;
import io.github.hybridnet.drill.probe.ProbeTarget;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What probes tell while the network is held on the VPN, and Azure takes its time to answer. */
class HoldTest {
  private static final ProbeTarget TARGET =
      new ProbeTarget(
          "web",
          "tcp://10.0.1.4:443",
          within -> {
            throw new UnsupportedOperationException("nothing is sent here");
          },
          Optional.empty());

  private final DrillRig rig = new DrillRig();
  private boolean asked;

  @BeforeEach
  void probesAreAnswered() {
    rig.probing = new Answered();
  }

  /** The next answer of Azure in the hold takes so long, and this happens meanwhile. */
  private void whileAzureIsAsked(DrillRig.Thrower happens) {
    rig.onRead =
        () -> {
          if (!asked && rig.clock.time().now().compareTo(Duration.ofSeconds(15)) >= 0) {
            asked = true;
            happens.run();
          }
        };
  }

  private ProbeListener listener() {
    return Objects.requireNonNull(rig.listener);
  }

  private ProbeSample sample(Duration at, boolean ok) {
    return new ProbeSample("web", 0, at, Duration.ofMillis(900), ok, ok ? "" : "no answer");
  }

  private Duration now() {
    return rig.clock.time().now();
  }

  @Test
  void aTargetThatWasLostWhileAzureDidNotAnswerFailsTheDrill() throws Exception {
    whileAzureIsAsked(
        () -> {
          listener().down(TARGET, sample(now(), false));
          rig.clock.sleep(Duration.ofSeconds(12));
          listener().up(TARGET, sample(now(), true));
        });

    DrillResult result = rig.drill().run();

    assertThat(asked).isTrue();
    assertThat(result.verdict().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.verdict().findings())
        .extracting(DrillFinding::code, DrillFinding::text)
        .containsExactly(
            tuple(
                "HN5024",
                "The drill could not prove that the VPN carried the traffic during the hold: a"
                    + " target was not reached for 12.000 s."));
    assertThat(rig.log).contains("put back");
  }

  @Test
  void aTargetThatIsLostForShortIsNoReasonToEndTheHold() throws Exception {
    whileAzureIsAsked(
        () -> {
          listener().down(TARGET, sample(now(), false));
          rig.clock.sleep(Duration.ofSeconds(9));
          listener().up(TARGET, sample(now(), true));
          listener().down(TARGET, sample(now(), false));
          rig.clock.sleep(Duration.ofSeconds(9));
          listener().up(TARGET, sample(now(), true));
        });

    assertThat(rig.drill().run().verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(asked).isTrue();
  }

  /** A probe that was under way when the machine stood still fails late, and says little. */
  @Test
  void aMachineThatStoodStillHasNotLostTheTarget() throws Exception {
    whileAzureIsAsked(
        () -> {
          Duration before = now();
          rig.clock.sleep(Duration.ofSeconds(12));
          listener().down(TARGET, sample(before, false));
          rig.clock.onSleep = () -> listener().up(TARGET, sample(now(), true));
        });

    DrillResult result = rig.drill().run();

    assertThat(asked).isTrue();
    assertThat(result.verdict().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result.milestones().at(Milestone.RESTORE)).contains(Duration.ofSeconds(40));
  }

  private static final class Answered implements ProbeSession {
    @Override
    public List<ProbeTarget> targets() {
      return List.of(TARGET);
    }

    @Override
    public boolean allUp(Duration since, int probes) {
      return true;
    }

    @Override
    public List<ProbeSample> newest() {
      return List.of();
    }

    @Override
    public ProbeSnapshot snapshot() {
      return new EmptyProbeSession().snapshot();
    }

    @Override
    public void close() {
      // Nothing was begun.
    }
  }
}
