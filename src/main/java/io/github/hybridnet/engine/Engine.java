package io.github.hybridnet.engine;

import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Plan;
import java.util.function.Consumer;

/** Carries out plans: everything at once that does not wait for something else. */
public final class Engine {
  private final Cloud cloud;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;

  /**
   * An engine for one cloud.
   *
   * @param listener told of everything that happens, from several threads
   */
  public Engine(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloud = cloud;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Carries out a plan. A failure stops what depends on it; everything else is brought to its end.
   *
   * @throws IllegalArgumentException when the plan holds replacements: what removes something is
   *     the caller's to decide
   * @throws InterruptedException when the build is stopped; operations in the cloud go on
   */
  public EngineResult run(Plan plan) throws InterruptedException {
    if (!plan.with(Change.Action.REPLACE).isEmpty()) {
      throw new IllegalArgumentException("A plan with replacements is not carried out.");
    }
    Leftovers left = new Leftovers(options, listener);
    try (Heartbeat heartbeat = new Heartbeat(options, left)) {
      ResourceWriter writer = new ResourceWriter(cloud, options.with(left), left);
      return new PlanRun(plan, writer, heartbeat).run();
    } catch (InterruptedException e) {
      left.tell();
      throw e;
    }
  }
}
