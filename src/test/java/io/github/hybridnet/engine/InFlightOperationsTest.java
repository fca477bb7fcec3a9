package io.github.hybridnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.journal.OperationJournal;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.Planner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a build says that is stopped. */
class InFlightOperationsTest {
  private static final ResourceKey GATEWAY = key("vpn-gw");
  private static final ResourceKey OTHER = key("er-gw");
  private static final EngineEvent STARTED =
      new EngineEvent.Started(GATEWAY, EngineEvent.StepAction.CREATE);
  private static final AsyncOperation OPERATION =
      new AsyncOperation("https://management.azure.com/operations/1", null, "req-1");

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final RememberedOperations journal = new RememberedOperations();
  private final EngineOptions options =
      EngineOptions.timed(now::get, d -> {}, Duration.ofHours(1)).with(journal);
  private final InFlightOperations inFlightOperations =
      new InFlightOperations(options, events::add);

  private static ResourceKey key(String name) {
    return new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, name);
  }

  /** What an earlier run left. */
  private static final class RememberedOperations implements OperationJournal {
    private final List<String> calls = new ArrayList<>();

    @Override
    public void began(ResourceKey key, AsyncOperation asyncOperation) {
      calls.add("began " + key.name());
    }

    @Override
    public void ended(ResourceKey key) {
      calls.add("ended " + key.name());
    }

    @Override
    public Optional<AsyncOperation> running(ResourceKey key) {
      return key.equals(GATEWAY) ? Optional.of(OPERATION) : Optional.empty();
    }
  }

  private List<EngineEvent> told() {
    events.clear();
    now.set(Instant.EPOCH.plusSeconds(90));
    inFlightOperations.tell();
    return List.copyOf(events);
  }

  private static EngineEvent left(Optional<AsyncOperation> operation) {
    return new EngineEvent.LeftRunning(STARTED, operation, Duration.ofSeconds(90));
  }

  @Test
  void anAcceptedOperationGoesOn() {
    inFlightOperations.accept(STARTED);
    inFlightOperations.began(GATEWAY, OPERATION);
    assertThat(events).containsExactly(STARTED);
    assertThat(told()).containsExactly(left(Optional.of(OPERATION)));
    assertThat(journal.calls).containsExactly("began vpn-gw");
  }

  @Test
  void aRequestWithoutAnAnswerMayGoOn() {
    inFlightOperations.accept(STARTED);
    assertThat(told()).containsExactly(left(Optional.empty()));
  }

  @Test
  void theSecondOperationOfAWriteIsNotThatOfTheFirst() {
    inFlightOperations.accept(STARTED);
    inFlightOperations.began(GATEWAY, OPERATION);
    inFlightOperations.ended(GATEWAY);
    assertThat(told()).containsExactly(left(Optional.empty()));
    assertThat(journal.calls).containsExactly("began vpn-gw", "ended vpn-gw");
  }

  @Test
  void anOperationOfAnEarlierRunIsLeftAgain() {
    inFlightOperations.accept(STARTED);
    assertThat(inFlightOperations.running(GATEWAY)).contains(OPERATION);
    assertThat(inFlightOperations.running(OTHER)).isEmpty();
    assertThat(told()).containsExactly(left(Optional.of(OPERATION)));
  }

  @Test
  void whatHasEndedIsNotLeft() {
    CloudException failure = FakeCloud.failure(CloudException.Kind.FAILED, "Oops");
    inFlightOperations.accept(STARTED);
    inFlightOperations.accept(
        new EngineEvent.Finished(GATEWAY, EngineEvent.StepAction.CREATE, Duration.ZERO));
    inFlightOperations.accept(new EngineEvent.Started(OTHER, EngineEvent.StepAction.UPDATE));
    inFlightOperations.accept(new EngineEvent.Failed(OTHER, failure, Duration.ZERO));
    assertThat(told()).isEmpty();
  }

  @Test
  void aStoppedRunTellsWhatItLeaves() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    FakeCloud cloud = new FakeCloud();
    cloud.whileApplying =
        key -> {
          inside.countDown();
          new CountDownLatch(1).await();
        };
    DeclaredResource desired =
        new DeclaredResource(
            GATEWAY, Map.of(), List.of(), DeclaredResource.WriteRules.locking(GATEWAY));
    stopped(
        inside,
        () ->
            new Engine(cloud, options, events::add)
                .run(new Planner().plan(List.of(desired), new ActualState(List.of()))));
    assertThat(events)
        .containsExactly(
            STARTED, new EngineEvent.LeftRunning(STARTED, Optional.empty(), Duration.ZERO));
  }

  @Test
  void whoWaitsForTheOperationOfAnotherTellsOfIt() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    FakeCloud cloud = new FakeCloud();
    cloud.standing.put(GATEWAY, new ActualResource(GATEWAY, null, "Updating", Map.of(), Map.of()));
    EngineOptions waiting =
        EngineOptions.timed(
                now::get,
                d -> {
                  inside.countDown();
                  new CountDownLatch(1).await();
                },
                Duration.ofHours(1))
            .with(journal);
    stopped(
        inside, () -> new ActualStateReader(cloud, waiting, events::add).read(List.of(GATEWAY)));
    EngineEvent other = new EngineEvent.WaitingForOther(GATEWAY, "Updating");
    assertThat(events)
        .containsExactly(
            new EngineEvent.Reattached(GATEWAY, "Updating", OPERATION),
            other,
            new EngineEvent.LeftRunning(other, Optional.of(OPERATION), Duration.ZERO));
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private static void stopped(CountDownLatch inside, Work work) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread build =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Throwable e) {
                thrown.set(e);
              }
            });
    build.start();
    inside.await();
    build.interrupt();
    build.join(30_000);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }
}
