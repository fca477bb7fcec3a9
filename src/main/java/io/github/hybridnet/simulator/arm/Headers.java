package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.time.Duration;

/** The headers by which clients follow operations. */
final class Headers {
  /** Seconds between polls, as recorded for everything but PUT and resource groups. */
  static final int POLL_SECONDS = 10;

  /** While simulated time stands still, nobody knows when it will go on. */
  private static final long STILL_MILLIS = 100;

  static final String ASYNC_OPERATION = "Azure-AsyncOperation";
  static final String ASYNC_NOTIFICATION = "Azure-AsyncNotification";
  static final String LOCATION = "Location";

  private Headers() {}

  /**
   * When to come back: whole seconds for clients that know no others, at least one because some
   * take zero as unset, and the exact wall time in milliseconds.
   */
  static Response retryAfter(Response response, SimulatedClock clock, Duration simulated) {
    long millis = Math.max(1, clock.isStill() ? STILL_MILLIS : rounded(clock.toWall(simulated)));
    long seconds = Math.max(1, (millis + 999) / 1000);
    return response
        .with("Retry-After", Long.toString(seconds))
        .with("retry-after-ms", Long.toString(millis));
  }

  /** As the other, when the operation will be over if that is earlier than the service says. */
  static Response retryAfter(
      Response response, Transaction world, StoredOperation operation, int simulatedSeconds) {
    Duration usual = Duration.ofSeconds(simulatedSeconds);
    Duration left = Duration.between(world.now(), operation.due());
    boolean soon = !left.isNegative() && left.compareTo(usual) < 0;
    return retryAfter(response, world.setting().clock(), soon ? left : usual);
  }

  /** Up, so that who comes back then is not too early. */
  private static long rounded(Duration wall) {
    return wall.plusNanos(999_999).toMillis();
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
