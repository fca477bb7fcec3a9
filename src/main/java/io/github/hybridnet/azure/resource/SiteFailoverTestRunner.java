package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.RequiredMembers;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PollOutcome;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
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
 * Azure's own test of a site failover at an ExpressRoute gateway. The state of the test decides,
 * and not the answer to the request. The answer to an earlier try may have been lost, and the next
 * one is then refused because the test runs already, or no longer.
 */
final class SiteFailoverTestRunner {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String NONE = "none";
  private static final Set<String> UNDER_WAY =
      Set.of("starting", "running", "stopping", "stopfailed");

  private final ArmHttpClient requests;
  private final ResourceOperations resourceOperations;
  private final LongRunningOperations operations;

  SiteFailoverTestRunner(
      ArmHttpClient requests,
      ResourceOperations resourceOperations,
      LongRunningOperations operations) {
    this.requests = requests;
    this.resourceOperations = resourceOperations;
    this.operations = operations;
  }

  /**
   * The gateway and the peering location of a test.
   *
   * @param gateway the ExpressRoute gateway
   * @param location the peering location
   */
  record TestSite(ResourceKey gateway, String location) {
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
   * The state that a request has to reach.
   *
   * @param what for messages
   * @param way the state in between
   * @param ends the final states
   */
  private record TestTransition(String what, String way, Set<String> ends) {
    static final TestTransition START =
        new TestTransition("started", "starting", Set.of("running"));
    static final TestTransition STOP =
        new TestTransition("stopped", "stopping", Set.of("completed", "expired", NONE));
  }

  void start(TestSite testSite, CallOptions callOptions) throws InterruptedException {
    Map<String, String> query = Map.of("peeringLocation", testSite.location());
    run(
        testSite,
        TestTransition.START,
        () -> requests.post(testSite.path("startSiteFailoverTest"), ApiVersion.NETWORK, query),
        callOptions);
  }

  void stop(TestSite testSite, boolean successful, CallOptions callOptions)
      throws InterruptedException {
    String body =
        JsonTree.write(
            Map.of("peeringLocation", testSite.location(), "wasSimulationSuccessful", successful));
    run(
        testSite,
        TestTransition.STOP,
        () -> requests.post(testSite.path("stopSiteFailoverTest"), ApiVersion.NETWORK, body),
        callOptions);
  }

  boolean isUnderWay(TestSite testSite) throws InterruptedException {
    return UNDER_WAY.contains(status(testSite));
  }

  private void run(
      TestSite testSite,
      TestTransition testTransition,
      Supplier<HttpResponse> request,
      CallOptions callOptions)
      throws InterruptedException {
    Instant deadline = operations.clock().instant().plus(callOptions.limit());
    CloudException failure = failureOf(testSite, request, callOptions);
    TransitionCondition condition = new TransitionCondition(testSite, testTransition, failure);
    Duration left = Duration.between(operations.clock().instant(), deadline);
    PollOutcome<String> outcome =
        new Poller(operations.clock(), operations.sleeper())
            .await(condition, Backoff.fixed(PAUSE), left);
    if (!outcome.isReached()) {
      throw late(testSite, testTransition, outcome.last());
    }
  }

  /** The test has reached the end of a transition. */
  private final class TransitionCondition implements PolledCondition<String> {
    private final TestSite testSite;
    private final TestTransition testTransition;
    private final @Nullable CloudException failure;
    private boolean isRead;

    TransitionCondition(
        TestSite testSite, TestTransition testTransition, @Nullable CloudException failure) {
      this.testSite = testSite;
      this.testTransition = testTransition;
      this.failure = failure;
    }

    /** Where the request failed and the test's state cannot be read either, the request counts. */
    @Override
    public String look() throws InterruptedException {
      try {
        String status = status(testSite);
        isRead = true;
        return status;
      } catch (CloudException unread) {
        throw failure == null || isRead ? unread : failure;
      }
    }

    @Override
    public boolean isReached(String status) {
      if (testTransition.ends().contains(status)) {
        return true;
      }
      if (failure != null && !status.equals(testTransition.way())) {
        throw failure;
      }
      if (status.endsWith("failed")) {
        throw ended(testSite, testTransition, status);
      }
      return false;
    }
  }

  private @Nullable CloudException failureOf(
      TestSite testSite, Supplier<HttpResponse> request, CallOptions callOptions)
      throws InterruptedException {
    try {
      resourceOperations.act(testSite.gateway(), request, callOptions);
      return null;
    } catch (CloudException failure) {
      if (failure.kind() == Kind.TIMED_OUT || failure.kind() == Kind.UNAUTHORIZED) {
        throw failure;
      }
      return failure;
    }
  }

  /** The state of the latest test at the site, in lower case; {@value #NONE} if there was none. */
  private String status(TestSite testSite) throws InterruptedException {
    Map<String, String> query = Map.of("type", "SingleSiteFailover", "fetchLatest", "true");
    String body =
        resourceOperations.result(
            "list of failover tests of the " + testSite.gateway(),
            () ->
                requests.post(
                    testSite.path("getFailoverAllTestsDetails"), ApiVersion.NETWORK, query),
            LIMIT);
    String found = NONE;
    for (ListedTest listedTest : tests(testSite, body)) {
      found = testSite.isAt(listedTest.location()) ? listedTest.status() : found;
    }
    return found.toLowerCase(Locale.ROOT);
  }

  /** A test that Azure lists. */
  private record ListedTest(String location, String status) {}

  /** A test without a state may be running. */
  private List<ListedTest> tests(TestSite testSite, String body) {
    boolean nothing = body.isBlank() || body.strip().equals("null");
    return nothing
        ? List.of()
        : requests.parsed(
            "the " + testSite,
            body,
            reader -> {
              List<ListedTest> tests = new ArrayList<>();
              for (Map<String, Object> entry : JsonTree.readList(reader)) {
                tests.add(
                    new ListedTest(
                        RequiredMembers.text(entry, "peeringLocation"),
                        RequiredMembers.text(entry, "status")));
              }
              return tests;
            });
  }

  private static CloudException ended(
      TestSite testSite, TestTransition testTransition, String status) {
    return CloudException.ofOurs(
        Kind.FAILED,
        OwnErrorCode.SITE_TEST_FAILED,
        "The "
            + testSite
            + " was not "
            + testTransition.what()
            + ": Azure reports its state as "
            + status
            + ".");
  }

  private static CloudException late(
      TestSite testSite, TestTransition testTransition, String status) {
    return CloudException.ofOurs(
        Kind.TIMED_OUT,
        OwnErrorCode.STILL_RUNNING,
        "The "
            + testSite
            + " was not "
            + testTransition.what()
            + " in time: Azure reports its state as "
            + status
            + ".");
  }
}
