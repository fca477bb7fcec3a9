package io.github.hybridnet.azure.operation;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.arm.ProvisioningState;
import io.github.hybridnet.azure.http.ArmErrorBody;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.transport.RetryAfterHeader;
import io.github.hybridnet.azure.json.JsonTree;
import java.net.URL;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the address that the service gave: that of the operation ({@code Azure-AsyncOperation}),
 * which answers with a status, or that of its result ({@code Location}), which answers 202 until it
 * is there.
 */
final class AddressPoller implements OperationPoller {
  private final ArmHttpClient requests;
  private final CloudErrorTranslator errors;
  private final InstantSource clock;
  private final URL address;
  private final boolean hasStatus;
  private String last = "";

  private AddressPoller(LongRunningOperations with, URL address, boolean hasStatus) {
    this.requests = with.requests();
    this.errors = with.errors();
    this.clock = with.clock();
    this.address = address;
    this.hasStatus = hasStatus;
  }

  static OperationPoller ofOperation(LongRunningOperations with, URL address) {
    return new AddressPoller(with, address, true);
  }

  static AddressPoller ofResult(LongRunningOperations with, URL address) {
    return new AddressPoller(with, address, false);
  }

  @Override
  public PollResult poll() {
    try (HttpResponse response = requests.answer(address)) {
      int status = response.getStatusCode();
      if (status == 404) {
        return PollResult.of(PollResult.Phase.LOST);
      }
      if (status >= 300) {
        throw errors.of(response);
      }
      last = response.getBodyAsBinaryData().toString();
      return hasStatus ? byStatus(response) : byCode(response);
    }
  }

  /** The body of the last answer. */
  String lastBody() {
    return last;
  }

  private PollResult byCode(HttpResponse response) {
    return response.getStatusCode() == 202
        ? running(response)
        : PollResult.of(PollResult.Phase.DONE);
  }

  private PollResult byStatus(HttpResponse response) {
    Map<String, Object> body = JsonTree.read(last).orElse(Map.of());
    String status = JsonTree.text(body, "status").orElse("");
    if (status.isEmpty()) {
      return PollResult.of(PollResult.Phase.LOST);
    }
    return switch (ProvisioningState.of(status)) {
      case SUCCEEDED -> PollResult.of(PollResult.Phase.DONE);
      case FAILED, CANCELED ->
          throw errors.failed(ArmErrorBody.of(body).orElse(unexplained(status)), response);
      case CREATING, UPDATING, DELETING, OTHER -> running(response);
    };
  }

  private static ArmErrorBody unexplained(String status) {
    return new ArmErrorBody(
        "Operation" + status,
        "The operation ended as '" + status + "', and Azure does not say why.",
        List.of());
  }

  private PollResult running(HttpResponse response) {
    Optional<Duration> again = RetryAfterHeader.of(response.getHeaders(), clock.instant());
    return new PollResult(PollResult.Phase.RUNNING, again);
  }
}
