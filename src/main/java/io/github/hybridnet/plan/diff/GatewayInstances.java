package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AlternativeForms;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.GatewayAddresses;
import io.github.hybridnet.arm.ListMatcher;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from another number of instances of a gateway. An active-standby gateway has no use
 * for a second IP configuration: it goes (vpn-gateway/vpn-gateway-activeactive-rm-powershell). BGP
 * addresses of instances that change are left to Azure, which refuses settings for another number
 * of instances (BgpPeeringAddressesCountNotCorrect); a customer's own addresses stay.
 */
public final class GatewayInstances {
  private static final String PROPERTIES = "properties";
  private static final String LIST = "ipConfigurations";
  private static final String BGP = "bgpSettings";
  private static final String INSTANCES = "bgpPeeringAddresses";

  private static final String OWNER = "ipconfigurationId";

  private final ResourceKey gateway;
  private final List<Map<String, Object>> before;
  private final List<Map<String, Object>> kept = new ArrayList<>();

  /** The instances of a gateway; for any other resource nothing follows. */
  public GatewayInstances(DeclaredResource resource, ActualResource actual) {
    this.gateway = actual.key();
    this.before = ChildResources.elements(actual.body(), LIST);
    boolean single =
        resource.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY
            && Boolean.FALSE.equals(resource.properties().value("activeActive"));
    ListMatcher listMatcher =
        new ListMatcher(ChildResources.elements(resource.body(), LIST), before);
    if (single && before.size() > 1) {
      for (int i = 0; i < ChildResources.elements(resource.body(), LIST).size(); i++) {
        Map<String, Object> counterpart = listMatcher.counterpart(i);
        if (counterpart != null) {
          kept.add(counterpart);
        }
      }
    } else {
      kept.addAll(before);
    }
  }

  /** The IP configurations that go. */
  List<Map<String, Object>> spare() {
    return before.stream().filter(each -> !kept.contains(each)).toList();
  }

  /** The ids of the public addresses that are not used any more. */
  public List<String> addresses() {
    return spare().stream().map(GatewayAddresses::idOf).filter(id -> !id.isEmpty()).toList();
  }

  List<PropertyDifference> differences() {
    return kept.size() == before.size()
        ? List.of()
        : List.of(new PropertyDifference("properties." + LIST, names(kept), names(before)));
  }

  private static String names(List<Map<String, Object>> configurations) {
    return configurations.stream().map(ChildResources::name).toList().toString();
  }

  /** The body that is written, with what the gateway needs for its number of instances. */
  Map<String, Object> settled(Map<String, Object> body) {
    List<String> namesBefore = before.stream().map(ChildResources::name).toList();
    List<Map<String, Object>> configurations =
        ChildResources.elements(body, LIST).stream()
            .filter(
                c ->
                    !namesBefore.contains(ChildResources.name(c)) || isKept(ChildResources.name(c)))
            .toList();
    List<String> names = configurations.stream().map(ChildResources::name).toList();
    if (before.isEmpty() || names.equals(namesBefore)) {
      return body;
    }
    ResourceBody settled = new ResourceBody(body).with(configurations, PROPERTIES, LIST);
    Object bgp = settled.value(PROPERTIES, BGP);
    return (bgp == null
            ? settled
            : settled.with(bgp(ResourceBody.map(bgp), names), PROPERTIES, BGP))
        .members();
  }

  private boolean isKept(String name) {
    return kept.stream().map(ChildResources::name).anyMatch(name::equals);
  }

  private Map<String, Object> bgp(Map<String, Object> settings, List<String> names) {
    Map<String, Object> bgp = new LinkedHashMap<>(settings);
    // One text holds the addresses of all instances.
    bgp.remove(AlternativeForms.BGP_ADDRESS);
    List<Map<String, Object>> own =
        ResourceBody.maps(bgp.remove(INSTANCES)).stream()
            .filter(e -> AlternativeForms.ownBgpAddresses(e).findAny().isPresent())
            .filter(e -> names.stream().anyMatch(name -> isOf(name, e)))
            .toList();
    if (!own.isEmpty()) {
      bgp.put(
          INSTANCES,
          names.stream()
              .map(
                  name ->
                      own.stream()
                          .filter(e -> isOf(name, e))
                          .findFirst()
                          .orElseGet(() -> Map.of(OWNER, gateway.id() + "/" + LIST + "/" + name)))
              .toList());
    }
    return bgp;
  }

  private static boolean isOf(String configuration, Map<String, Object> instance) {
    String id = String.valueOf(instance.get(OWNER));
    return ResourceIdParser.lastName(id).equalsIgnoreCase(configuration);
  }
}
