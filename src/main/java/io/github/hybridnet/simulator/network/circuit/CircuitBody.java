package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.relation.UnservedReferences;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.ResourceGuid;
import java.util.List;

/** Makes the stored form of a circuit from what a client sent. */
final class CircuitBody {
  private static final String NO_KEY = "00000000-0000-0000-0000-000000000000";

  private final ResourceRequest request;
  private final ObjectNode sent;
  private final ObjectNode before;

  CircuitBody(ResourceRequest request) {
    this.request = request;
    this.sent = JsonMembers.properties(request.body());
    this.before = JsonMembers.properties(request.existing().orElse(null));
  }

  ObjectNode build() {
    ObjectNode circuit = ResourceEnvelope.topLevel(request);
    ObjectNode properties = JsonMembers.properties(circuit);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    properties.set("peerings", peerings());
    properties.set("authorizations", authorizations());
    ObjectNode bought = properties.putObject("serviceProviderProperties");
    // A PUT that only names an existing circuit's service key changes nothing of what was bought.
    String offer = "serviceProviderProperties";
    JsonMembers.copy(
        JsonMembers.at(JsonMembers.at(sent, offer) == null ? before : sent, offer),
        bought,
        "serviceProviderName",
        "peeringLocation",
        "bandwidthInMbps");
    // The answer to a PUT says so each time, also when the circuit carries traffic meanwhile.
    properties.put("circuitProvisioningState", "Disabled");
    properties.put("allowClassicOperations", JsonMembers.flag(sent, "allowClassicOperations"));
    JsonMembers.copy(before, properties, "gatewayManagerEtag");
    properties.put("serviceKey", JsonMembers.textOr(before, "serviceKey", NO_KEY));
    properties.put(
        "serviceProviderProvisioningState",
        JsonMembers.textOr(
            before, "serviceProviderProvisioningState", StoredCircuits.NOT_PROVISIONED));
    properties.put("allowGlobalReach", false);
    properties.put("globalReachEnabled", JsonMembers.flag(sent, "globalReachEnabled"));
    UnservedReferences.refuse(request.id(), sent, "expressRoutePort");
    JsonMembers.copy(sent, properties, "serviceProviderNotes", "authorizationKey");
    JsonMembers.copy(before, properties, "stag", HiddenProperties.MEMBER);
    circuit.set("sku", sku());
    return circuit;
  }

  private ObjectNode sku() {
    JsonNode now = JsonMembers.at(request.existing().orElse(null), "sku");
    JsonNode named = JsonMembers.at(request.body(), "sku");
    JsonNode wanted = named == null ? now : named;
    if (wanted == null) {
      throw NetworkErrors.missingProperty("sku", "");
    }
    String tier =
        AllowedValues.CIRCUIT_TIER.read(JsonMembers.at(wanted, "tier"), "sku.tier", "Standard");
    String family =
        AllowedValues.CIRCUIT_FAMILY.read(
            JsonMembers.at(wanted, "family"), "sku.family", "MeteredData");
    return JsonCodec.object()
        .put("name", skuName(JsonMembers.textOr(wanted, "name", tier + "_" + family)))
        .put("tier", tier)
        .put("family", family);
  }

  /** The service keeps the name that it is sent, also when tier and family say something else. */
  private static String skuName(String sent) {
    String[] halves = sent.split("_", 2);
    if (halves.length < 2) {
      throw NetworkErrors.wrongValue(sent, "ExpressRouteCircuitSkuName", "sku.name");
    }
    return AllowedValues.CIRCUIT_TIER.canonical(halves[0], "sku.name")
        + "_"
        + AllowedValues.CIRCUIT_FAMILY.canonical(halves[1], "sku.name");
  }

  private ArrayNode peerings() {
    ArrayNode filled = JsonMembers.array();
    List<ObjectNode> existing = JsonMembers.objects(before, "peerings");
    for (ObjectNode each : JsonMembers.objects(sent, "peerings")) {
      String name = name(each, "peerings");
      ArmId id = request.id().child("peerings", name);
      ObjectNode read = CircuitPeeringState.read(request.world(), each);
      filled.add(CircuitPeeringBody.build(id, read, JsonMembers.named(existing, name)));
    }
    return filled;
  }

  private ArrayNode authorizations() {
    ArrayNode filled = JsonMembers.array();
    List<ObjectNode> existing = JsonMembers.objects(before, "authorizations");
    for (ObjectNode each : JsonMembers.objects(sent, "authorizations")) {
      String name = name(each, "authorizations");
      ArmId id = request.id().child("authorizations", name);
      filled.add(
          CircuitAuthorizations.build(request.world(), id, JsonMembers.named(existing, name)));
    }
    return filled;
  }

  private static String name(ObjectNode part, String collection) {
    String name = JsonMembers.text(part, "name");
    if (name == null) {
      throw NetworkErrors.missingProperty("name", "properties." + collection);
    }
    return name;
  }
}
