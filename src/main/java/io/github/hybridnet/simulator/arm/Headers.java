package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.time.Duration;

/** The headers by which clients follow operations. */
public final class Headers {
  /** Seconds between polls, as recorded for everything but PUT and resource groups. */
  public static final int POLL_SECONDS = 10;

  public static final String ASYNC_OPERATION = "Azure-AsyncOperation";
  public static final String ASYNC_NOTIFICATION = "Azure-AsyncNotification";
  public static final String LOCATION = "Location";

  private Headers() {}

  /**
   * When to come back: whole seconds for clients that know no others, at least one because some
   * take zero as unset, and the exact wall time in milliseconds.
   */
  public static Response retryAfter(Response response, SimulatedClock clock, int simulatedSeconds) {
    long millis = Math.max(1, clock.toWall(Duration.ofSeconds(simulatedSeconds)).toMillis());
    long seconds = Math.max(1, (millis + 999) / 1000);
    return response
        .with("Retry-After", Long.toString(seconds))
        .with("retry-after-ms", Long.toString(millis));
  }

  /** The links to an operation in the region of its resource. */
  static Response links(Response response, ArmCall call, StoredOperation operation, String region) {
    Answer.Links links = operation.links();
    if (links == Answer.Links.ASYNC_OPERATION
        || links == Answer.Links.ASYNC_OPERATION_AND_LOCATION) {
      response.with(ASYNC_OPERATION, call.url(path(operation, region, "operations")));
    }
    if (links == Answer.Links.LOCATION || links == Answer.Links.ASYNC_OPERATION_AND_LOCATION) {
      response.with(LOCATION, call.url(path(operation, region, "operationResults")));
    }
    return response;
  }

  private static String path(StoredOperation operation, String region, String collection) {
    ArmId target = operation.job().target();
    return "/subscriptions/"
        + target.subscription()
        + "/providers/"
        + target.namespace()
        + "/locations/"
        + region
        + "/"
        + collection
        + "/"
        + operation.id();
  }
}
