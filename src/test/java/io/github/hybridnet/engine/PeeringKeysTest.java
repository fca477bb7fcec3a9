package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service does not show the keys of a circuit's peerings; an update must not lose them. */
class PeeringKeysTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));
  private static final Secret KEY = Secret.of("md5-key", Secret.Source.FILE);
  private static final EngineOptions OPTIONS =
      EngineOptions.timed(() -> Instant.EPOCH, duration -> {}, Duration.ofHours(1));

  private final FakeCloud cloud = new FakeCloud();

  @Test
  void aCircuitIsUpdatedWithTheDeclaredKeysOfThePeeringsThatStand() throws InterruptedException {
    stand(declared(50));
    List<DeclaredResource> wanted = declared(100);
    cloud.fail(
        circuit(wanted), FakeCloud.failure(CloudException.Kind.BUSY, "AnotherOperationInProgress"));

    run(wanted);

    assertThat(cloud.applied).containsExactly(circuit(wanted), circuit(wanted));
    assertThat(cloud.bodies)
        .allSatisfy(
            body ->
                assertThat(peerings(body))
                    .isEqualTo(
                        List.of(
                            Map.of(
                                "name",
                                Peering.PRIVATE,
                                "properties",
                                Map.of("vlanId", 100, "sharedKey", KEY)))));
  }

  @Test
  void aKeyThatCannotBeComparedIsNoReasonForAnUpdate() throws InterruptedException {
    stand(declared(50));
    run(declared(50));
    assertThat(cloud.applied).isEmpty();
  }

  @Test
  void aNewCircuitIsCreatedWithoutPeerings() throws InterruptedException {
    run(declared(50));
    Map<String, Object> created = cloud.bodies.get(cloud.applied.indexOf(circuit(declared(50))));
    assertThat(created.toString()).doesNotContain("peerings");
  }

  private void run(List<DeclaredResource> wanted) throws InterruptedException {
    Plan plan = new Planner().plan(wanted, new ActualState(cloud.standing.values()));
    assertThat(new Engine(cloud, OPTIONS, event -> {}).run(plan).isComplete()).isTrue();
  }

  /** All of it stands, and shows no key. */
  private void stand(List<DeclaredResource> resources) {
    for (DeclaredResource resource : resources) {
      Map<String, Object> body = new LinkedHashMap<>(resource.body());
      Map<String, Object> properties = new LinkedHashMap<>(map(body.get("properties")));
      properties.remove("sharedKey");
      if (resource.key().type() == ResourceType.CIRCUIT) {
        properties.put(
            "peerings",
            List.of(Map.of("name", Peering.PRIVATE, "properties", Map.of("vlanId", 100))));
      }
      body.put("properties", properties);
      cloud.standing.put(
          resource.key(), new ActualResource(resource.key(), null, "Succeeded", body, Map.of()));
    }
  }

  private static List<DeclaredResource> declared(int bandwidth) {
    return new NetworkResources(
            SampleNetwork.reference().withCircuits(List.of(SampleNetwork.circuit(bandwidth, KEY))),
            SCOPE)
        .circuits();
  }

  private static ResourceKey circuit(List<DeclaredResource> resources) {
    return resources.stream()
        .map(DeclaredResource::key)
        .filter(key -> key.type() == ResourceType.CIRCUIT)
        .findFirst()
        .orElseThrow();
  }

  private static List<?> peerings(Map<String, Object> body) {
    return (List<?>) map(body.get("properties")).get("peerings");
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> members) {
      members.forEach((name, member) -> map.put(String.valueOf(name), member));
    }
    return map;
  }
}
