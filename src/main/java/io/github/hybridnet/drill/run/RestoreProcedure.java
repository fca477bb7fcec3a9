package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.api.SafeListener;
import io.github.hybridnet.drill.lease.DrillRecordStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts ExpressRoute back. There is no other way to do it: the drill, Ctrl-C, {@code restore} and
 * {@code deploy-network} all come here. It is never cut off, and ends when what stands says that
 * ExpressRoute is back, or when Azure refuses for good.
 */
public final class RestoreProcedure {
  /** The code that says that ExpressRoute could not be put back. */
  static final String NOT_RESTORED = "HN5030";

  /** The code that says that there is nothing left to be put back. */
  static final String REMOVED = "HN5034";

  /** When somebody who reads along should know how to do it by hand. */
  private static final int MANY_TRIES = 6;

  private final DrillTime time;
  private final RestoreRetryPolicy retryPolicy;
  private final Consumer<String> listener;

  /**
   * A restore.
   *
   * @param listener told of every try that did not work
   */
  public RestoreProcedure(DrillTime time, RestoreRetryPolicy retryPolicy, Consumer<String> tell) {
    this.time = time;
    this.retryPolicy = retryPolicy;
    this.listener = SafeListener.of(tell);
  }

  /**
   * Puts ExpressRoute back in this thread, and then removes what tells of the drill. Never throws;
   * an interruption is remembered and set again at the end.
   */
  public RestoreResult run(DisconnectAction disconnectAction, DrillRecordStore drillRecordStore) {
    RestoreRetryLoop effort = new RestoreRetryLoop(time, retryPolicy, listener);
    try {
      if (disconnectAction.wasRefused()) {
        return restored(false, List.of(), drillRecordStore.remove(), disconnectAction);
      }
      UndoAttempts undoAttempts = new UndoAttempts(disconnectAction, effort);
      Optional<String> problem = effort.retry(undoAttempts::attempt);
      if (undoAttempts.nothingToRestore) {
        List<DrillFinding> warnings = new ArrayList<>(List.of(moot(disconnectAction)));
        warnings.addAll(drillRecordStore.remove());
        return restored(false, List.of(), warnings, disconnectAction);
      }
      return problem.isPresent()
          ? failed(disconnectAction, effort, problem.get())
          : succeeded(disconnectAction, drillRecordStore, undoAttempts.wrote || effort.tries() > 1);
    } finally {
      effort.end();
    }
  }

  /** One lever being undone. */
  private final class UndoAttempts {
    private final DisconnectAction disconnectAction;
    private final RestoreRetryLoop effort;
    private boolean wrote;
    private boolean nothingToRestore;

    UndoAttempts(DisconnectAction disconnectAction, RestoreRetryLoop effort) {
      this.disconnectAction = disconnectAction;
      this.effort = effort;
    }

    void attempt() throws InterruptedException {
      if (effort.tries() == MANY_TRIES) {
        listener.accept("By hand it is done so:");
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

    /** What cannot be looked at says nothing: why it was not put back has to be told. */
    private boolean hasNothingToRestore() throws InterruptedException {
      try {
        if (!disconnectAction.hasNothingToRestore()) {
          return false;
        }
        time.sleeper().sleep(retryPolicy.lateRequest());
        return disconnectAction.hasNothingToRestore();
      } catch (CloudException unread) {
        return false;
      }
    }

    private void restore() throws InterruptedException {
      Duration limit = retryPolicy.attemptLimit();
      if (!disconnectAction.restore(limit) && !wrote) {
        // A request that was sent before somebody was stopped may arrive only now.
        time.sleeper().sleep(retryPolicy.lateRequest());
        wrote = disconnectAction.restore(limit);
      } else {
        wrote = true;
      }
      if (disconnectAction.isDisconnected()) {
        throw RestoreRetryLoop.stillDisconnected(
            "What stands says that ExpressRoute is still away");
      }
    }
  }

  private static RestoreResult failed(
      DisconnectAction disconnectAction, RestoreRetryLoop effort, String problem) {
    DrillFinding drillFinding =
        new DrillFinding(
            NOT_RESTORED,
            "ExpressRoute was not put back: the "
                + disconnectAction.target()
                + " (resource group "
                + disconnectAction.target().resourceGroup()
                + ") is still as the drill left it, after "
                + effort.tries()
                + " tries in "
                + text(effort.elapsed())
                + ". The last one failed with "
                + problem
                + ".",
            "mend what Azure names and run hybridnet:restore, or put ExpressRoute back by hand:");
    return new RestoreResult(
        Optional.of(drillFinding),
        true,
        List.of(),
        List.of(),
        disconnectAction.manualUndoCommands());
  }

  private static String text(Duration duration) {
    return duration.toMinutes() == 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  private RestoreResult succeeded(
      DisconnectAction disconnectAction, DrillRecordStore drillRecordStore, boolean wrote) {
    List<DrillFinding> warnings = new ArrayList<>();
    List<String> changed = differences(disconnectAction, drillRecordStore, warnings);
    if (!changed.isEmpty()) {
      warnings.add(changedByOthers(disconnectAction, changed));
    }
    warnings.addAll(drillRecordStore.remove());
    return restored(wrote, changed, warnings, disconnectAction);
  }

  private static RestoreResult restored(
      boolean wrote,
      List<String> changed,
      List<DrillFinding> warnings,
      DisconnectAction disconnectAction) {
    return new RestoreResult(
        Optional.empty(), wrote, changed, warnings, disconnectAction.manualUndoCommands());
  }

  /** A look that fails takes nothing away from the restore. */
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
    RestoreRetryLoop effort = new RestoreRetryLoop(time, shorter, line -> {});
    try {
      Optional<String> problem =
          effort.retry(() -> definitionHolder.resourceDefinition = disconnectAction.definition());
      if (problem.isPresent()) {
        warnings.add(notCompared(disconnectAction, problem.get()));
        return List.of();
      }
    } finally {
      effort.end();
    }
    boolean same =
        fingerprint.isEmpty()
            || fingerprint.equals(definitionHolder.resourceDefinition.fingerprint());
    if (same) {
      return List.of();
    }
    return before.isEmpty()
        ? List.of("what differs is known only where the drill was run")
        : before.differences(definitionHolder.resourceDefinition);
  }

  /** What a look has seen. */
  private static final class DefinitionHolder {
    private ResourceDefinition resourceDefinition = ResourceDefinition.NONE;
  }

  private static DrillFinding moot(DisconnectAction disconnectAction) {
    return new DrillFinding(
        REMOVED,
        "What the drill's lever moved, the "
            + disconnectAction.target()
            + ", has been removed with all that it belongs to; there is nothing to put back.",
        "nothing has to be done; hybridnet:deploy-network makes it anew");
  }

  private static DrillFinding changedByOthers(
      DisconnectAction disconnectAction, List<String> changed) {
    return new DrillFinding(
        "HN5032",
        "The "
            + disconnectAction.target()
            + " is not defined as it was before the drill; what others changed meanwhile was kept: "
            + String.join("; ", changed)
            + ".",
        "see whether that is meant; hybridnet:plan shows what is declared otherwise");
  }

  private static DrillFinding notCompared(DisconnectAction disconnectAction, String problem) {
    return new DrillFinding(
        "HN5033",
        "Whether the "
            + disconnectAction.target()
            + " is defined as before the drill could not be read: "
            + problem
            + ".",
        "see hybridnet:status");
  }
}
