package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two networks of one build that share a circuit. */
class WriterLocksTest {
  private static final DeploymentScope NORTH =
      new DeploymentScope("sub", "north-rg", new Region("westus2"));
  private static final DeploymentScope SOUTH =
      new DeploymentScope("sub", "south-rg", new Region("westus2"));
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "shared-rg", ResourceType.CIRCUIT, "circuit");
  private static final ResourceKey CIRCUIT_IN_CAPITALS =
      new ResourceKey("SUB", "SHARED-RG", ResourceType.CIRCUIT, "CIRCUIT");

  private final FakeCloud cloud = new FakeCloud();
  private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
  private final WriterLocks locks = new WriterLocks();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ExecutorService goals = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    goOn.countDown();
    goals.shutdownNow();
  }

  private static DeclaredResource connection(DeploymentScope deploymentScope, ResourceKey circuit) {
    ResourceKey key = deploymentScope.key(ResourceType.CONNECTION, "er-cn");
    return new DeclaredResource(
        key, Map.of(), List.of(), DeclaredResource.WriteRules.locking(key, circuit));
  }

  private void heard(EngineEvent event) {
    events.add(event);
    if (event instanceof EngineEvent.WaitingForBuild) {
      waiting.countDown();
    }
  }

  private Future<EngineResult> deploy(DeclaredResource connection, WriterLocks shared) {
    EngineOptions options =
        EngineOptions.timed(() -> Instant.EPOCH, d -> {}, Duration.ofHours(1)).with(shared);
    Callable<EngineResult> goal =
        () ->
            new Engine(cloud, options, this::heard)
                .run(new Planner().plan(List.of(connection), new ActualState(List.of())));
    return goals.submit(goal);
  }

  private void holdTheFirst(AtomicInteger writers, AtomicInteger most) {
    cloud.whileApplying =
        key -> {
          most.accumulateAndGet(writers.incrementAndGet(), Math::max);
          inside.countDown();
          goOn.await();
          writers.decrementAndGet();
        };
  }

  private void awaitWaiting() throws InterruptedException {
    assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theSharedCircuitHasOneWriterAtATime() throws Exception {
    AtomicInteger most = new AtomicInteger();
    holdTheFirst(new AtomicInteger(), most);
    Future<EngineResult> north = deploy(connection(NORTH, CIRCUIT), locks);
    inside.await();
    DeclaredResource southern = connection(SOUTH, CIRCUIT_IN_CAPITALS);
    Future<EngineResult> south = deploy(southern, locks);
    awaitWaiting();
    goOn.countDown();
    assertThat(north.get(30, TimeUnit.SECONDS).isComplete()).isTrue();
    assertThat(south.get(30, TimeUnit.SECONDS).isComplete()).isTrue();
    assertThat(most).hasValue(1);
    assertThat(events)
        .contains(new EngineEvent.WaitingForBuild(southern.key(), CIRCUIT_IN_CAPITALS));
  }

  @Test
  void othersDoNotWait() throws Exception {
    holdTheFirst(new AtomicInteger(), new AtomicInteger());
    Future<EngineResult> north = deploy(connection(NORTH, CIRCUIT), locks);
    inside.await();
    cloud.whileApplying = key -> {};
    ResourceKey other = new ResourceKey("sub", "shared-rg", ResourceType.CIRCUIT, "other");
    deploy(connection(SOUTH, other), locks).get(30, TimeUnit.SECONDS);
    goOn.countDown();
    north.get(30, TimeUnit.SECONDS);
    assertThat(events).noneMatch(EngineEvent.WaitingForBuild.class::isInstance);
  }

  /** What another goal of the build did meanwhile is not done again. */
  @Test
  void afterWaitingTheResourceIsReadAgain() throws Exception {
    holdTheFirst(new AtomicInteger(), new AtomicInteger());
    DeclaredResource connection = connection(NORTH, CIRCUIT);
    Future<EngineResult> first = deploy(connection, locks);
    inside.await();
    Future<EngineResult> second = deploy(connection, locks);
    awaitWaiting();
    goOn.countDown();
    first.get(30, TimeUnit.SECONDS);
    ActualResource standing = cloud.standing.get(connection.key());
    assertThat(second.get(30, TimeUnit.SECONDS).resources().values()).containsExactly(standing);
    assertThat(cloud.applied).containsExactly(connection.key());
  }

  @Test
  void aFailureFreesTheCircuit() throws Exception {
    DeclaredResource northern = connection(NORTH, CIRCUIT);
    cloud.fail(northern.key(), FakeCloud.failure(CloudException.Kind.REFUSED, "QuotaExceeded"));
    EngineResult north = deploy(northern, locks).get(30, TimeUnit.SECONDS);
    assertThat(north.failures()).containsOnlyKeys(northern.key());
    EngineResult south = deploy(connection(SOUTH, CIRCUIT), locks).get(30, TimeUnit.SECONDS);
    assertThat(south.isComplete()).isTrue();
  }

  @Test
  void aStoppedGoalWaitsNoMore() throws Exception {
    holdTheFirst(new AtomicInteger(), new AtomicInteger());
    Future<EngineResult> north = deploy(connection(NORTH, CIRCUIT), locks);
    inside.await();
    Future<EngineResult> south = deploy(connection(SOUTH, CIRCUIT), locks);
    awaitWaiting();
    south.cancel(true);
    goOn.countDown();
    assertThat(north.get(30, TimeUnit.SECONDS).isComplete()).isTrue();
    EngineResult again = deploy(connection(SOUTH, CIRCUIT), locks).get(30, TimeUnit.SECONDS);
    assertThat(again.resources().keySet())
        .extracting(ResourceChange::key)
        .containsExactly(connection(SOUTH, CIRCUIT).key());
  }
}
