package io.github.hybridnet.azure.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of a removal. */
class RemovedResourceTest extends OperationRig {

  @Test
  void aRemovalEndsWhenTheResourceIsGone() throws InterruptedException {
    expected = ExpectedOutcome.DELETED;
    states.addAll(List.of("Deleting", "Succeeded"));
    arm.service.on("GET " + OPERATION, Answer.of(200, RUNNING), Answer.of(200, DONE));
    await(answered("", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));
    assertThat(states).isEmpty();
    assertThat(arm.service.sent()).hasSize(2);
  }

  @Test
  void aForgottenRemovalEndsWhenTheResourceIsGone() throws InterruptedException {
    expected = ExpectedOutcome.DELETED;
    states.addAll(List.of("Deleting", "Deleting"));
    arm.service.on("GET " + OPERATION, 404, "");
    await(answered("", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));
    assertThat(states).isEmpty();
  }

  @Test
  void aRemovalThatRemovesNothingHasFailed() {
    expected = ExpectedOutcome.DELETED;
    states.addAll(Collections.nCopies(20, "Succeeded"));
    arm.service.on("GET " + OPERATION, 200, DONE);
    assertFails(
        Kind.FAILED, "ResourceStillThere", "The resource was deleted, but it still exists.");
  }

  @Test
  void aFailedRemovalIsAFailure() {
    expected = ExpectedOutcome.DELETED;
    states.add("Failed");
    arm.service.on("GET " + OPERATION, 404, "");
    assertFails(
        Kind.FAILED,
        "ProvisioningFailed",
        "The resource's provisioning state is 'Failed', and Azure does not say why. See the"
            + " activity log of the resource in Azure.");
  }

  @Test
  void aRemovalThatNeverEndsEndsWhenTheResourceWasGoneForMinutes() throws InterruptedException {
    expected = ExpectedOutcome.DELETED;
    states.add("Deleting");
    arm.service.on("GET " + OPERATION, 200, RUNNING);
    await(answered("", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));
    assertThat(waited()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
  }

  @ParameterizedTest
  @CsvSource({"PT1S, 1 second", "PT30S, 30 seconds", "PT1M, 1 minute", "PT2H, 120 minutes"})
  void theLimitIsSaidInWords(Duration limit, String words) {
    expected = ExpectedOutcome.DELETED;
    arm.service.on("GET " + OPERATION, 200, RUNNING);
    OperationTarget operationTarget =
        new OperationTarget("subnet hub/a", () -> Optional.of("Deleting"), expected);
    AcceptedResponse acceptedResponse =
        answered("", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION);
    assertThatThrownBy(
            () ->
                arm.operations()
                    .await(acceptedResponse, operationTarget, CallOptions.within(limit)))
        .hasMessage(
            "The subnet hub/a was not deleted within "
                + words
                + ". Azure continues it. Run the goal again to wait for it.");
  }
}
