package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.plan.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final Scope SCOPE = new Scope("sub", "ra-rg", new Region("westus2"));

  private final FakeCloud cloud = new FakeCloud();
  private final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
  private final EngineOptions options =
      new EngineOptions(() -> Instant.EPOCH, slept::add, Duration.ofHours(1));
  private final List<DesiredResource> desired =
      new DesiredNetwork(SampleNetwork.reference(), SCOPE).network(DesiredNetwork.Options.ALL);

  private EngineResult run() throws InterruptedException {
    Plan plan = new Planner().plan(desired, cloud.standing);
    return new Engine(cloud, options, events::add).run(plan);
  }

  private ResourceKey key(String name) {
    return desired.stream()
        .map(DesiredResource::key)
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void buildsEverythingInOrder() throws InterruptedException {
    EngineResult result = run();
    assertThat(result.isComplete()).isTrue();
    assertThat(cloud.applied).hasSize(desired.size()).doesNotHaveDuplicates();
    for (DesiredResource resource : desired) {
      for (ResourceKey need : resource.dependsOn()) {
        if (need.type() != ResourceType.CIRCUIT) {
          assertThat(cloud.applied.indexOf(need)).isLessThan(cloud.applied.indexOf(resource.key()));
        }
      }
    }
  }

  @Test
  void aSecondRunWritesNothing() throws InterruptedException {
    run();
    cloud.applied.clear();
    EngineResult second = run();
    assertThat(cloud.applied).isEmpty();
    assertThat(second.resources()).hasSize(desired.size());
  }

  @Test
  void bothGatewaysAreWrittenAtTheSameTime() throws InterruptedException {
    CyclicBarrier both = new CyclicBarrier(2);
    cloud.whileApplying =
        key -> {
          if (key.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY) {
            try {
              both.await(30, TimeUnit.SECONDS);
            } catch (java.util.concurrent.BrokenBarrierException
                | java.util.concurrent.TimeoutException e) {
              throw new AssertionError("the gateways were not written together", e);
            }
          }
        };
    assertThat(run().isComplete()).isTrue();
  }

  @Test
  void aLockHasOneHolder() throws InterruptedException {
    ResourceKey lock = key("ra-vnet");
    List<DesiredResource> locking = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ResourceKey subject = SCOPE.key(ResourceType.PUBLIC_IP, "ip" + i);
      locking.add(
          new DesiredResource(
              subject, Map.of(), List.of(), DesiredResource.WriteRules.locking(lock, subject)));
    }
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    cloud.whileApplying =
        key -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.yield();
          inside.decrementAndGet();
        };
    new Engine(cloud, options, events::add).run(new Planner().plan(locking, Map.of()));
    assertThat(cloud.applied).hasSize(8);
    assertThat(most).hasValue(1);
  }

  @Test
  void aFailureStopsWhatNeedsItAndNothingElse() throws InterruptedException {
    cloud.fail(key("ra-vpn-vgw"), FakeCloud.failure(Kind.REFUSED, "QuotaExceeded"));
    EngineResult result = run();
    assertThat(result.failures()).containsOnlyKeys(key("ra-vpn-vgw"));
    assertThat(result.skipped()).containsExactly(key("ra-vpn-cn"));
    assertThat(cloud.standing).containsKeys(key("ra-er-cn"), key("ra-lgw"));
    assertThat(events).contains(new EngineEvent.Skipped(key("ra-vpn-cn"), key("ra-vpn-vgw")));
  }

  @Test
  void aBusyResourceIsTriedAgainWhenTheServiceSays() throws InterruptedException {
    CloudException busy =
        new CloudException(
            Kind.BUSY,
            "AnotherOperationInProgress",
            "busy",
            new CloudException.Answer(409, null, Duration.ofSeconds(11)),
            null);
    cloud.fail(key("ra-vnet"), busy, FakeCloud.failure(Kind.BUSY, "RetryableError"));
    assertThat(run().isComplete()).isTrue();
    assertThat(slept).containsExactly(Duration.ofSeconds(11), Duration.ofSeconds(10));
  }

  @Test
  void busyForEverIsAFailure() throws InterruptedException {
    for (int i = 0; i < 60; i++) {
      cloud.fail(key("ra-rg"), FakeCloud.failure(Kind.BUSY, "RetryableError"));
    }
    assertThat(run().failures()).containsOnlyKeys(key("ra-rg"));
    assertThat(cloud.applied).hasSize(60);
  }

  @Test
  void aLostRaceIsReadAgainBeforeItIsWritten() throws InterruptedException {
    ResourceKey vnet = key("ra-vnet");
    cloud.fail(vnet, FakeCloud.failure(Kind.CONFLICT, "PreconditionFailed"));
    Map<String, Object> theirs =
        Map.of(
            "location",
            "westus2",
            "properties",
            Map.of(
                "subnets",
                List.of(
                    Map.of(
                        "name", "theirs", "properties", Map.of("addressPrefix", "10.0.9.0/24")))));
    cloud.whileApplying =
        key -> {
          if (key.equals(vnet) && !cloud.standing.containsKey(vnet)) {
            cloud.standing.put(
                vnet, new ActualResource(vnet, "W/\"9\"", "Succeeded", theirs, Map.of()));
          }
        };
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.standing.get(vnet).body().toString()).contains("theirs", "GatewaySubnet");
  }

  @Test
  void aRefusedFormIsReplacedByItsAlternative() throws InterruptedException {
    cloud.fail(key("ra-er-vgw"), FakeCloud.failure(Kind.REFUSED, "PublicIpForGatewayIsRequired"));
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.standing.keySet())
        .extracting(ResourceKey::name)
        .contains("ra-er-vgw-pip", "ra-er-vgw");
    assertThat(cloud.standing.get(key("ra-er-vgw")).body().toString()).contains("ra-er-vgw-pip");
  }

  @Test
  void anIntermittentFailureIsTriedThreeTimes() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      cloud.fail(key("ra-er-vgw"), FakeCloud.failure(Kind.FAILED, "VmssGatewayDeploymentFailed"));
    }
    assertThat(run().failures()).containsOnlyKeys(key("ra-er-vgw"));
    assertThat(cloud.applied.stream().filter(key("ra-er-vgw")::equals)).hasSize(3);
  }

  @Test
  void replacementsAreNotCarriedOut() {
    DesiredResource device = desired.get(1);
    Plan plan = new Plan(List.of(new Change(Change.Action.REPLACE, device, null, List.of())));
    Engine engine = new Engine(cloud, options, events::add);
    assertThatThrownBy(() -> engine.run(plan)).isInstanceOf(IllegalArgumentException.class);
    assertThat(cloud.applied).isEmpty();
  }

  @Test
  void anUnexpectedExceptionIsNotSwallowed() {
    cloud.whileApplying =
        key -> {
          throw new IllegalStateException("a mistake");
        };
    assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class).hasMessage("a mistake");
  }
}
