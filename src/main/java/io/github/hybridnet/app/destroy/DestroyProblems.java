package io.github.hybridnet.app.destroy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.plan.destroy.RetainedResource;
import io.github.hybridnet.text.UserException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code destroy} says when it stops. */
final class DestroyProblems {
  private static final String CONFIRM = "hybridnet.confirm";

  private DestroyProblems() {}

  static UserException unconfirmed(@Nullable String confirmed, String group) {
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
    return UserException.refused(
        "HN4030", what, "to remove what is listed above, set " + CONFIRM + "=" + group);
  }

  static UserException stays(List<RetainedResource> kept, boolean billed) {
    return UserException.refused(
        "HN4031",
        "Not everything could be removed. For the reasons above, these stay: "
            + names(kept.stream().map(RetainedResource::key).toList())
            + ".",
        "have what is named there removed, and run the goal again"
            + (billed ? "; what costs money until then is listed above" : ""));
  }

  static UserException failed(
      Map<ResourceKey, CloudException> failures, List<ResourceKey> skipped) {
    String causes =
        failures.entrySet().stream()
            .map(
                e ->
                    System.lineSeparator()
                        + "  "
                        + e.getKey()
                        + ": "
                        + EngineEventText.cause(e.getValue()))
            .collect(Collectors.joining());
    String untried =
        skipped.isEmpty()
            ? ""
            : System.lineSeparator() + "  Not tried because of that: " + names(skipped);
    UserException problem =
        UserException.unable(
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
