package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The circuit, and the peerings that the customer configures. */
final class CircuitResources {
  private final Circuit circuit;
  private final DeploymentScope deploymentScope;
  private final ResourceKey key;

  /**
   * The resources of a declared circuit.
   *
   * @param deploymentScope where it is
   */
  CircuitResources(Circuit circuit, DeploymentScope deploymentScope) {
    this.circuit = circuit;
    this.deploymentScope = deploymentScope;
    this.key = deploymentScope.key(ResourceType.CIRCUIT, circuit.name());
  }

  List<DeclaredResource> resources() {
    List<DeclaredResource> all = new ArrayList<>();
    all.add(circuit());
    circuit.authorizations().forEach(name -> all.add(authorization(name)));
    circuit.peerings().forEach(peering -> all.add(peering(peering)));
    return all;
  }

  /**
   * Azure makes the key, and everything else of it. Each part of a circuit locks the circuit: of
   * two that are written at once, Azure refuses one ({@code UpdateAttemptedWithStaleTimeStamp}).
   */
  private DeclaredResource authorization(String name) {
    ResourceKey child =
        deploymentScope.key(ResourceType.AUTHORIZATION, circuit.name() + "/" + name);
    return new DeclaredResource(child, Map.of(), List.of(key), WriteRules.locking(child, key));
  }

  private DeclaredResource circuit() {
    Map<String, Object> sku =
        BodyBuilder.of("name", circuit.skuTier() + "_" + circuit.skuFamily())
            .with("tier", circuit.skuTier())
            .with("family", circuit.skuFamily())
            .map();
    BodyBuilder properties =
        BodyBuilder.of("allowClassicOperations", circuit.allowClassicOperations())
            .with(
                "serviceProviderProperties",
                BodyBuilder.of("serviceProviderName", circuit.provider().name())
                    .with("peeringLocation", circuit.provider().peeringLocation())
                    .with("bandwidthInMbps", circuit.provider().bandwidthInMbps()));
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name())
            .withTags(circuit.tags())
            .with("sku", sku)
            .with("properties", properties)
            .map();
    // Where a circuit is filed says nothing about where it meets Microsoft, and is not declared.
    WriteRules rules = WriteRules.locking(key).onlyWhenCreated("location").restating(peeringKeys());
    return new DeclaredResource(key, body, List.of(deploymentScope.group()), rules);
  }

  /** The service does not show the keys of peerings, which a write of their circuit sends again. */
  private Map<String, Object> peeringKeys() {
    List<Map<String, Object>> keys = new ArrayList<>();
    for (Peering peering : circuit.peerings()) {
      Secret shared = peering.sharedKey();
      if (shared != null) {
        keys.add(
            BodyBuilder.of("name", peering.type())
                .with("properties", BodyBuilder.of("sharedKey", shared))
                .map());
      }
    }
    return keys.isEmpty()
        ? Map.of()
        : BodyBuilder.of("properties", BodyBuilder.of("peerings", keys)).map();
  }

  private DeclaredResource peering(Peering peering) {
    BodyBuilder properties =
        BodyBuilder.of("peeringType", peering.type())
            .with("peerASN", peering.peerAsn())
            .with("primaryPeerAddressPrefix", peering.primaryPeerAddressPrefix().text())
            .with("secondaryPeerAddressPrefix", peering.secondaryPeerAddressPrefix().text())
            .with("vlanId", peering.vlanId())
            .with("sharedKey", peering.sharedKey());
    ResourceKey child =
        deploymentScope.key(ResourceType.PEERING, circuit.name() + "/" + peering.type());
    return new DeclaredResource(
        child,
        BodyBuilder.of("properties", properties).map(),
        List.of(key),
        WriteRules.locking(child, key));
  }
}
