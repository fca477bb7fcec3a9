package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Azure's own test of a site failover. */
class SiteFailoverTestRunnerTest {
  private static final ResourceKey GATEWAY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "er");
  private static final String START = "POST " + GATEWAY.id() + "/startSiteFailoverTest";
  private static final String STOP = "POST " + GATEWAY.id() + "/stopSiteFailoverTest";
  private static final String DETAILS = "POST " + GATEWAY.id() + "/getFailoverAllTestsDetails";
  private static final String SITE = "Silicon Valley";
  private static final String REFUSED =
      "{\"error\":{\"code\":\"Refused\",\"message\":\"not now\"}}";

  private final FakeArm arm = new FakeArm();
  private final DrillCloud drills = arm.cloud().drills();
  private final CallOptions callOptions = CallOptions.within(Duration.ofMinutes(10));

  private static Answer accepted(String operation) {
    return Answer.of(202, "")
        .with("Azure-AsyncOperation", FakeArm.ENDPOINT + "/operations/" + operation)
        .with("Location", FakeArm.ENDPOINT + "/results/" + operation);
  }

  private void operation(String name, String status) {
    arm.service.on("GET /operations/" + name, 200, "{\"status\":\"" + status + "\"}");
  }

  /** What Azure says of the tests, one answer after the other. */
  private void states(String... states) {
    arm.service.on(DETAILS, Answer.of(202, "").with("Location", FakeArm.ENDPOINT + "/details"));
    for (String state : states) {
      String other = "{\"peeringLocation\":\"Elsewhere\",\"status\":\"Running\"}";
      String own = "{\"peeringLocation\":\"silicon valley\",\"status\":\"" + state + "\"}";
      String all = state.isEmpty() ? "[" + other + "]" : "[" + own + "," + other + "]";
      arm.service.on("GET /details", 200, all);
    }
  }

  @Test
  void startingAsksForTheLocationAndWaitsUntilTheTestRuns() throws InterruptedException {
    List<AsyncOperation> told = new ArrayList<>();
    arm.service.on(START, accepted("1"));
    operation("1", "Succeeded");
    states("Starting", "Running");
    drills.startSiteTest(GATEWAY, SITE, new CallOptions(Duration.ofMinutes(10), told::add));
    assertThat(arm.service.sent().get(0).query())
        .isEqualTo("api-version=2025-03-01&peeringLocation=Silicon%20Valley");
    assertThat(arm.service.lines())
        .containsExactly(
            START, "GET /operations/1", DETAILS, "GET /details", DETAILS, "GET /details");
    assertThat(told)
        .singleElement()
        .extracting(AsyncOperation::statusAddress)
        .isEqualTo(FakeArm.ENDPOINT + "/operations/1");
  }

  @Test
  void stoppingNotesHowItWentAndWaitsUntilTheTestIsOver() throws InterruptedException {
    arm.service.on(STOP, accepted("2"));
    operation("2", "Succeeded");
    states("Stopping", "Completed");
    drills.stopSiteTest(GATEWAY, SITE, false, callOptions);
    assertThat(arm.service.sent().get(0).body())
        .contains("\"peeringLocation\":\"Silicon Valley\"")
        .contains("\"wasSimulationSuccessful\":false");
  }

  @Test
  void startThatIsRefusedBecauseTheTestRunsHasStarted() throws InterruptedException {
    arm.service.on(START, Answer.none(new IOException("reset")), Answer.of(409, REFUSED));
    states("Starting", "Running");
    drills.startSiteTest(GATEWAY, SITE, callOptions);
    assertThat(arm.service.lines()).filteredOn(START::equals).hasSize(2);
  }

  @Test
  void stopThatIsRefusedBecauseNoTestRunsHasStopped() throws InterruptedException {
    arm.service.on(STOP, 409, REFUSED);
    states("");
    drills.stopSiteTest(GATEWAY, SITE, true, callOptions);
    assertThat(arm.service.lines()).containsExactly(STOP, DETAILS, "GET /details");
  }

  @Test
  void stopThatIsRefusedWhileTheTestRunsIsAnError() {
    arm.service.on(STOP, 409, REFUSED);
    states("Running");
    assertThatThrownBy(() -> drills.stopSiteTest(GATEWAY, SITE, true, callOptions))
        .hasMessage("not now");
  }

  @Test
  void startThatIsRefusedAndDidNotStartIsAnError() {
    arm.service.on(START, 400, REFUSED);
    states("Completed");
    assertThatThrownBy(() -> drills.startSiteTest(GATEWAY, SITE, callOptions))
        .hasMessage("not now")
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  @Test
  void refusalIsToldWhenTheTestCannotBeAskedEither() {
    arm.service.on(START, 400, REFUSED).on(DETAILS, 400, "{\"error\":{\"code\":\"Other\"}}");
    assertThatThrownBy(() -> drills.startSiteTest(GATEWAY, SITE, callOptions))
        .hasMessage("not now");
  }

  @Test
  void testThatFailsIsAnErrorWithItsState() {
    arm.service.on(STOP, accepted("3"));
    operation("3", "Succeeded");
    states("StopFailed");
    assertThatThrownBy(() -> drills.stopSiteTest(GATEWAY, SITE, true, callOptions))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FAILED))
        .hasMessage(
            "The site failover test of the virtual network gateway er at Silicon Valley was not"
                + " stopped: Azure reports its state as stopfailed.");
  }

  @Test
  void testThatDoesNotStartInTimeIsNotWaitedForForever() {
    arm.service.on(START, accepted("4"));
    operation("4", "Succeeded");
    states("Starting");
    assertThatThrownBy(() -> drills.startSiteTest(GATEWAY, SITE, callOptions))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT))
        .hasMessage(
            "The site failover test of the virtual network gateway er at Silicon Valley was not"
                + " started in time: Azure reports its state as starting.");
    assertThat(arm.time.slept().stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofMinutes(11));
  }

  @Test
  void whoMayNotIsToldAtOnce() {
    arm.service.on(START, 403, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}");
    assertThatThrownBy(() -> drills.startSiteTest(GATEWAY, SITE, callOptions)).hasMessage("no");
    assertThat(arm.service.lines()).containsExactly(START);
  }

  @Test
  void testRunsFromItsStartUntilItsStopIsDone() throws InterruptedException {
    states("Starting", "Running", "Stopping", "StopFailed", "Completed", "StartFailed", "");
    List<Boolean> running = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      running.add(drills.isSiteTestRunning(GATEWAY, SITE));
    }
    assertThat(running).containsExactly(true, true, true, true, false, false, false);
    assertThat(arm.service.sent().get(0).query())
        .contains("api-version=2025-03-01", "type=SingleSiteFailover", "fetchLatest=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", ""})
  void gatewayWithoutTestsRunsNone(String body) throws InterruptedException {
    arm.service.on(DETAILS, 200, body);
    assertThat(drills.isSiteTestRunning(GATEWAY, SITE)).isFalse();
  }

  @Test
  void answerThatIsNoListIsNotTakenForNone() {
    arm.service.on(DETAILS, 200, "<html>");
    assertThatThrownBy(() -> drills.isSiteTestRunning(GATEWAY, SITE))
        .hasMessage(
            "The answer about the site failover test of the virtual network gateway er at Silicon"
                + " Valley could not be understood: it is not the JSON that was expected");
  }
}
