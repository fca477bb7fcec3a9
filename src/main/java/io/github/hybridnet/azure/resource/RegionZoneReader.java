package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.MalformedAnswerException;
import io.github.hybridnet.azure.json.RequiredMembers;
import io.github.hybridnet.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The availability zones of regions, as the list of a subscription's locations has them. */
final class RegionZoneReader {
  private static final String ZONES = "availabilityZoneMappings";

  private final ArmHttpClient requests;

  RegionZoneReader(ArmHttpClient requests) {
    this.requests = requests;
  }

  /**
   * The logical zones of a region. A region without zones has no member for them.
   *
   * @return empty when the list does not have the region
   */
  Optional<List<String>> of(String subscriptionId, Region region) {
    return requests
        .list(ResourceKey.subscriptionPath(subscriptionId) + "/locations", ApiVersion.SUBSCRIPTIONS)
        .stream()
        .filter(location -> new Region(text(location, "name")).equals(region))
        .findFirst()
        .map(location -> zones(region, location));
  }

  /** Zones that are not understood are not taken for none: that is another form of an address. */
  private List<String> zones(Region region, Map<String, Object> location) {
    if (!location.containsKey(ZONES)) {
      return List.of();
    }
    try {
      List<String> zones = new ArrayList<>();
      for (Map<String, Object> mapping : RequiredMembers.objects(location, ZONES)) {
        zones.add(RequiredMembers.text(mapping, "logicalZone"));
      }
      return zones.stream().sorted().toList();
    } catch (MalformedAnswerException e) {
      throw UnreadableAnswers.about(
          "the zones of region " + region, String.valueOf(e.getMessage()));
    }
  }

  private static String text(Map<String, Object> object, String name) {
    return Objects.toString(object.get(name), "");
  }
}
