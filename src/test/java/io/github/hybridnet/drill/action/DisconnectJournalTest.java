package io.github.hybridnet.drill.action;

import static io.github.hybridnet.drill.action.DisconnectRig.CONNECTION;
import static io.github.hybridnet.drill.action.DisconnectRig.PEERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.journal.FileOperationJournal;
import io.github.hybridnet.engine.journal.OperationJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations of a drill are in the journal of running operations, as those of a deployment. */
class DisconnectJournalTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final AsyncOperation OPERATION =
      new AsyncOperation("https://management.azure.com/operations/1", null, "req-1");

  @TempDir private Path directory;

  private final DisconnectRig rig = new DisconnectRig();
  private final List<EngineEvent> events = new ArrayList<>();

  /** As a process has it that begins now. */
  private OperationJournal journal() {
    return new FileOperationJournal(
        directory,
        "https://management.azure.com",
        () -> Instant.EPOCH,
        warning -> {
          throw new AssertionError(warning);
        });
  }

  private DisconnectAction action(DisconnectMethod method) {
    DisconnectOptions options =
        new DisconnectOptions(rig.engine().with(journal()), events::add, false);
    return DisconnectActions.of(method, rig.ports, DisconnectRig.target(), options);
  }

  /** Azure accepts the request and works on, while the process ends. */
  private void stopWhileAzureWorks(DisconnectMethod method, ResourceKey key, String state) {
    rig.cloud.onAccept = written -> OPERATION;
    rig.cloud.whileApplying =
        written -> {
          rig.stand(key, rig.body(key), state);
          throw new InterruptedException("The build was stopped.");
        };
    assertThatThrownBy(() -> action(method).disconnect(LIMIT))
        .isInstanceOf(InterruptedException.class);
    rig.cloud.onAccept = written -> null;
    rig.cloud.whileApplying = written -> {};
  }

  @Test
  void aDisconnectThatWasStoppedIsRemembered() {
    stopWhileAzureWorks(DisconnectMethod.PEERING, PEERING, "Updating");
    assertThat(journal().running(PEERING)).contains(OPERATION);
  }

  @Test
  void aRemovalThatWasStoppedIsRemembered() {
    stopWhileAzureWorks(DisconnectMethod.CONNECTION, CONNECTION, "Deleting");
    assertThat(journal().running(CONNECTION)).contains(OPERATION);
  }

  @Test
  void theRestoreWaitsForTheOperationOfTheStoppedDisconnect() throws InterruptedException {
    stopWhileAzureWorks(DisconnectMethod.PEERING, PEERING, "Updating");
    rig.cloud.whileApplying =
        written -> {
          if (rig.cloud.applied.size() == 1) {
            rig.stand(PEERING, DisconnectRig.peering("Disabled"));
          }
        };

    assertThat(action(DisconnectMethod.PEERING).restore(ResourceDefinition.NONE, LIMIT)).isTrue();

    assertThat(rig.cloud.awaited).containsExactly(OPERATION);
    assertThat(rig.property(PEERING, "state")).isEqualTo("Enabled");
    assertThat(journal().running(PEERING)).isEmpty();
  }

  @Test
  void theRestoreSaysWhyTheStoppedDisconnectFailed() throws InterruptedException {
    stopWhileAzureWorks(DisconnectMethod.PEERING, PEERING, "Updating");
    CloudException failure = FakeCloud.failure(CloudException.Kind.FAILED, "InternalServerError");
    rig.cloud.fail(PEERING, failure);
    rig.cloud.whileApplying =
        written -> {
          if (rig.cloud.applied.size() == 1) {
            rig.stand(PEERING, DisconnectRig.peering("Enabled"), "Failed");
          }
        };

    assertThat(action(DisconnectMethod.PEERING).restore(ResourceDefinition.NONE, LIMIT)).isTrue();

    assertThat(events).contains(new EngineEvent.EarlierFailed(PEERING, failure));
    assertThat(rig.cloud.standing.get(PEERING).provisioningState()).isEqualTo("Succeeded");
  }

  @Test
  void whatAzureHasCompletedIsNotRemembered() throws InterruptedException {
    rig.cloud.onAccept = written -> OPERATION;
    for (DisconnectMethod method : List.of(DisconnectMethod.PEERING, DisconnectMethod.CONNECTION)) {
      DisconnectAction action = action(method);
      action.disconnect(LIMIT);
      assertThat(journal().running(action.target())).as("%s disconnected", method).isEmpty();
      action.restore(ResourceDefinition.NONE, LIMIT);
      assertThat(journal().running(action.target())).as("%s restored", method).isEmpty();
    }
  }
}
