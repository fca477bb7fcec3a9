package io.github.hybridnet.maven;

import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.file.ParameterFileSelection;
import io.github.hybridnet.drill.lease.MarkerSigner;
import io.github.hybridnet.engine.OperationTimeouts;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a goal makes of its parameters, before it does anything: each value by its place. */
final class MojoArrivals {
  private final Map<String, String> values = new TreeMap<>();

  private MojoArrivals() {}

  static Map<String, String> of(HybridnetMojo mojo) {
    HarnessSession.prepare(mojo.session());
    MojoArrivals arrivals = new MojoArrivals();
    arrivals.add("skipped", mojo.isSkipped());
    DeclarationParameters declaration = mojo.declaration();
    if (declaration != null) {
      arrivals.add(
          "files",
          declaration.configuration(ParameterFileSelection.only(ParameterFile.CIRCUIT), mojo));
      arrivals.add("strictness", declaration.strictness());
    }
    if (mojo instanceof CloudMojo cloud) {
      arrivals.addCloud(cloud);
    }
    arrivals.addGoal(mojo);
    return arrivals.values;
  }

  private void addCloud(CloudMojo mojo) {
    add("signIn", mojo.signIn());
    add("location", mojo.location());
    add("outputs", mojo.outputs());
    add("recordings", mojo.recordings());
    add("journal", mojo.journalDirectory());
    add("seal", mojo.markerSigner());
    addLimits(mojo.limits());
    if (mojo instanceof WritingMojo writing) {
      add("dryRun", writing.isDryRun());
    }
  }

  private void addLimits(OperationTimeouts limits) {
    for (ResourceType type : ResourceType.values()) {
      String place = "limits." + type;
      add(place, limits.write(type));
      add(place + ".delete", limits.delete(type));
    }
  }

  private void addGoal(HybridnetMojo mojo) {
    if (mojo instanceof PlanMojo plan) {
      add("request", plan.request());
    } else if (mojo instanceof CreateCircuitMojo circuit) {
      add("request", circuit.request());
    } else if (mojo instanceof DeployNetworkMojo network) {
      add("request", network.request());
      add("undoing", network.drillEnvironment());
      add("undoing.noPeeringKey", network.hasNoPeeringKey());
    } else if (mojo instanceof DestroyMojo destroy) {
      add("request", destroy.request());
      add("undoing", destroy.drillEnvironment());
      add("undoing.noPeeringKey", destroy.hasNoPeeringKey());
    } else if (mojo instanceof RestoreMojo restore) {
      add("timeout", restore.timeout());
      add("undoing", restore.drillEnvironment());
      add("undoing.noPeeringKey", restore.hasNoPeeringKey());
    } else if (mojo instanceof TestFailoverMojo drill) {
      add("request", drill.request());
      add("failedAtEnd", drill.isFailedAtEnd());
      add("history", drill.history());
    } else if (mojo instanceof VerifyDrillMojo verify) {
      add("directory", verify.directory());
    } else if (mojo instanceof ReplayMojo replay) {
      add("request", replay.request());
    } else if (mojo instanceof StopSimulatorMojo stop) {
      add("directory", stop.directory());
    } else if (mojo instanceof SimulatorMojo simulator) {
      add("simulator", simulator.simulator());
    }
    if (mojo instanceof StartSimulatorMojo start) {
      add("keepsState", start.keepsState());
      add("propertyPrefix", start.propertyPrefix());
    }
  }

  private void add(String place, @Nullable Object value) {
    if (value instanceof Record composed) {
      for (RecordComponent part : composed.getClass().getRecordComponents()) {
        add(place + "." + part.getName(), value(part, composed));
      }
    } else if (value instanceof Optional<?> optional) {
      add(place, optional.orElse(null));
    } else if (value instanceof OptionalDouble optional) {
      add(place, optional.isPresent() ? optional.getAsDouble() : null);
    } else if (value instanceof OptionalLong optional) {
      add(place, optional.isPresent() ? optional.getAsLong() : null);
    } else {
      text(value).ifPresent(text -> values.put(place, text));
    }
  }

  private static @Nullable Object value(RecordComponent part, Record of) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Nothing for what is no value, such as a clock. */
  private static Optional<String> text(@Nullable Object value) {
    if (value instanceof Path path) {
      return Optional.of(MojoFields.relative(path));
    }
    if (value instanceof MarkerSigner seal) {
      return Optional.of(seal == MarkerSigner.NONE ? "none" : "signed");
    }
    boolean plain =
        value == null
            || value instanceof String
            || value instanceof Boolean
            || value instanceof Number
            || value instanceof Enum<?>
            || value instanceof Duration
            || value instanceof Map<?, ?>;
    if (value instanceof Set<?> set) {
      return Optional.of(new TreeSet<>(set).toString());
    }
    return plain || value instanceof Collection<?>
        ? Optional.of(String.valueOf(value))
        : Optional.empty();
  }
}
