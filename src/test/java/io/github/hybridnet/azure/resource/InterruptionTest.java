package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a call may take long, the build ends it at once, whatever it waits for just then. */
class InterruptionTest {
  private static final ResourceKey ADDRESS =
      new ResourceKey("s", "rg", ResourceType.PUBLIC_IP, "pip");
  private static final String PATH = ADDRESS.id();
  private static final String OPERATION = "/subscriptions/s/operations/1";
  private static final String AT_WORK = "{\"properties\":{\"provisioningState\":\"Updating\"}}";

  private final FakeArm arm = new FakeArm();

  @AfterEach
  void leaveNoInterruptionToOtherTests() {
    Thread.interrupted();
  }

  @Test
  void ofAWrite() {
    arm.service.on("GET " + PATH, 200, "{\"etag\":\"1\"}").on("PUT " + PATH, Answer.interrupted());
    assertInterrupts(this::write);
    assertThat(arm.service.lines()).containsExactly("GET " + PATH, "PUT " + PATH);
  }

  @Test
  void ofAQuestionToTheOperation() {
    arm.service
        .on("GET " + PATH, 200, "{\"etag\":\"1\"}")
        .on("PUT " + PATH, begun().with("Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION))
        .on("GET " + OPERATION, Answer.interrupted());
    assertInterrupts(this::write);
    assertThat(arm.service.lines()).endsWith("PUT " + PATH, "GET " + OPERATION);
  }

  @Test
  void ofAQuestionToTheResource() {
    arm.service
        .on("GET " + PATH, Answer.of(200, "{\"etag\":\"1\"}"), Answer.interrupted())
        .on("PUT " + PATH, begun());
    assertInterrupts(this::write);
    assertThat(arm.service.lines()).endsWith("PUT " + PATH, "GET " + PATH);
  }

  @Test
  void ofARemoval() {
    arm.service.on("DELETE " + PATH, Answer.interrupted());
    assertInterrupts(() -> arm.cloud().delete(ADDRESS, limit()));
  }

  @Test
  void ofAQuestionForVersionsBeforeARemoval() {
    arm.service.on("GET /subscriptions/s/providers/Microsoft.Network", Answer.interrupted());
    assertInterrupts(() -> arm.laggingCloud().delete(ADDRESS, limit()));
    assertThat(arm.service.sent()).hasSize(1);
  }

  /** A read declares no interruption: the thread keeps it, and the next wait ends by it. */
  @Test
  void ofARead() {
    arm.service.on("GET " + PATH, Answer.interrupted());
    assertThatThrownBy(() -> arm.cloud().read(ADDRESS))
        .isInstanceOfSatisfying(
            CloudException.class,
            stopped -> {
              assertThat(stopped.kind()).isEqualTo(CloudException.Kind.UNREACHABLE);
              assertThat(stopped.code()).isEqualTo("Interrupted");
            });
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  private void write() throws InterruptedException {
    arm.change(ADDRESS, Map.of("properties", Map.of("idleTimeoutInMinutes", 5)));
  }

  private static Answer begun() {
    return Answer.of(201, AT_WORK);
  }

  private static CallOptions limit() {
    return CallOptions.within(Duration.ofMinutes(30));
  }

  private static void assertInterrupts(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InterruptedException.class)
        .hasMessage("The build was stopped.");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
