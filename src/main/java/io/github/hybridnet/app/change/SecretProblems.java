package io.github.hybridnet.app.change;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.diff.HiddenSecrets;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.util.List;

/** What the goals say when a write would remove a secret that Azure does not show. */
final class SecretProblems {
  private SecretProblems() {}

  static UserException radius(List<HiddenSecrets.RadiusSecret> hidden) {
    String servers =
        ListText.indentedLines(
            hidden.stream()
                .map(each -> each.gateway() + ": RADIUS server '" + each.server() + "'")
                .toList());
    return UserException.refused(
        "HN4085",
        "Writing the gateway would remove RADIUS secrets that this identity cannot read."
            + " Point-to-site clients could then no longer sign in."
            + servers,
        "give the identity the action"
            + " Microsoft.Network/virtualNetworkGateways/listRadiusSecrets/action on the gateway"
            + " (the role Network Contributor has it)."
            + " Or declare the gateway as it is in Azure (the plan shows each difference), so that"
            + " it is not written. Nothing was changed");
  }

  static UserException peeringKeys(List<ResourceKey> peerings) {
    return UserException.refused(
        "HN4086",
        "The MD5 keys of these peerings are not known: "
            + ListText.commas(peerings)
            + ". Azure does not show such keys, and a write without the key may remove it. The BGP"
            + " sessions of the peering would then go down.",
        "set the sharedKey of each peering in expressRouteCircuit.parameters.json. If the peerings"
            + " have no MD5 key, confirm that with -Dhybridnet.circuit.noPeeringKey. Nothing was"
            + " changed");
  }
}
