package io.github.hybridnet.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GracefulStopTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final ProcessHooks hooks = new ProcessHooks();
  private final ShutdownSequence process = new ShutdownSequence(hooks);
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch mayLeave = new CountDownLatch(1);

  /** A process that ends when a test says so. */
  private static final class ProcessHooks implements ShutdownSequence.ShutdownHooks {
    private final List<Thread> registered = new CopyOnWriteArrayList<>();
    private volatile boolean ending;

    @Override
    public void add(Thread hook) {
      refuseWhenEnding();
      registered.add(hook);
    }

    @Override
    public void remove(Thread hook) {
      refuseWhenEnding();
      registered.remove(hook);
    }

    private void refuseWhenEnding() {
      if (ending) {
        throw new IllegalStateException("Shutdown in progress");
      }
    }

    void end() {
      ending = true;
      registered.forEach(Thread::start);
    }

    void awaitEnd() throws InterruptedException {
      for (Thread hook : registered) {
        hook.join(30_000);
        assertThat(hook.isAlive()).isFalse();
      }
    }
  }

  private Thread goal(GracefulStop.InterruptibleTask interruptibleTask, Duration limit) {
    Thread goal =
        new Thread(
            () -> {
              try {
                new GracefulStop(process, () -> limit)
                    .run(interruptibleTask, () -> said.add("lastMessage"));
                said.add("done");
              } catch (InterruptedException e) {
                said.add("interrupted");
              }
            });
    goal.start();
    return goal;
  }

  /** A goal that has something to do before it leaves. */
  private void workUntilStopped(String atLast) throws InterruptedException {
    try {
      waitForEver();
    } catch (InterruptedException e) {
      assertThat(mayLeave.await(30, TimeUnit.SECONDS)).isTrue();
      said.add(atLast);
      throw e;
    }
  }

  private void waitForEver() throws InterruptedException {
    inside.countDown();
    new CountDownLatch(1).await();
  }

  @Test
  void nothingIsLeftBehindInADaemon() throws InterruptedException {
    new GracefulStop(process, () -> LONG)
        .run(() -> assertThat(hooks.registered).hasSize(1), () -> said.add("lastMessage"));
    assertThat(hooks.registered).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void nothingIsLeftBehindAfterAFailure() {
    GracefulStop signal = new GracefulStop(process, () -> LONG);
    assertThatThrownBy(
            () ->
                signal.run(
                    () -> {
                      throw new IllegalStateException("a mistake");
                    },
                    () -> said.add("lastMessage")))
        .hasMessage("a mistake");
    assertThat(hooks.registered).isEmpty();
    assertThat(said).isEmpty();
  }

  /** As an editor's stop button does. */
  @Test
  void anInterruptionThatIsNotTheEndOfTheProcessIsPassedOn() throws Exception {
    Thread goal = goal(this::waitForEver, LONG);
    inside.await();
    goal.interrupt();
    goal.join(30_000);
    assertThat(said).containsExactly("interrupted");
    assertThat(hooks.registered).isEmpty();
  }

  /** As a request that is stopped while it waits for its answer. */
  @Test
  void anInterruptionThatComesAsAnotherFailureIsOneToo() throws Exception {
    Thread goal =
        goal(
            () -> {
              try {
                waitForEver();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("no answer", e);
              }
            },
            LONG);
    inside.await();
    hooks.end();
    hooks.awaitEnd();
    goal.join(30_000);
    assertThat(said).containsExactly("lastMessage", "interrupted");
  }

  @Test
  void theProcessEndsWhenTheGoalHasTakenItsLeave() throws Exception {
    goal(() -> workUntilStopped("what goes on"), LONG);
    inside.await();
    hooks.end();
    assertThat(hooks.registered.get(0).isAlive()).isTrue();
    mayLeave.countDown();
    hooks.awaitEnd();
    assertThat(said).startsWith("what goes on", "lastMessage");
  }

  @Test
  void aGoalThatDoesNotListenIsNotWaitedForLongerThanItsBound() throws Exception {
    Thread goal =
        goal(
            () -> {
              inside.countDown();
              Patience.until("the goal may leave", () -> mayLeave.getCount() == 0);
            },
            Duration.ofMillis(1));
    inside.await();
    hooks.end();
    hooks.awaitEnd();
    assertThat(goal.isAlive()).isTrue();
    mayLeave.countDown();
    goal.join(30_000);
  }

  /** The next module of a parallel build, when the first was stopped. */
  @Test
  void aGoalThatBeginsWhileTheProcessEndsIsStoppedToo() throws Exception {
    hooks.end();
    Thread goal = goal(this::waitForEver, LONG);
    goal.join(30_000);
    assertThat(said).containsExactly("lastMessage", "interrupted");
  }

  /** As the simulator that a drill puts ExpressRoute back on. */
  @Test
  void whatTheGoalNeedsEndsAfterIt() throws Exception {
    process.afterGoals(() -> said.add("the first one ended"));
    process.afterGoals(
        () -> {
          said.add("the second one ended");
          throw new IllegalStateException("it could not save its state");
        });
    goal(() -> workUntilStopped("put back"), LONG);
    inside.await();
    hooks.end();
    assertThat(hooks.registered).hasSize(1);
    mayLeave.countDown();
    hooks.awaitEnd();
    assertThat(said).containsSubsequence("put back", "the second one ended", "the first one ended");
  }

  @Test
  void whatEndedBeforeIsNotEndedAgain() throws Exception {
    Runnable forget = process.afterGoals(() -> said.add("ended"));
    assertThat(hooks.registered).hasSize(1);
    forget.run();
    assertThat(hooks.registered).isEmpty();
    process.afterGoals(() -> said.add("another one ended"));
    hooks.end();
    hooks.awaitEnd();
    assertThat(said).containsExactly("another one ended");
  }

  /** As while ExpressRoute is put back: what was enough before is not enough then. */
  @Test
  void theProcessWaitsLongerForWhatMustNotBeCutOff() throws Exception {
    List<Duration> limits =
        new CopyOnWriteArrayList<>(List.of(Duration.ofMillis(1), Duration.ofMillis(2), LONG));
    Thread goal =
        new Thread(
            () -> {
              try {
                new GracefulStop(
                        process, () -> limits.size() > 1 ? limits.remove(0) : limits.get(0))
                    .run(() -> workUntilStopped("put back"), () -> said.add("lastMessage"));
              } catch (InterruptedException e) {
                said.add("interrupted");
              }
            });
    goal.start();
    inside.await();
    hooks.end();
    Patience.until("the last limit was asked for", () -> limits.size() == 1);
    assertThat(hooks.registered).allMatch(Thread::isAlive);
    mayLeave.countDown();
    hooks.awaitEnd();
    goal.join(30_000);
    assertThat(said).containsExactly("put back", "lastMessage", "interrupted");
  }
}
