package io.github.hybridnet.app;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.text.FileFailureText;
import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the goals say when they stop. */
public final class GoalProblems {
  /** What may be done about a circuit that is not ready; pointless once it is being done. */
  public static final String DEFER =
      "; or set hybridnet.deferExpressRoute to build everything else first";

  private GoalProblems() {}

  static UserException invalidDeclaration(String summary, Path directory) {
    return UserException.refused(
        "HN1000",
        "The parameter files in "
            + PrintableText.line(directory.toString())
            + " have "
            + summary
            + ", listed above.",
        "correct the lines listed above; nothing was changed in Azure");
  }

  public static UserException noResourceGroup() {
    return UserException.unable(
        "HN4001",
        "No resource group is named.",
        "set hybridnet.resourceGroup, or name one as virtualNetworkSettings.resourceGroup in the"
            + " gateway files",
        null);
  }

  static UserException noLocation(String group) {
    return UserException.unable(
        "HN4003",
        "No location is given, and nothing stands in the resource group "
            + group
            + " that has one.",
        "set hybridnet.location to the region to deploy to, such as westus2",
        null);
  }

  public static UserException noCircuit(ResourceKey circuit, boolean declared) {
    return UserException.refused(
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

  public static UserException circuitNotReady(ResourceKey circuit, String reason, String next) {
    return UserException.refused(
        "HN4006",
        "The " + circuit + " cannot carry a connection yet: " + reason + ".",
        next + ", then run this goal again" + DEFER);
  }

  public static UserException failed(EngineResult result, RemainingResources remainingResources) {
    String causes =
        result.failures().entrySet().stream()
            .map(
                e ->
                    System.lineSeparator()
                        + "  "
                        + e.getKey()
                        + ": "
                        + EngineEventText.cause(e.getValue()))
            .collect(Collectors.joining());
    String skipped =
        result.skipped().isEmpty()
            ? ""
            : System.lineSeparator() + "  Not tried because of that: " + names(result.skipped());
    List<String> standing = remainingResources.texts();
    String stands =
        System.lineSeparator()
            + "  What stands in Azure: "
            + (standing.isEmpty() ? "nothing of this network" : String.join(", ", standing));
    UserException problem =
        UserException.unable(
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

  public static UserException unreadable(CloudException failure) {
    if (failure.kind() == CloudException.Kind.UNREADABLE) {
      return notUnderstood(failure);
    }
    if (failure.kind() == CloudException.Kind.UNREACHABLE) {
      return unreachable(failure);
    }
    return UserException.unable(
        "HN4011",
        "Azure did not say what stands: " + EngineEventText.cause(failure) + ".",
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
  private static UserException notUnderstood(CloudException failure) {
    return UserException.unable(
        "HN3070",
        EngineEventText.cause(failure) + ".",
        "check whether a proxy, a sign-in page or another server answers in place of Azure"
            + " (hybridnet.cloud, settings.xml), and run the goal again; this look has changed"
            + " nothing",
        failure);
  }

  /** Nobody answered, so that this is no word of Azure's. */
  private static UserException unreachable(CloudException failure) {
    return UserException.unable(
        "HN3071",
        "Azure could not be reached: " + EngineEventText.cause(failure) + ".",
        "check the network, the proxy and hybridnet.cloud, and run the goal again; this look has"
            + " changed nothing",
        failure);
  }

  public static UserException providerTimeout(ResourceKey circuit, Duration waited, String reason) {
    return UserException.unable(
        "HN4012",
        "The "
            + circuit
            + " is not ready after "
            + io.github.hybridnet.text.DurationText.text(waited)
            + ": "
            + reason
            + ".",
        "nothing is lost: the circuit stands; run the goal again later, or raise"
            + " hybridnet.circuit.timeout",
        null);
  }

  static UserException outputsNotWritten(Path file, Exception cause) {
    return outputs(file, "could not be written", "what was deployed stands", cause);
  }

  static UserException outputsNotForgotten(Path file, Exception cause) {
    return outputs(file, "could not be written", "what was removed stays removed", cause);
  }

  public static UserException reportNotWritten(Path file, Exception cause) {
    return outputs(file, "could not be written", "nothing was changed in Azure", cause);
  }

  static UserException outputsNotWritable(Path file) {
    return outputs(file, "cannot be written", "nothing was changed", null);
  }

  private static UserException outputs(
      Path file, String happened, String state, @Nullable Exception cause) {
    return UserException.unable(
        "HN4013",
        "The file "
            + file
            + " "
            + happened
            + (cause == null ? "" : ": " + FileFailureText.reason(cause))
            + ".",
        "make its directory writable, or set hybridnet.outputDirectory; " + state,
        cause);
  }
}
