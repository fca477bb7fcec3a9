package io.github.hybridnet.failover.journal;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.plan.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The markers of the drills of one resource group. */
public final class Markers {
  private final DrillCloud cloud;
  private final ResourceKey group;
  private final MarkerSeal seal;

  /**
   * What a resource group's tags tell.
   *
   * @param known markers by the ids of their drills
   * @param unknown ids of drills whose markers this version does not understand
   */
  public record Sight(Map<String, Marker> known, Map<String, String> unknown) {

    /** Copies the maps. */
    public Sight {
      known = new TreeMap<>(known);
      unknown = new TreeMap<>(unknown);
    }

    /** Whether there is a marker of a drill, in whatever shape. */
    boolean tells(String id) {
      return known.containsKey(id) || unknown.containsKey(id);
    }

    /** The same without one drill. */
    Sight without(String id) {
      Sight rest = new Sight(known, unknown);
      rest.known.remove(id);
      rest.unknown.remove(id);
      return rest;
    }
  }

  /**
   * The markers of a group.
   *
   * @param seal signs what is written
   */
  public Markers(DrillCloud cloud, ResourceKey group, MarkerSeal seal) {
    this.cloud = cloud;
    this.group = group;
    this.seal = seal;
  }

  /** The marker of a drill that begins. */
  Marker claim(DrillRecord record) {
    return seal.sign(new Marker(record, State.CLAIMED, 0));
  }

  /** Reads them all. */
  Sight read() {
    return sight(group, cloud.tags(group));
  }

  /** The markers among tags that have been read. */
  public static Sight sight(ResourceKey group, Map<String, ?> tags) {
    Map<String, Marker> known = new TreeMap<>();
    Map<String, String> unknown = new TreeMap<>();
    Map<String, String> ours = new TreeMap<>();
    tags.forEach(
        (name, value) -> {
          // Azure keeps the case of a name and does not regard it.
          String lower = name.toLowerCase(Locale.ROOT);
          if (lower.startsWith(Marker.PREFIX)) {
            ours.put(lower, String.valueOf(value));
          }
        });
    ours.forEach(
        (name, value) -> {
          String rest = name.substring(Marker.PREFIX.length());
          boolean second = rest.endsWith(Marker.TARGET);
          String id = second ? rest.substring(0, rest.length() - Marker.TARGET.length()) : rest;
          Supplier<Optional<Marker>> marker =
              () -> Marker.parse(id, group, value, ours.getOrDefault(name + Marker.TARGET, ""));
          if (second) {
            if (!ours.containsKey(Marker.tag(id))) {
              unknown.put(id, value);
            }
          } else {
            marker
                .get()
                .ifPresentOrElse(found -> known.put(id, found), () -> unknown.put(id, value));
          }
        });
    return new Sight(known, unknown);
  }

  /** Writes one; all others stay. */
  void write(Marker marker) {
    cloud.mergeTags(group, marker.tags());
  }

  /** Writes only what a beat or another state changes. */
  void update(Marker marker) {
    String tag = Marker.tag(marker.record().id());
    cloud.mergeTags(group, Map.of(tag, marker.tags().getOrDefault(tag, "")));
  }

  /**
   * Removes one, whatever it says now, and sees that it is gone; one that is not there is no error.
   */
  public void remove(String id) {
    Map<String, String> found = find(id);
    if (found.isEmpty()) {
      return;
    }
    cloud.deleteTags(group, found);
    if (!find(id).isEmpty()) {
      throw new CloudException(
          Kind.UNREACHABLE,
          "MarkerStands",
          "the removal was answered, and the tags are there all the same",
          CloudException.Answer.NONE,
          null);
    }
  }

  private Map<String, String> find(String id) {
    Map<String, String> found = new LinkedHashMap<>();
    String tag = Marker.tag(id);
    cloud
        .tags(group)
        .forEach(
            (name, value) -> {
              if (name.equalsIgnoreCase(tag) || name.equalsIgnoreCase(tag + Marker.TARGET)) {
                found.put(name, value);
              }
            });
    return found;
  }

  /** Whether another drill has moved the lever, or may. */
  static boolean isArmed(Marker marker) {
    return marker.state() == State.ARMED;
  }
}
