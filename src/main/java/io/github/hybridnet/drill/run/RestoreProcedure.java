package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.api.SafeListener;
import io.github.hybridnet.drill.lease.DrillRecordStore;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Restores ExpressRoute, in the only way that there is: the drill, Ctrl-C, {@code restore}, {@code
 * deploy-network} and {@code destroy} all come here. It is never cut off. It ends when Azure shows
 * that ExpressRoute is restored, or when Azure refuses for good.
 */
public final class RestoreProcedure {
  /** After so many tries the log shows the commands to restore ExpressRoute by hand. */
  private static final int MANY_TRIES = 6;

  /** Between two looks at a target that seems connected. */
  private static final Backoff LOOK_AGAIN = Backoff.fixed(Duration.ofSeconds(5));

  private final DrillTime time;
  private final RestoreRetryPolicy retryPolicy;
  private final Consumer<String> listener;

  /**
   * A restore with its clock and its patience.
   *
   * @param listener gets every try that failed, as a sentence
   */
  public RestoreProcedure(
      DrillTime time, RestoreRetryPolicy retryPolicy, Consumer<String> listener) {
    this.time = time;
    this.retryPolicy = retryPolicy;
    this.listener = SafeListener.of(listener);
  }

  /**
   * Restores ExpressRoute in this thread, and then removes the record of the drill. Never throws;
   * an interruption is remembered and set again at the end.
   */
  public RestoreResult run(DisconnectAction disconnectAction, DrillRecordStore drillRecordStore) {
    try (RestoreRetryLoop effort = new RestoreRetryLoop(time, retryPolicy, listener)) {
      if (disconnectAction.wasRefused()) {
        return restored(false, drillRecordStore.remove(), disconnectAction);
      }
      UndoAttempts undoAttempts =
          new UndoAttempts(disconnectAction, drillRecordStore.before(), effort);
      Optional<String> problem = effort.retry(undoAttempts::attempt);
      if (undoAttempts.nothingToRestore) {
        List<DrillFinding> warnings =
            new ArrayList<>(List.of(RestoreMessages.removed(disconnectAction.target())));
        warnings.addAll(drillRecordStore.remove());
        return restored(false, warnings, disconnectAction);
      }
      return problem.isPresent()
          ? failed(disconnectAction, effort, problem.get())
          : succeeded(disconnectAction, drillRecordStore, undoAttempts.wrote || effort.tries() > 1);
    }
  }

  /** The attempts to restore one disconnect. */
  private final class UndoAttempts {
    private final DisconnectAction disconnectAction;
    private final ResourceDefinition before;
    private final RestoreRetryLoop effort;
    private boolean wrote;
    private boolean nothingToRestore;

    UndoAttempts(
        DisconnectAction disconnectAction, ResourceDefinition before, RestoreRetryLoop effort) {
      this.disconnectAction = disconnectAction;
      this.before = before;
      this.effort = effort;
    }

    void attempt() throws InterruptedException {
      if (effort.tries() == MANY_TRIES) {
        listener.accept("The restore goes on. These commands restore ExpressRoute by hand:");
        disconnectAction.manualUndoCommands().forEach(command -> listener.accept("  " + command));
      }
      try {
        restore();
      } catch (CloudException failure) {
        nothingToRestore = hasNothingToRestore();
        if (!nothingToRestore) {
          throw failure;
        }
      }
    }

    /** Where that cannot be read, the failure of the restore is what has to be reported. */
    private boolean hasNothingToRestore() throws InterruptedException {
      try {
        return !untilLate(
            PolledCondition.of(disconnectAction::hasNothingToRestore, nothing -> !nothing));
      } catch (CloudException unread) {
        return false;
      }
    }

    /** A target that seems connected, until a look shows that it has to be restored. */
    private final class SeemingConnection implements PolledCondition<Boolean> {
      private final Duration limit;
      private boolean told;

      SeemingConnection(Duration limit) {
        this.limit = limit;
      }

