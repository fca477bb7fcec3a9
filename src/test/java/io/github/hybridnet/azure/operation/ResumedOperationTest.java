package io.github.hybridnet.azure.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for what an earlier run began. */
class ResumedOperationTest extends OperationRig {

  @Test
  void resumesTheOperationOfAnEarlierRunAtOnce() throws InterruptedException {
    arm.service.on("GET " + OPERATION, Answer.of(200, RUNNING), Answer.of(200, DONE));
    resume(FakeArm.ENDPOINT + OPERATION, null);
    assertThat(arm.time.slept()).containsExactly(Duration.ofMillis(10), Duration.ofSeconds(10));
  }

  @Test
  void aForgottenOperationOfAnEarlierRunEndsAsTheResourceSays() throws InterruptedException {
    states.addAll(List.of("Updating", "Succeeded"));
    arm.service.on("GET " + OPERATION, 404, "");
    resume(FakeArm.ENDPOINT + OPERATION, null);
    assertThat(states).isEmpty();
  }

  @Test
  void aResourceThatIsGoneEndsTheOperationOfAnEarlierRun() throws InterruptedException {
    arm.service.on("GET " + OPERATION, 404, "");
    resume(FakeArm.ENDPOINT + OPERATION, null);
    assertThat(arm.service.sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/operations/1", "not an address", ""})
  void anAddressFromAFileThatLeadsElsewhereIsNotFollowed(String address)
      throws InterruptedException {
    states.addAll(List.of("Updating", "Succeeded"));
    resume(address, null);
    assertThat(arm.service.sent()).isEmpty();
    assertThat(states).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400, InvalidSignature", "403, AuthorizationFailed", "410, Gone"})
  void anAddressFromAFileThatIsRefusedIsForgotten(int status, String code)
      throws InterruptedException {
    states.addAll(List.of("Updating", "Succeeded"));
    arm.service.on(
        "GET " + OPERATION, status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"No.\"}}");
    resume(FakeArm.ENDPOINT + OPERATION, null);
    assertThat(states).isEmpty();
  }

  @Test
  void theRemovalOfAGroupThatAnEarlierRunBeganTellsWhatStoodInItsWay() {
    arm.service.on(
        "GET " + RESULT,
        409,
        "{\"Error\":{\"Code\":\"ResourceGroupDeletionBlocked\",\"Message\":\"In use.\"}}");
    assertThatThrownBy(() -> resume(null, FakeArm.ENDPOINT + RESULT)).hasMessage("In use.");
  }

  @Test
  void anEarlierRunsOperationMayHaveFailed() {
    arm.service.on(
        "GET " + OPERATION,
        200,
        "{\"status\":\"Failed\",\"error\":{\"code\":\"C\",\"message\":\"Why.\"}}");
    assertThatThrownBy(() -> resume(FakeArm.ENDPOINT + OPERATION, null)).hasMessage("Why.");
  }

  @Test
  void anEarlierRunsOperationIsWaitedForUpToTheLimit() {
    arm.service.on("GET " + RESULT, 202, "null");
    assertThatThrownBy(() -> resume(null, FakeArm.ENDPOINT + RESULT))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT));
  }
}
