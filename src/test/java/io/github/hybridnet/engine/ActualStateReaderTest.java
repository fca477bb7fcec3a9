package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.NetworkGateways;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ActualStateReaderTest {
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

  private ActualStateReader survey(Sleeper sleeper) {
    EngineOptions options = EngineOptions.timed(now::get, sleeper, Duration.ofHours(1));
    return new ActualStateReader(cloud, options, events::add);
  }

  @Test
  void readsWhatExists() throws InterruptedException {
    standing("Succeeded");
    ActualState found = survey(d -> {}).read(List.of(GATEWAY, ABSENT));
    assertThat(found.all()).extracting(ActualResource::key).containsExactly(GATEWAY);
    assertThat(events).isEmpty();
  }

  @Test
  void waitsForAnotherOperation() throws InterruptedException {
    standing("Updating");
    ActualStateReader actualStateReader = survey(d -> standing("Succeeded"));
    assertThat(
            actualStateReader
                .read(List.of(GATEWAY))
                .find(GATEWAY)
                .orElseThrow()
                .provisioningState())
        .isEqualTo("Succeeded");
    assertThat(events).containsExactly(new EngineEvent.WaitingForOther(GATEWAY, "Updating"));
  }

  @Test
  void whatChangesWhileAnotherIsWaitedForIsSeen() throws InterruptedException {
    standing("Updating");
    ActualStateReader actualStateReader =
        survey(
            d -> {
              now.updateAndGet(i -> i.plus(Duration.ofMinutes(20)));
              standing("Succeeded");
              stand(ABSENT, Map.of(), Map.of());
            });
    assertThat(actualStateReader.read(List.of(ABSENT, GATEWAY)).find(ABSENT)).isPresent();
  }

  @Test
  void givesUpAfterTheTimeOfTheType() {
    standing("Updating");
    ActualStateReader actualStateReader =
        survey(d -> now.updateAndGet(i -> i.plus(Duration.ofMinutes(31))));
    assertThatThrownBy(() -> actualStateReader.read(List.of(GATEWAY)))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.TIMED_OUT))
        .hasMessage("The virtual network gateway 'gw' is still 'Updating' after 93 minutes.");
  }

  @Test
  void whatIsInTheWayIsReadWithItsConnections() throws InterruptedException {
    DeploymentScope deploymentScope = new DeploymentScope("sub", "ra-rg", new Region("westus2"));
    List<DeclaredResource> desired =
        new NetworkResources(SampleNetwork.reference(), deploymentScope)
            .network(NetworkResources.Options.ALL);
    ResourceKey old = deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "old-vgw");
    ResourceKey branch = deploymentScope.key(ResourceType.CONNECTION, "branch");
    desired.stream()
        .filter(d -> !d.key().name().equals("ra-vpn-vgw"))
        .forEach(d -> stand(d.key(), d.body(), Map.of(NetworkGateways.FACT, List.of(old.id()))));
    stand(old, Map.of("properties", Map.of("gatewayType", "Vpn")), Map.of());
    stand(branch, Map.of("gateway", old.id()), Map.of());
    EngineOptions options = EngineOptions.timed(now::get, d -> {}, Duration.ofHours(1));
    ActualState found = new ActualStateReader(cloud, options, events::add).readFor(desired);
    assertThat(found.find(old)).isPresent();
    assertThat(found.connectionsOf(old)).extracting(ActualResource::key).containsExactly(branch);
  }

  @Test
  void whoElseUsesADeviceThatIsMadeAnewIsAsked() throws InterruptedException {
    DeploymentScope deploymentScope = new DeploymentScope("sub", "ra-rg", new Region("westus2"));
    List<DeclaredResource> desired =
        new NetworkResources(SampleNetwork.reference(), deploymentScope)
            .network(NetworkResources.Options.ALL);
    desired.forEach(d -> stand(d.key(), d.body(), Map.of()));
    ResourceKey device = deploymentScope.key(ResourceType.LOCAL_NETWORK_GATEWAY, "ra-lgw");
    stand(device, Map.of("location", "eastus"), Map.of());
    ResourceKey theirs = new ResourceKey("sub", "their-rg", ResourceType.CONNECTION, "their-cn");
    stand(theirs, Map.of("device", device.id()), Map.of());
    EngineOptions options = EngineOptions.timed(now::get, d -> {}, Duration.ofHours(1));

    ActualState found = new ActualStateReader(cloud, options, events::add).readFor(desired);

    assertThat(found.connectionsOf(device)).extracting(ActualResource::key).contains(theirs);
    assertThat(new Planner().plan(desired, found).replaceNames()).contains("their-rg/their-cn");
  }

  private void stand(ResourceKey key, Map<String, Object> body, Map<String, Object> observed) {
    cloud.standing.put(key, new ActualResource(key, null, "Succeeded", body, observed));
  }
}
