package io.github.hybridnet.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public address of a gateway.
 *
 * @param policy whether the gateway gets an address of ours
 * @param name the address's name; {@code <gateway>-pip} where the file names none
 * @param named whether the file names it; otherwise a gateway keeps the address that it has
 * @param zones availability zones, or null where the file does not say
 * @param origin where it was written
 */
public record PublicIp(
    Policy policy,
    String name,
    boolean named,
    @Nullable List<String> zones,
    PropertyLocations origin) {

  /** Copies the list, which cannot be changed afterwards. */
  public PublicIp {
    zones = zones == null ? null : List.copyOf(zones);
  }

  /** Whether a gateway gets a public address of ours. */
  public enum Policy {
    /**
     * What the service needs: one for a VPN gateway, none for an ExpressRoute gateway unless it
     * asks.
     */
    AUTO,
    /** Always one of ours. */
    ALWAYS,
    /** Never; for ExpressRoute gateways whose address Microsoft provides. */
    NEVER
  }
}
