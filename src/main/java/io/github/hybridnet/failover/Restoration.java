package io.github.hybridnet.failover;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.journal.Trace;
import io.github.hybridnet.failover.lever.Definition;
import io.github.hybridnet.failover.lever.Lever;
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
public final class Restoration {
  /** The code that says that ExpressRoute could not be put back. */
  static final String NOT_BACK = "HN5030";

  /** The code that says that there is nothing left to be put back. */
  static final String REMOVED = "HN5034";

  /** When somebody who reads along should know how to do it by hand. */
  private static final int MANY_TRIES = 6;

  private final DrillTime time;
  private final RestorePatience patience;
  private final Consumer<String> tell;

  /**
   * A restore.
   *
   * @param tell told of every try that did not work
   */
  public Restoration(DrillTime time, RestorePatience patience, Consumer<String> tell) {
    this.time = time;
    this.patience = patience;
    this.tell = Tolerant.of(tell);
  }

  /**
   * Puts ExpressRoute back in this thread, and then removes what tells of the drill. Never throws;
   * an interruption is remembered and set again at the end.
   */
  public Restored run(Lever lever, Trace trace) {
    RestoreEffort effort = new RestoreEffort(time, patience, tell);
    try {
      if (lever.wasRefused()) {
        return back(false, List.of(), trace.remove(), lever);
      }
      Undone undone = new Undone(lever, effort);
      Optional<String> problem = effort.until(undone::once);
      if (undone.moot) {
        List<Finding> warnings = new ArrayList<>(List.of(moot(lever)));
        warnings.addAll(trace.remove());
        return back(false, List.of(), warnings, lever);
      }
      return problem.isPresent()
          ? failed(lever, effort, problem.get())
          : succeeded(lever, trace, undone.wrote || effort.tries() > 1);
    } finally {
      effort.end();
    }
  }

  /** One lever being undone. */
  private final class Undone {
    private final Lever lever;
    private final RestoreEffort effort;
    private boolean wrote;
    private boolean moot;

    Undone(Lever lever, RestoreEffort effort) {
      this.lever = lever;
      this.effort = effort;
    }

    void once() throws InterruptedException {
      if (effort.tries() == MANY_TRIES) {
        tell.accept("By hand it is done so:");
        lever.undoByHand().forEach(command -> tell.accept("  " + command));
      }
      try {
        putBack();
      } catch (CloudException failure) {
        moot = isMoot();
        if (!moot) {
          throw failure;
        }
      }
    }

    /** What cannot be looked at says nothing: why it was not put back has to be told. */
    private boolean isMoot() throws InterruptedException {
      try {
        if (!lever.isMoot()) {
          return false;
        }
        time.sleeper().sleep(patience.late());
        return lever.isMoot();
      } catch (CloudException unread) {
        return false;
      }
    }

    private void putBack() throws InterruptedException {
      Call call = Call.within(patience.attempt());
      if (!lever.undo(call) && !wrote) {
        // A request that was sent before somebody was stopped may arrive only now.
        time.sleeper().sleep(patience.late());
        wrote = lever.undo(call);
      } else {
        wrote = true;
      }
      if (lever.isPulled()) {
        throw RestoreEffort.notYet("What stands says that ExpressRoute is still away");
      }
    }
  }

  private static Restored failed(Lever lever, RestoreEffort effort, String problem) {
    Finding finding =
        new Finding(
            NOT_BACK,
            "ExpressRoute was not put back: the "
                + lever.target()
                + " (resource group "
                + lever.target().resourceGroup()
                + ") is still as the drill left it, after "
                + effort.tries()
                + " tries in "
                + text(effort.lasted())
                + ". The last one failed with "
                + problem
                + ".",
            "mend what Azure names and run hybridnet:restore, or put ExpressRoute back by hand:");
    return new Restored(Optional.of(finding), true, List.of(), List.of(), lever.undoByHand());
  }

  private static String text(Duration duration) {
    return duration.toMinutes() == 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  private Restored succeeded(Lever lever, Trace trace, boolean wrote) {
    List<Finding> warnings = new ArrayList<>();
    List<String> changed = differences(lever, trace, warnings);
    if (!changed.isEmpty()) {
      warnings.add(changedByOthers(lever, changed));
    }
    warnings.addAll(trace.remove());
    return back(wrote, changed, warnings, lever);
  }

  private static Restored back(
      boolean wrote, List<String> changed, List<Finding> warnings, Lever lever) {
    return new Restored(Optional.empty(), wrote, changed, warnings, lever.undoByHand());
  }

  /** A look that fails takes nothing away from the restore. */
  private List<String> differences(Lever lever, Trace trace, List<Finding> warnings) {
    Definition before = trace.before();
    String fingerprint = trace.record().fingerprint();
    Looked looked = new Looked();
    RestorePatience shorter =
        new RestorePatience(
            patience.lasting(),
            Duration.ZERO,
            patience.longestPause(),
            patience.attempt(),
            patience.late());
    RestoreEffort effort = new RestoreEffort(time, shorter, line -> {});
    try {
      Optional<String> problem = effort.until(() -> looked.definition = lever.definition());
      if (problem.isPresent()) {
        warnings.add(notCompared(lever, problem.get()));
        return List.of();
      }
    } finally {
      effort.end();
    }
    boolean same = fingerprint.isEmpty() || fingerprint.equals(looked.definition.fingerprint());
    if (same) {
      return List.of();
    }
    return before.isEmpty()
        ? List.of("what differs is known only where the drill was run")
        : before.differences(looked.definition);
  }

  /** What a look has seen. */
  private static final class Looked {
    private Definition definition = Definition.NONE;
  }

  private static Finding moot(Lever lever) {
    return new Finding(
        REMOVED,
        "What the drill's lever moved, the "
            + lever.target()
            + ", has been removed with all that it belongs to; there is nothing to put back.",
        "nothing has to be done; hybridnet:deploy-network makes it anew");
  }

  private static Finding changedByOthers(Lever lever, List<String> changed) {
    return new Finding(
        "HN5032",
        "The "
            + lever.target()
            + " is not defined as it was before the drill; what others changed meanwhile was kept: "
            + String.join("; ", changed)
            + ".",
        "see whether that is meant; hybridnet:plan shows what is declared otherwise");
  }

  private static Finding notCompared(Lever lever, String problem) {
    return new Finding(
        "HN5033",
        "Whether the "
            + lever.target()
            + " is defined as before the drill could not be read: "
            + problem
            + ".",
        "see hybridnet:status");
  }
}
