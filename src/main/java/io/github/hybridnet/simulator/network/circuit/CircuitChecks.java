package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import org.jspecify.annotations.Nullable;

/** The service's checks of a circuit: the provider must sell it, and it may only grow. */
final class CircuitChecks {
  private CircuitChecks() {}

  /**
   * Checks a new or changed circuit.
   *
   * @throws ArmException for the first of provider, location and bandwidth that is wrong
   */
  static void check(ResourceRequest request, ObjectNode circuit) {
    JsonNode bought = JsonMembers.at(circuit, "properties", "serviceProviderProperties");
    String name = required(bought, "serviceProviderName");
    String location = required(bought, "peeringLocation");
    required(bought, "bandwidthInMbps");
    int bandwidth = JsonMembers.number(bought, "bandwidthInMbps", 0);
    ServiceProviders.Offer offer =
        ServiceProviders.find(name)
            .orElseThrow(() -> CircuitErrors.unknownProvider(name, request.id()));
    if (!offer.isAt(location)) {
      throw CircuitErrors.unknownLocation(location, name, request.id());
    }
    if (!offer.bandwidths().contains(bandwidth)) {
      throw CircuitErrors.unknownBandwidth(bandwidth, name, request.id());
    }
    request.existing().ifPresent(existing -> checkSku(existing, circuit));
    int before =
        JsonMembers.number(
            JsonMembers.at(
                request.existing().orElse(null), "properties", "serviceProviderProperties"),
            "bandwidthInMbps",
            0);
    if (bandwidth < before) {
      throw CircuitErrors.bandwidthDecreased(before, bandwidth, request.id());
    }
  }

  /** Metered data can become unlimited, but not the reverse, and no tier can become Local. */
  private static void checkSku(ObjectNode existing, ObjectNode circuit) {
    String family = sku(existing, "family");
    String tier = sku(existing, "tier");
    boolean metered =
        family.equals("UnlimitedData") && sku(circuit, "family").equals("MeteredData");
    boolean local = !tier.equals("Local") && sku(circuit, "tier").equals("Local");
    if (metered || local) {
      throw CircuitErrors.skuChangeNotAllowed(
          tier + "_" + family, sku(circuit, "tier") + "_" + sku(circuit, "family"), existing);
    }
  }

  private static String sku(ObjectNode circuit, String part) {
    return JsonMembers.textOr(JsonMembers.at(circuit, "sku"), part, "");
  }

  private static String required(@Nullable JsonNode bought, String name) {
    String value = JsonMembers.text(bought, name);
    if (value == null || value.isEmpty()) {
      throw NetworkErrors.missingProperty(name, "properties.serviceProviderProperties");
    }
    return value;
  }

  /** Refuses a PUT inside a circuit that is in failed state. */
  static void refuseFailed(ResourceRequest request) {
    World world = request.world();
    world
        .resources()
        .find(request.id().root())
        .map(ProvisioningStateField::of)
        .filter(ProvisioningStateField.FAILED::equals)
        .flatMap(state -> world.failed(request.id()))
        .ifPresent(
            operation -> {
              throw CircuitErrors.parentFailed(request.id(), operation);
            });
  }
}
