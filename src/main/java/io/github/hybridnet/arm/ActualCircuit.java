package io.github.hybridnet.arm;

import io.github.hybridnet.model.Peering;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The facts of a circuit that exists: how far it is, its peerings and authorizations. */
public final class ActualCircuit {
  private final ActualResource circuit;

  /** How far a circuit is on its way to carry a connection. */
  public enum Phase {
    /** Azure has not enabled it. */
    NOT_ENABLED,
    /** The provider is taking it away. */
    LEAVING,
    /** The provider has not provisioned it. */
    NOT_PROVISIONED,
    /** Its private peering is missing or disabled. */
    WITHOUT_PEERING,
    /** A connection can be made. */
    READY
  }

  /**
   * A peering as Azure reports it.
   *
   * @param type such as {@code AzurePrivatePeering}
   * @param state {@code Enabled} or {@code Disabled}
   * @param vlanId the VLAN
   * @param peerAsn the customer's autonomous system number
   * @param primaryPrefix of the primary link, empty where it has none
   * @param secondaryPrefix of the secondary link, empty where it has none
   */
  public record ActualPeering(
      String type,
      String state,
      String vlanId,
      String peerAsn,
      String primaryPrefix,
      String secondaryPrefix) {}

  /**
   * An authorization, without its key.
   *
   * @param name its name
   * @param useStatus {@code Available} or {@code InUse}
   */
  public record ActualAuthorization(String name, String useStatus) {}

  /** The facts of a circuit. */
  public ActualCircuit(ActualResource circuit) {
    this.circuit = circuit;
  }

  /** The key of this circuit. */
  public ResourceKey key() {
    return circuit.key();
  }

  /** What the provider finds it by. */
  public String serviceKey() {
    return observed("serviceKey");
  }

  /** How far the provider is. */
  public String providerState() {
    return observed("serviceProviderProvisioningState");
  }

  /** How far Azure is. */
  public String azureState() {
    return observed("circuitProvisioningState");
  }

  /** Whether its last change has failed: it stays so until it is written again. */
  public boolean isFailed() {
    return circuit.isBroken();
  }

  /** Whether the provider has provisioned it, without which no peering can be made. */
  public boolean isProvisioned() {
    return phase() == Phase.WITHOUT_PEERING || phase() == Phase.READY;
  }

  /**
   * Whether the provider does not serve it, so that Azure lets it be deleted; so is a circuit of
   * which Azure reports no state at the provider.
   */
  public boolean isDeprovisioned() {
    Object state = circuit.observed().get("serviceProviderProvisioningState");
    return state == null || "NotProvisioned".equalsIgnoreCase(state.toString());
  }

  /** How far it is. */
  public Phase phase() {
    if (!azureState().equalsIgnoreCase("Enabled")) {
      return Phase.NOT_ENABLED;
    }
    if (providerState().equalsIgnoreCase("Deprovisioning")) {
      return Phase.LEAVING;
    }
    if (!providerState().equalsIgnoreCase("Provisioned")) {
      return Phase.NOT_PROVISIONED;
    }
    // A state that Azure does not report says nothing.
    return privatePeeringState().filter(state -> !state.equalsIgnoreCase("Disabled")).isPresent()
        ? Phase.READY
        : Phase.WITHOUT_PEERING;
  }

  /** The state of its private peering; empty when it has none. */
  public Optional<String> privatePeeringState() {
    return new ResourceBody(circuit.observed())
        .bodies("peerings").stream()
            .filter(p -> Peering.PRIVATE.equalsIgnoreCase(p.text("peeringType")))
            .map(p -> p.text("state"))
            .findFirst();
  }

  /** A property of what was bought from the provider, empty where Azure does not say it. */
  public String bought(String property) {
    return circuit.properties().text("serviceProviderProperties", property);
  }

  /** A property of the SKU, {@code tier} or {@code family}. */
  String sku(String property) {
    return new ResourceBody(circuit.body()).text("sku", property);
  }

  /** The peerings that exist on this circuit. */
  public List<ActualPeering> peerings() {
    return circuit.properties().bodies("peerings").stream()
        .map(ResourceBody::properties)
        .map(ActualCircuit::peering)
        .toList();
  }

  /** Its actual authorizations, whoever made them. */
  public List<ActualAuthorization> authorizations() {
    return circuit.properties().bodies("authorizations").stream()
        .map(a -> new ActualAuthorization(a.name(), a.properties().text("authorizationUseStatus")))
        .toList();
  }

  private static ActualPeering peering(ResourceBody properties) {
    return new ActualPeering(
        properties.text("peeringType"),
        properties.text("state"),
        properties.text("vlanId"),
        properties.text("peerASN"),
        properties.text("primaryPeerAddressPrefix"),
        properties.text("secondaryPeerAddressPrefix"));
  }

  private String observed(String name) {
    return Objects.toString(circuit.observed().get(name), "unknown");
  }
}
