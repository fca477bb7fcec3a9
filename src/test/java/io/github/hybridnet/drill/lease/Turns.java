package io.github.hybridnet.drill.lease;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Threads of which one runs at a time, from step to step, in an order that a seed decides. */
final class Turns {
  private final Random random;
  private final double deaths;
  private final List<Thread> all = new ArrayList<>();
  private final List<Thread> waiting = new ArrayList<>();
  private final List<Thread> dead = new ArrayList<>();
  private Thread chosen;

  /** Ends a thread as the end of its process would. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Turns.
   *
   * @param deaths how likely it is that a thread ends at a step
   */
  Turns(Random random, double deaths) {
    this.random = random;
    this.deaths = deaths;
  }

  /** Lets the others have their turns. */
  synchronized void step() {
    Thread me = Thread.currentThread();
    if (!all.contains(me)) {
      return;
    }
    waiting.add(me);
    notifyAll();
    while (chosen != me) {
      await();
    }
    chosen = null;
    if (dead.contains(me)) {
      throw new Killed();
    }
  }

  /** Runs everything to its end. */
  synchronized void run(List<Runnable> tasks) {
    for (int i = 0; i < tasks.size(); i++) {
      Runnable task = tasks.get(i);
      all.add(new Thread(() -> carryOut(task), "turn-" + i));
    }
    all.forEach(Thread::start);
    while (!all.isEmpty()) {
      while (chosen != null || waiting.size() < all.size()) {
        await();
      }
      if (!all.isEmpty()) {
        choose();
      }
    }
  }

  private void choose() {
    waiting.sort(Comparator.comparing(Thread::getName));
    chosen = waiting.remove(random.nextInt(waiting.size()));
    if (random.nextDouble() < deaths) {
      dead.add(chosen);
    }
    notifyAll();
  }

  private void carryOut(Runnable task) {
    try {
      step();
      task.run();
    } catch (Killed e) {
      return;
    } finally {
      end();
    }
  }

  private synchronized void end() {
    all.remove(Thread.currentThread());
    notifyAll();
  }

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
