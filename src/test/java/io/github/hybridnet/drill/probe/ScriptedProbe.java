package io.github.hybridnet.drill.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A probe that is answered when a test says so. */
final class ScriptedProbe implements Probe {
  private final List<CompletableFuture<ProbeAnswer>> asked = new ArrayList<>();
  private final boolean deaf;

  /**
   * Such a probe.
   *
   * @param deaf whether it does not care for being interrupted
   */
  ScriptedProbe(boolean deaf) {
    this.deaf = deaf;
  }

  @Override
  public ProbeAnswer ask(Duration timeout) throws InterruptedException {
    CompletableFuture<ProbeAnswer> answer = new CompletableFuture<>();
    synchronized (this) {
      asked.add(answer);
      notifyAll();
    }
    try {
      return deaf ? answer.join() : answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The n-th time that it was asked, from 0; waits for it. */
  synchronized CompletableFuture<ProbeAnswer> asked(int index) throws InterruptedException {
    while (asked.size() <= index) {
      wait();
    }
    return asked.get(index);
  }

  synchronized int times() {
    return asked.size();
  }
}
