package io.github.hybridnet.survival;

import io.github.hybridnet.config.Configuration;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ConfigurationRequest;
import io.github.hybridnet.config.Lookup;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.Timeouts;
import io.github.hybridnet.maven.goal.CreateCircuit;
import io.github.hybridnet.maven.goal.DeployNetwork;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.maven.goal.Results;
import io.github.hybridnet.maven.goal.Status;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ResourceType;
import io.github.hybridnet.validation.Modernise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Runs goals as Maven would, without its start. */
final class Goals {
  private static final String LOCATION = "westus2";

  private final Job job;
  private final LineWriter out;
  private final ShortTime time = new ShortTime();

  Goals(Job job, LineWriter out) {
    this.job = job;
    this.out = out;
  }

  /**
   * Runs them, until one fails.
   *
   * @throws io.github.hybridnet.model.HybridnetException when one fails as it should
   */
  void run() throws InterruptedException {
    for (Job.Goal goal : job.goals()) {
      try (OpenCloud cloud = SignedIn.to(Rig.access(Path.of(job.simulator())), time)) {
        cloud.banner().forEach(out::info);
        run(goal, cloud);
      }
    }
  }

  private void run(Job.Goal goal, OpenCloud cloud) throws InterruptedException {
    switch (goal) {
      case CREATE_CIRCUIT ->
          new CreateCircuit(cloud, options(), out, results())
              .run(network(), new CreateCircuit.Request(LOCATION, true, Duration.ofHours(2)));
      case DEPLOY ->
          new DeployNetwork(cloud, options(), out, results())
              .run(network(), new DeployNetwork.Request(LOCATION, false, false));
      case STATUS -> new Status(cloud, options(), out).run(network(), LOCATION);
    }
  }

  private HybridNetwork network() {
    Configuration configuration =
        new ConfigurationReader()
            .read(
                new ConfigurationRequest(
                    Path.of(job.parameters()), Set.of(), null, Lookup.NOTHING, Lookup.NOTHING));
    if (!configuration.findings().isEmpty()) {
      throw new IllegalStateException(configuration.findings().toString());
    }
    return new Modernise().apply(configuration.network());
  }

  private EngineOptions options() {
    EngineOptions options = EngineOptions.timed(time, time, Duration.ofMinutes(1));
    if (job.limitSeconds() == 0) {
      return options;
    }
    Timeouts timeouts = Timeouts.standard();
    Duration limit = Duration.ofSeconds(job.limitSeconds());
    for (ResourceType type : List.of(ResourceType.values())) {
      timeouts = timeouts.withWrite(type, limit).withDelete(type, limit);
    }
    return options.with(timeouts);
  }

  private Results results() {
    return new Results(Path.of(job.machine(), "target", "hybridnet"), (name, value) -> {}, out);
  }
}
