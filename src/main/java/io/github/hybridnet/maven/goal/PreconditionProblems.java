package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.guard.Objection;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about work that is not begun because of what was asked before. */
final class PreconditionProblems {
  private PreconditionProblems() {}

  /** All that would stop it, in one failure. */
  static HybridnetException of(List<Objection> stopping, List<ResourceKey> made) {
    boolean refused = stopping.stream().anyMatch(o -> o.kind() == Objection.Kind.REFUSED);
    return refused ? refused(stopping, made) : unanswered(stopping, made);
  }

  private static HybridnetException refused(List<Objection> stopping, List<ResourceKey> made) {
    return HybridnetException.refused(
        "HN4060",
        "Part of this work would be refused, so that none of it was begun." + lines(stopping),
        fixes(stopping) + "; " + state(made));
  }

  private static HybridnetException unanswered(List<Objection> stopping, List<ResourceKey> made) {
    return HybridnetException.refused(
        "HN4061",
        "This work cannot be undone or begins a bill, and it is not known whether all of it would"
            + " be allowed. None of it was begun."
            + lines(stopping),
        fixes(stopping) + "; " + state(made));
  }

  private static String lines(List<Objection> objections) {
    return objections.stream()
        .map(o -> System.lineSeparator() + "  " + o.text())
        .collect(Collectors.joining());
  }

  private static String fixes(List<Objection> objections) {
    return objections.stream().map(Objection::fix).distinct().collect(Collectors.joining("; "));
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
