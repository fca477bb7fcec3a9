package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.json.Evidence;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Answer;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Azure's own test of a site failover at an ExpressRoute gateway. What the test says of itself
 * decides, and not the answer to the request: the answer to an earlier try may have been lost, and
 * the next one is then refused because the test runs, or runs no more.
 */
final class SiteTests {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String NONE = "none";
  private static final Set<String> UNDER_WAY =
      Set.of("starting", "running", "stopping", "stopfailed");

  private final ArmRequests requests;
  private final LongRequests longRequests;
  private final LongRunningOperations operations;

  SiteTests(ArmRequests requests, LongRequests longRequests, LongRunningOperations operations) {
    this.requests = requests;
    this.longRequests = longRequests;
    this.operations = operations;
  }

  /**
   * Where a test is.
   *
   * @param gateway the ExpressRoute gateway
   * @param location the peering location
   */
  record Site(ResourceKey gateway, String location) {
    String path(String action) {
      return gateway.id() + "/" + action;
    }

    boolean isAt(String other) {
      return normal(location).equals(normal(other));
    }

    private static String normal(String text) {
      return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return "site failover test of the " + gateway + " at " + location;
    }
  }

  /**
   * Where a request leads.
   *
   * @param what for messages
   * @param way the state on the way
   * @param ends the states in which it is there
   */
  private record Course(String what, String way, Set<String> ends) {
    static final Course START = new Course("started", "starting", Set.of("running"));
    static final Course STOP =
        new Course("stopped", "stopping", Set.of("completed", "expired", NONE));
  }

  void start(Site site, Call call) throws InterruptedException {
    Map<String, String> query = Map.of("peeringLocation", site.location());
    run(
        site,
        Course.START,
        () -> requests.post(site.path("startSiteFailoverTest"), ApiVersion.NETWORK, query),
        call);
  }

  void stop(Site site, boolean successful, Call call) throws InterruptedException {
    String body =
        JsonTree.write(
            Map.of("peeringLocation", site.location(), "wasSimulationSuccessful", successful));
    run(
        site,
        Course.STOP,
        () -> requests.post(site.path("stopSiteFailoverTest"), ApiVersion.NETWORK, body),
        call);
  }

  boolean isUnderWay(Site site) throws InterruptedException {
    return UNDER_WAY.contains(status(site));
  }

  private void run(Site site, Course course, Supplier<HttpResponse> request, Call call)
      throws InterruptedException {
    Instant deadline = operations.clock().instant().plus(call.limit());
    CloudException failure = failureOf(site, request, call);
    String status = status(site, failure);
    while (!course.ends().contains(status)) {
      if (failure != null && !status.equals(course.way())) {
        throw failure;
      }
      if (status.endsWith("failed")) {
        throw ended(site, course, status);
      }
      if (!operations.clock().instant().isBefore(deadline)) {
        throw late(site, course, status);
      }
      operations.sleeper().sleep(PAUSE);
      status = status(site);
    }
  }

  private @Nullable CloudException failureOf(Site site, Supplier<HttpResponse> request, Call call)
      throws InterruptedException {
    try {
      longRequests.act(site.gateway(), request, call);
      return null;
    } catch (CloudException failure) {
      if (failure.kind() == Kind.TIMED_OUT || failure.kind() == Kind.UNAUTHORIZED) {
        throw failure;
      }
      return failure;
    }
  }

  private String status(Site site, @Nullable CloudException failure) throws InterruptedException {
    try {
      return status(site);
    } catch (CloudException unread) {
      throw failure == null ? unread : failure;
    }
  }

  /** The state of the latest test at the site, in lower case; {@value #NONE} if there was none. */
  private String status(Site site) throws InterruptedException {
    Map<String, String> query = Map.of("type", "SingleSiteFailover", "fetchLatest", "true");
    String body =
        longRequests.result(
            "list of failover tests of the " + site.gateway(),
            () -> requests.post(site.path("getFailoverAllTestsDetails"), ApiVersion.NETWORK, query),
            LIMIT);
    String found = NONE;
    for (Test test : tests(site, body)) {
      found = site.isAt(test.location()) ? test.status() : found;
    }
    return found.toLowerCase(Locale.ROOT);
  }

  /** A test that Azure lists. */
  private record Test(String location, String status) {}

  /** A test whose state is not told may be under way. */
  private List<Test> tests(Site site, String body) {
    boolean nothing = body.isBlank() || body.strip().equals("null");
    return nothing
        ? List.of()
        : requests.parsed(
            "the " + site,
            body,
            reader -> {
              List<Test> tests = new ArrayList<>();
              for (Map<String, Object> entry : JsonTree.readList(reader)) {
                tests.add(
                    new Test(
                        Evidence.text(entry, "peeringLocation"), Evidence.text(entry, "status")));
              }
              return tests;
            });
  }

  private static CloudException ended(Site site, Course course, String status) {
    return exception(
        Kind.FAILED,
        "SiteFailoverTestFailed",
        "The " + site + " was not " + course.what() + ": Azure tells its state as " + status + ".");
  }

  private static CloudException late(Site site, Course course, String status) {
    return exception(
        Kind.TIMED_OUT,
        "StillRunning",
        "The "
            + site
            + " was not "
            + course.what()
            + " in time: Azure tells its state as "
            + status
            + ".");
  }

  private static CloudException exception(Kind kind, String code, String message) {
    return new CloudException(kind, code, message, Answer.NONE, null);
  }
}
