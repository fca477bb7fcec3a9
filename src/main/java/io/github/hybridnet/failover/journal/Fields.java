package io.github.hybridnet.failover.journal;

import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How parts of a record are written, in the file and in the marker alike. */
final class Fields {
  private static final int PARTS = 3;

  private Fields() {}

  static ResourceType targetType(LeverKind lever) {
    return switch (lever) {
      case PEERING -> ResourceType.PEERING;
      case CONNECTION -> ResourceType.CONNECTION;
      case SITE_SIMULATION -> ResourceType.VIRTUAL_NETWORK_GATEWAY;
    };
  }

  static Optional<LeverKind> lever(String label) {
    return Arrays.stream(LeverKind.values()).filter(k -> k.label().equals(label)).findFirst();
  }

  static Optional<State> state(String label) {
    return Arrays.stream(State.values()).filter(s -> s.label().equals(label)).findFirst();
  }

  /** Subscription, group and name: a name may have a slash in it, the others do not. */
  static String place(ResourceKey key) {
    return key.subscriptionId() + "/" + key.resourceGroup() + "/" + key.name();
  }

  static Optional<ResourceKey> key(ResourceType type, String place) {
    String[] parts = place.split("/", PARTS);
    return parts.length == PARTS && Arrays.stream(parts).noneMatch(String::isBlank)
        ? Optional.of(new ResourceKey(parts[0], parts[1], type, parts[2]))
        : Optional.empty();
  }

  /** A machine's name without what would disturb a marker. */
  static String plain(String text, int longest) {
    String plain = text.replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT);
    return plain.substring(0, Math.min(longest, plain.length()));
  }
}
