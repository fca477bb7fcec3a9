package io.github.hybridnet.app;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.text.PrintableText;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;

/**
 * What every goal can say when it stops: about the parameter files, and about answers of Azure that
 * cannot be used.
 */
public final class GoalProblems {
  private static final String UNCHANGED = "The read changed nothing";

  private GoalProblems() {}

  static UserException invalidDeclaration(String summary, Path directory) {
    return UserException.refused(
        "HN1000",
        "The parameter files in '"
            + PrintableText.line(directory.toString())
            + "' have "
            + summary
            + ", listed above.",
        "correct the lines listed above. Nothing was changed in Azure");
  }

  /** HN4001: neither a parameter nor a file names the resource group. */
  public static UserException noResourceGroup() {
    return UserException.unable(
        "HN4001",
        "The resource group of the network is not set.",
        "set hybridnet.resourceGroup, or virtualNetworkSettings.resourceGroup in the parameter"
            + " files of the gateways",
        null);
  }

  static UserException noLocation(String group) {
    return UserException.unable(
        "HN4003",
        "The location of the network is not set. It cannot be taken from the resource group '"
            + group
            + "', because Azure reports no such group.",
        "set hybridnet.location to the region to deploy to, such as westus2",
        null);
  }

  /** HN4044: no resource group is named for it. */
  public static UserException noCircuitGroup(String circuit) {
    return UserException.unable(
        "HN4044",
        "The resource group of the ExpressRoute circuit '" + circuit + "' is not set.",
        "set resourceGroup in expressRouteCircuit.parameters.json, or hybridnet.resourceGroup, or"
            + " name the group in the parameter file of a gateway. If a file names the group, run"
            + " hybridnet:validate to see what is wrong there",
        null);
  }

  /**
   * What a read that failed stops a goal with: HN4011 when Azure refused it, HN3070 when the answer
   * was not Azure's, HN3071 when there was none.
   */
  public static UserException unreadable(CloudException failure) {
    return switch (failure.kind()) {
      case UNREADABLE -> notUnderstood(failure);
      case UNREACHABLE -> unreachable(failure);
      default -> notReadable(failure);
    };
  }

  private static UserException notReadable(CloudException failure) {
    String fix =
        failure.isForbidden()
            ? "give the identity shown above the role Network Contributor on the resource group"
                + " (Reader is enough for hybridnet:status)"
            : failure.isSignInLost()
                ? "sign in again and run the goal again. " + UNCHANGED
                : "fix what Azure reports and run the goal again. " + UNCHANGED;
    return UserException.unable(
        "HN4011",
        "The resources in Azure could not be read: " + failure.inWords() + ".",
        fix,
        failure);
  }

  /** Such an answer shows neither that a resource exists nor that it does not. */
  private static UserException notUnderstood(CloudException failure) {
    return UserException.unable(
        "HN3070",
        "The resources in Azure are not known, because an answer cannot be used: "
            + failure.inWords()
            + ".",
        "check whether a proxy, a sign-in page or another server answers instead of Azure"
            + " (hybridnet.cloud, settings.xml), and run the goal again. "
            + UNCHANGED,
        failure);
  }

  private static UserException unreachable(CloudException failure) {
    return UserException.unable(
        "HN3071",
        "Azure could not be reached: " + failure.inWords() + ".",
        (failure.code().equals(OwnErrorCode.ENDPOINT_GONE)
                ? "if it was a simulator, start it again with hybridnet:simulate"
                : "check that this machine reaches Azure through the network or the proxy, and that"
                    + " hybridnet.cloud is the right cloud")
            + ". Then run the goal again. "
            + UNCHANGED,
        failure);
  }
}
