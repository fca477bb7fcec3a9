package io.github.hybridnet.drill.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.gate.GateResult.Status;
import java.util.List;

/** A healthy network to spoil, and what its gates say then. */
abstract class GateAssertions {
  static final String SINGLE_HOMED = "single-homed";

  final HealthyDrill drill = new HealthyDrill();

  static GateResult of(PreflightReport report, String id) {
    return report.results().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  /** What one gate says; all others hold, but for the advice that everybody gets. */
  GateResult only(String id) throws InterruptedException {
    PreflightReport report = drill.look();
    assertThat(report.results())
        .filteredOn(r -> r.status() != Status.MET && !r.id().equals(SINGLE_HOMED))
        .extracting(GateResult::id)
        .containsExactly(id);
    return of(report, id);
  }

  void notMet(String id, String text, String fix) throws InterruptedException {
    assertThat(only(id)).isEqualTo(new GateResult(id, Status.NOT_MET, text, fix));
  }

  /** It does not hold yet. */
  void settling(String id, String text, String fix) throws InterruptedException {
    assertThat(only(id)).isEqualTo(new GateResult(id, Status.NOT_MET, text, fix, true));
  }

  void warning(String id, String text, String fix) throws InterruptedException {
    assertThat(only(id)).isEqualTo(new GateResult(id, Status.WARNING, text, fix));
  }

  void refuse(ResourceKey... keys) {
    drill.cloud.whileReading =
        key -> {
          if (List.of(keys).contains(key)) {
            throw FakeCloud.failure(Kind.UNAUTHORIZED, "AuthorizationFailed");
          }
        };
  }
}
