package io.github.hybridnet.drill.api;

import java.time.Duration;

/**
 * Something that happened in a drill, for people to read and for the report. Its text holds no
 * secret.
 *
 * @param at when, since the drill's begin
 * @param step in which step
 * @param kind of what kind
 * @param text what, as a sentence or a part of one
 */
public record DrillEvent(Duration at, DrillStep step, Kind kind, String text) {

  /** What kinds of event there are. */
  public enum Kind {
    /** The drill begins the step that the event names. */
    STEP,
    /** Something that is worth a line. */
    INFO,
    /** Something that is not as it should be. */
    WARNING,
    /** Something that fails the drill. */
    FAILURE,
    /** A probe's target cannot be reached any more. */
    PROBE_DOWN,
    /** A probe's target can be reached again. */
    PROBE_UP
  }
}
