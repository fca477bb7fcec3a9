package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.GateResult.Status;
import io.github.hybridnet.failover.gate.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Production is drilled only by one who says so. Source:
 * articles/azure-resource-manager/management/tag-resources.md: names of tags have no case.
 */
final class NotProduction extends Gate {
  private static final Set<String> NAMES = Set.of("environment", "env");
  private static final Set<String> VALUES = Set.of("prod", "production");

  NotProduction() {
    super(
        "production",
        Kind.PRODUCTION,
        "The resource group is not tagged as production, or hybridnet.failover.allowProduction is"
            + " set.",
        "articles/azure-resource-manager/management/tag-resources.md");
  }

  @Override
  public GateResult check(Situation situation) {
    CloudException failure = situation.seen().tags().failure();
    Map<String, String> tags = situation.seen().tags().value();
    if (failure != null || tags == null) {
      return warning(unread(situation, failure), "Make sure that this is not production.");
    }
    Optional<String> tag =
        tags.entrySet().stream()
            .filter(t -> NAMES.contains(plain(t.getKey())) && VALUES.contains(plain(t.getValue())))
            .map(t -> t.getKey() + "=" + t.getValue())
            .findFirst();
    return tag.map(t -> production(situation, t))
        .orElseGet(
            () -> met("The " + situation.target().group() + " is not tagged as production."));
  }

  private static String unread(Situation situation, @Nullable CloudException failure) {
    if (failure == null) {
      return "The tags of the resource group are not known.";
    }
    String text = Refusal.of("The tags of the " + situation.target().group(), failure);
    return situation.isMoot(text)
        ? "The " + situation.target().group() + " does not exist or has no tags."
        : text;
  }

  private GateResult production(Situation situation, String tag) {
    String text = "The " + situation.target().group() + " is tagged as production (" + tag + ")";
    return situation.allowProduction()
        ? new GateResult(
            id(),
            Status.OVERRIDDEN,
            text + ", and hybridnet.failover.allowProduction says to go on.",
            "")
        : notMet(
            text + ".",
            "Set hybridnet.failover.allowProduction if the drill is meant for production.");
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
