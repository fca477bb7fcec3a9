package io.github.hybridnet.simulator.arm.endpoint;

import io.github.hybridnet.simulator.arm.OperationAnswer.OperationLinks;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;

/** The headers by which clients follow operations. */
public final class OperationHeaders {
  /** Seconds between polls, as recorded for everything but PUT and resource groups. */
  static final int POLL_SECONDS = 10;

  /** The wait in wall time while simulated time stands still. */
  private static final long STILL_MILLIS = 100;

  public static final String ASYNC_OPERATION = "Azure-AsyncOperation";
  static final String ASYNC_NOTIFICATION = "Azure-AsyncNotification";
  public static final String LOCATION = "Location";

  private OperationHeaders() {}

  /**
   * When to poll again: in whole seconds, at least one because some clients take zero as unset, and
   * as the exact wall time in milliseconds.
   */
  public static ServerResponse retryAfter(
      ServerResponse serverResponse, SimulatedClock clock, Duration simulated) {
    long millis = Math.max(1, clock.isStill() ? STILL_MILLIS : rounded(clock.toWall(simulated)));
    long seconds = Math.max(1, (millis + 999) / 1000);
    return serverResponse
        .with("Retry-After", Long.toString(seconds))
        .with("retry-after-ms", Long.toString(millis));
  }

  /** As the other, with the usual pause between two polls. */
  public static ServerResponse retryAfter(ServerResponse serverResponse, SimulatedClock clock) {
    return retryAfter(serverResponse, clock, Duration.ofSeconds(POLL_SECONDS));
  }

  /** As the others, but not later than the end of the operation. */
  static ServerResponse retryAfter(
      ServerResponse serverResponse,
      Transaction world,
      StoredOperation operation,
      int simulatedSeconds) {
    Duration usual = Duration.ofSeconds(simulatedSeconds);
    Duration left = Duration.between(world.now(), operation.due());
    boolean soon = !left.isNegative() && left.compareTo(usual) < 0;
    return retryAfter(serverResponse, world.context().clock(), soon ? left : usual);
  }

  /** Up, so that who comes back then is not too early. */
  private static long rounded(Duration wall) {
    return wall.plusNanos(999_999).toMillis();
  }

  /** The links to an operation in the region of its resource. */
  static ServerResponse links(
      ServerResponse serverResponse, LinkPolicy policy, StoredOperation operation, String region) {
    OperationLinks operationLinks = policy.shown(operation.links());
    if (operationLinks == OperationLinks.ASYNC_OPERATION
        || operationLinks == OperationLinks.ASYNC_OPERATION_AND_LOCATION) {
      serverResponse.with(
          ASYNC_OPERATION, policy.url(operation, region, path(operation, region, "operations")));
    }
    if (operationLinks == OperationLinks.LOCATION
        || operationLinks == OperationLinks.ASYNC_OPERATION_AND_LOCATION) {
      serverResponse.with(
          LOCATION, policy.url(operation, region, path(operation, region, "operationResults")));
    }
    return serverResponse;
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
