package io.github.hybridnet.matrix;

import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a goal has to end. Every goal ends well with every variant, but for the exceptions here.
 *
 * @param success whether it may end well
 * @param refusal what it must say if it stops; empty if it may not stop
 */
record CellExpectation(boolean success, Optional<Pattern> refusal) {
  private static final CellExpectation DONE = new CellExpectation(true, Optional.empty());

  /** The right that is missing is named as Azure names it. */
  private static final Pattern RIGHT =
      Pattern.compile("Microsoft\\.[A-Za-z]+/[A-Za-z/]+/(read|write|delete|action)");

  private static final Pattern TUNNEL = Pattern.compile("HN50\\d\\d: ");

  private static final Pattern TUNNEL_OR_RIGHT =
      Pattern.compile(TUNNEL.pattern() + "|" + RIGHT.pattern());

  /** What is expected of a cell. */
  static CellExpectation of(MatrixCell cell) {
    if (cell.goal() == MatrixGoal.UNHEALTHY_DRILL || cell.goal() == MatrixGoal.FAILING_DRILL) {
      boolean restricted = cell.variants().containsKey(AzureVariant.IDENTITY);
      return new CellExpectation(false, Optional.of(restricted ? TUNNEL_OR_RIGHT : TUNNEL));
    }
    if (cell.goal() == MatrixGoal.DRILL && cell.plays(AzureVariant.UNKNOWN_VALUES, "added")) {
      // Somebody whom nobody knows has changed the peering last: it may be the provider.
      return new CellExpectation(true, Optional.of(Pattern.compile("was last modified by '")));
    }
    if (cell.goal() == MatrixGoal.REPLACEMENT
        && cell.plays(AzureVariant.OLD_GATEWAY_ADDRESSES, "basic")) {
      // Such an address has no zones, which the new gateway needs: one more word of consent.
      return new CellExpectation(true, Optional.of(Pattern.compile("HN4004: [\\s\\S]*zones")));
    }
    if (cell.plays(AzureVariant.IDENTITY, "reader")) {
      return reader(cell.goal());
    }
    if (cell.plays(AzureVariant.IDENTITY, "network-contributor")) {
      return networkContributor(cell.goal());
    }
    if (cell.plays(AzureVariant.IDENTITY, "network-only")) {
      return networkOnly(cell.goal());
    }
    return DONE;
  }

  private static CellExpectation reader(MatrixGoal goal) {
    return switch (goal) {
      case PLAN, STATUS -> DONE;
      case SECOND -> new CellExpectation(true, Optional.of(RIGHT));
      default -> new CellExpectation(false, Optional.of(RIGHT));
    };
  }

  private static CellExpectation networkContributor(MatrixGoal goal) {
    return switch (goal) {
      case PLAN, STATUS -> DONE;
      case FIRST -> new CellExpectation(false, Optional.of(RIGHT));
      default -> new CellExpectation(true, Optional.of(RIGHT));
    };
  }

  /** Without the right to read the group nothing says whether there is one. */
  private static CellExpectation networkOnly(MatrixGoal goal) {
    return goal == MatrixGoal.STATUS ? DONE : new CellExpectation(false, Optional.of(RIGHT));
  }
}
