package io.github.hybridnet.simulator.network.circuit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.GlobalReach;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredCircuits;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;

/**
 * The connectivity provider of all circuits. By itself it begins to provision a circuit some time
 * after its creation, and ends some time later. It then enables private peering, and configures it
 * unless the customer did. Otherwise it does what the simulator's owner sets.
 */
final class ConnectivityProvider {
  /** The event at which the provider begins to provision a circuit. */
  static final String BEGINS = "circuit.provisioning";

  /** The event at which the provider has provisioned a circuit. */
  static final String DONE = "circuit.provisioned";

  /** The event at which the provider has deprovisioned a circuit. */
  static final String GONE = "circuit.deprovisioned";

  private static final String STATE = "serviceProviderProvisioningState";
  private static final String SEEN = "provider";
  private static final int PRIVATE_ASN = 65020;
  private static final int FIRST_VLAN = 100;

  private ConnectivityProvider() {}

  /** Announces a new circuit to the provider; a second call does nothing. */
  static void await(World world, ObjectNode circuit) {
    ArmId id = ArmId.parse(ResourceReference.idOf(circuit)).orElseThrow();
    if (!world.behaviour().automaticProvider()
        || HiddenProperties.text(circuit, SEEN).isPresent()) {
      return;
    }
    note(world, id);
    world.schedule(BEGINS, id, "expressRouteCircuits.providerBegins", JsonCodec.object());
    world.schedule(DONE, id, "expressRouteCircuits.provider", JsonCodec.object());
  }

  /** The handler of {@link #BEGINS}. */
  static void begin(World world, ArmId circuit, ObjectNode data) {
    set(world, circuit, "Provisioning");
  }

  /** The handler of {@link #DONE}. */
  static void finish(World world, ArmId circuit, ObjectNode data) {
    set(world, circuit, StoredCircuits.PROVISIONED);
  }

  /** The handler of {@link #GONE}. */
  static void deprovisioned(World world, ArmId circuit, ObjectNode data) {
    set(world, circuit, StoredCircuits.NOT_PROVISIONED);
  }

  /** The admin call {@code POST circuits/{name}/provider}. */
  static OperationAnswer setState(ResourceRequest request) {
    String wanted = JsonMembers.text(request.body(), "state");
    if (wanted == null) {
      throw ArmErrors.invalidRequestContent("The body must be {\"state\": \"Provisioned\"}.");
    }
    String state = AllowedValues.PROVIDER_STATE.fromOwner(wanted, "state");
    World world = request.world();
    forget(world, request.id());
    note(world, request.id());
    JsonNode peers = JsonMembers.at(request.body(), "peering");
    set(world, request.id(), state, peers == null || peers.asBoolean());
    goOn(world, request.id(), state);
    return OperationAnswer.plain(200, JsonCodec.object().put("state", state));
  }

  /** A provider that acts by itself ends what the owner made it begin. */
  private static void goOn(World world, ArmId circuit, String state) {
    String duration = "expressRouteCircuits.provider";
    if (world.behaviour().automaticProvider() && state.equals("Provisioning")) {
      world.schedule(DONE, circuit, duration, JsonCodec.object());
    } else if (world.behaviour().automaticProvider() && state.equals("Deprovisioning")) {
      world.schedule(GONE, circuit, duration, JsonCodec.object());
    }
  }

  /** Cancels the scheduled work of the provider. */
  static void forget(World world, ArmId circuit) {
    world.cancel(BEGINS, circuit);
    world.cancel(DONE, circuit);
    world.cancel(GONE, circuit);
  }

  private static void note(World world, ArmId circuit) {
    world.resources().changeQuietly(circuit, stored -> HiddenProperties.put(stored, SEEN, "told"));
  }

  private static void set(World world, ArmId id, String state) {
    set(world, id, state, true);
  }

  /**
   * Moves the provider's state.
   *
   * @param peers whether the provider makes a private peering where the customer has none, as those
   *     do that sell more than a line
   */
  private static void set(World world, ArmId id, String state, boolean peers) {
    world
        .resources()
        .change(
            id,
            circuit -> {
              JsonMembers.properties(circuit).put(STATE, state);
              if (state.equals(StoredCircuits.PROVISIONED)) {
                peer(id, circuit, peers);
              }
            });
    GlobalReach.refresh(world, id);
    ConnectionStatuses.refresh(world);
  }

  private static void peer(ArmId id, ObjectNode circuit, boolean peers) {
    if (!(JsonMembers.properties(circuit).get("peerings") instanceof ArrayNode peerings)) {
      return;
    }
    if (peers && StoredCircuits.privatePeering(circuit).isEmpty()) {
      ObjectNode peering = CircuitPeeringBody.build(peeringId(id), wanted(circuit), null);
      ProvisioningStateField.mark(peering, ProvisioningStateField.SUCCEEDED);
      CircuitPeeringBody.start(circuit, peering);
      peerings.add(peering);
    }
    StoredCircuits.privatePeering(circuit)
        .ifPresent(peering -> JsonMembers.properties(peering).put("state", "Enabled"));
    StoredCircuits.countChange(circuit);
  }

  private static ArmId peeringId(ArmId circuit) {
    return circuit.child("peerings", StoredCircuits.PRIVATE_PEERING);
  }

  private static ObjectNode wanted(ObjectNode circuit) {
    ObjectNode body = JsonCodec.object();
    body.putObject("properties")
        .put("peerASN", PRIVATE_ASN)
        .put("primaryPeerAddressPrefix", "192.168.15.16/30")
        .put("secondaryPeerAddressPrefix", "192.168.15.20/30")
        .put("vlanId", FIRST_VLAN + JsonMembers.number(JsonMembers.properties(circuit), "stag", 0));
    return body;
  }
}
