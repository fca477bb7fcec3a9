package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.journal.OperationJournal;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operations that outlive a run, and gateways that are in each other's way. */
class ResumeTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));
  private static final ResourceKey GATEWAY =
      SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "ra-vpn-vgw");
  private static final AsyncOperation OPERATION =
      new AsyncOperation("https://arm/operations/1", null, "r1");

  private final Map<ResourceKey, AsyncOperation> remembered = new ConcurrentHashMap<>();
  private final FakeCloud cloud = new FakeCloud();
  private final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final EngineOptions options =
      EngineOptions.timed(() -> Instant.EPOCH, d -> {}, Duration.ofHours(1))
          .with(
              new OperationJournal() {
                @Override
                public void began(ResourceKey key, AsyncOperation asyncOperation) {
                  remembered.put(key, asyncOperation);
                }

                @Override
                public void ended(ResourceKey key) {
                  remembered.remove(key);
                }

                @Override
                public Optional<AsyncOperation> running(ResourceKey key) {
                  return Optional.ofNullable(remembered.get(key));
                }
              });
  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);

  private EngineResult run() throws InterruptedException {
    Plan plan = new Planner().plan(desired, new ActualState(cloud.standing.values()));
    return new Engine(cloud, options, events::add).run(plan);
  }

  private DeclaredResource gateway() {
    return desired.stream().filter(d -> d.key().equals(GATEWAY)).findFirst().orElseThrow();
  }

  private void stand(String state) {
    cloud.standing.put(
        GATEWAY, new ActualResource(GATEWAY, null, state, gateway().body(), Map.of()));
  }

  private ActualState survey() throws InterruptedException {
    return new ActualStateReader(cloud, options, events::add).read(List.of(GATEWAY));
  }

  @Test
  void anOperationOfAnEarlierRunIsWaitedForAtItsAddress() throws InterruptedException {
    remembered.put(GATEWAY, OPERATION);
    stand("Updating");
    cloud.whileApplying = key -> stand("Succeeded");
    assertThat(survey().find(GATEWAY).orElseThrow().provisioningState()).isEqualTo("Succeeded");
    assertThat(cloud.awaited).containsExactly(OPERATION);
    assertThat(remembered).isEmpty();
    assertThat(events).containsExactly(new EngineEvent.Reattached(GATEWAY, "Updating", OPERATION));
  }

  @Test
  void theReasonOfAnEarlierRunsFailureIsTold() throws InterruptedException {
    remembered.put(GATEWAY, OPERATION);
    stand("Updating");
    CloudException failure = FakeCloud.failure(Kind.FAILED, "VmssGatewayDeploymentFailed");
    cloud.fail(GATEWAY, failure);
    cloud.whileApplying = key -> stand("Failed");
    assertThat(survey().find(GATEWAY).orElseThrow().provisioningState()).isEqualTo("Failed");
    assertThat(events).contains(new EngineEvent.EarlierFailed(GATEWAY, failure));
    assertThat(remembered).isEmpty();
  }

  @Test
  void aTimeOutForgetsNothing() {
    remembered.put(GATEWAY, OPERATION);
    stand("Updating");
    cloud.fail(GATEWAY, FakeCloud.failure(Kind.TIMED_OUT, "StillRunning"));
    assertThatThrownBy(this::survey).isInstanceOf(CloudException.class);
    assertThat(remembered).containsKey(GATEWAY);
  }

  @Test
  @Timeout(60)
  void anEntryThatCannotBeForgottenIsWaitedForOnce() throws InterruptedException {
    remembered.put(GATEWAY, OPERATION);
    stand("Updating");
    cloud.whileReading =
        key -> {
          if (!cloud.awaited.isEmpty()) {
            remembered.put(GATEWAY, OPERATION);
            if (events.stream().anyMatch(EngineEvent.WaitingForOther.class::isInstance)) {
              stand("Succeeded");
            }
          }
        };
    survey();
    assertThat(cloud.awaited).hasSize(1);
  }

  @Test
  void anEndedOperationIsForgotten() throws InterruptedException {
    remembered.put(GATEWAY, OPERATION);
    stand("Succeeded");
    survey();
    assertThat(cloud.awaited).isEmpty();
    assertThat(remembered).isEmpty();
  }

  @Test
  void aFailedResourceIsRepairedByASecondWrite() throws InterruptedException {
    run();
    stand("Failed");
    cloud.applied.clear();
    assertThat(run().isComplete()).isTrue();
    assertThat(cloud.applied).containsExactly(GATEWAY);
  }

  @Test
  void whatGoesOnAfterAnInterruptionIsTold() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    cloud.onAccept = key -> key.equals(GATEWAY) ? OPERATION : null;
    cloud.whileApplying =
        key -> {
          if (key.equals(GATEWAY)) {
            inside.countDown();
            new CountDownLatch(1).await();
          }
        };
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread build =
        new Thread(
            () -> {
              try {
                run();
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
            });
    build.start();
    assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
    build.interrupt();
    build.join(30_000);
    assertThat(interrupted).isTrue();
    assertThat(events)
        .contains(
            new EngineEvent.LeftRunning(
                new EngineEvent.Started(GATEWAY, EngineEvent.StepAction.CREATE),
                Optional.of(OPERATION),
                Duration.ZERO));
    assertThat(remembered).containsOnlyKeys(GATEWAY);
  }

  @Test
  void gatewaysThatAreInEachOthersWayComeOneAfterTheOther() throws Exception {
    CountDownLatch bothTried = new CountDownLatch(2);
    CountDownLatch postponed = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    AtomicBoolean refused = new AtomicBoolean();
    cloud.whileApplying =
        key -> {
          if (key.type() != ResourceType.VIRTUAL_NETWORK_GATEWAY) {
            return;
          }
          if (key.equals(GATEWAY) && refused.compareAndSet(false, true)) {
            bothTried.countDown();
            await(bothTried);
            throw FakeCloud.failure(Kind.BUSY, "AnotherOperationInProgress");
          }
          together.compareAndSet(false, inside.incrementAndGet() > 1);
          bothTried.countDown();
          await(bothTried);
          await(postponed);
          inside.decrementAndGet();
        };
    Plan plan = new Planner().plan(desired, new ActualState(List.of()));
    EngineResult result =
        new Engine(
                cloud,
                options,
                event -> {
                  events.add(event);
                  if (event instanceof EngineEvent.Postponed) {
                    postponed.countDown();
                  }
                })
            .run(plan);
    assertThat(result.isComplete()).isTrue();
    assertThat(events).contains(new EngineEvent.Postponed(GATEWAY, "AnotherOperationInProgress"));
    assertThat(together).isFalse();
    assertThat(cloud.applied.stream().filter(GATEWAY::equals)).hasSize(2);
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
  }
}
