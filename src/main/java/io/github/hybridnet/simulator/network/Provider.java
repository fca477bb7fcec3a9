package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.World;

/**
 * The connectivity provider. Left to itself it begins to provision a circuit some time after the
 * circuit was created and is done some time later; it configures private peering unless the
 * customer did, and enables it. Else it does what the simulator's owner says.
 */
final class Provider {
  /** The event of a provider that begins. */
  static final String BEGINS = "circuit.provisioning";

  /** The event of a provider that is done. */
  static final String DONE = "circuit.provisioned";

  /** The event of a provider that has taken a circuit away. */
  static final String GONE = "circuit.deprovisioned";

  private static final String STATE = "serviceProviderProvisioningState";
  private static final String SEEN = "provider";
  private static final int PRIVATE_ASN = 65020;
  private static final int FIRST_VLAN = 100;

  private Provider() {}

  /** Lets the provider know of a circuit; nothing happens if it knows it already. */
  static void await(World world, ObjectNode circuit) {
    ArmId id = ArmId.parse(Reference.idOf(circuit)).orElseThrow();
    if (!world.behaviour().automaticProvider() || Hidden.text(circuit, SEEN).isPresent()) {
      return;
    }
    note(world, id);
    world.schedule(BEGINS, id, "expressRouteCircuits.providerBegins", Json.object());
    world.schedule(DONE, id, "expressRouteCircuits.provider", Json.object());
  }

  /** The handler of {@link #BEGINS}. */
  static void begin(World world, ArmId circuit, ObjectNode data) {
    set(world, circuit, "Provisioning");
  }

  /** The handler of {@link #DONE}. */
  static void finish(World world, ArmId circuit, ObjectNode data) {
    set(world, circuit, Circuits.PROVISIONED);
  }

  /** The handler of {@link #GONE}. */
  static void takeAway(World world, ArmId circuit, ObjectNode data) {
    set(world, circuit, Circuits.NOT_PROVISIONED);
  }

  /** The admin call {@code POST circuits/{name}/provider}. */
  static Answer tell(ArmRequest request) {
    String wanted = Json.text(request.body(), "state");
    if (wanted == null) {
      throw ArmErrors.invalidRequestContent("The body must be {\"state\": \"Provisioned\"}.");
    }
    String state = Choice.PROVIDER_STATE.told(wanted, "state");
    World world = request.world();
    forget(world, request.id());
    note(world, request.id());
    JsonNode peers = Json.at(request.body(), "peering");
    set(world, request.id(), state, peers == null || peers.asBoolean());
    goOn(world, request.id(), state);
    return Answer.plain(200, Json.object().put("state", state));
  }

  /** A provider that acts by itself ends what it was told to begin. */
  private static void goOn(World world, ArmId circuit, String state) {
    String duration = "expressRouteCircuits.provider";
    if (world.behaviour().automaticProvider() && state.equals("Provisioning")) {
      world.schedule(DONE, circuit, duration, Json.object());
    } else if (world.behaviour().automaticProvider() && state.equals("Deprovisioning")) {
      world.schedule(GONE, circuit, duration, Json.object());
    }
  }

  /** Calls off what the provider was about to do. */
  static void forget(World world, ArmId circuit) {
    world.cancel(BEGINS, circuit);
    world.cancel(DONE, circuit);
    world.cancel(GONE, circuit);
  }

  private static void note(World world, ArmId circuit) {
    world.resources().changeQuietly(circuit, stored -> Hidden.put(stored, SEEN, "told"));
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
              Json.properties(circuit).put(STATE, state);
              if (state.equals(Circuits.PROVISIONED)) {
                peer(id, circuit, peers);
              }
            });
    GlobalReach.refresh(world, id);
    ConnectionStatuses.refresh(world);
  }

  private static void peer(ArmId id, ObjectNode circuit, boolean peers) {
    if (!(Json.properties(circuit).get("peerings") instanceof ArrayNode peerings)) {
      return;
    }
    if (peers && Circuits.privatePeering(circuit).isEmpty()) {
      ObjectNode peering = PeeringBody.build(peeringId(id), wanted(circuit), null);
      ProvisioningState.mark(peering, ProvisioningState.SUCCEEDED);
      PeeringBody.start(circuit, peering);
      peerings.add(peering);
    }
    Circuits.privatePeering(circuit)
        .ifPresent(peering -> Json.properties(peering).put("state", "Enabled"));
    Circuits.countChange(circuit);
  }

  private static ArmId peeringId(ArmId circuit) {
    return circuit.child("peerings", Circuits.PRIVATE_PEERING);
  }

  private static ObjectNode wanted(ObjectNode circuit) {
    ObjectNode body = Json.object();
    body.putObject("properties")
        .put("peerASN", PRIVATE_ASN)
        .put("primaryPeerAddressPrefix", "192.168.15.16/30")
        .put("secondaryPeerAddressPrefix", "192.168.15.20/30")
        .put("vlanId", FIRST_VLAN + Json.number(Json.properties(circuit), "stag", 0));
    return body;
  }
}
