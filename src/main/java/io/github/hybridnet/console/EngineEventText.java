package io.github.hybridnet.console;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineEvent.EarlierFailed;
import io.github.hybridnet.engine.EngineEvent.Failed;
import io.github.hybridnet.engine.EngineEvent.Finished;
import io.github.hybridnet.engine.EngineEvent.LeftRunning;
import io.github.hybridnet.engine.EngineEvent.Postponed;
import io.github.hybridnet.engine.EngineEvent.Reattached;
import io.github.hybridnet.engine.EngineEvent.Retrying;
import io.github.hybridnet.engine.EngineEvent.RollingBack;
import io.github.hybridnet.engine.EngineEvent.Skipped;
import io.github.hybridnet.engine.EngineEvent.Started;
import io.github.hybridnet.engine.EngineEvent.StepAction;
import io.github.hybridnet.engine.EngineEvent.StillRunning;
import io.github.hybridnet.engine.EngineEvent.TookAlternative;
import io.github.hybridnet.engine.EngineEvent.WaitingForBuild;
import io.github.hybridnet.engine.EngineEvent.WaitingForOther;
import io.github.hybridnet.text.DurationText;
import io.github.hybridnet.text.PrintableText;

/** One line for each event of the engine. */
public final class EngineEventText {
  /** Longer ones are no codes. */
  private static final int LONGEST_CODE = 100;

  private EngineEventText() {}

  /** Writes the line of an event at its level. */
  public static void write(EngineEvent event, LineWriter out) {
    out.write(event.severity(), line(event));
  }

  /** The line of an event. */
  static String line(EngineEvent event) {
    if (event instanceof Started e) {
      return e.key() + ": " + doing(e.work());
    }
    if (event instanceof StillRunning e) {
      return e.key()
          + ": still "
          + doing(e.work())
          + ", "
          + DurationText.text(e.elapsed())
          + " elapsed, limit "
          + DurationText.text(e.limit());
    }
    if (event instanceof Finished e) {
      return e.key() + ": " + done(e.work()) + " in " + DurationText.text(e.elapsed());
    }
    if (event instanceof Failed e) {
      return e.key()
          + ": failed after "
          + DurationText.text(e.elapsed())
          + ": "
          + e.failure().inWords();
    }
    return rare(event);
  }

  private static String rare(EngineEvent event) {
    if (event instanceof Retrying e) {
      return e.key()
          + ": "
          + notReady(e.code())
          + " ("
          + PrintableText.line(e.code(), LONGEST_CODE)
          + "); trying again in "
          + DurationText.text(e.delay())
          + (OwnErrorCode.UNREACHABLE.contains(e.code()) ? ". " : ". Azure reports: ")
          + PrintableText.line(e.reason());
    }
    if (event instanceof TookAlternative e) {
      return e.key()
          + ": Azure requires another configuration ("
          + e.code()
          + "), which is created instead";
    }
    if (event instanceof WaitingForOther e) {
      return e.key()
          + ": another operation is changing this resource ("
          + e.provisioningState()
          + "); waiting for it to finish";
    }
    if (event instanceof WaitingForBuild e) {
      return e.key()
          + ": another goal of this build is writing the "
          + e.needed().quoted()
          + "; waiting for it to finish";
    }
    if (event instanceof LeftRunning e) {
      return left(e);
    }
    if (event instanceof Skipped e) {
      return e.key() + ": not tried, because of the " + e.because().quoted();
    }
    return resumed(event);
  }

  /** A missing answer, or one from another server, is not worded as Azure's. */
  private static String notReady(String code) {
    if (code.equals(OwnErrorCode.UNREADABLE_ANSWER)) {
      return "the answer could not be understood";
    }
    return OwnErrorCode.UNREACHABLE.contains(code)
        ? "Azure could not be reached"
        : "Azure is not ready";
  }

  private static String resumed(EngineEvent event) {
    if (event instanceof Reattached e) {
      return e.key()
          + ": an operation of an earlier run is still running ("
          + e.provisioningState()
          + "); waiting for it to finish";
    }
    if (event instanceof EarlierFailed e) {
      return e.key() + ": the operation of an earlier run failed: " + e.failure().inWords();
    }
    if (event instanceof Postponed e) {
      return e.key()
          + ": the other gateway blocks this one ("
          + e.code()
          + "); continuing with one gateway at a time";
    }
    if (event instanceof RollingBack e) {
      return e.key() + ": removed for a change that failed; creating it again as it was";
    }
    throw new IllegalArgumentException("Unknown event " + event.getClass().getName());
  }

  private static String left(LeftRunning e) {
    String requestId =
        e.operation()
            .map(AsyncOperation::requestId)
            .map(id -> " [request id " + id + "]")
            .orElse("");
    if (e.begun() instanceof WaitingForOther other) {
      return e.key()
          + ": stopped waiting while another operation is changing this resource ("
          + other.provisioningState()
          + "); the operation continues in Azure"
          + requestId
          + "; run the goal again to wait for it";
    }
    String begun = line(e.begun()) + " for " + DurationText.text(e.elapsed());
    return e.operation().isEmpty()
        ? begun
            + "; it is not known whether Azure accepted the request; run the goal again to check"
        : begun
            + "; the operation continues in Azure"
            + requestId
            + "; run the goal again to wait for it";
  }

  private static String doing(StepAction stepAction) {
    return switch (stepAction) {
      case CREATE -> "creating";
      case UPDATE -> "updating";
      case REMOVE -> "removing";
    };
  }

  private static String done(StepAction stepAction) {
    return switch (stepAction) {
      case CREATE -> "created";
      case UPDATE -> "updated";
      case REMOVE -> "removed";
    };
  }
}
