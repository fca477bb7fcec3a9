package io.github.hybridnet.azure.signin.cloud;

import static io.github.hybridnet.app.ProblemAssertions.says;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EndpointProblemsTest {
  private static final URI ENDPOINT = URI.create("https://management.azure.com");

  private static CloudException failure(CloudException.Kind kind, String code, String said) {
    return CloudException.ofOurs(kind, code, said);
  }

  @Test
  void noAnswer() {
    says(
        EndpointProblems.of(
            failure(
                CloudException.Kind.UNREACHABLE,
                OwnErrorCode.UNKNOWN_HOST,
                "The host name is not known."),
            ENDPOINT),
        "HN3030: https://management.azure.com cannot be reached: The host name is not known.",
        "  Fix: check that the address is right, that the service runs, and that this machine"
            + " reaches it through the network or the proxy (settings.xml or HTTPS_PROXY)");
  }

  @Test
  void aSimulatorThatHasStopped() {
    says(
        EndpointProblems.of(
            failure(
                CloudException.Kind.UNREACHABLE,
                OwnErrorCode.ENDPOINT_GONE,
                "Nothing listens at https://localhost:1."),
            URI.create("https://localhost:1")),
        "HN3030: https://localhost:1 cannot be reached: Nothing listens at https://localhost:1.",
        "  Fix: if it was a simulator, start it again with hybridnet:simulate. Otherwise"
            + " correct the address. Then run the goal again. Nothing was changed");
  }

  @Test
  void anAnswerThatIsNotUnderstood() {
    says(
        EndpointProblems.of(
            failure(
                CloudException.Kind.UNREADABLE,
                OwnErrorCode.UNREADABLE_ANSWER,
                "The answer about the subscriptions could not be understood: it has no list"
                    + " 'value'"),
            ENDPOINT),
        "HN3030: https://management.azure.com was reached, but the sign-in could not be completed,"
            + " because an answer cannot be used. The answer about the subscriptions could not be"
            + " understood: it has no list 'value'",
        "  Fix: check that this is the address of the service that you mean, and that no proxy"
            + " changes its answers. Then run the goal again. Nothing was changed");
  }

  @Test
  void anotherServer() {
    says(
        EndpointProblems.notResourceManager(ENDPOINT, "HTTP 200 with a web page"),
        "HN3032: https://management.azure.com answered, but not as an Azure Resource Manager: its"
            + " /metadata/endpoints answered HTTP 200 with a web page, which names no address to"
            + " sign in at.",
        "  Fix: set hybridnet.cloud to the name of an Azure cloud or to the address of its Azure"
            + " Resource Manager. A proxy can also cause this answer");
  }

  @Test
  void aMissingFile() {
    says(
        EndpointProblems.unreadableCertificates(
            Path.of("ca.pem"), "hybridnet.caCertificates", new NoSuchFileException("ca.pem")),
        "HN3033: The file 'ca.pem' (from hybridnet.caCertificates) does not exist.",
        "  Fix: name a PEM file that exists and that this user can read");
  }
}
