package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import io.github.hybridnet.engine.guard.GuardObjection;
import io.github.hybridnet.engine.guard.GuardQuestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
public record GateContext(
    DrillTarget target,
    DrillSettings settings,
    boolean allowProduction,
    PathReading reading,
    GateObservations seen) {

  /** What the gates of the resources say better (source: recorded answers of 404). */
  private static final Set<String> NOT_FOUND =
      Set.of(ErrorCode.RESOURCE_NOT_FOUND, ErrorCode.GROUP_NOT_FOUND);

  /**
   * What Azure answered for the gates.
   *
   * @param resources the resources that the drill is about
   * @param connections those of the ExpressRoute gateway
   * @param tags those of the resource group
   * @param objections what speaks against the disconnect, its undo and the marker
   */
  public record GateObservations(
      Map<ResourceKey, ReadResult<Optional<ActualResource>>> resources,
      ReadResult<List<ActualResource>> connections,
      ReadResult<Map<String, String>> tags,
      List<GuardObjection> objections) {}

  /** A resource; empty when it does not stand or could not be read. */
  Optional<ActualResource> resource(ResourceKey key) {
    ReadResult<Optional<ActualResource>> readResult = seen.resources().get(key);
    Optional<ActualResource> value = readResult == null ? null : readResult.value();
    return value == null ? Optional.empty() : value;
  }

  /** Why a resource could not be read; empty when it could. */
  Optional<CloudException> failure(ResourceKey key) {
    ReadResult<Optional<ActualResource>> readResult = seen.resources().get(key);
    return readResult == null ? Optional.empty() : Optional.ofNullable(readResult.failure());
  }

  /** All resources that stand. */
  Stream<ActualResource> actualResources() {
    return seen.resources().keySet().stream().flatMap(key -> resource(key).stream());
  }

  /** What came of the questions that are asked before each change. */
  List<GuardObjection> objections() {
    return seen.objections().stream()
        .map(o -> isReportedByOtherGates(o.code()) ? moot(o) : o)
        .distinct()
        .toList();
  }

  /** What came of one of them. */
  List<GuardObjection> objections(GuardQuestion guardQuestion) {
    return objections().stream().filter(o -> o.question() == guardQuestion).toList();
  }

  private static GuardObjection moot(GuardObjection guardObjection) {
    return new GuardObjection(
        guardObjection.question(),
        guardObjection.kind(),
        "Azure cannot check resources that do not exist.",
        "run hybridnet:deploy-network");
  }

  /**
   * Whether Azure did not answer because something does not exist, which other gates say.
   *
   * @param code that of the answer; empty where the answer was none of Azure's failures
   */
  boolean isReportedByOtherGates(String code) {
    return hasAbsent() && NOT_FOUND.contains(code);
  }

  private boolean hasAbsent() {
    return seen.resources().values().stream()
        .map(ReadResult::value)
        .anyMatch(value -> value != null && value.isEmpty());
  }
}
