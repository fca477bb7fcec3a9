package io.github.hybridnet.simulator.authorization;

import java.util.List;

/** What roles allow, as Microsoft defines them (role definitions of 2026-08). */
final class BuiltInRoles {
  private static final List<String> NETWORK_CONTRIBUTOR =
      List.of(
          "Microsoft.Authorization/*/read",
          "Microsoft.Insights/alertRules/*",
          "Microsoft.Network/*",
          "Microsoft.ResourceHealth/availabilityStatuses/read",
          "Microsoft.Resources/deployments/*",
          "Microsoft.Resources/subscriptions/resourceGroups/read",
          "Microsoft.Support/*");

  private BuiltInRoles() {}

  /** The actions of a role, with wildcards. */
  static List<String> actions(String role) {
    return switch (role) {
      case "reader" -> List.of("*/read");
      case "network-contributor" -> NETWORK_CONTRIBUTOR;
      // A role that a company made for itself.
      case "network-only" -> List.of("Microsoft.Network/*");
      default -> List.of("*");
    };
  }
}
