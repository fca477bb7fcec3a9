package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that come when the plan is old: others have worked meanwhile. */
class LateStepTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));

  private final FakeCloud cloud = new FakeCloud();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final EngineOptions options = EngineOptions.timed(now::get, d -> {}, Duration.ofHours(1));
  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);

  @BeforeEach
  void everythingStands() {
    desired.forEach(d -> stand(d.key(), d.body(), "first"));
  }

  private void stand(ResourceKey key, Map<String, Object> body, String guid) {
    cloud.standing.put(
        key, new ActualResource(key, null, "Succeeded", body, Map.of("resourceGuid", guid)));
  }

  private void fail(ResourceKey key, Map<String, Object> body) {
    cloud.standing.put(key, new ActualResource(key, null, "Failed", body, Map.of()));
  }

  private DeclaredResource find(String name) {
    return desired.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  private ResourceKey key(String name) {
    return find(name).key();
  }

  private Map<String, Object> with(String name, Map<String, Object> properties) {
    return BodyMerge.merge(find(name).body(), Map.of("properties", properties));
  }

  private EngineResult run() throws InterruptedException {
    Plan plan = new Planner().plan(desired, new ActualState(cloud.standing.values()));
    return new Engine(cloud, options, event -> {}).run(plan);
  }

  /** What others do while the gateway is written, which takes its time. */
  private void whileTheGatewayIsWritten(Runnable others) {
    cloud.whileApplying =
        key -> {
          if (key.equals(key("ra-vpn-vgw"))) {
            now.updateAndGet(i -> i.plus(Duration.ofMinutes(20)));
            others.run();
          }
        };
  }

  @Test
  void whatOthersChangedWhileTheGatewayWasWrittenIsKept() throws InterruptedException {
    stand(key("ra-vpn-vgw"), with("ra-vpn-vgw", Map.of("sku", Map.of("name", "VpnGw2AZ"))), "1");
    fail(key("ra-vpn-cn"), find("ra-vpn-cn").body());
    Map<String, Object> theirs = with("ra-vpn-cn", Map.of("useLocalAzureIpAddress", "theirs"));
    whileTheGatewayIsWritten(() -> fail(key("ra-vpn-cn"), theirs));
    assertThat(run().isComplete()).isTrue();
    Map<String, Object> written = cloud.standing.get(key("ra-vpn-cn")).body();
    assertThat(written.toString()).contains("useLocalAzureIpAddress=theirs");
    assertThat(cloud.applied).contains(key("ra-vpn-cn"));
  }

  @Test
  void whatAnotherBuildMadeMeanwhileIsNotWrittenAgain() throws InterruptedException {
    cloud.standing.remove(key("ra-vpn-vgw"));
    cloud.standing.remove(key("ra-vpn-cn"));
    whileTheGatewayIsWritten(() -> stand(key("ra-vpn-cn"), find("ra-vpn-cn").body(), "theirs"));
    EngineResult result = run();
    assertThat(result.isComplete()).isTrue();
    assertThat(cloud.applied).contains(key("ra-vpn-vgw")).doesNotContain(key("ra-vpn-cn"));
  }

  @Test
  void whatAnotherBuildMadeAnewIsNotRemoved() throws InterruptedException {
    stand(key("ra-vpn-vgw"), with("ra-vpn-vgw", Map.of("sku", Map.of("name", "Basic"))), "old");
    cloud.whileApplying =
        key -> {
          if (key.equals(key("ra-vpn-cn"))) {
            now.updateAndGet(i -> i.plus(Duration.ofMinutes(2)));
            stand(key("ra-vpn-vgw"), find("ra-vpn-vgw").body(), "new");
          }
        };
    EngineResult result = run();
    assertThat(cloud.deleted).containsExactly(key("ra-vpn-cn"));
    assertThat(result.failures()).containsOnlyKeys(key("ra-vpn-vgw"));
    assertThat(result.failures().get(key("ra-vpn-vgw")))
        .hasMessage(
            "not removed, because somebody else deleted the resource and created it again during"
                + " this run");
    cloud.whileApplying = key -> {};
    assertThat(run().isComplete()).isTrue();
  }

  @Test
  void whatOthersPutIntoANetworkMeanwhileIsNotRemovedWithIt() throws InterruptedException {
    ResourceKey network = key("ra-vnet");
    ResourceRemoval gateway =
        new ResourceRemoval(
            cloud.standing.get(key("ra-vpn-vgw")), List.of(), "it is declared", List.of());
    ResourceRemoval whole =
        new ResourceRemoval(
            cloud.standing.get(network), List.of(gateway.key()), "it is declared", List.of());
    whileTheGatewayIsWritten(
        () ->
            stand(
                network,
                with("ra-vnet", Map.of("subnets", List.of(Map.of("name", "theirs")))),
                "first"));
    EngineResult result =
        new Engine(cloud, options, event -> {}).run(new Plan(List.of(), List.of(whole, gateway)));
    assertThat(cloud.deleted).containsExactly(gateway.key());
    assertThat(result.failures()).containsOnlyKeys(network);
    assertThat(result.failures().get(network))
        .hasMessage(
            "not removed, because somebody else added this to the resource during this run:"
                + " theirs");
  }

  @Test
  void whatLostPartsMeanwhileIsRemovedAllTheSame() throws InterruptedException {
    ResourceKey network = key("ra-vnet");
    ResourceRemoval gateway =
        new ResourceRemoval(
            cloud.standing.get(key("ra-vpn-vgw")), List.of(), "it is declared", List.of());
    ResourceRemoval whole =
        new ResourceRemoval(
            cloud.standing.get(network), List.of(gateway.key()), "it is declared", List.of());
    whileTheGatewayIsWritten(() -> stand(network, Map.of("properties", Map.of()), "first"));
    new Engine(cloud, options, event -> {}).run(new Plan(List.of(), List.of(whole, gateway)));
    assertThat(cloud.deleted).containsExactly(gateway.key(), network);
  }

  @Test
  void attemptsCountAgainstTheBudget() throws InterruptedException {
    ResourceKey gateway = key("ra-vpn-vgw");
    cloud.standing.remove(gateway);
    for (int i = 0; i < 20; i++) {
      cloud.fail(gateway, FakeCloud.failure(Kind.BUSY, "RetryableError"));
    }
    whileTheGatewayIsWritten(() -> {});
    assertThat(run().failures()).containsOnlyKeys(gateway);
    assertThat(cloud.applied.stream().filter(gateway::equals)).hasSize(5);
  }

  @Test
  void anotherFormOfWhatIsMadeAnewKeepsItsTags() throws InterruptedException {
    ResourceKey gateway = key("ra-er-vgw");
    Map<String, Object> old =
        BodyMerge.merge(
            with("ra-er-vgw", Map.of("sku", Map.of("name", "ErGw9Az"))),
            Map.of("tags", Map.of("owner", "them")));
    stand(gateway, old, "old");
    String code = find("ra-er-vgw").rules().alternatives().get(0).errorCode();
    cloud.whileApplying =
        key -> {
          boolean written = key.equals(gateway) && cloud.applied.contains(gateway);
          if (written && cloud.applied.stream().filter(gateway::equals).count() == 1) {
            throw FakeCloud.failure(Kind.REFUSED, code);
          }
        };
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.standing.get(gateway).body()).containsEntry("tags", Map.of("owner", "them"));
  }
}
