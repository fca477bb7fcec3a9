package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.relation.StoredSubnets;
import io.github.hybridnet.simulator.network.resource.AddressErrors;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** GET of whether a private address of a virtual network is free. */
final class AddressAvailability {
  private static final int ALTERNATIVES = 5;
  private static final int RESERVED_AT_START = 4;

  private AddressAvailability() {}

  static OperationAnswer check(ResourceRequest request) {
    String address = request.call().query().getOrDefault("ipAddress", "");
    AddressPrefix wanted =
        AddressPrefix.parse(address + "/32")
            .orElseThrow(() -> AddressErrors.malformedAddress(address));
    Optional<AddressPrefix> subnet =
        JsonMembers.objects(request.required(), "properties", "subnets").stream()
            .flatMap(each -> StoredSubnets.prefixes(each).stream())
            .flatMap(prefix -> AddressPrefix.parse(prefix).stream())
            .filter(range -> range.contains(wanted))
            .findFirst();
    Set<String> taken = taken(request);
    boolean reserved = subnet.filter(range -> isReserved(range, address)).isPresent();
    boolean free = subnet.isPresent() && !reserved && !taken.contains(address);
    ObjectNode body = JsonCodec.object().put("available", free);
    if (!free && subnet.isPresent()) {
      body.set("availableIPAddresses", JsonMembers.texts(alternatives(subnet.get(), taken)));
    }
    return OperationAnswer.plain(200, body.put("isPlatformReserved", reserved));
  }

  private static boolean isReserved(AddressPrefix range, String address) {
    return IntStream.range(0, RESERVED_AT_START).anyMatch(i -> range.host(i).equals(address))
        || range.last().equals(address);
  }

  private static List<String> alternatives(AddressPrefix range, Set<String> taken) {
    return IntStream.range(0, ALTERNATIVES + taken.size())
        .mapToObj(range::free)
        .filter(each -> range.contains(AddressPrefix.parse(each + "/32").orElseThrow()))
        .filter(each -> !taken.contains(each) && !each.equals(range.last()))
        .limit(ALTERNATIVES)
        .toList();
  }

  /** What gateways in the network listen on. */
  private static Set<String> taken(ResourceRequest request) {
    return request.world().resources().all(NetworkTypes.GATEWAY).stream()
        .filter(gateway -> StoredGateways.isIn(gateway, request.id()))
        .map(gateway -> JsonMembers.text(gateway, "properties", "bgpSettings", "bgpPeeringAddress"))
        .flatMap(Stream::ofNullable)
        .flatMap(addresses -> Stream.of(addresses.split(",")))
        .collect(Collectors.toSet());
  }
}
