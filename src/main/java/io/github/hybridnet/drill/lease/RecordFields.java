package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How parts of a record are written, in the file and in the marker alike. */
final class RecordFields {
  private static final int PARTS = 3;
  private static final int LONGEST = 60;
  private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{4,32}");
  private static final Pattern SUBSCRIPTION = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** What Azure allows in names; nothing in it means anything to a shell, a path or an address. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.()-]{1,90}");

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

  private RecordFields() {}

  static ResourceType targetType(DisconnectMethod method) {
    return switch (method) {
      case PEERING -> ResourceType.PEERING;
      case CONNECTION -> ResourceType.CONNECTION;
      case SITE_SIMULATION -> ResourceType.VIRTUAL_NETWORK_GATEWAY;
    };
  }

  static Optional<DisconnectMethod> method(String label) {
    return Arrays.stream(DisconnectMethod.values())
        .filter(k -> k.label().equals(label))
        .findFirst();
  }

  static Optional<State> state(String label) {
    return Arrays.stream(State.values()).filter(s -> s.label().equals(label)).findFirst();
  }

  /** Subscription, group and name: a name may have a slash in it, the others do not. */
  static String path(ResourceKey key) {
    return key.subscriptionId() + "/" + key.resourceGroup() + "/" + key.name();
  }

  /**
   * The resource of a place.
   *
   * @return empty when the place is not one of this type, as when a part of it was cut off
   */
  static Optional<ResourceKey> key(ResourceType type, String place) {
    String[] parts = place.split("/", -1);
    boolean isPeering = type == ResourceType.PEERING;
    if (parts.length != (isPeering ? PARTS + 1 : PARTS)
        || !SUBSCRIPTION.matcher(parts[0]).matches()
        || !Stream.of(parts).skip(1).allMatch(part -> NAME.matcher(part).matches())
        || (isPeering && !parts[PARTS].equalsIgnoreCase(DrillTarget.PRIVATE_PEERING))) {
      return Optional.empty();
    }
    String name = parts[2] + (isPeering ? "/" + parts[PARTS] : "");
    return Optional.of(new ResourceKey(parts[0], parts[1], type, name));
  }

  /** Whether a text is a drill's name. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** A moment; empty when the text is none. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A fingerprint; what cannot be one says nothing, as none at all. */
  static String fingerprint(String text) {
    return FINGERPRINT.matcher(text).matches() ? text : "";
  }

  /** A machine's name without what would disturb a marker. */
  static String plain(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT);
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }
}
