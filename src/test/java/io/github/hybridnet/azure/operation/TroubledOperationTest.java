package io.github.hybridnet.azure.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Operations that do not simply end, and questions that are not simply answered. */
class TroubledOperationTest extends OperationRig {

  @Test
  void anOperationThatNeverEndsEndsWhenTheResourceWasReadyForMinutes() throws InterruptedException {
    states.addAll(List.of("Updating", "Succeeded", "Succeeded", "Succeeded"));
    arm.service.on("GET " + OPERATION, 200, RUNNING);
    await();
    assertThat(states).isEmpty();
    assertThat(waited()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
  }

  @Test
  void aResourceThatCannotBeAskedProvesNothing() {
    arm.service.on("GET " + OPERATION, 200, RUNNING);
    ResourceStateReader refused =
        () -> {
          throw new CloudException(
              Kind.UNAUTHORIZED, "AuthorizationFailed", "no", CloudException.Answer.NONE, null);
        };
    OperationTarget operationTarget =
        new OperationTarget("virtual network gateway gw", refused, ExpectedOutcome.EXISTS);
    assertThatThrownBy(
            () ->
                arm.operations()
                    .await(
                        answered("", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION),
                        operationTarget,
                        CallOptions.within(LIMIT)))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
  }

  @Test
  void aRefusedTokenIsAskedWithAgain() throws InterruptedException {
    Answer refused =
        Answer.of(
            401, "{\"error\":{\"code\":\"ExpiredAuthenticationToken\",\"message\":\"Old.\"}}");
    arm.service.on(
        "GET " + OPERATION,
        refused,
        refused,
        refused,
        Answer.of(200, RUNNING),
        Answer.of(200, DONE));
    await();
    assertThat(arm.service.sent()).hasSize(5);
  }

  @Test
  void aTokenThatStaysRefusedIsFinal() {
    arm.service.on(
        "GET " + OPERATION,
        401,
        "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"No.\"}}");
    assertFails(Kind.UNAUTHORIZED, "InvalidAuthenticationToken", "No.");
    // Four questions, of which the first and, half a minute later, the last got another token.
    assertThat(arm.service.sent()).hasSize(6);
  }

  @Test
  void anExpiredTokenCostsNoQuestion() throws InterruptedException {
    Answer refused =
        Answer.of(
            401, "{\"error\":{\"code\":\"ExpiredAuthenticationToken\",\"message\":\"Old.\"}}");
    arm.service.on(
        "GET " + OPERATION, refused, Answer.of(200, RUNNING), refused, Answer.of(200, DONE));
    await();
    assertThat(arm.service.sent()).hasSize(4);
    assertThat(arm.time.slept()).hasSize(2);
  }

  @Test
  void aSignInThatFailsMeanwhileIsTriedAgain() throws InterruptedException {
    arm.credential = failingAt(2, 3);
    arm.service.on(
        "GET " + OPERATION,
        Answer.of(401, "{\"error\":{\"code\":\"ExpiredAuthenticationToken\"}}"),
        Answer.of(401, "{\"error\":{\"code\":\"ExpiredAuthenticationToken\"}}"),
        Answer.of(401, "{\"error\":{\"code\":\"ExpiredAuthenticationToken\"}}"),
        Answer.of(200, DONE));
    await();
    assertThat(arm.service.sent()).hasSize(4);
  }

  @Test
  void aSignInThatFailsForeverIsFinal() {
    arm.credential = failingAt(2, 99);
    arm.service.on(
        "GET " + OPERATION, 401, "{\"error\":{\"code\":\"ExpiredAuthenticationToken\"}}");
    assertFails(Kind.UNAUTHORIZED, "SignInFailed", "no sign-in");
    assertThat(arm.service.sent()).hasSize(4);
  }

  /** A credential that gives no token from one time to another that it is asked. */
  private static TokenCredential failingAt(int first, int last) {
    AtomicInteger asked = new AtomicInteger();
    return request -> {
      int time = asked.incrementAndGet();
      return time >= first && time <= last
          ? Mono.error(new ClientAuthenticationException("no sign-in", null))
          : FakeArm.credential().getToken(request);
    };
  }

  @Test
  void throttledQuestionsWaitAsLongAsTheServiceSays() throws InterruptedException {
    Answer throttled =
        Answer.of(429, "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Slow.\"}}")
            .with("Retry-After", "160");
    arm.service.on(
        "GET " + OPERATION,
        throttled,
        throttled,
        throttled,
        throttled,
        throttled,
        throttled,
        Answer.of(200, DONE));
    await();
    assertThat(arm.time.slept().subList(1, 7)).containsOnly(Duration.ofSeconds(160));
  }

  @Test
  void anErrorInsideTheServiceDoesNotEndTheWait() throws InterruptedException {
    Answer broken =
        Answer.of(500, "{\"error\":{\"code\":\"InternalServerError\",\"message\":\"Oops.\"}}");
    arm.service.on(
        "GET " + OPERATION,
        broken,
        broken,
        broken,
        broken,
        broken,
        broken,
        Answer.of(200, RUNNING),
        Answer.of(200, DONE));
    await();
    assertThat(arm.service.sent()).hasSize(8);
  }

  @Test
  void anOperationThatSomebodyElsesOvertookIsALostRace() {
    arm.service.on(
        "GET " + OPERATION,
        200,
        "{\"status\":\"Canceled\",\"error\":{\"code\":\"Canceled\",\"message\":\"Operation was"
            + " canceled.\",\"details\":[{\"code\":\"CanceledAndSupersededDueToAnotherOperation\","
            + "\"message\":\"By another.\"}]}}");
    assertFails(
        Kind.CONFLICT,
        "CanceledAndSupersededDueToAnotherOperation",
        "Operation was canceled. CanceledAndSupersededDueToAnotherOperation: By another.");
    assertThat(arm.service.sent()).hasSize(1);
  }

  @Test
  void anOperationThatFailedBecauseOfAnotherIsNotWaitedForAnyMore() {
    arm.service.on(
        "GET " + OPERATION,
        200,
        "{\"status\":\"Failed\",\"error\":{\"code\":\"RetryableError\",\"message\":\"Later.\"}}");
    assertFails(Kind.BUSY, "RetryableError", "Later.");
    assertThat(arm.service.sent()).hasSize(1);
  }

  @Test
  void survivesLostAnswers() throws InterruptedException {
    arm.service.on(
        "GET " + OPERATION,
        Answer.none(new IOException("reset")),
        Answer.none(new IOException("reset")),
        Answer.none(new IOException("reset")),
        Answer.none(new IOException("reset")),
        Answer.none(new IOException("reset")),
        Answer.of(503, ""),
        Answer.of(200, DONE));
    await();
    assertThat(arm.service.sent()).hasSize(7);
  }

  @Test
  void givesUpWhenNothingAnswersAnyMore() {
    arm.service.on("GET " + OPERATION, Answer.none(new IOException("reset")));
    assertFails(
        Kind.UNREACHABLE,
        "ConnectionLost",
        "The connection ended before there was a complete answer.");
  }

  @Test
  void aRefusedQuestionIsFinal() {
    arm.service.on(
        "GET " + OPERATION,
        403,
        "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"You may not.\"}}");
    assertFails(Kind.UNAUTHORIZED, "AuthorizationFailed", "You may not.");
    assertThat(arm.service.sent()).hasSize(1);
  }

  /** No token goes to another host, and the operation goes on all the same. */
  @Test
  void anOperationOnAnotherHostIsFollowedByItsResource() throws InterruptedException {
    states.addAll(List.of("Updating", "Succeeded"));
    await(answered("Updating", "Azure-AsyncOperation", "https://westus2.example" + OPERATION));
    assertThat(states).isEmpty();
    assertThat(arm.service.sent()).isEmpty();
  }
}
