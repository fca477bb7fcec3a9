package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.RoutingLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** POST of an inquiry for the IKE security associations of a tunnel: a text with JSON in it. */
final class IkeSecurityAssociations implements ArmOperation {
  private static final int LIFE_SECONDS = 28_800;

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    if (StoredConnections.isExpressRoute(request.required())) {
      throw ArmErrors.notFound(request.id().child("ikesas", "default"));
    }
    return OperationAnswer.acceptedByLocation(TimedWork.lasting("virtualNetworkGateways.action"));
  }

  @Override
  public JsonNode complete(OperationCompletion operationCompletion) {
    ObjectNode body = JsonCodec.object().put("Status", "Successful");
    Optional<ObjectNode> connection =
        operationCompletion
            .world()
            .resources()
            .find(operationCompletion.id())
            .filter(found -> RoutingLeg.isUp(found, RoutingLeg.SESSION));
    if (connection.isPresent()) {
      body.putArray("Data").add(association(operationCompletion.world(), connection.get()));
    } else {
      body.putNull("Data");
    }
    return JsonMembers.value(body.toString());
  }

  private static ObjectNode association(World world, ObjectNode connection) {
    Instant since = RoutingLeg.of(connection, RoutingLeg.SESSION).since().orElse(world.now());
    long elapsed = Duration.between(since, world.now()).toSeconds() % LIFE_SECONDS;
    return JsonCodec.object()
        .put("localEndpoint", localEndpoint(world, connection))
        .put("remoteEndpoint", remoteEndpoint(world, connection))
        .put("localUdpEncapsulationPort", 0)
        .put("remoteUdpEncapsulationPort", 0)
        .put("encryption", policy(connection, "ikeEncryption", "AES256"))
        .put("integrity", policy(connection, "ikeIntegrity", "SHA256"))
        .put("dhGroup", policy(connection, "dhGroup", "DHGroup2"))
        .put("lifeTimeSeconds", LIFE_SECONDS)
        .put("isSaInitiator", true)
        .put("elapsedTimeInseconds", elapsed);
  }

  private static String policy(ObjectNode connection, String name, String absent) {
    return JsonMembers.objects(connection, "properties", "ipsecPolicies").stream()
        .map(each -> JsonMembers.textOr(each, name, absent))
        .findFirst()
        .orElse(absent);
  }

  private static String localEndpoint(World world, ObjectNode connection) {
    return StoredConnections.end(connection, "virtualNetworkGateway1")
        .map(id -> publicAddress(world, id))
        .orElse("");
  }

  private static String remoteEndpoint(World world, ObjectNode connection) {
    return StoredConnections.end(connection, "localNetworkGateway2")
        .flatMap(id -> world.resources().find(id))
        .map(site -> JsonMembers.textOr(JsonMembers.properties(site), "gatewayIpAddress", ""))
        .or(
            () ->
                StoredConnections.end(connection, "virtualNetworkGateway2")
                    .map(id -> publicAddress(world, id)))
        .orElse("");
  }

  private static String publicAddress(World world, ArmId gateway) {
    return world.resources().find(gateway).stream()
        .flatMap(found -> StoredGateways.ipConfigurations(found).stream())
        .flatMap(each -> StoredGateways.publicIp(each).stream())
        .flatMap(id -> world.resources().find(id).stream())
        .map(address -> JsonMembers.textOr(JsonMembers.properties(address), "ipAddress", ""))
        .findFirst()
        .orElse("");
  }
}
