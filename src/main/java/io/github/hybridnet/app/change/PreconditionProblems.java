package io.github.hybridnet.app.change;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.guard.GuardObjection;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** What the goals say when a check before a change stops it. */
final class PreconditionProblems {
  private PreconditionProblems() {}

  /** All objections in one failure: HN4060 when Azure would refuse, else HN4061. */
  static UserException of(List<GuardObjection> stopping, List<ResourceKey> made) {
    boolean refused = stopping.stream().anyMatch(o -> o.kind() == GuardObjection.Kind.REFUSED);
    return refused ? refused(stopping, made) : unanswered(stopping, made);
  }

  private static UserException refused(List<GuardObjection> stopping, List<ResourceKey> made) {
    return UserException.refused(
        "HN4060",
        "Azure would refuse part of this change. The change was not started. "
            + state(made)
            + lines(stopping),
        fixes(stopping));
  }

  private static UserException unanswered(List<GuardObjection> stopping, List<ResourceKey> made) {
    return UserException.refused(
        "HN4061",
        "Whether Azure allows this change could not be checked. The change was not started, because"
            + " it cannot be undone or causes costs. "
            + state(made)
            + lines(stopping),
        fixes(stopping));
  }

  private static String lines(List<GuardObjection> objections) {
    return ListText.indentedLines(objections.stream().map(GuardObjection::text).toList());
  }

  private static String fixes(List<GuardObjection> objections) {
    return ListText.fixes(objections.stream().map(GuardObjection::fix).distinct().toList());
  }

  private static String state(List<ResourceKey> made) {
    return made.isEmpty()
        ? "Nothing was changed."
        : "Nothing was changed, except that the empty "
            + made.stream().map(ResourceKey::quoted).collect(Collectors.joining(" and the empty "))
            + " was created.";
  }
}
