package io.github.hybridnet.engine;

import io.github.hybridnet.plan.Plan;
import java.util.function.Consumer;

/** Carries out plans: everything at once that does not wait for something else. */
public final class Engine {
  private final CloudClient cloudClient;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;

  /**
   * An engine for one cloud.
   *
   * @param listener hears of everything that happens, from several threads
   */
  public Engine(CloudClient cloudClient, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloudClient = cloudClient;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Carries out a plan. A failure stops what depends on it; everything else is brought to its end.
   * What was removed for what failed is made again.
   *
   * @throws IllegalArgumentException when the plan holds what is never removed to be made anew
   * @throws InterruptedException when the build is stopped; operations in the cloud go on, and the
   *     listener hears of each
   */
  public EngineResult run(Plan plan) throws InterruptedException {
    if (!plan.irreplaceable().isEmpty()) {
      throw new IllegalArgumentException("The plan replaces what is never removed.");
    }
    InFlightOperations left = new InFlightOperations(options, listener);
    try (ProgressHeartbeat progressHeartbeat = new ProgressHeartbeat(options, left)) {
      RunContext context = RunContext.of(cloudClient, options.with(left), left);
      EngineResult result = new PlanRun(plan, context, progressHeartbeat).run();
      return new ReplacementRollback(plan, context, progressHeartbeat).after(result);
    } catch (InterruptedException e) {
      left.tell();
      throw e;
    }
  }
}
