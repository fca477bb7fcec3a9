package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressHeartbeatTest {
  private static final ResourceKey KEY =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final PlanStep TASK =
      new PlanStep.Write(
          new ResourceChange(
              ResourceChange.Action.CREATE,
              new DeclaredResource(
                  KEY, Map.of(), List.of(), DeclaredResource.WriteRules.locking(KEY)),
              null,
              List.of()),
          Set.of());

  @Test
  void tellsOfWhatStillRuns() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    List<EngineEvent> events = new ArrayList<>();
    EngineOptions options = EngineOptions.timed(now::get, d -> {}, Duration.ofHours(1));
    try (ProgressHeartbeat progressHeartbeat = new ProgressHeartbeat(options, events::add)) {
      progressHeartbeat.started(TASK);
      now.set(Instant.EPOCH.plusSeconds(60));
      progressHeartbeat.beat();
      now.set(Instant.EPOCH.plusSeconds(90));
      progressHeartbeat.finished(TASK);
      progressHeartbeat.beat();
    }
    assertThat(events)
        .containsExactly(
            new EngineEvent.Started(KEY, EngineEvent.StepAction.CREATE),
            new EngineEvent.StillRunning(
                KEY, EngineEvent.StepAction.CREATE, Duration.ofSeconds(60), Duration.ofMinutes(90)),
            new EngineEvent.Finished(KEY, EngineEvent.StepAction.CREATE, Duration.ofSeconds(90)));
  }
}
