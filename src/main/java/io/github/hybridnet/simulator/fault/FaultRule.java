package io.github.hybridnet.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A rule that disturbs some calls.
 *
 * @param id its name
 * @param match what it is about
 * @param when which calls, and at which moment
 * @param effect what goes wrong
 * @param source the rule as it was given
 */
record FaultRule(
    String id, CallMatcher match, RuleTiming when, FaultEffect effect, ObjectNode source) {

  /**
   * Which calls, and at which moment.
   *
   * @param phase the moment
   * @param calls which of the calls that match
   */
  record RuleTiming(FaultPhase phase, CallSelection calls) {}

  /** Whether it is applied before the request is carried out. */
  boolean early(FaultCall call) {
    boolean poll = call.kind() == FaultCall.Kind.POLL;
    return when.phase() == (poll ? FaultPhase.POLLING : FaultPhase.BEFORE)
        && !effect.needsAnswer()
        && match.covers(call);
  }

  /** Whether it is applied to the answer. */
  boolean late(FaultCall call) {
    boolean poll = call.kind() == FaultCall.Kind.POLL;
    boolean now =
        poll
            ? when.phase() == FaultPhase.POLLING && effect.needsAnswer()
            : when.phase() == FaultPhase.AFTER;
    return now && match.covers(call);
  }

  /** Whether it is applied to the end of an operation. */
  boolean last(FaultCall call) {
    return when.phase() == FaultPhase.FINAL && match.covers(call);
  }
}
