package io.github.hybridnet.azure.operation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.azure.http.RetryAfter;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.Operation;
import io.github.hybridnet.engine.Sleeper;
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
 * the resource stands; they end with one answer that got lost during three quarters of an hour;
 * they cannot be resumed by another run, and they take neither a clock nor an interruption. Here
 * the resource's own {@code provisioningState} decides when the operation is not known.
 *
 * @param pipeline the guarded pipeline: addresses in answers may lead anywhere
 * @param errors translates refusals
 * @param clock against which limits are kept
 * @param sleeper lets time pass
 */
public record LongRunningOperations(
    HttpPipeline pipeline, ServiceErrors errors, InstantSource clock, Sleeper sleeper) {

  /**
   * Waits for the operation that an answer speaks of.
   *
   * @param accepted the answer to the request
   * @param target what it works on
   * @param call how long to wait, and who is told of the operation
   * @throws io.github.hybridnet.engine.CloudException when the operation fails, or the limit is
   *     over
   * @throws InterruptedException when the build is stopped
   */
  public void await(Accepted accepted, Target target, Call call) throws InterruptedException {
    if (state(accepted.body()).equalsIgnoreCase("Succeeded")) {
      return;
    }
    Operation operation = operation(accepted.headers());
    call.accepted().accept(operation);
    Duration first = RetryAfter.of(accepted.headers(), clock.instant()).orElse(Wait.FIRST);
    new Wait(this, probe(operation, target), target, call.limit()).untilDone(first);
  }

  /**
   * Waits for the operation that an earlier run began. Its addresses may have come through a file:
   * one that leads elsewhere or is refused is not followed, and the resource decides.
   *
   * @param limit how long to wait
   * @throws io.github.hybridnet.engine.CloudException when the operation fails, or the limit is
   *     over
   * @throws InterruptedException when the build is stopped
   */
  public void resume(Operation operation, Target target, Duration limit)
      throws InterruptedException {
    Probe probe = probe(operation, target);
    Probe careful = probe instanceof StateProbe ? probe : new DoubtfulProbe(probe);
    new Wait(this, careful, target, limit).untilDone(Wait.SHORTEST);
  }

  /**
   * Waits for the result of a question that takes its time.
   *
   * @param asked the answer to the request
   * @param what for messages, such as {@code learned routes of the gateway}
   * @param limit how long to wait
   * @return the body of the result
   * @throws io.github.hybridnet.engine.CloudException when it is refused, or the limit is over
   * @throws InterruptedException when the build is stopped
   */
  public String result(Accepted asked, String what, Duration limit) throws InterruptedException {
    Optional<URL> address = address(operation(asked.headers()).resultAddress());
    if (address.isEmpty()) {
      return asked.body();
    }
    AddressProbe probe = AddressProbe.ofResult(this, address.get());
    Duration first = RetryAfter.of(asked.headers(), clock.instant()).orElse(Wait.FIRST);
    try {
      new Wait(this, probe, forgotten(what), limit).untilDone(first);
    } catch (CloudException late) {
      throw late.kind() == Kind.TIMED_OUT ? tooLate(what, limit) : late;
    }
    return probe.lastBody();
  }

  /** A result has no resource that could tell of it when it is forgotten. */
  private static Target forgotten(String what) {
    ResourceState none =
        () -> {
          throw new CloudException(
              Kind.FAILED,
              "ResultMissing",
              "The service forgot the " + what + " before it was fetched; ask again.",
              CloudException.Answer.NONE,
              null);
        };
    return new Target(what, none, Target.Goal.STANDS);
  }

  private static CloudException tooLate(String what, Duration limit) {
    return new CloudException(
        Kind.TIMED_OUT,
        "StillRunning",
        "The " + what + " did not come within " + Wait.inWords(limit) + "; ask again.",
        CloudException.Answer.NONE,
        null);
  }

  private Probe probe(Operation operation, Target target) {
    return address(operation.statusAddress())
        .map(url -> AddressProbe.ofOperation(this, url))
        .or(() -> address(operation.resultAddress()).map(url -> AddressProbe.ofResult(this, url)))
        .orElseGet(() -> new StateProbe(target));
  }

  private static Operation operation(HttpHeaders headers) {
    return new Operation(
        headers.getValue(HttpHeaderName.AZURE_ASYNCOPERATION),
        headers.getValue(HttpHeaderName.LOCATION),
        headers.getValue(ServiceErrors.REQUEST_ID));
  }

  private static String state(String body) {
    Map<String, Object> resource = JsonTree.read(body).orElse(Map.of());
    Map<String, Object> properties = JsonTree.object(resource, "properties");
    return JsonTree.text(properties, "provisioningState").orElse("");
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
