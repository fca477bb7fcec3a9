package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The markers of the drills of one resource group. */
public final class DrillMarkers {
  private final DrillCloud cloud;
  private final ResourceKey group;
  private final MarkerSigner signer;

  /**
   * What the tags of a resource group record.
   *
   * @param known markers by the ids of their drills
   * @param unknown ids of drills whose markers this version does not understand
   */
  public record MarkerSet(Map<String, DrillMarker> known, Map<String, String> unknown) {

    /** Copies the maps, which cannot be changed afterwards. */
    public MarkerSet {
      known = new TreeMap<>(known);
      unknown = new TreeMap<>(unknown);
    }

    /** Whether there is a marker of a drill, in whatever shape. */
    boolean contains(String id) {
      return known.containsKey(id) || unknown.containsKey(id);
    }

    /** The same without one drill. */
    MarkerSet without(String id) {
      MarkerSet rest = new MarkerSet(known, unknown);
      rest.known.remove(id);
      rest.unknown.remove(id);
      return rest;
    }
  }

  /**
   * The markers of a group.
   *
   * @param signer signs what is written
   */
  DrillMarkers(DrillCloud cloud, ResourceKey group, MarkerSigner signer) {
    this.cloud = cloud;
    this.group = group;
    this.signer = signer;
  }

  /** The marker of a drill that begins. */
  DrillMarker claim(DrillRecord record) {
    return signer.sign(new DrillMarker(record, State.CLAIMED, 0));
  }

  /** Reads all markers of the resource group. */
  MarkerSet read() {
    return sight(group, cloud.tags(group));
  }

  /** The markers among tags that have been read. */
  public static MarkerSet sight(ResourceKey group, Map<String, ?> tags) {
    Map<String, DrillMarker> known = new TreeMap<>();
    Map<String, String> unknown = new TreeMap<>();
    Map<String, String> ours = new TreeMap<>();
    tags.forEach(
        (name, value) -> {
          // Azure keeps the case of a name and does not regard it.
          String lower = name.toLowerCase(Locale.ROOT);
          if (lower.startsWith(DrillMarker.PREFIX)) {
            ours.put(lower, String.valueOf(value));
          }
        });
    ours.forEach(
        (name, value) -> {
          String rest = name.substring(DrillMarker.PREFIX.length());
          boolean second = rest.endsWith(DrillMarker.TARGET);
          String id =
              second ? rest.substring(0, rest.length() - DrillMarker.TARGET.length()) : rest;
          Supplier<Optional<DrillMarker>> marker =
              () ->
                  DrillMarker.parse(
                      id, group, value, ours.getOrDefault(name + DrillMarker.TARGET, ""));
          if (second) {
            if (!ours.containsKey(DrillMarker.tag(id))) {
              unknown.put(id, value);
            }
          } else {
            marker
                .get()
                .ifPresentOrElse(found -> known.put(id, found), () -> unknown.put(id, value));
          }
        });
    return new MarkerSet(known, unknown);
  }

  /** Writes one; all others stay. */
  void write(DrillMarker drillMarker) {
    cloud.mergeTags(group, drillMarker.tags());
  }

  /** Writes only what a beat or another state changes. */
  void update(DrillMarker drillMarker) {
    String tag = DrillMarker.tag(drillMarker.record().id());
    cloud.mergeTags(group, Map.of(tag, drillMarker.tags().getOrDefault(tag, "")));
  }

  /**
   * Removes one, whatever it says now, and sees that it is gone; one that is not there is no error.
   *
   * @param written the tags as this process wrote them last, which a read may not show yet; empty
   *     if another process wrote them
   */
  void remove(String id, Map<String, String> written) {
    Map<String, String> found = find(id);
    if (!written.isEmpty() && !written.equals(found)) {
      cloud.deleteTags(group, written);
    }
    if (!found.isEmpty()) {
      cloud.deleteTags(group, found);
    }
    if (!(found.isEmpty() && written.isEmpty()) && !find(id).isEmpty()) {
      throw new CloudException(
          Kind.UNREACHABLE,
          OwnErrorCode.MARKER_NOT_REMOVED,
          "Azure accepted the removal, but the tags are still there",
          CloudException.Answer.NONE,
          null);
    }
  }

  private Map<String, String> find(String id) {
    Map<String, String> found = new LinkedHashMap<>();
    String tag = DrillMarker.tag(id);
    cloud
        .tags(group)
        .forEach(
            (name, value) -> {
              if (name.equalsIgnoreCase(tag) || name.equalsIgnoreCase(tag + DrillMarker.TARGET)) {
                found.put(name, value);
              }
            });
    return found;
  }

  /** Whether another drill has disconnected ExpressRoute, or may. */
  static boolean isArmed(DrillMarker drillMarker) {
    return drillMarker.state() == State.ARMED;
  }
}
