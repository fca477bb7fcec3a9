package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.EventText;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.model.FileFailure;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.model.Printable;
import io.github.hybridnet.plan.ResourceKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the goals say when they stop. */
public final class GoalProblems {
  /** What may be done about a circuit that is not ready; pointless once it is being done. */
  static final String DEFER = "; or set hybridnet.deferExpressRoute to build everything else first";

  private GoalProblems() {}

  static HybridnetException invalidDeclaration(String summary, Path directory) {
    return HybridnetException.refused(
        "HN1000",
        "The parameter files in "
            + Printable.line(directory.toString())
            + " have "
            + summary
            + ", listed above.",
        "correct the lines listed above; nothing was changed in Azure");
  }

  static HybridnetException noResourceGroup() {
    return HybridnetException.unable(
        "HN4001",
        "No resource group is named.",
        "set hybridnet.resourceGroup, or name one as virtualNetworkSettings.resourceGroup in the"
            + " gateway files",
        null);
  }

  static HybridnetException noLocation(String group) {
    return HybridnetException.unable(
        "HN4003",
        "No location is given, and nothing stands in the resource group "
            + group
            + " that has one.",
        "set hybridnet.location to the region to deploy to, such as westus2",
        null);
  }

  static HybridnetException noCircuit(ResourceKey circuit, boolean declared) {
    return HybridnetException.refused(
        "HN4005",
        "The "
            + circuit
            + ", which the ExpressRoute connection leads to, does not exist in resource group "
            + circuit.resourceGroup()
            + ".",
        (declared
                ? "run hybridnet:create-circuit first, and hand its service key to the connectivity"
                    + " provider"
                : "name an existing circuit in virtualNetworkGateway-expressRoute.parameters.json,"
                    + " or add expressRouteCircuit.parameters.json and run"
                    + " hybridnet:create-circuit")
            + DEFER);
  }

  static HybridnetException circuitNotReady(ResourceKey circuit, String reason, String next) {
    return HybridnetException.refused(
        "HN4006",
        "The " + circuit + " cannot carry a connection yet: " + reason + ".",
        next + ", then run this goal again" + DEFER);
  }

  static HybridnetException failed(EngineResult result, Remains remains) {
    String causes =
        result.failures().entrySet().stream()
            .map(
                e ->
                    System.lineSeparator()
                        + "  "
                        + e.getKey()
                        + ": "
                        + EventText.cause(e.getValue()))
            .collect(Collectors.joining());
    String skipped =
        result.skipped().isEmpty()
            ? ""
            : System.lineSeparator() + "  Not tried because of that: " + names(result.skipped());
    List<String> standing = remains.texts();
    String stands =
        System.lineSeparator()
            + "  What stands in Azure: "
            + (standing.isEmpty() ? "nothing of this network" : String.join(", ", standing));
    HybridnetException problem =
        HybridnetException.unable(
            "HN4010",
            "Azure did not build everything." + causes + skipped + putBack(result) + stands,
            fix(result) + "; a second run goes on from what stands",
            null);
    result.failures().values().forEach(problem::addSuppressed);
    return problem;
  }

  /** What was removed before the failure, and stands again or does not. */
  private static String putBack(EngineResult result) {
    StringBuilder text = new StringBuilder();
    List<ResourceKey> again = result.putBack().again();
    if (!again.isEmpty()) {
      text.append(System.lineSeparator())
          .append("  Created again as before: ")
          .append(names(again));
    }
    result
        .putBack()
        .missing()
        .forEach(
            (key, reason) ->
                text.append(System.lineSeparator())
                    .append("  Removed and not created again: ")
                    .append(key)
                    .append(", because ")
                    .append(reason));
    return text.toString();
  }

  private static String fix(EngineResult result) {
    boolean timedOut =
        result.failures().values().stream()
            .anyMatch(f -> f.kind() == CloudException.Kind.TIMED_OUT);
    return timedOut
        ? "the operation goes on in Azure; wait for its end and run the goal again"
        : "mend what Azure names and run the goal again";
  }

  private static String names(List<ResourceKey> keys) {
    return keys.stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
  }

  static HybridnetException unreadable(CloudException failure) {
    if (failure.kind() == CloudException.Kind.UNREADABLE) {
      return notUnderstood(failure);
    }
    if (failure.kind() == CloudException.Kind.UNREACHABLE) {
      return unreachable(failure);
    }
    return HybridnetException.unable(
        "HN4011",
        "Azure did not say what stands: " + EventText.cause(failure) + ".",
        failure.isForbidden()
            ? "give the identity shown above the role Network Contributor (or Reader for status) on"
                + " the resource group"
            : failure.isSignInLost()
                ? "sign in again and run the goal again; this look has changed nothing"
                : "mend what the message names and run the goal again; this look has changed"
                    + " nothing",
        failure);
  }

  /** Neither that something stands nor that nothing does: nothing may be decided from it. */
  private static HybridnetException notUnderstood(CloudException failure) {
    return HybridnetException.unable(
        "HN3070",
        EventText.cause(failure) + ".",
        "check whether a proxy, a sign-in page or another server answers in place of Azure"
            + " (hybridnet.cloud, settings.xml), and run the goal again; this look has changed"
            + " nothing",
        failure);
  }

  /** Nobody answered, so that this is no word of Azure's. */
  private static HybridnetException unreachable(CloudException failure) {
    return HybridnetException.unable(
        "HN3071",
        "Azure could not be reached: " + EventText.cause(failure) + ".",
        "check the network, the proxy and hybridnet.cloud, and run the goal again; this look has"
            + " changed nothing",
        failure);
  }

  static HybridnetException providerTimeout(ResourceKey circuit, Duration waited, String reason) {
    return HybridnetException.unable(
        "HN4012",
        "The "
            + circuit
            + " is not ready after "
            + io.github.hybridnet.console.Durations.text(waited)
            + ": "
            + reason
            + ".",
        "nothing is lost: the circuit stands; run the goal again later, or raise"
            + " hybridnet.circuit.timeout",
        null);
  }

  static HybridnetException outputsNotWritten(Path file, Exception cause) {
    return outputs(file, "could not be written", "what was deployed stands", cause);
  }

  static HybridnetException outputsNotForgotten(Path file, Exception cause) {
    return outputs(file, "could not be written", "what was removed stays removed", cause);
  }

  static HybridnetException reportNotWritten(Path file, Exception cause) {
    return outputs(file, "could not be written", "nothing was changed in Azure", cause);
  }

  static HybridnetException outputsNotWritable(Path file) {
    return outputs(file, "cannot be written", "nothing was changed", null);
  }

  private static HybridnetException outputs(
      Path file, String happened, String state, @Nullable Exception cause) {
    return HybridnetException.unable(
        "HN4013",
        "The file "
            + file
            + " "
            + happened
            + (cause == null ? "" : ": " + FileFailure.reason(cause))
            + ".",
        "make its directory writable, or set hybridnet.outputDirectory; " + state,
        cause);
  }
}