      @Override
      public Boolean look() throws InterruptedException {
        return disconnectAction.restore(before, limit);
      }

      @Override
      public boolean isReached(Boolean restored) {
        return restored;
      }

      @Override
      public void waiting(Boolean restored, Duration waited) {
        if (!told) {
          told = true;
          listener.accept(
              RestoreMessages.seemsConnected(disconnectAction.target(), retryPolicy.lateRequest()));
        }
      }
    }

    private void restore() throws InterruptedException {
      Duration limit = retryPolicy.attemptLimit();
      if (wrote) {
        disconnectAction.restore(before, limit);
      } else {
        wrote = untilLate(new SeemingConnection(limit));
      }
      if (disconnectAction.isDisconnected()) {
        throw RestoreRetryLoop.stillDisconnected();
      }
    }
  }

  /**
   * Looks again: a request that was sent before somebody was stopped may arrive late, and a read
   * may show the state before it.
   */
  private boolean untilLate(PolledCondition<Boolean> condition) throws InterruptedException {
    return Poller.ofPauses(time.sleeper())
        .await(condition, LOOK_AGAIN, retryPolicy.lateRequest())
        .isReached();
  }

  private static RestoreResult failed(
      DisconnectAction disconnectAction, RestoreRetryLoop effort, String problem) {
    DrillFinding finding =
        RestoreMessages.notRestored(disconnectAction, effort.tries(), effort.elapsed(), problem);
    return new RestoreResult(
        Optional.of(finding), true, List.of(), disconnectAction.manualUndoCommands());
  }

  private RestoreResult succeeded(
      DisconnectAction disconnectAction, DrillRecordStore drillRecordStore, boolean wrote) {
    List<DrillFinding> warnings = new ArrayList<>();
    List<String> changed = differences(disconnectAction, drillRecordStore, warnings);
    if (!changed.isEmpty()) {
      warnings.add(RestoreMessages.changedByOthers(disconnectAction.target(), changed));
    }
    warnings.addAll(drillRecordStore.remove());
    return restored(wrote, warnings, disconnectAction);
  }

  private static RestoreResult restored(
      boolean wrote, List<DrillFinding> warnings, DisconnectAction disconnectAction) {
    return new RestoreResult(
        Optional.empty(), wrote, warnings, disconnectAction.manualUndoCommands());
  }

  /** A comparison that fails is a warning: ExpressRoute is restored all the same. */
  private List<String> differences(
      DisconnectAction disconnectAction,
      DrillRecordStore drillRecordStore,
      List<DrillFinding> warnings) {
    ResourceDefinition before = drillRecordStore.before();
    String fingerprint = drillRecordStore.record().fingerprint();
    DefinitionHolder definitionHolder = new DefinitionHolder();
    RestoreRetryPolicy shorter =
        new RestoreRetryPolicy(
            retryPolicy.refusedLimit(),
            Duration.ZERO,
            retryPolicy.longestPause(),
            retryPolicy.attemptLimit(),
            retryPolicy.lateRequest());
    try (RestoreRetryLoop effort = new RestoreRetryLoop(time, shorter, line -> {})) {
      Optional<String> problem =
          effort.retry(() -> definitionHolder.resourceDefinition = disconnectAction.definition());
      if (problem.isPresent()) {
        warnings.add(RestoreMessages.notCompared(disconnectAction.target(), problem.get()));
        return List.of();
      }
    }
    boolean same =
        fingerprint.isEmpty()
            || fingerprint.equals(definitionHolder.resourceDefinition.fingerprint());
    if (same) {
      return List.of();
    }
    return before.isEmpty()
        ? List.of("what they changed is known only on the machine that ran the drill")
        : before.differences(definitionHolder.resourceDefinition);
  }

  /** The definition that was read. */
  private static final class DefinitionHolder {
    private ResourceDefinition resourceDefinition = ResourceDefinition.NONE;
  }
}
