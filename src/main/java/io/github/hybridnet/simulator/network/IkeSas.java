package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;
import io.github.hybridnet.simulator.arm.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** POST of a question for the IKE security associations of a tunnel: a text with JSON in it. */
final class IkeSas implements ArmOperation {
  private static final int LIFE_SECONDS = 28_800;

  @Override
  public Answer accept(ArmRequest request) {
    if (Connections.isExpressRoute(request.required())) {
      throw ArmErrors.notFound(request.id().child("ikesas", "default"));
    }
    return Answer.acceptedByLocation(Work.lasting("virtualNetworkGateways.action"));
  }

  @Override
  public JsonNode complete(Completion completion) {
    ObjectNode body = Json.object().put("Status", "Successful");
    Optional<ObjectNode> connection =
        completion
            .world()
            .resources()
            .find(completion.id())
            .filter(found -> Leg.isUp(found, Leg.SESSION));
    if (connection.isPresent()) {
      body.putArray("Data").add(association(completion.world(), connection.get()));
    } else {
      body.putNull("Data");
    }
    return Json.value(body.toString());
  }

  private static ObjectNode association(World world, ObjectNode connection) {
    Instant since = Leg.of(connection, Leg.SESSION).since().orElse(world.now());
    long elapsed = Duration.between(since, world.now()).toSeconds() % LIFE_SECONDS;
    return Json.object()
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
    return Json.objects(connection, "properties", "ipsecPolicies").stream()
        .map(each -> Json.textOr(each, name, absent))
        .findFirst()
        .orElse(absent);
  }

  private static String localEndpoint(World world, ObjectNode connection) {
    return Connections.end(connection, "virtualNetworkGateway1")
        .map(id -> publicAddress(world, id))
        .orElse("");
  }

  private static String remoteEndpoint(World world, ObjectNode connection) {
    return Connections.end(connection, "localNetworkGateway2")
        .flatMap(id -> world.resources().find(id))
        .map(site -> Json.textOr(Json.properties(site), "gatewayIpAddress", ""))
        .or(
            () ->
                Connections.end(connection, "virtualNetworkGateway2")
                    .map(id -> publicAddress(world, id)))
        .orElse("");
  }

  private static String publicAddress(World world, ArmId gateway) {
    return world.resources().find(gateway).stream()
        .flatMap(found -> Gateways.ipConfigurations(found).stream())
        .flatMap(each -> Gateways.publicIp(each).stream())
        .flatMap(id -> world.resources().find(id).stream())
        .map(address -> Json.textOr(Json.properties(address), "ipAddress", ""))
        .findFirst()
        .orElse("");
  }
}
