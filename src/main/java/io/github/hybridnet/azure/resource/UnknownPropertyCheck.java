package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we declare must be known to the model of its type, as what it writes. A property of another
 * name would be ours alone: Azure refuses it, or drops it and each run writes it again.
 */
final class UnknownPropertyCheck {
  private UnknownPropertyCheck() {}

  /** A declared value has not the form that the model reads. */
  static CloudException unreadable(ResourceKey key) {
    return unknown(
        "The Azure SDK cannot read a property of the " + key.quoted() + " in the parameter files.");
  }

  private static CloudException unknown(String message) {
    return CloudException.ofOurs(
        CloudException.Kind.REFUSED, OwnErrorCode.UNKNOWN_PROPERTY, message);
  }

  /**
   * Requires that each declared property reached the model.
   *
   * @throws CloudException when one did not; values are not named
   */
  static void require(ResourceKey key, Map<?, ?> declared, Map<?, ?> model) {
    requireMembers(key, "", declared, model);
  }

  private static void requireMembers(
      ResourceKey key, String path, Map<?, ?> declared, Map<?, ?> model) {
    declared.forEach(
        (name, value) -> {
          String child = path.isEmpty() ? String.valueOf(name) : path + "." + name;
          requireValue(key, child, value, model.get(name));
        });
  }

  private static void requireValue(
      ResourceKey key, String path, Object declared, @Nullable Object model) {
    if (model == null) {
      throw unknown("The Azure SDK does not know " + path + " of the " + key.quoted() + ".");
    }
    if (declared instanceof Map<?, ?> map) {
      requireMembers(key, path, map, model instanceof Map<?, ?> found ? found : Map.of());
    } else if (declared instanceof List<?> list) {
      List<?> found = model instanceof List<?> elements ? elements : List.of();
      for (int i = 0; i < list.size(); i++) {
        requireValue(
            key, path + "[" + i + "]", list.get(i), i < found.size() ? found.get(i) : null);
      }
    }
  }
}
