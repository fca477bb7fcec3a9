package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import java.util.List;

/** Makes the stored form of a circuit from what a client sent. */
final class CircuitBody {
  private static final String NO_KEY = "00000000-0000-0000-0000-000000000000";

  private final ArmRequest request;
  private final ObjectNode sent;
  private final ObjectNode before;

  CircuitBody(ArmRequest request) {
    this.request = request;
    this.sent = Json.properties(request.body());
    this.before = Json.properties(request.existing().orElse(null));
  }

  ObjectNode build() {
    ObjectNode circuit = Envelope.topLevel(request);
    ObjectNode properties = Json.properties(circuit);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.set("peerings", peerings());
    properties.set("authorizations", authorizations());
    ObjectNode bought = properties.putObject("serviceProviderProperties");
    // A PUT that only names an existing circuit's service key changes nothing of what was bought.
    String offer = "serviceProviderProperties";
    Json.copy(
        Json.at(Json.at(sent, offer) == null ? before : sent, offer),
        bought,
        "serviceProviderName",
        "peeringLocation",
        "bandwidthInMbps");
    // The answer to a PUT says so each time, also when the circuit carries traffic meanwhile.
    properties.put("circuitProvisioningState", "Disabled");
    properties.put("allowClassicOperations", Json.flag(sent, "allowClassicOperations"));
    Json.copy(before, properties, "gatewayManagerEtag");
    properties.put("serviceKey", Json.textOr(before, "serviceKey", NO_KEY));
    properties.put(
        "serviceProviderProvisioningState",
        Json.textOr(before, "serviceProviderProvisioningState", Circuits.NOT_PROVISIONED));
    properties.put("allowGlobalReach", false);
    properties.put("globalReachEnabled", Json.flag(sent, "globalReachEnabled"));
    UnservedReferences.refuse(request.id(), sent, "expressRoutePort");
    Json.copy(sent, properties, "serviceProviderNotes");
    Json.copy(before, properties, "stag", Hidden.MEMBER);
    circuit.set("sku", sku());
    return circuit;
  }

  private ObjectNode sku() {
    JsonNode now = Json.at(request.existing().orElse(null), "sku");
    JsonNode named = Json.at(request.body(), "sku");
    JsonNode wanted = named == null ? now : named;
    if (wanted == null) {
      throw NetworkErrors.missingProperty("sku", "");
    }
    String tier = Choice.CIRCUIT_TIER.read(Json.at(wanted, "tier"), "sku.tier", "Standard");
    String family =
        Choice.CIRCUIT_FAMILY.read(Json.at(wanted, "family"), "sku.family", "MeteredData");
    return Json.object()
        .put("name", skuName(Json.textOr(wanted, "name", tier + "_" + family)))
        .put("tier", tier)
        .put("family", family);
  }

  /** The service keeps the name that it is sent, also when tier and family say something else. */
  private static String skuName(String sent) {
    String[] halves = sent.split("_", 2);
    if (halves.length < 2) {
      throw NetworkErrors.wrongValue(sent, "ExpressRouteCircuitSkuName", "sku.name");
    }
    return Choice.CIRCUIT_TIER.canonical(halves[0], "sku.name")
        + "_"
        + Choice.CIRCUIT_FAMILY.canonical(halves[1], "sku.name");
  }

  private ArrayNode peerings() {
    ArrayNode filled = Json.array();
    List<ObjectNode> existing = Json.objects(before, "peerings");
    for (ObjectNode each : Json.objects(sent, "peerings")) {
      String name = name(each, "peerings");
      ArmId id = request.id().child("peerings", name);
      filled.add(PeeringBody.build(id, each, Json.named(existing, name)));
    }
    return filled;
  }

  private ArrayNode authorizations() {
    ArrayNode filled = Json.array();
    List<ObjectNode> existing = Json.objects(before, "authorizations");
    for (ObjectNode each : Json.objects(sent, "authorizations")) {
      String name = name(each, "authorizations");
      ArmId id = request.id().child("authorizations", name);
      filled.add(CircuitAuthorizations.build(request.world(), id, Json.named(existing, name)));
    }
    return filled;
  }

  private static String name(ObjectNode part, String collection) {
    String name = Json.text(part, "name");
    if (name == null) {
      throw NetworkErrors.missingProperty("name", "properties." + collection);
    }
    return name;
  }
}
