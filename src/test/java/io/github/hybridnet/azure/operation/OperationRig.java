package io.github.hybridnet.azure.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A service with an operation, and the resource that it works on. */
abstract class OperationRig {
  static final String OPERATION = "/subscriptions/s/operations/1";
  static final String RESULT = "/subscriptions/s/operationResults/1";
  static final Duration LIMIT = Duration.ofMinutes(90);
  static final String RUNNING = "{\"status\":\"InProgress\"}";
  static final String DONE = "{\"status\":\"Succeeded\"}";

  final FakeArm arm = new FakeArm();

  /** What a look at the resource shows, one after the other; an empty text is its absence. */
  final Deque<String> states = new ArrayDeque<>();

  final List<AsyncOperation> told = new ArrayList<>();
  ExpectedOutcome expected = ExpectedOutcome.EXISTS;

  Duration waited() {
    return arm.time.slept().stream().reduce(Duration.ZERO, Duration::plus);
  }

  void resume(String status, String result) throws InterruptedException {
    ResourceStateReader state = () -> Optional.ofNullable(states.poll());
    OperationTarget operationTarget =
        new OperationTarget("virtual network gateway gw", state, ExpectedOutcome.IDLE);
    arm.operations().resume(new AsyncOperation(status, result, null), operationTarget, LIMIT);
  }

  void assertFails(Kind kind, String code, String message) {
    assertThatThrownBy(this::await)
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.code()).isEqualTo(code);
            })
        .hasMessage(message);
  }

  void await() throws InterruptedException {
    await(answered("Updating", "Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION));
  }

  void await(AcceptedResponse acceptedResponse) throws InterruptedException {
    ResourceStateReader state = () -> Optional.ofNullable(states.poll()).filter(s -> !s.isEmpty());
    OperationTarget operationTarget =
        new OperationTarget("virtual network gateway gw", state, expected);
    arm.operations().await(acceptedResponse, operationTarget, new CallOptions(LIMIT, told::add));
  }

  static AcceptedResponse answered(String state, String header, String value) {
    HttpHeaders headers = new HttpHeaders().set(HttpHeaderName.fromString(header), value);
    return new AcceptedResponse(
        headers, "{\"properties\":{\"provisioningState\":\"" + state + "\"}}");
  }
}
