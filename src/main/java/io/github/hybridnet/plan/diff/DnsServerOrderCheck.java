package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.ResourceChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the order of a network's DNS servers. Clients ask them in their order, but Azure does
 * not apply another order of the same servers (Azure/azure-rest-api-specs#11658,
 * hashicorp/terraform-provider-azurerm#9063), so that it is no difference that a write would mend.
 */
public final class DnsServerOrderCheck {
  private DnsServerOrderCheck() {}

  /** A sentence with what to do; empty where the order is as declared, or not declared. */
  public static Optional<String> of(ResourceChange resourceChange) {
    ActualResource actual = resourceChange.actual();
    if (actual == null || resourceChange.key().type() != ResourceType.VIRTUAL_NETWORK) {
      return Optional.empty();
    }
    List<String> declared =
        resourceChange.declared().properties().texts("dhcpOptions", "dnsServers");
    List<String> found = actual.properties().texts("dhcpOptions", "dnsServers");
    return declared.equals(found) || !Set.copyOf(declared).equals(Set.copyOf(found))
        ? Optional.empty()
        : Optional.of(
            "The %s has its DNS servers in the order %s, and not %s as declared. Azure does not apply"
                    .formatted(actual.key().quoted(), found, declared)
                + " another order of the same servers. To change the order, remove the servers from"
                + " the network first (az network vnet update --dns-servers \"\"), and run"
                + " hybridnet:deploy-network.");
  }
}
