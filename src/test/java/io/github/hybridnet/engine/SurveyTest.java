package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final ResourceKey GATEWAY =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey ABSENT =
      new ResourceKey("sub", "rg", ResourceType.CONNECTION, "cn");

  private final FakeCloud cloud = new FakeCloud();
  private final List<EngineEvent> events = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  private void standing(String state) {
    cloud.standing.put(GATEWAY, new ActualResource(GATEWAY, null, state, Map.of(), Map.of()));
  }

  private Survey survey(Sleeper sleeper) {
    EngineOptions options = EngineOptions.timed(now::get, sleeper, Duration.ofHours(1));
    return new Survey(cloud, options, events::add);
  }

  @Test
  void readsWhatExists() throws InterruptedException {
    standing("Succeeded");
    Standing found = survey(d -> {}).read(List.of(GATEWAY, ABSENT));
    assertThat(found.all()).extracting(ActualResource::key).containsExactly(GATEWAY);
    assertThat(events).isEmpty();
  }

  @Test
  void waitsForAnotherOperation() throws InterruptedException {
    standing("Updating");
    Survey survey = survey(d -> standing("Succeeded"));
    assertThat(survey.read(List.of(GATEWAY)).find(GATEWAY).orElseThrow().provisioningState())
        .isEqualTo("Succeeded");
    assertThat(events).containsExactly(new EngineEvent.WaitingForOther(GATEWAY, "Updating"));
  }

  @Test
  void givesUpAfterTheTimeOfTheType() {
    standing("Updating");
    Survey survey = survey(d -> now.updateAndGet(i -> i.plus(Duration.ofMinutes(31))));
    assertThatThrownBy(() -> survey.read(List.of(GATEWAY)))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.TIMED_OUT))
        .hasMessage("The virtual network gateway gw is still Updating after 93 minutes.");
  }
}
