package io.github.hybridnet.validation.rules.address;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HostAddress;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** DNS servers are addresses, at most twenty. */
public final class DnsServerRule extends ValidationRule {
  private static final int MOST = 20;

  public DnsServerRule() {
    super("HN2020", "DNS servers are at most 20 IP addresses.", RuleSources.VNET_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    VirtualNetwork network = context.network().virtualNetwork();
    if (network == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    List<String> servers = network.dnsServers();
    for (int i = 0; i < servers.size(); i++) {
      if (!new HostAddress(servers.get(i)).isWellFormed()) {
        findings.add(
            error(
                "The DNS server '" + servers.get(i) + "' is not an IP address.",
                network.origin().at("dnsServers/" + i),
                "Write the address of the server, such as 10.0.0.4."));
      }
    }
    if (servers.size() > MOST) {
      findings.add(
          error(
              "The virtual network has " + servers.size() + " DNS servers, more than 20.",
              network.origin().at("dnsServers"),
              "Keep at most 20."));
    }
    return findings;
  }
}
