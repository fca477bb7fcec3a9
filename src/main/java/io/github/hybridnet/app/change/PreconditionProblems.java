package io.github.hybridnet.app.change;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.guard.GuardObjection;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about work that is not begun because of what was asked before. */
final class PreconditionProblems {
  private PreconditionProblems() {}

  /** All that would stop it, in one failure. */
  static UserException of(List<GuardObjection> stopping, List<ResourceKey> made) {
    boolean refused = stopping.stream().anyMatch(o -> o.kind() == GuardObjection.Kind.REFUSED);
    return refused ? refused(stopping, made) : unanswered(stopping, made);
  }

  private static UserException refused(List<GuardObjection> stopping, List<ResourceKey> made) {
    return UserException.refused(
        "HN4060",
        "Part of this work would be refused, so that none of it was begun." + lines(stopping),
        fixes(stopping) + "; " + state(made));
  }

  private static UserException unanswered(List<GuardObjection> stopping, List<ResourceKey> made) {
    return UserException.refused(
        "HN4061",
        "This work cannot be undone or begins a bill, and it is not known whether all of it would"
            + " be allowed. None of it was begun."
            + lines(stopping),
        fixes(stopping) + "; " + state(made));
  }

  private static String lines(List<GuardObjection> objections) {
    return objections.stream()
        .map(o -> System.lineSeparator() + "  " + o.text())
        .collect(Collectors.joining());
  }

  private static String fixes(List<GuardObjection> objections) {
    return objections.stream()
        .map(GuardObjection::fix)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String state(List<ResourceKey> made) {
    return made.isEmpty()
        ? "nothing was changed"
        : "nothing was changed, except that the empty "
            + made.stream()
                .map(ResourceKey::toString)
                .collect(Collectors.joining(" and the empty "))
            + " was created";
  }
}
