package io.github.hybridnet.model;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a gateway: to an on-premises device (IPsec) or to a circuit (ExpressRoute).
 *
 * @param name its name
 * @param type {@code IPsec} or {@code ExpressRoute}
 * @param gatewayName the gateway that it names as its own
 * @param sharedKey the pre-shared key of an IPsec connection
 * @param localNetworkGateway the on-premises side of an IPsec connection
 * @param circuit the circuit of an ExpressRoute connection
 * @param options everything optional
 * @param origin where it was written
 */
public record GatewayConnection(
    String name,
    String type,
    String gatewayName,
    @Nullable Secret sharedKey,
    @Nullable LocalNetworkGateway localNetworkGateway,
    @Nullable CircuitReference circuit,
    Options options,
    PropertyLocations origin) {

  GatewayConnection mapSecrets(UnaryOperator<Secret> replacement) {
    return withSecrets(
        mapped(sharedKey, replacement), mapped(options.authorizationKey(), replacement));
  }

  private static @Nullable Secret mapped(
      @Nullable Secret secret, UnaryOperator<Secret> replacement) {
    return secret == null ? null : replacement.apply(secret);
  }

  /** The same connection with other secrets. */
  public GatewayConnection withSecrets(
      @Nullable Secret newSharedKey, @Nullable Secret newAuthorizationKey) {
    return new GatewayConnection(
        name,
        type,
        gatewayName,
        newSharedKey,
        localNetworkGateway,
        circuit,
        options.withAuthorizationKey(newAuthorizationKey),
        origin);
  }

  /**
   * Optional properties; null or empty where the file does not say.
   *
   * @param routingWeight 0 to 32000
   * @param enableBgp whether routes are exchanged by BGP
   * @param ipsecPolicies custom IPsec and IKE policies
   * @param dpdTimeoutSeconds dead peer detection, 9 to 3600 s
   * @param authorizationKey of a circuit in another subscription
   * @param expressRouteGatewayBypass FastPath
   */
  public record Options(
      @Nullable Integer routingWeight,
      @Nullable Boolean enableBgp,
      List<IpsecPolicy> ipsecPolicies,
      @Nullable Integer dpdTimeoutSeconds,
      @Nullable Secret authorizationKey,
      @Nullable Boolean expressRouteGatewayBypass) {

    /** Copies the list, which cannot be changed afterwards. */
    public Options {
      ipsecPolicies = List.copyOf(ipsecPolicies);
    }

    Options withAuthorizationKey(@Nullable Secret key) {
      return new Options(
          routingWeight,
          enableBgp,
          ipsecPolicies,
          dpdTimeoutSeconds,
          key,
          expressRouteGatewayBypass);
    }
  }
}
