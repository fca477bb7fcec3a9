package io.github.hybridnet.model;

import java.util.List;

/**
 * The optional file of network security groups.
 *
 * @param network the virtual network whose subnets the groups are for
 * @param groups the groups
 */
public record NetworkSecurityGroups(NetworkReference network, List<NetworkSecurityGroup> groups) {

  /** Copies the list, which cannot be changed afterwards. */
  public NetworkSecurityGroups {
    groups = List.copyOf(groups);
  }
}
