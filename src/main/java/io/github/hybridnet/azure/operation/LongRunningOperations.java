package io.github.hybridnet.azure.operation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ProvisioningState;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.transport.RetryAfterHeader;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.text.DurationText;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the service has finished what it accepted.
 *
 * <p>The SDK's pollers are not used. They understand {@code Retry-After} in whole seconds only;
 * they end with an error when the service has forgotten the operation (404), which happens although
 * the resource exists; they end when one answer is lost during 45 minutes; they cannot be resumed
 * by another run, and they take neither a clock nor an interruption. Here the resource's own {@code
 * provisioningState} decides when the operation is not known.
 *
 * @param requests over the guarded pipeline: addresses in answers may lead anywhere
 * @param clock against which limits are kept
 * @param sleeper lets time pass
 */
public record LongRunningOperations(ArmHttpClient requests, InstantSource clock, Sleeper sleeper) {

  /** Translates refusals of the operations. */
  public CloudErrorTranslator errors() {
    return requests.errors();
  }

  /**
   * Waits for the operation that an answer names.
   *
   * @param acceptedResponse the answer to the request
   * @param operationTarget what it works on
   * @param callOptions how long to wait, and who is notified of the operation
   * @throws CloudException when the operation fails, or the limit is over
   * @throws InterruptedException when the build is stopped
   */
  public void await(
      AcceptedResponse acceptedResponse, OperationTarget operationTarget, CallOptions callOptions)
      throws InterruptedException {
    if (ProvisioningState.of(state(acceptedResponse.body())) == ProvisioningState.SUCCEEDED) {
      return;
    }
    AsyncOperation asyncOperation = operation(acceptedResponse.headers());
    callOptions.accepted().accept(asyncOperation);
    Duration first =
        RetryAfterHeader.of(acceptedResponse.headers(), clock.instant())
            .orElse(OperationWait.FIRST);
    new OperationWait(
            this, poller(asyncOperation, operationTarget), operationTarget, callOptions.limit())
        .untilDone(first);
  }

  /**
   * Waits for the operation that an earlier run began. Its addresses may have come through a file:
   * one that leads to another host or is refused is not used, and the resource decides.
   *
   * @param limit how long to wait
   * @throws CloudException when the operation fails, or the limit is over
   * @throws InterruptedException when the build is stopped
   */
  public void resume(AsyncOperation asyncOperation, OperationTarget operationTarget, Duration limit)
      throws InterruptedException {
    OperationPoller operationPoller = poller(asyncOperation, operationTarget);
    OperationPoller careful =
        operationPoller instanceof ResourceStatePoller
            ? operationPoller
            : UntrustedAddressPoller.ofFile(operationPoller);
    new OperationWait(this, careful, operationTarget, limit).untilDone(OperationWait.SHORTEST);
  }

  /**
   * Waits for the result of a question that takes its time.
   *
   * @param asked the answer to the request
   * @param what for messages, such as {@code learned routes of the gateway}
   * @param limit how long to wait
   * @return the body of the result
   * @throws CloudException when it is refused, or the limit is over
   * @throws InterruptedException when the build is stopped
   */
  public String result(AcceptedResponse asked, String what, Duration limit)
      throws InterruptedException {
    Optional<URL> address = address(operation(asked.headers()).resultAddress());
    if (address.isEmpty()) {
      return asked.body();
    }
    AddressPoller poller = AddressPoller.ofResult(this, address.get());
    Duration first =
        RetryAfterHeader.of(asked.headers(), clock.instant()).orElse(OperationWait.FIRST);
    try {
      new OperationWait(this, poller, forgotten(what), limit).untilDone(first);
    } catch (CloudException late) {
      throw late.kind() == Kind.TIMED_OUT ? tooLate(what, limit) : late;
    }
    return poller.lastBody();
  }

  /** A result has no resource that could be polled when Azure no longer has it. */
  private static OperationTarget forgotten(String what) {
    ResourceStateReader none =
        () -> {
          throw CloudException.ofOurs(
              Kind.FAILED,
              OwnErrorCode.RESULT_MISSING,
              "Azure no longer has the " + what + ". Ask again.");
        };
    return new OperationTarget(what, none, OperationTarget.ExpectedOutcome.EXISTS);
  }

  private static CloudException tooLate(String what, Duration limit) {
    return CloudException.ofOurs(
        Kind.TIMED_OUT,
        OwnErrorCode.STILL_RUNNING,
        "Azure did not return the "
            + what
            + " within "
            + DurationText.words(limit)
            + ". Ask again.");
  }

  private OperationPoller poller(AsyncOperation asyncOperation, OperationTarget operationTarget) {
    return address(asyncOperation.statusAddress())
        .map(url -> AddressPoller.ofOperation(this, url))
        .or(
            () ->
                address(asyncOperation.resultAddress())
                    .map(url -> AddressPoller.ofResult(this, url)))
        .<OperationPoller>map(UntrustedAddressPoller::ofAnswer)
        .orElseGet(() -> new ResourceStatePoller(operationTarget));
  }

  private static AsyncOperation operation(HttpHeaders headers) {
    return new AsyncOperation(
        headers.getValue(HttpHeaderName.AZURE_ASYNCOPERATION),
        headers.getValue(HttpHeaderName.LOCATION),
        headers.getValue(CloudErrorTranslator.REQUEST_ID));
  }

  private static String state(String body) {
    Map<String, Object> resource = JsonTree.read(body).orElse(Map.of());
    return new ResourceBody(resource).text("properties", "provisioningState");
  }

  private static Optional<URL> address(@Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(value).toURL());
    } catch (MalformedURLException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
