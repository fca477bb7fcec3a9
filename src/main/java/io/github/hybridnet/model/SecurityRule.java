package io.github.hybridnet.model;

import org.jspecify.annotations.Nullable;

/**
 * A rule of a network security group.
 *
 * @param name its name in the group
 * @param direction {@code Inbound} or {@code Outbound}
 * @param priority 100 to 4096
 * @param access {@code Allow} or {@code Deny}
 * @param protocol {@code Tcp}, {@code Udp}, {@code Icmp} or {@code *}
 * @param from where traffic comes from
 * @param to where it goes
 * @param description at most 140 characters, or null
 * @param origin where it was written
 */
public record SecurityRule(
    String name,
    String direction,
    int priority,
    String access,
    String protocol,
    Endpoint from,
    Endpoint to,
    @Nullable String description,
    PropertyLocations origin) {

  /**
   * One end of the traffic that a rule speaks of.
   *
   * @param addressPrefix a prefix, a service tag or {@code *}
   * @param portRange a port, a range or {@code *}
   */
  public record Endpoint(String addressPrefix, String portRange) {}
}
