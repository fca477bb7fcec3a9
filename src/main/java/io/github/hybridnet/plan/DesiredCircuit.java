package io.github.hybridnet.plan;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The circuit, and the peerings that the customer configures. */
final class DesiredCircuit {
  private final Circuit circuit;
  private final Scope scope;
  private final ResourceKey key;

  /**
   * A circuit.
   *
   * @param scope where it is
   */
  DesiredCircuit(Circuit circuit, Scope scope) {
    this.circuit = circuit;
    this.scope = scope;
    this.key = scope.key(ResourceType.CIRCUIT, circuit.name());
  }

  List<DesiredResource> resources() {
    List<DesiredResource> all = new ArrayList<>();
    all.add(circuit());
    circuit.authorizations().forEach(name -> all.add(authorization(name)));
    circuit.peerings().forEach(peering -> all.add(peering(peering)));
    return all;
  }

  /**
   * Azure makes the key, and everything else of it. Each part of a circuit locks the circuit: of
   * two that are written at once, Azure refuses one ({@code UpdateAttemptedWithStaleTimeStamp}).
   */
  private DesiredResource authorization(String name) {
    ResourceKey child = scope.key(ResourceType.AUTHORIZATION, circuit.name() + "/" + name);
    return new DesiredResource(child, Map.of(), List.of(key), WriteRules.locking(child, key));
  }

  private DesiredResource circuit() {
    Map<String, Object> sku =
        Body.of("name", circuit.skuTier() + "_" + circuit.skuFamily())
            .with("tier", circuit.skuTier())
            .with("family", circuit.skuFamily())
            .map();
    Body properties =
        Body.of("allowClassicOperations", circuit.allowClassicOperations())
            .with(
                "serviceProviderProperties",
                Body.of("serviceProviderName", circuit.provider().name())
                    .with("peeringLocation", circuit.provider().peeringLocation())
                    .with("bandwidthInMbps", circuit.provider().bandwidthInMbps()));
    Map<String, Object> body =
        Body.of("location", scope.region().name())
            .withTags(circuit.tags())
            .with("sku", sku)
            .with("properties", properties)
            .map();
    // Where a circuit is filed says nothing about where it meets Microsoft, and is not declared.
    WriteRules rules = WriteRules.locking(key).onlyWhenCreated("location").restating(peeringKeys());
    return new DesiredResource(key, body, List.of(scope.group()), rules);
  }

  /** The service does not show the keys of peerings, which a write of their circuit sends again. */
  private Map<String, Object> peeringKeys() {
    List<Map<String, Object>> keys = new ArrayList<>();
    for (Peering peering : circuit.peerings()) {
      Secret shared = peering.sharedKey();
      if (shared != null) {
        keys.add(
            Body.of("name", peering.type()).with("properties", Body.of("sharedKey", shared)).map());
      }
    }
    return keys.isEmpty() ? Map.of() : Body.of("properties", Body.of("peerings", keys)).map();
  }

  private DesiredResource peering(Peering peering) {
    Body properties =
        Body.of("peeringType", peering.type())
            .with("peerASN", peering.peerAsn())
            .with("primaryPeerAddressPrefix", peering.primaryPeerAddressPrefix().text())
            .with("secondaryPeerAddressPrefix", peering.secondaryPeerAddressPrefix().text())
            .with("vlanId", peering.vlanId())
            .with("sharedKey", peering.sharedKey());
    ResourceKey child = scope.key(ResourceType.PEERING, circuit.name() + "/" + peering.type());
    return new DesiredResource(
        child,
        Body.of("properties", properties).map(),
        List.of(key),
        WriteRules.locking(child, key));
  }
}
