package io.github.hybridnet.app;

import static io.github.hybridnet.app.ProblemAssertions.says;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoalProblemsTest {
  private static CloudException failure(CloudException.Kind kind, String code, int status) {
    return new CloudException(
        kind, code, "It said no.", new CloudException.Answer(status, "req-1", null), null);
  }

  @Test
  void invalidDeclaration() {
    says(
        GoalProblems.invalidDeclaration("2 errors, 0 warnings", Path.of("src")),
        "HN1000: The parameter files in 'src' have 2 errors, 0 warnings, listed above.",
        "  Fix: correct the lines listed above. Nothing was changed in Azure");
  }

  @Test
  void groupAndLocation() {
    says(
        GoalProblems.noResourceGroup(),
        "HN4001: The resource group of the network is not set.",
        "  Fix: set hybridnet.resourceGroup, or virtualNetworkSettings.resourceGroup in the"
            + " parameter files of the gateways");
    says(
        GoalProblems.noLocation("rg"),
        "HN4003: The location of the network is not set. It cannot be taken from the resource group"
            + " 'rg', because Azure reports no such group.",
        "  Fix: set hybridnet.location to the region to deploy to, such as westus2");
    says(
        GoalProblems.noCircuitGroup("erc"),
        "HN4044: The resource group of the ExpressRoute circuit 'erc' is not set.",
        "  Fix: set resourceGroup in expressRouteCircuit.parameters.json, or"
            + " hybridnet.resourceGroup, or name the group in the parameter file of a gateway. If a"
            + " file names the group, run hybridnet:validate to see what is wrong there");
  }

  @Test
  void refusedRead() {
    says(
        GoalProblems.unreadable(
            failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed", 403)),
        "HN4011: The resources in Azure could not be read: (AuthorizationFailed) It said no"
            + " [request id req-1].",
        "  Fix: give the identity shown above the role Network Contributor on the resource group"
            + " (Reader is enough for hybridnet:status)");
    says(
        GoalProblems.unreadable(
            failure(CloudException.Kind.UNAUTHORIZED, "ExpiredAuthenticationToken", 401)),
        "HN4011: The resources in Azure could not be read: (ExpiredAuthenticationToken) It said no"
            + " [request id req-1].",
        "  Fix: sign in again and run the goal again. The read changed nothing");
    says(
        GoalProblems.unreadable(failure(CloudException.Kind.REFUSED, "BadRequest", 400)),
        "HN4011: The resources in Azure could not be read: (BadRequest) It said no [request id"
            + " req-1].",
        "  Fix: fix what Azure reports and run the goal again. The read changed nothing");
  }

  @Test
  void answerThatIsNotAzures() {
    says(
        GoalProblems.unreadable(
            failure(CloudException.Kind.UNREADABLE, OwnErrorCode.UNREADABLE_ANSWER, 200)),
        "HN3070: The resources in Azure are not known, because an answer cannot be used:"
            + " (UnreadableAnswer) It said no [request id req-1].",
        "  Fix: check whether a proxy, a sign-in page or another server answers instead of Azure"
            + " (hybridnet.cloud, settings.xml), and run the goal again. The read changed nothing");
  }

  @Test
  void noAnswer() {
    says(
        GoalProblems.unreadable(failure(CloudException.Kind.UNREACHABLE, "UnknownHost", 0)),
        "HN3071: Azure could not be reached: (UnknownHost) It said no [request id req-1].",
        "  Fix: check that this machine reaches Azure through the network or the proxy, and that"
            + " hybridnet.cloud is the right cloud. Then run the goal again. The read changed"
            + " nothing");
    says(
        GoalProblems.unreadable(
            failure(CloudException.Kind.UNREACHABLE, OwnErrorCode.ENDPOINT_GONE, 0)),
        "HN3071: Azure could not be reached: (EndpointGone) It said no [request id req-1].",
        "  Fix: if it was a simulator, start it again with hybridnet:simulate. Then run the goal"
            + " again. The read changed nothing");
  }
}
