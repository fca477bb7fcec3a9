package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.engine.guard.Objection;
import io.github.hybridnet.engine.guard.Question;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that the gates look at.
 *
 * @param target what the drill is about
 * @param settings how it would be run
 * @param allowProduction whether the user said that production may be drilled
 * @param reading both paths
 * @param seen everything else
 */
public record Situation(
    DrillTarget target,
    DrillSettings settings,
    boolean allowProduction,
    PathReading reading,
    Seen seen) {

  /** What the gates of the resources say better. Source: recorded answers of 404. */
  private static final Pattern NOT_FOUND =
      Pattern.compile("\\((ResourceNotFound|ResourceGroupNotFound)\\)");

  /**
   * What was read.
   *
   * @param resources the resources that the drill is about
   * @param connections those of the ExpressRoute gateway
   * @param tags those of the resource group
   * @param objections what speaks against the disconnect, its undo and the marker
   */
  public record Seen(
      Map<ResourceKey, Sight<Optional<ActualResource>>> resources,
      Sight<List<ActualResource>> connections,
      Sight<Map<String, String>> tags,
      List<Objection> objections) {}

  /** A resource; empty when it does not stand or could not be read. */
  Optional<ActualResource> resource(ResourceKey key) {
    Sight<Optional<ActualResource>> sight = seen.resources().get(key);
    Optional<ActualResource> value = sight == null ? null : sight.value();
    return value == null ? Optional.empty() : value;
  }

  /** Why a resource could not be read; empty when it could. */
  Optional<CloudException> failure(ResourceKey key) {
    Sight<Optional<ActualResource>> sight = seen.resources().get(key);
    return sight == null ? Optional.empty() : Optional.ofNullable(sight.failure());
  }

  /** All resources that stand. */
  Stream<ActualResource> standing() {
    return seen.resources().keySet().stream().flatMap(key -> resource(key).stream());
  }

  /** What came of the questions that are asked before each change. */
  List<Objection> objections() {
    return seen.objections().stream().map(o -> isMoot(o.text()) ? moot(o) : o).distinct().toList();
  }

  /** What came of one of them. */
  List<Objection> objections(Question question) {
    return objections().stream().filter(o -> o.question() == question).toList();
  }

  private static Objection moot(Objection objection) {
    return new Objection(
        objection.question(),
        objection.kind(),
        "Azure answers no question about what does not exist.",
        "run deploy-network");
  }

  /** Whether Azure did not answer because something does not exist, which other gates say. */
  boolean isMoot(String problem) {
    return hasAbsent() && NOT_FOUND.matcher(problem).find();
  }

  private boolean hasAbsent() {
    return seen.resources().values().stream()
        .map(Sight::value)
        .anyMatch(value -> value != null && value.isEmpty());
  }
}
