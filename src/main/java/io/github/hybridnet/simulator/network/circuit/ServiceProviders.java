package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.FactListReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import java.util.Optional;

/**
 * The connectivity providers that the subscription may choose from: a part of the recorded list,
 * with some of the providers that the service offers to subscriptions for tests.
 */
final class ServiceProviders {
  private static final List<Integer> USUAL = List.of(50, 100, 200, 500, 1000, 2000, 5000, 10_000);
  private static final int GIGABIT = 1000;
  private static final List<Offer> ALL = load();

  private ServiceProviders() {}

  /**
   * What one provider sells.
   *
   * @param name the provider's name
   * @param locations its peering locations; not Azure regions
   * @param bandwidths in Mbit/s
   */
  record Offer(String name, List<String> locations, List<Integer> bandwidths) {
    Offer {
      locations = List.copyOf(locations);
      bandwidths = List.copyOf(bandwidths);
    }

    boolean isAt(String location) {
      return locations.stream().anyMatch(location::equalsIgnoreCase);
    }

    private ObjectNode body() {
      ObjectNode body = JsonCodec.object().put("name", name);
      // The empty segments are the service's own.
      body.put(
          "id",
          "/subscriptions//resourceGroups//providers/Microsoft.Network/expressRouteServiceProviders/");
      body.put("type", "Microsoft.Network/expressRouteServiceProviders");
      ObjectNode properties = body.putObject("properties").put("provisioningState", "Succeeded");
      properties.set("peeringLocations", JsonMembers.texts(locations));
      ArrayNode offered = properties.putArray("bandwidthsOffered");
      for (int mbps : bandwidths) {
        String label = mbps < GIGABIT ? mbps + "Mbps" : mbps / GIGABIT + "Gbps";
        offered.addObject().put("offerName", label).put("valueInMbps", mbps);
      }
      return body;
    }
  }

  static Optional<Offer> find(String name) {
    return ALL.stream().filter(offer -> offer.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The answer to GET {@code providers/Microsoft.Network/expressRouteServiceProviders}. */
  static OperationAnswer list(ResourceRequest request) {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    ALL.forEach(offer -> value.add(offer.body()));
    return OperationAnswer.plain(200, body);
  }

  private static List<Offer> load() {
    return FactListReader.list(ServiceProviders.class, "service-providers.json").stream()
        .map(
            each ->
                new Offer(
                    JsonMembers.textOr(each, "name", ""),
                    JsonMembers.strings(each, "peeringLocations"),
                    bandwidths(each)))
        .toList();
  }

  private static List<Integer> bandwidths(JsonNode provider) {
    List<Integer> own =
        JsonMembers.strings(provider, "bandwidths").stream().map(Integer::valueOf).toList();
    return own.isEmpty() ? USUAL : own;
  }
}
