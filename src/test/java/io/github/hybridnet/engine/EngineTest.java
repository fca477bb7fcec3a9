package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));

  private final FakeCloud cloud = new FakeCloud();
  private final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
  private final EngineOptions options =
      EngineOptions.timed(() -> Instant.EPOCH, slept::add, Duration.ofHours(1));
  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);

  private EngineResult run() throws InterruptedException {
    Plan plan = new Planner().plan(desired, new ActualState(cloud.standing.values()));
    return new Engine(cloud, options, events::add).run(plan);
  }

  private ResourceKey key(String name) {
    return desired.stream()
        .map(DeclaredResource::key)
        .filter(k -> k.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void buildsEverythingInOrder() throws InterruptedException {
    EngineResult result = run();
    assertThat(result.isComplete()).isTrue();
    assertThat(cloud.applied).hasSize(desired.size()).doesNotHaveDuplicates();
    for (DeclaredResource resource : desired) {
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

  /**
   * A holder does not end before a step that needs no lock has begun, which is the last of the
   * plan: by then every step that the engine takes for ready has begun as well.
   */
  @Test
  void aLockHasOneHolder() throws InterruptedException {
    ResourceKey lock = key("ra-vnet");
    List<DeclaredResource> steps = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ResourceKey subject = SCOPE.key(ResourceType.PUBLIC_IP, "ip" + i);
      steps.add(
          new DeclaredResource(
              subject, Map.of(), List.of(), DeclaredResource.WriteRules.locking(lock, subject)));
    }
    ResourceKey free = SCOPE.key(ResourceType.PUBLIC_IP, "free");
    steps.add(
        new DeclaredResource(free, Map.of(), List.of(), DeclaredResource.WriteRules.locking(free)));
    CountDownLatch lastHasBegun = new CountDownLatch(1);
    cloud.whileApplying = key -> lastHasBegun.await();
    Set<ResourceKey> holders = new HashSet<>();
    List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
    new Engine(
            cloud,
            options,
            event -> {
              if (event.key().equals(free)) {
                lastHasBegun.countDown();
              } else if (event instanceof EngineEvent.Started) {
                holders.add(event.key());
                counts.add(holders.size());
              } else if (event instanceof EngineEvent.Finished) {
                holders.remove(event.key());
              }
            })
        .run(new Planner().plan(steps, new ActualState(List.of())));
    assertThat(cloud.applied).hasSize(9);
    assertThat(counts).hasSize(8).containsOnly(1);
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
    for (int i = 0; i < 200; i++) {
      cloud.fail(key("ra-rg"), FakeCloud.failure(Kind.BUSY, "RetryableError"));
    }
    assertThat(run().failures()).containsOnlyKeys(key("ra-rg"));
    assertThat(slept.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aBusyGatewayIsWaitedForAsLongAsAGatewayTakes() throws InterruptedException {
    ResourceKey gateway = key("ra-vpn-vgw");
    for (int i = 0; i < 300; i++) {
      cloud.fail(gateway, FakeCloud.failure(Kind.BUSY, "AnotherOperationInProgress"));
    }
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.applied.stream().filter(gateway::equals)).hasSize(301);
  }

  @Test
  void aBusyAnswerThatAsksForAnHourIsFinalForAShortWrite() throws InterruptedException {
    cloud.fail(
        key("ra-vnet"),
        new CloudException(
            Kind.BUSY,
            "TooManyRequests",
            "busy",
            new CloudException.Answer(429, null, Duration.ofHours(1)),
            null));
    assertThat(run().failures()).containsKey(key("ra-vnet"));
    assertThat(slept).isEmpty();
  }

  @Test
  void anErrorInsideTheServiceIsTriedFiveTimes() throws InterruptedException {
    ResourceKey vnet = key("ra-vnet");
    for (int i = 0; i < 9; i++) {
      cloud.fail(
          vnet,
          new CloudException(
              Kind.BUSY,
              "InternalServerError",
              "oops",
              new CloudException.Answer(500, null, null),
              null));
    }
    assertThat(run().failures()).containsKey(vnet);
    assertThat(cloud.applied.stream().filter(vnet::equals)).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"UNREACHABLE,NoAnswer", "UNREADABLE,UnreadableAnswer"})
  void aWriteWhoseAnswerWasLostIsNotSentAgainWhenItArrived(Kind kind, String code)
      throws InterruptedException {
    ResourceKey gateway = key("ra-vpn-vgw");
    cloud.fail(gateway, FakeCloud.failure(kind, code));
    Map<String, Object> body = find(gateway).body();
    cloud.whileApplying = k -> arrive(k, gateway, body, "Updating");
    cloud.whileReading =
        k -> {
          if (k.equals(gateway) && !slept.isEmpty()) {
            slept.add(Duration.ZERO);
            if (slept.size() > 4) {
              arrive(k, gateway, body, "Succeeded");
            }
          }
        };
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.applied.stream().filter(gateway::equals)).hasSize(1);
    assertThat(cloud.standing.get(gateway).provisioningState()).isEqualTo("Succeeded");
    assertThat(events).contains(new EngineEvent.WaitingForOther(gateway, "Updating"));
  }

  private void arrive(ResourceKey key, ResourceKey wanted, Map<String, Object> body, String state) {
    if (key.equals(wanted)) {
      cloud.standing.put(wanted, new ActualResource(wanted, null, state, body, Map.of()));
    }
  }

  private DeclaredResource find(ResourceKey key) {
    return desired.stream().filter(d -> d.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void anUntrustedCertificateIsFinal() throws InterruptedException {
    cloud.fail(key("ra-vnet"), FakeCloud.failure(Kind.UNREACHABLE, "CertificateNotTrusted"));
    assertThat(run().failures()).containsKey(key("ra-vnet"));
    assertThat(slept).isEmpty();
  }

  @Test
  void whatSomebodyElseMadeMeanwhileIsNotTakenForOurs() throws InterruptedException {
    ResourceKey gateway = key("ra-vpn-vgw");
    cloud.fail(gateway, FakeCloud.failure(Kind.BUSY, "AnotherOperationInProgress"));
    Map<String, Object> theirs =
        Map.of("location", "westus2", "properties", Map.of("gatewayType", "ExpressRoute"));
    cloud.whileApplying = k -> arrive(k, gateway, theirs, "Succeeded");
    EngineResult result = run();
    assertThat(result.failures().get(gateway).code()).isEqualTo("ReplacementNeeded");
    assertThat(cloud.standing.get(gateway).body()).isEqualTo(theirs);
  }

  @Test
  void nothingIsWrittenAnyMoreAfterAnInterruption() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger inside = new AtomicInteger();
    cloud.whileApplying =
        key -> {
          if (key.type() == ResourceType.VIRTUAL_NETWORK_GATEWAY) {
            inside.incrementAndGet();
            both.countDown();
            try {
              new CountDownLatch(1).await();
            } finally {
              inside.decrementAndGet();
            }
          }
        };
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicInteger left = new AtomicInteger(-1);
    Thread build =
        new Thread(
            () -> {
              try {
                run();
              } catch (Throwable e) {
                thrown.set(e);
                left.set(inside.get());
              }
            });
    build.start();
    assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
    build.interrupt();
    build.join(30_000);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(left).hasValue(0);
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
  void anAlternativeHasAlternativesOfItsOwn() throws InterruptedException {
    HybridNetwork network = SampleNetwork.reference();
    Gateway zonal = SampleNetwork.gateway("ra-er-vgw", GatewayType.EXPRESS_ROUTE, "ErGw1AZ");
    List<DeclaredResource> all =
        new NetworkResources(
                network.withGateways(
                    network.vpn(), SampleNetwork.expressRoute().withGateway(zonal)),
                SCOPE)
            .network(NetworkResources.Options.ALL);
    ResourceKey address = SCOPE.key(ResourceType.PUBLIC_IP, "ra-er-vgw-pip");
    cloud.fail(key("ra-er-vgw"), FakeCloud.failure(Kind.REFUSED, "PublicIpForGatewayIsRequired"));
    cloud.fail(address, FakeCloud.failure(Kind.REFUSED, "LocationNotSupportAvailabilityZones"));

    EngineResult result =
        new Engine(cloud, options, events::add)
            .run(new Planner().plan(all, new ActualState(List.of())));

    assertThat(result.failures()).isEmpty();
    assertThat(cloud.standing.get(address).body()).doesNotContainKey("zones");
    assertThat(cloud.standing.get(key("ra-er-vgw")).body().toString()).contains("ra-er-vgw-pip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VmssGatewayDeploymentFailed", "InternalServerError"})
  void anIntermittentFailureIsTriedThreeTimes(String code) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      cloud.fail(key("ra-er-vgw"), FakeCloud.failure(Kind.FAILED, code));
    }
    assertThat(run().failures()).containsOnlyKeys(key("ra-er-vgw"));
    assertThat(cloud.applied.stream().filter(key("ra-er-vgw")::equals)).hasSize(3);
  }

  @Test
  void replacementsAreNotCarriedOut() {
    DeclaredResource device = desired.get(1);
    Plan plan =
        new Plan(
            List.of(new ResourceChange(ResourceChange.Action.REPLACE, device, null, List.of())));
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
