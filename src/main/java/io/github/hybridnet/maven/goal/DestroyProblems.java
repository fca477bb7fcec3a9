package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.EventText;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.Kept;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code destroy} says when it stops. */
final class DestroyProblems {
  private static final String CONFIRM = "hybridnet.confirm";

  private DestroyProblems() {}

  static HybridnetException unconfirmed(@Nullable String confirmed, String group) {
    String what =
        confirmed == null
            ? "Nothing was changed, because the removal is not confirmed."
            : "Nothing was changed: "
                + CONFIRM
                + " names "
                + confirmed
                + ", and this network is in the resource group "
                + group
                + ".";
    return HybridnetException.refused(
        "HN4030", what, "to remove what is listed above, set " + CONFIRM + "=" + group);
  }

  static HybridnetException stays(List<Kept> kept, boolean billed) {
    return HybridnetException.refused(
        "HN4031",
        "Not everything could be removed. For the reasons above, these stay: "
            + names(kept.stream().map(Kept::key).toList())
            + ".",
        "have what is named there removed, and run the goal again"
            + (billed ? "; what costs money until then is listed above" : ""));
  }

  static HybridnetException failed(
      Map<ResourceKey, CloudException> failures, List<ResourceKey> skipped) {
    String causes =
        failures.entrySet().stream()
            .map(
                e ->
                    System.lineSeparator()
                        + "  "
                        + e.getKey()
                        + ": "
                        + EventText.cause(e.getValue()))
            .collect(Collectors.joining());
    String untried =
        skipped.isEmpty()
            ? ""
            : System.lineSeparator() + "  Not tried because of that: " + names(skipped);
    HybridnetException problem =
        HybridnetException.unable(
            "HN4032", "Azure did not remove everything." + causes + untried, fix(failures), null);
    failures.values().forEach(problem::addSuppressed);
    return problem;
  }

  private static String fix(Map<ResourceKey, CloudException> failures) {
    boolean timedOut =
        failures.values().stream().anyMatch(f -> f.kind() == CloudException.Kind.TIMED_OUT);
    return (timedOut
            ? "what we stopped waiting for goes on in Azure; run the goal again to wait for its end"
            : "mend what Azure names and run the goal again")
        + "; what was removed stays removed";
  }

  private static String names(Collection<ResourceKey> keys) {
    return keys.stream().map(ResourceKey::toString).collect(Collectors.joining(", "));
  }
}
