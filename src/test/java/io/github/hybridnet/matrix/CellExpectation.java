package io.github.hybridnet.matrix;

import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a goal has to end. Every goal ends well with every variant, but for the exceptions here.
 *
 * @param success whether it may end well
 * @param refusals if it stops, it must say one of them; none if it may not stop
 */
record CellExpectation(boolean success, List<Pattern> refusals) {
  /** The right that is missing is named as Azure names it. */
  private static final Pattern RIGHT =
      Pattern.compile("Microsoft\\.[A-Za-z]+/[A-Za-z/]+/(read|write|delete|action)");

  /** The drill says what it found: the tunnel is down, or somebody stopped it. */
  private static final Pattern DRILL_RESULT = Pattern.compile("HN50\\d\\d: ");

  /** Somebody whom nobody knows has changed the peering last: it may be the provider. */
  private static final Pattern UNKNOWN_HAND = Pattern.compile("was last modified by '");

  /** What nobody knows of a connection would be lost with it. */
  private static final Pattern UNDECLARED = Pattern.compile("exists, but is not in the parameter");

  /** An address without zones is not enough for a new gateway: one more word of consent. */
  private static final Pattern ZONES = Pattern.compile("HN4004: [\\s\\S]*zones");

  /** What is expected of a cell, whatever other variants are played with it. */
  static CellExpectation of(MatrixCell cell) {
    MatrixGoal goal = cell.goal();
    boolean mustStop = goal.mustFail() || lacks(cell);
    List<Pattern> refusals = new ArrayList<>();
    if (goal.mustFail()) {
      refusals.add(DRILL_RESULT);
    }
    if (goal == MatrixGoal.DRILL && cell.plays(AzureVariant.UNKNOWN_VALUES, "added")) {
      refusals.add(UNKNOWN_HAND);
    }
    if (goal == MatrixGoal.CONNECTION_DRILL && cell.plays(AzureVariant.UNKNOWN_MEMBERS, "added")) {
      refusals.add(UNDECLARED);
    }
    if (goal == MatrixGoal.REPLACEMENT && cell.plays(AzureVariant.OLD_GATEWAY_ADDRESSES, "basic")) {
      refusals.add(ZONES);
    }
    if (lacks(cell) || mayLack(cell)) {
      refusals.add(RIGHT);
    }
    return new CellExpectation(!mustStop, List.copyOf(refusals));
  }

  /** Whether the identity has no right to do it. */
  private static boolean lacks(MatrixCell cell) {
    MatrixGoal goal = cell.goal();
    boolean looks = goal.isPlan() || goal == MatrixGoal.STATUS;
    if (cell.plays(AzureVariant.IDENTITY, "reader")) {
      return !looks && goal != MatrixGoal.SECOND;
    }
    if (cell.plays(AzureVariant.IDENTITY, "network-contributor")) {
      return goal == MatrixGoal.FIRST;
    }
    // Without the right to read the group nothing says whether there is one.
    return cell.plays(AzureVariant.IDENTITY, "network-only") && !looks;
  }

  /** Whether the identity may lack a right, if there is something to do. */
  private static boolean mayLack(MatrixCell cell) {
    boolean looks = cell.goal().isPlan() || cell.goal() == MatrixGoal.STATUS;
    String owner = AzureVariant.IDENTITY.usual();
    return !looks && !cell.variants().getOrDefault(AzureVariant.IDENTITY, owner).equals(owner);
  }

  /** Whether a message is one with which it may stop. */
  boolean allows(String message) {
    return refusals.stream().anyMatch(refusal -> refusal.matcher(message).find());
  }
}
