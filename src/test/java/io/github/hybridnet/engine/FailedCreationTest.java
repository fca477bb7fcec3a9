package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is only said at a creation is said again where that has failed. */
class FailedCreationTest {
  private static final ResourceKey CONNECTION =
      new ResourceKey("sub", "rg", ResourceType.CONNECTION, "er-cn");
  private static final Secret KEY = Secret.of("authorization", Secret.Source.FILE);

  private final FakeCloud cloud = new FakeCloud();

  @ParameterizedTest
  @CsvSource({"Failed, true", "Canceled, true", "Succeeded, false"})
  void theAuthorizationKeyIsSentUntilTheConnectionIsMade(String state, boolean sent)
      throws InterruptedException {
    Map<String, Object> standing = Map.of("properties", Map.of("routingWeight", 0));
    cloud.standing.put(CONNECTION, new ActualResource(CONNECTION, null, state, standing, Map.of()));
    DeclaredResource desired =
        new DeclaredResource(
            CONNECTION,
            Map.of("properties", Map.of("routingWeight", 10, "authorizationKey", KEY)),
            List.of(),
            WriteRules.locking(CONNECTION).onlyWhenCreated("properties.authorizationKey"));

    new Engine(
            cloud,
            EngineOptions.timed(() -> Instant.EPOCH, pause -> {}, Duration.ofHours(1)),
            event -> {})
        .run(new Planner().plan(List.of(desired), new ActualState(cloud.standing.values())));

    assertThat(cloud.bodies).hasSize(1);
    assertThat(((Map<?, ?>) cloud.bodies.get(0).get("properties")).containsKey("authorizationKey"))
        .isEqualTo(sent);
  }
}
