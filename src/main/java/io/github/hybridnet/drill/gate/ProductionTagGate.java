package io.github.hybridnet.drill.gate;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.gate.GateResult.Status;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the network is production, which is drilled only if the user allows it (source:
 * articles/azure-resource-manager/management/tag-resources.md: names of tags have no case).
 */
final class ProductionTagGate extends DrillGate {
  private static final Set<String> NAMES = Set.of("environment", "env");
  private static final Set<String> VALUES = Set.of("prod", "production");

  ProductionTagGate() {
    super(
        "production",
        GateKind.PRODUCTION,
        "The resource group is not tagged as production, or hybridnet.failover.allowProduction is"
            + " set.",
        "articles/azure-resource-manager/management/tag-resources.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    CloudException failure = gateContext.seen().tags().failure();
    Map<String, String> tags = gateContext.seen().tags().value();
    if (failure != null || tags == null) {
      return warning(
          unread(gateContext, failure), "make sure that the network is not in production");
    }
    Optional<String> tag =
        tags.entrySet().stream()
            .filter(t -> NAMES.contains(plain(t.getKey())) && VALUES.contains(plain(t.getValue())))
            .map(t -> t.getKey() + "=" + t.getValue())
            .findFirst();
    return tag.map(t -> production(gateContext, t))
        .orElseGet(
            () ->
                met(
                    "The "
                        + gateContext.target().group().quoted()
                        + " is not tagged as production."));
  }

  private static String unread(GateContext gateContext, @Nullable CloudException failure) {
    if (failure == null) {
      return "The tags of the resource group are not known.";
    }
    return gateContext.isReportedByOtherGates(failure.code())
        ? "The " + gateContext.target().group().quoted() + " does not exist or has no tags."
        : failure.cannotBeRead("The tags of the " + gateContext.target().group().quoted());
  }

  private GateResult production(GateContext gateContext, String tag) {
    String text =
        "The " + gateContext.target().group().quoted() + " is tagged as production ('" + tag + "')";
    return gateContext.allowProduction()
        ? new GateResult(
            id(),
            Status.OVERRIDDEN,
            text + ", and hybridnet.failover.allowProduction allows the drill.",
            "")
        : notMet(
            text + ".",
            "set hybridnet.failover.allowProduction if the drill is meant for production");
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
