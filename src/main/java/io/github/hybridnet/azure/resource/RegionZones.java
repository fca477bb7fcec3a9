package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.model.Region;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The availability zones of regions, as the list of a subscription's locations has them. */
final class RegionZones {
  private final ArmRequests requests;

  RegionZones(ArmRequests requests) {
    this.requests = requests;
  }

  /**
   * The logical zones of a region. A region without zones has no member for them.
   *
   * @return empty when the list does not have the region
   */
  Optional<List<String>> of(String subscriptionId, Region region) {
    return requests
        .list("/subscriptions/" + subscriptionId + "/locations", ApiVersion.SUBSCRIPTIONS)
        .stream()
        .filter(location -> new Region(text(location, "name")).equals(region))
        .findFirst()
        .map(RegionZones::zones);
  }

  private static List<String> zones(Map<String, Object> location) {
    return JsonTree.objects(location, "availabilityZoneMappings").stream()
        .map(mapping -> text(mapping, "logicalZone"))
        .filter(zone -> !zone.isEmpty())
        .sorted()
        .toList();
  }

  private static String text(Map<String, Object> object, String name) {
    return Objects.toString(object.get(name), "");
  }
}
