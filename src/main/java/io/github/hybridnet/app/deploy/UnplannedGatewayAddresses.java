package io.github.hybridnet.app.deploy;

import io.github.hybridnet.arm.ActualGateway;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.EngineResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public addresses of gateways that no plan contains: created because Azure required it, or
 * owned by a gateway before.
 */
final class UnplannedGatewayAddresses {
  private final CloudClient cloudClient;

  UnplannedGatewayAddresses(CloudClient cloudClient) {
    this.cloudClient = cloudClient;
  }

  /**
   * The addresses that can be read; an unreadable one is left out, because the deployment was
   * successful.
   */
  List<ActualResource> of(EngineResult result) {
    Set<String> planned =
        result.resources().values().stream()
            .map(r -> r.key().comparableId())
            .collect(Collectors.toSet());
    return result.resources().values().stream()
        .filter(r -> r.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .flatMap(gateway -> new ActualGateway(gateway).publicAddresses().stream())
        .filter(address -> !planned.contains(address.comparableId()))
        .flatMap(this::read)
        .toList();
  }

  private Stream<ActualResource> read(ResourceKey address) {
    try {
      Optional<ActualResource> found = cloudClient.read(address);
      return found.stream();
    } catch (CloudException unreadable) {
      return Stream.empty();
    }
  }
}
