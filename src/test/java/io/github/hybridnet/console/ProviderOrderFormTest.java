package io.github.hybridnet.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderOrderFormTest {
  private static final Instant TIME = Instant.parse("2026-03-01T10:20:30Z");
  private static final String KEY = "canary-md5-key";

  private static Peering peering(boolean withKey) {
    return new Peering(
        Peering.PRIVATE,
        100,
        65010,
        new Cidr("172.16.0.0/30"),
        new Cidr("172.16.0.4/30"),
        withKey ? Secret.of(KEY, Secret.Source.FILE) : null,
        SampleNetwork.NOWHERE);
  }

  private static Map<String, Object> standingPeering(String state) {
    return Map.of(
        "name",
        Peering.PRIVATE,
        "properties",
        Map.of(
            "peeringType",
            Peering.PRIVATE,
            "state",
            state,
            "vlanId",
            101,
            "peerASN",
            65020,
            "primaryPeerAddressPrefix",
            "192.168.15.16/30",
            "secondaryPeerAddressPrefix",
            "192.168.15.20/30"));
  }

  private static ActualResource circuit(String azure, String provider, String... peeringStates) {
    List<Map<String, Object>> peerings = new ArrayList<>();
    List<Map<String, Object>> summaries = new ArrayList<>();
    for (String state : peeringStates) {
      peerings.add(standingPeering(state));
      summaries.add(Map.of("peeringType", Peering.PRIVATE, "state", state));
    }
    Map<String, Object> authorization =
        Map.of(
            "name",
            "spoke-a",
            "properties",
            Map.of(
                "authorizationUseStatus",
                "InUse",
                "authorizationKey",
                Secret.of(KEY, Secret.Source.CLOUD)));
    return new ActualResource(
        new ResourceKey("sub", "rg(old)", ResourceType.CIRCUIT, "ra-erc"),
        null,
        "Succeeded",
        Map.of(
            "properties", Map.of("peerings", peerings, "authorizations", List.of(authorization))),
        Map.of(
            "circuitProvisioningState", azure,
            "serviceProviderProvisioningState", provider,
            "serviceKey", "key-1",
            "peerings", summaries));
  }

  private static List<String> next(Circuit declared, ActualResource standing) {
    return new ProviderOrderForm(declared, standing, true).next();
  }

  private static Circuit withPeering(boolean withKey) {
    return SampleNetwork.circuit().withPeerings(List.of(peering(withKey)));
  }

  @Test
  void theWholeSheet() {
    assertThat(
            new ProviderOrderForm(withPeering(true), circuit("Enabled", "NotProvisioned"), true)
                .lines(TIME))
        .containsExactly(
            "ExpressRoute circuit ra-erc, as of 2026-03-01 10:20 UTC",
            "",
            "Give this to Equinix:",
            "  Service key        key-1",
            "  Provider           Equinix",
            "  Peering location   Silicon Valley",
            "  Bandwidth          50 Mbit/s",
            "  SKU                Premium, UnlimitedData",
            "  Peering            AzurePrivatePeering (configured by us when the circuit is"
                + " provisioned)",
            "    VLAN id          100",
            "    Peer ASN         65010",
            "    Primary prefix   172.16.0.0/30",
            "    Secondary prefix 172.16.0.4/30",
            "    Azure's ASN      12076",
            "    MD5 key          declared, not shown here; send it separately",
            "",
            "State:",
            "  Provider           NotProvisioned",
            "  Azure              Enabled",
            "  Private peering    none",
            "",
            "Next:",
            "  1. Send the part for Equinix to this provider, which provisions the circuit with the"
                + " service key. That can take days.",
            "  2. When the provider status is 'Provisioned', run hybridnet:create-circuit again: it"
                + " configures AzurePrivatePeering.",
            "  3. Run hybridnet:deploy-network: it builds the gateways and connects them.",
            "",
            "Costs:",
            "  Azure bills the circuit from the moment its service key exists until it is deleted,"
                + " used or not; all data is included (UnlimitedData).",
            "  Equinix bills its service separately.",
            "  The gateways that hybridnet:deploy-network builds are billed by the hour.",
            "",
            "Authorizations, each for one connection of another network:",
            "  spoke-a (InUse); its key:",
            "    az network express-route auth show --subscription sub --resource-group 'rg(old)'"
                + " --circuit-name ra-erc --name spoke-a --query authorizationKey --output tsv");
  }

  @Test
  void aPeeringThatTheProviderMadeIsShownAsItIs() {
    List<String> lines =
        new ProviderOrderForm(
                SampleNetwork.circuit(), circuit("Enabled", "Provisioned", "Enabled"), false)
            .lines(TIME);
    assertThat(lines)
        .containsSequence(
            "  Peering            AzurePrivatePeering (Enabled, found in Azure)",
            "    VLAN id          101",
            "    Peer ASN         65020",
            "    Primary prefix   192.168.15.16/30",
            "    Secondary prefix 192.168.15.20/30",
            "    Azure's ASN      12076")
        .contains(
            "  None: this circuit is simulated.",
            "  1. Run hybridnet:deploy-network: it builds the gateways and connects them.");
  }

  @Test
  void noSecretIsInIt() {
    assertThat(
            new ProviderOrderForm(withPeering(true), circuit("Enabled", "NotProvisioned"), true)
                .lines(TIME)
                .toString())
        .doesNotContain(KEY);
  }

  @Test
  void theProviderMayBeTheOneWhoConfiguresPeering() {
    assertThat(next(SampleNetwork.circuit(), circuit("Enabled", "Provisioning")))
        .containsExactly(
            "Next:",
            "  1. Equinix is provisioning the circuit. Wait until the provider status is"
                + " 'Provisioned'.",
            "  2. Equinix also configures private peering. If you configure it yourself, declare it"
                + " under peerings in expressRouteCircuit.parameters.json and run"
                + " hybridnet:create-circuit again.",
            "  3. Run hybridnet:deploy-network: it builds the gateways and connects them.");
  }

  @Test
  void nextStepsOfOtherStates() {
    assertThat(next(withPeering(false), circuit("Disabled", "NotProvisioned")).get(1))
        .isEqualTo(
            "  1. The circuit status, which Azure sets, is 'Disabled'. Run hybridnet:create-circuit"
                + " again until it is 'Enabled'.");
    assertThat(next(withPeering(false), circuit("Enabled", "Provisioned")).get(1))
        .isEqualTo("  1. Run hybridnet:create-circuit again: it configures AzurePrivatePeering.");
    assertThat(next(withPeering(false), circuit("Enabled", "Provisioned", "Disabled")).get(1))
        .isEqualTo(
            "  1. Private peering is 'Disabled' and must be 'Enabled'. Ask whoever disabled the"
                + " peering to enable it.");
    assertThat(next(withPeering(false), circuit("Enabled", "Deprovisioning")))
        .containsExactly(
            "Next:",
            "  1. Equinix is deprovisioning the circuit. If that is not intended, ask Equinix.",
            "  2. When the provider status is 'NotProvisioned', the circuit can be deleted, which"
                + " ends its costs.");
  }
}
