package io.github.hybridnet.azure.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongRunningOperationsTest extends OperationRig {

  @Test
  void whatSucceededAtOnceIsNotAskedFor() throws InterruptedException {
    await(answered("Succeeded", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));
    assertThat(arm.service.sent()).isEmpty();
    assertThat(arm.time.slept()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void tellsOfTheOperationBeforeItWaits() {
    AcceptedResponse acceptedResponse =
        answered("Updating", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION);
    acceptedResponse
        .headers()
        .set(HttpHeaderName.LOCATION, FakeArm.ENDPOINT + RESULT)
        .set(HttpHeaderName.fromString("x-ms-request-id"), "req-1");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> await(acceptedResponse)).isInstanceOf(InterruptedException.class);
    assertThat(told)
        .containsExactly(
            new AsyncOperation(FakeArm.ENDPOINT + OPERATION, FakeArm.ENDPOINT + RESULT, "req-1"));
  }

  @Test
  void asksTheOperationAsOftenAsTheServiceSays() throws InterruptedException {
    arm.service.on(
        "GET " + OPERATION,
        Answer.of(200, RUNNING).with("Retry-After", "100"),
        Answer.of(200, RUNNING).with("retry-after-ms", "40").with("Retry-After", "1"),
        Answer.of(200, RUNNING),
        Answer.of(200, DONE));

    AcceptedResponse acceptedResponse =
        answered("Updating", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION);
    acceptedResponse.headers().set(HttpHeaderName.LOCATION, FakeArm.ENDPOINT + RESULT);
    await(acceptedResponse);

    assertThat(arm.time.slept())
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(100),
            Duration.ofMillis(40),
            Duration.ofSeconds(10));
  }

  @Test
  void readsRetryAfterAsDate() throws InterruptedException {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            arm.time.instant().plusSeconds(31).atZone(ZoneOffset.UTC));
    arm.service.on(
        "GET " + OPERATION,
        Answer.of(200, RUNNING).with("Retry-After", date),
        Answer.of(200, DONE));

    await(answered("Updating", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));

    assertThat(arm.time.slept()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  @Test
  void boundsWhatTheServiceSays() throws InterruptedException {
    arm.service.on(
        "GET " + OPERATION,
        Answer.of(200, RUNNING).with("Retry-After", "86400"),
        Answer.of(200, RUNNING).with("Retry-After", "0"),
        Answer.of(200, RUNNING).with("retry-after-ms", "1"),
        Answer.of(200, DONE));

    await(answered("Updating", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));

    assertThat(arm.time.slept())
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            Duration.ofMillis(10));
  }

  @Test
  void followsTheLocationWhenThereIsNoOperation() throws InterruptedException {
    arm.service.on(
        "GET " + RESULT, Answer.of(202, "null").with("Retry-After", "2"), Answer.of(204, ""));

    await(answered("Updating", "Location", FakeArm.ENDPOINT + RESULT));

    assertThat(arm.service.sent()).hasSize(2);
  }

  @Test
  void asksTheResourceWhenThereIsNoAddress() throws InterruptedException {
    states.addAll(List.of("Updating", "Updating", "Succeeded"));
    await(
        new AcceptedResponse(
            new HttpHeaders(), "{\"properties\":{\"provisioningState\":\"Updating\"}}"));
    assertThat(states).isEmpty();
    assertThat(arm.time.slept())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  @Test
  void theResourceDecidesWhenTheOperationIsForgotten() throws InterruptedException {
    arm.service.on(
        "GET " + OPERATION,
        Answer.of(404, "{\"error\":{\"code\":\"NotFound\",\"message\":\"Operation not found\"}}"));
    states.addAll(List.of("Updating", "Succeeded"));

    await(answered("Updating", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));

    assertThat(arm.service.sent()).hasSize(1);
    assertThat(states).isEmpty();
  }

  @Test
  void aForgottenOperationOfAFailedResourceHasFailed() {
    arm.service.on("GET " + OPERATION, 404, "");
    states.add("Failed");
    assertFails(
        Kind.FAILED,
        "ProvisioningFailed",
        "The resource's provisioning state is 'Failed', and Azure does not say why. See the"
            + " activity log of the resource in Azure.");
  }

  @Test
  void aForgottenOperationOfAnAbsentResourceHasFailed() {
    arm.service.on("GET " + OPERATION, 404, "");
    assertFails(Kind.FAILED, "ResourceMissing", "The resource does not exist.");
    assertThat(waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
  }

  /** Azure/azure-rest-api-specs issue 10148: 404 for some seconds after a creation. */
  @Test
  void aForgottenCreationEndsWhenTheResourceIsShown() throws InterruptedException {
    arm.service.on("GET " + OPERATION, 404, "");
    states.addAll(List.of("", "", "Succeeded"));
    await();
    assertThat(states).isEmpty();
  }

  @Test
  void aFailedOperationSaysWhyWithItsDetails() {
    arm.service.on(
        "GET " + OPERATION,
        Answer.of(
                200,
                "{\"status\":\"Failed\",\"error\":{\"code\":\"GatewayFailed\",\"message\":\"Outer."
                    + "\",\"details\":[{\"code\":\"InvalidGatewaySize\",\"message\":\"Inner.\"}]}}")
            .with("x-ms-request-id", "req-1"));
    assertThatThrownBy(this::await)
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.FAILED);
              assertThat(e.code()).isEqualTo("GatewayFailed");
              assertThat(e.requestId()).contains("req-1");
            })
        .hasMessage("Outer. InvalidGatewaySize: Inner.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Canceled", "Cancelled", "failed"})
  void anOperationThatEndsOtherwiseHasFailed(String status) {
    arm.service.on("GET " + OPERATION, 200, "{\"status\":\"" + status + "\"}");
    assertFails(
        Kind.FAILED,
        "Operation" + status,
        "The operation ended as '" + status + "', and Azure does not say why.");
  }

  @Test
  void stopsWaitingAtTheLimit() {
    arm.service.on("GET " + OPERATION, 200, RUNNING);
    assertFails(
        Kind.TIMED_OUT,
        "StillRunning",
        "The virtual network gateway gw was not finished within 90 minutes. Azure continues it."
            + " Run the goal again to wait for it.");
    assertThat(arm.time.slept().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(LIMIT);
  }

  @Test
  void anInterruptionEndsTheWaitAtOnce() {
    arm.service.on("GET " + OPERATION, 200, RUNNING);
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::await).isInstanceOf(InterruptedException.class);
    assertThat(arm.service.sent()).isEmpty();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void neverShowsTheBody() {
    assertThat(new AcceptedResponse(new HttpHeaders(), "canary").toString())
        .doesNotContain("canary");
  }
}
