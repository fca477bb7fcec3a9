package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final ResourceKey KEY =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final Task TASK =
      new Task.Write(
          new Change(
              Change.Action.CREATE,
              new DesiredResource(
                  KEY, Map.of(), List.of(), DesiredResource.WriteRules.locking(KEY)),
              null,
              List.of()),
          Set.of());

  @Test
  void tellsOfWhatStillRuns() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    List<EngineEvent> events = new ArrayList<>();
    EngineOptions options = EngineOptions.timed(now::get, d -> {}, Duration.ofHours(1));
    try (Heartbeat heartbeat = new Heartbeat(options, events::add)) {
      heartbeat.started(TASK);
      now.set(Instant.EPOCH.plusSeconds(60));
      heartbeat.beat();
      now.set(Instant.EPOCH.plusSeconds(90));
      heartbeat.finished(TASK);
      heartbeat.beat();
    }
    assertThat(events)
        .containsExactly(
            new EngineEvent.Started(KEY, EngineEvent.Work.CREATE),
            new EngineEvent.StillRunning(
                KEY, EngineEvent.Work.CREATE, Duration.ofSeconds(60), Duration.ofMinutes(90)),
            new EngineEvent.Finished(KEY, EngineEvent.Work.CREATE, Duration.ofSeconds(90)));
  }
}
