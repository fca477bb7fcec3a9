package io.github.hybridnet.validation.rules.name;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.PropertyLocations;
import io.github.hybridnet.model.PublicIp;
import io.github.hybridnet.model.SecurityRule;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Every resource of a network that gets a name, in the order of the files. */
record ResourceNames(List<NamedResource> all) {

  /**
   * A resource and its name.
   *
   * @param kind in the user's words, such as "the VPN gateway"
   * @param form which characters its name may have
   * @param scope names of the same scope must differ; null where nothing else is like it
   * @param name the name
   * @param place where it is written
   */
  record NamedResource(
      String kind, NameFormat form, String scope, String name, SourceLocation place) {}

  static ResourceNames of(RuleContext context) {
    List<NamedResource> names = new ArrayList<>();
    HybridNetwork network = context.network();
    VirtualNetwork virtualNetwork = network.virtualNetwork();
    if (virtualNetwork != null) {
      SourceLocation sourceLocation = virtualNetwork.origin().at("name");
      names.add(
          new NamedResource(
              "the virtual network",
              NameFormat.VIRTUAL_NETWORK,
              "vnet",
              virtualNetwork.name(),
              sourceLocation));
    }
    for (Subnet subnet : context.subnets()) {
      names.add(resource("a subnet", "subnet", subnet.name(), subnet.origin().at("name")));
    }
    context.gateways().forEach(declaration -> addGateway(names, declaration));
    network.circuits().forEach(circuit -> addCircuit(names, circuit, network));
    for (NetworkSecurityGroup group : context.securityGroups()) {
      addGroup(names, group);
    }
    return new ResourceNames(names);
  }

  private static void addCircuit(
      List<NamedResource> names, Circuit circuit, HybridNetwork network) {
    PropertyLocations propertyLocations = circuit.origin();
    String scope = "circuit in " + network.resourceGroupOf(circuit);
    names.add(resource("the circuit", scope, circuit.name(), propertyLocations.at("name")));
    String group = circuit.resourceGroup();
    if (group != null) {
      names.add(
          new NamedResource(
              "the circuit's resource group",
              NameFormat.RESOURCE_GROUP,
              "group of circuit " + circuit.name(),
              group,
              propertyLocations.at("resourceGroup")));
    }
    for (int i = 0; i < circuit.authorizations().size(); i++) {
      names.add(
          resource(
              "an authorization of the circuit",
              "authorization of " + circuit.name(),
              circuit.authorizations().get(i),
              propertyLocations.at("authorizations/" + i)));
    }
  }

  private static void addGateway(List<NamedResource> names, GatewayDeclaration declaration) {
    Gateway gateway = declaration.gateway();
    String type = gateway.type() == GatewayType.VPN ? "VPN" : "ExpressRoute";
    names.add(
        resource(
            "the " + type + " gateway", "gateway", gateway.name(), gateway.origin().at("name")));
    addPublicIp(names, gateway, type);
    declaration.connections().forEach(connection -> addConnection(names, connection, type));
  }

  private static void addConnection(
      List<NamedResource> names, GatewayConnection connection, String type) {
    SourceLocation place = connection.origin().at("name");
    names.add(resource("the " + type + " connection", "connection", connection.name(), place));
    LocalNetworkGateway device = connection.localNetworkGateway();
    if (device != null) {
      names.add(
          resource(
              "the local network gateway", "device", device.name(), device.origin().at("name")));
    }
  }

  /** What is wrong with a derived name is wrong with the gateway's, unless it is the length. */
  private static void addPublicIp(List<NamedResource> names, Gateway gateway, String type) {
    boolean derived = !gateway.origin().properties().containsKey("publicIp/name");
    if (derived && !NameFormat.RESOURCE.accepts(gateway.name())) {
      return;
    }
    PublicIp address = gateway.publicIp();
    names.add(
        resource(
            "the public IP address of the " + type + " gateway",
            "publicIp",
            address.name(),
            address.origin().at("name")));
  }

  private static void addGroup(List<NamedResource> names, NetworkSecurityGroup group) {
    names.add(resource("a security group", "nsg", group.name(), group.origin().at("name")));
    for (SecurityRule rule : group.rules()) {
      names.add(
          resource(
              "a rule of security group '" + group.name() + "'",
              "rule of " + group.name(),
              rule.name(),
              rule.origin().at("name")));
    }
  }

  private static NamedResource resource(
      String kind, String scope, String name, SourceLocation sourceLocation) {
    return new NamedResource(kind, NameFormat.RESOURCE, scope, name, sourceLocation);
  }
}
