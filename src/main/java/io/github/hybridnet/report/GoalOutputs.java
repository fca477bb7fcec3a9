package io.github.hybridnet.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.hybridnet.arm.ActualGateway;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.plan.ResourceChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a goal hands over to other programs.
 *
 * @param cloud the cloud's name as the user gave it
 * @param resources what the goal wrote or found
 * @param circuits what there is to know of the circuits; empty when the goal did not touch one
 * @param gateways the gateways' addresses
 */
public record GoalOutputs(
    String cloud, List<Entry> resources, List<CircuitEntry> circuits, List<GatewayEntry> gateways) {

  /** Copies the lists, which cannot be changed afterwards. */
  public GoalOutputs {
    resources = List.copyOf(resources);
    circuits = List.copyOf(circuits);
    gateways = List.copyOf(gateways);
  }

  /**
   * One resource as other programs read it.
   *
   * @param type the type in Azure Resource Manager
   * @param name its name
   * @param id its id
   * @param provisioningState as the service last said
   * @param action what was done: {@code create}, {@code update}, {@code replace} or {@code
   *     unchanged}
   */
  public record Entry(
      String type, String name, String id, String provisioningState, String action) {}

  /**
   * The circuit as other programs read it.
   *
   * @param name its name
   * @param id its id
   * @param serviceKey what the connectivity provider needs
   * @param providerState {@code NotProvisioned}, {@code Provisioning}, {@code Provisioned} or
   *     {@code Deprovisioning}
   */
  public record CircuitEntry(String name, String id, String serviceKey, String providerState) {}

  /**
   * The addresses of a gateway, with which devices are configured.
   *
   * @param name its name
   * @param type {@code Vpn} or {@code ExpressRoute}
   * @param id its id
   * @param publicIpAddresses its public addresses; empty where Microsoft provides them
   * @param bgpPeeringAddress its address for BGP, empty if it has none; two with a comma where both
   *     instances are active
   * @param asn its autonomous system number, absent if it has none
   */
  public record GatewayEntry(
      String name,
      String type,
      String id,
      List<String> publicIpAddresses,
      String bgpPeeringAddress,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long asn) {}

  /** Outputs of a goal that has written no resource. */
  public static GoalOutputs nothing(String cloud) {
    return new GoalOutputs(cloud, List.of(), List.of(), List.of());
  }

  /** The outputs of a carried out plan. */
  public static GoalOutputs of(String cloud, EngineResult result) {
    return of(cloud, result, List.of());
  }

  /**
   * The outputs of a carried out plan.
   *
   * @param others public addresses of gateways that the plan does not name
   */
  public static GoalOutputs of(String cloud, EngineResult result, List<ActualResource> others) {
    List<Entry> entries = new ArrayList<>();
    List<GatewayEntry> gateways = new ArrayList<>();
    Map<String, ActualResource> unknown = addresses(others);
    Map<String, ActualResource> all = addresses(result.resources().values());
    all.putAll(unknown);
    result
        .resources()
        .forEach(
            (resourceChange, actual) -> {
              entries.add(entry(resourceChange, actual));
              if (resourceChange.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY) {
                List<ResourceKey> keys = new ActualGateway(actual).publicAddresses();
                entries.addAll(entries(select(keys, unknown), resourceChange));
                gateways.add(gateway(actual, select(keys, all)));
              }
            });
    return new GoalOutputs(cloud, entries, List.of(), gateways);
  }

  /** A new gateway's unnamed address was made with it, one of an older gateway existed before. */
  private static List<Entry> entries(List<ActualResource> unnamed, ResourceChange gateway) {
    ResourceChange.Action action =
        gateway.action() == ResourceChange.Action.CREATE
            ? ResourceChange.Action.CREATE
            : ResourceChange.Action.UNCHANGED;
    return unnamed.stream().map(address -> entry(address, address.key(), action)).toList();
  }

  private static List<ActualResource> select(
      List<ResourceKey> keys, Map<String, ActualResource> addresses) {
    return keys.stream()
        .map(key -> addresses.get(key.comparableId()))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** The same outputs with circuits. */
  public GoalOutputs withCircuits(List<ActualResource> actual) {
    return new GoalOutputs(
        cloud, resources, actual.stream().map(GoalOutputs::circuit).toList(), gateways);
  }

  private static CircuitEntry circuit(ActualResource actual) {
    Map<String, Object> observed = actual.observed();
    return new CircuitEntry(
        actual.key().name(),
        actual.key().id(),
        text(observed.get("serviceKey")),
        text(observed.get("serviceProviderProvisioningState")));
  }

  private static Entry entry(ResourceChange resourceChange, ActualResource actual) {
    return entry(actual, resourceChange.key(), resourceChange.action());
  }

  private static Entry entry(ActualResource actual, ResourceKey key, ResourceChange.Action action) {
    return new Entry(
        key.type().armName(), key.name(), key.id(), actual.provisioningState(), action.label());
  }

  private static GatewayEntry gateway(ActualResource actual, List<ActualResource> addresses) {
    ActualGateway gateway = new ActualGateway(actual);
    OptionalLong asn = gateway.asn();
    return new GatewayEntry(
        actual.key().name(),
        gateway.type(),
        actual.key().id(),
        addresses.stream().map(a -> text(a.observed().get("ipAddress"))).toList(),
        gateway.bgpPeeringAddress(),
        asn.isPresent() ? asn.getAsLong() : null);
  }

  private static Map<String, ActualResource> addresses(Collection<ActualResource> resources) {
    Map<String, ActualResource> addresses = new LinkedHashMap<>();
    for (ActualResource actual : resources) {
      if (actual.key().type() == ResourceType.PUBLIC_IP) {
        addresses.put(actual.key().comparableId(), actual);
      }
    }
    return addresses;
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
