package io.github.hybridnet.azure.operation;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.http.ErrorBody;
import io.github.hybridnet.azure.http.RetryAfter;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.json.JsonTree;
import java.net.URL;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the address that the service gave: that of the operation ({@code Azure-AsyncOperation}),
 * which answers with a status, or that of its result ({@code Location}), which answers 202 until it
 * is there.
 */
final class AddressProbe implements Probe {
  private final HttpPipeline pipeline;
  private final ServiceErrors errors;
  private final InstantSource clock;
  private final URL address;
  private final boolean hasStatus;
  private String last = "";

  private AddressProbe(LongRunningOperations with, URL address, boolean hasStatus) {
    this.pipeline = with.pipeline();
    this.errors = with.errors();
    this.clock = with.clock();
    this.address = address;
    this.hasStatus = hasStatus;
  }

  static Probe ofOperation(LongRunningOperations with, URL address) {
    return new AddressProbe(with, address, true);
  }

  static AddressProbe ofResult(LongRunningOperations with, URL address) {
    return new AddressProbe(with, address, false);
  }

  @Override
  public Progress look() {
    try (HttpResponse response =
        pipeline.sendSync(new HttpRequest(HttpMethod.GET, address), Context.NONE)) {
      int status = response.getStatusCode();
      if (status == 404) {
        return Progress.of(Progress.Phase.LOST);
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

  private Progress byCode(HttpResponse response) {
    return response.getStatusCode() == 202 ? running(response) : Progress.of(Progress.Phase.DONE);
  }

  private Progress byStatus(HttpResponse response) {
    Map<String, Object> body = JsonTree.read(last).orElse(Map.of());
    String status = JsonTree.text(body, "status").orElse("");
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "succeeded" -> Progress.of(Progress.Phase.DONE);
      case "" -> Progress.of(Progress.Phase.LOST);
      case "failed", "canceled", "cancelled" ->
          throw errors.failed(ErrorBody.of(body).orElse(unexplained(status)), response);
      default -> running(response);
    };
  }

  private static ErrorBody unexplained(String status) {
    return new ErrorBody(
        "Operation" + status,
        "The operation ended as " + status + ", and the service does not say why.",
        List.of());
  }

  private Progress running(HttpResponse response) {
    Optional<Duration> again = RetryAfter.of(response.getHeaders(), clock.instant());
    return new Progress(Progress.Phase.RUNNING, again);
  }
}
