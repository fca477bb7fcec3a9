package io.github.hybridnet.model;

import java.util.List;

/**
 * A network security group.
 *
 * @param name its name
 * @param subnets names of the subnets that it is associated with
 * @param rules its security rules
 * @param origin where it was written
 */
public record NetworkSecurityGroup(
    String name, List<String> subnets, List<SecurityRule> rules, PropertyLocations origin) {

  /** Copies the lists, which cannot be changed afterwards. */
  public NetworkSecurityGroup {
    subnets = List.copyOf(subnets);
    rules = List.copyOf(rules);
  }
}
