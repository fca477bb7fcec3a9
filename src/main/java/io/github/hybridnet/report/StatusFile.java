package io.github.hybridnet.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.status.GatewayStatus;
import io.github.hybridnet.status.NetworkStatus;
import io.github.hybridnet.status.ResourceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code status.json}, for other programs. Everything in it has its order, and there is no
 * time in it.
 */
public final class StatusFile {
  /** The version of the file's shape; it grows when something is removed or changes its meaning. */
  static final int SCHEMA_VERSION = 1;

  private final Path file;

  /** The file in an output directory. */
  public StatusFile(Path outputDirectory) {
    this.file = outputDirectory.resolve("status.json");
  }

  /** The path of this file. */
  public Path path() {
    return file;
  }

  /**
   * Writes the file, which is replaced whole or not at all.
   *
   * @param cloud the cloud's name as the user gave it
   * @throws IOException when it cannot be written
   */
  public void write(String cloud, NetworkStatus status) throws IOException {
    ObjectNode root = JsonFile.JSON.createObjectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("cloud", cloud);
    root.put("subscriptionId", status.group().subscriptionId());
    root.put("resourceGroup", status.group().resourceGroup());
    JsonFile.texts(root.putArray("unfinishedDrills"), status.drills());
    ArrayNode resources = root.putArray("resources");
    status.resources().forEach(r -> resource(resources.addObject(), r));
    ArrayNode gateways = root.putArray("gateways");
    status.gateways().forEach(g -> gateway(gateways.addObject(), g));
    JsonFile.write(file, root);
  }

  private static void resource(ObjectNode node, ResourceStatus resource) {
    JsonFile.resource(node, resource.key());
    node.put("state", resource.state());
    ObjectNode health = node.putObject("health");
    resource.health().forEach(health::put);
    node.put("drift", resource.drift().id());
    ArrayNode differences = node.putArray("differences");
    resource.differences().forEach(d -> JsonFile.difference(differences.addObject(), d));
    JsonFile.texts(node.putArray("uncompared"), resource.uncompared());
    failure(node, "problem", resource.failure());
  }

  private static void gateway(ObjectNode node, GatewayStatus gateway) {
    node.put("name", gateway.key().name());
    node.put("id", gateway.key().id());
    ArrayNode peers = node.putArray("bgpPeers");
    List<BgpPeer> known = gateway.peers().value();
    if (known != null) {
      known.forEach(p -> peer(peers.addObject(), p));
    }
    failure(node, "bgpPeersProblem", gateway.peers().failure());
    ObjectNode routes = node.putObject("learnedRoutes");
    gateway
        .prefixes()
        .forEach((source, prefixes) -> JsonFile.texts(routes.putArray(source.id()), prefixes));
    failure(node, "learnedRoutesProblem", gateway.routes().failure());
  }

  private static void peer(ObjectNode node, BgpPeer peer) {
    node.put("neighbor", peer.neighbor());
    node.put("asn", peer.asn());
    node.put("state", peer.state());
    node.put("routesReceived", peer.routesReceived());
  }

  private static void failure(ObjectNode node, String name, @Nullable CloudException failure) {
    node.put(name, failure == null ? "" : "(" + failure.code() + ") " + failure.getMessage());
  }
}
