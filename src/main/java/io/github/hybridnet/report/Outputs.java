package io.github.hybridnet.report;

import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a goal hands over to other programs.
 *
 * @param cloud the cloud's name as the user gave it
 * @param resources what the goal wrote or found
 * @param circuit what there is to know of the circuit, or null when the goal did not touch one
 * @param gateways the gateways' addresses
 */
public record Outputs(
    String cloud,
    List<Entry> resources,
    @Nullable CircuitEntry circuit,
    List<GatewayEntry> gateways) {

  /** Copies the lists. */
  public Outputs {
    resources = List.copyOf(resources);
    gateways = List.copyOf(gateways);
  }

  /**
   * One resource.
   *
   * @param type the type in Azure Resource Manager
   * @param name its name
   * @param id its id
   * @param provisioningState as the service last said
   * @param action what was done: {@code create}, {@code update} or {@code unchanged}
   */
  public record Entry(
      String type, String name, String id, String provisioningState, String action) {}

  /**
   * The circuit.
   *
   * @param name its name
   * @param id its id
   * @param serviceKey what the connectivity provider needs
   * @param providerState {@code NotProvisioned}, {@code Provisioning}, {@code Provisioned} or
   *     {@code Deprovisioning}
   */
  public record CircuitEntry(String name, String id, String serviceKey, String providerState) {}

  /**
   * A gateway's addresses.
   *
   * @param name its name
   * @param type {@code Vpn} or {@code ExpressRoute}
   * @param id its id
   * @param publicIpAddresses its public addresses; empty where Microsoft provides them
   * @param bgpPeeringAddress its address for BGP, empty where it has none
   */
  public record GatewayEntry(
      String name,
      String type,
      String id,
      List<String> publicIpAddresses,
      String bgpPeeringAddress) {}

  /** The outputs of a carried out plan. */
  public static Outputs of(String cloud, EngineResult result) {
    List<Entry> entries = new ArrayList<>();
    List<GatewayEntry> gateways = new ArrayList<>();
    Map<String, String> addresses = addresses(result);
    result
        .resources()
        .forEach(
            (change, actual) -> {
              entries.add(entry(change, actual));
              if (change.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY) {
                gateways.add(gateway(actual, addresses));
              }
            });
    return new Outputs(cloud, entries, null, gateways);
  }

  /** The same outputs with a circuit. */
  public Outputs withCircuit(ActualResource actual) {
    Map<String, Object> observed = actual.observed();
    return new Outputs(
        cloud,
        resources,
        new CircuitEntry(
            actual.key().name(),
            actual.key().id(),
            text(observed.get("serviceKey")),
            text(observed.get("serviceProviderProvisioningState"))),
        gateways);
  }

  private static Entry entry(Change change, ActualResource actual) {
    return new Entry(
        change.key().type().armName(),
        change.key().name(),
        change.key().id(),
        actual.provisioningState(),
        change.action().label());
  }

  private static GatewayEntry gateway(ActualResource actual, Map<String, String> addresses) {
    Map<?, ?> properties = map(actual.body().get("properties"));
    List<String> own = new ArrayList<>();
    if (properties.get("ipConfigurations") instanceof List<?> configurations) {
      for (Object configuration : configurations) {
        Map<?, ?> publicIp = map(map(map(configuration).get("properties")).get("publicIPAddress"));
        String address = addresses.get(text(publicIp.get("id")).toLowerCase(Locale.ROOT));
        if (address != null) {
          own.add(address);
        }
      }
    }
    return new GatewayEntry(
        actual.key().name(),
        text(properties.get("gatewayType")),
        actual.key().id(),
        List.copyOf(own),
        text(map(properties.get("bgpSettings")).get("bgpPeeringAddress")));
  }

  private static Map<String, String> addresses(EngineResult result) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (ActualResource actual : result.resources().values()) {
      if (actual.key().type() == ResourceType.PUBLIC_IP) {
        addresses.put(actual.key().comparableId(), text(actual.observed().get("ipAddress")));
      }
    }
    return addresses;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
