package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.NetworkValidator;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SKUs that Azure no longer creates, and what becomes of them. */
class ModernSkusTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "Standard, VpnGw1AZ",
    "highperformance, VpnGw2AZ",
    "VpnGw1, VpnGw1AZ",
    "VpnGw2, VpnGw2AZ",
    "VpnGw3, VpnGw3AZ",
    "VpnGw4, VpnGw4AZ",
    "VpnGw5, VpnGw5AZ",
    "VpnGw3AZ, VpnGw3AZ",
    "Basic, Basic",
    "Unheard, Unheard"
  })
  void vpnGatewayGetsTheSuccessor(String sku, String successor) {
    HybridNetwork network =
        ParameterDirectory.complete(directory)
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"" + sku + "\"")
            .read()
            .network();

    HybridNetwork modern = network.withModernSkus();

    assertThat(Objects.requireNonNull(modern.vpn()).gateway().sku()).isEqualTo(successor);
    assertThat(modern.expressRoute()).isEqualTo(network.expressRoute());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Standard", "HighPerformance"})
  void expressRouteGatewayKeepsItsSku(String sku) {
    HybridNetwork network =
        ParameterDirectory.complete(directory)
            .edit(EXPRESS_ROUTE_GATEWAY, "\"ErGwScale\"", "\"" + sku + "\"")
            .read()
            .network();

    assertThat(network.withModernSkus()).isEqualTo(network);
  }

  @Test
  void networkWithoutVpnGatewayStaysAsItIs() {
    HybridNetwork nothing = new HybridNetwork(null, null, null, null, null, List.of());

    assertThat(nothing.withModernSkus()).isEqualTo(nothing);
  }

  @ParameterizedTest
  @CsvSource({
    "VpnGw2, HN2032, 'VPN gateway ''hub-vpn-vgw'' has the SKU ''VpnGw2'', which Azure has not"
        + " created since 2025 and retired in September 2026; ''VpnGw2AZ'' is used instead.'",
    "HighPerformance, HN2031, 'VPN gateway ''hub-vpn-vgw'' has the SKU ''HighPerformance'', which"
        + " Azure has not created since December 2023 and retired in March 2026; ''VpnGw2AZ'' is"
        + " used instead.'"
  })
  void modernisedSkuIsAWarningThatNamesTheMapping(String sku, String code, String message) {
    ConfigurationReader.Result configurationResult =
        ParameterDirectory.complete(directory)
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"" + sku + "\"")
            .read();

    List<Finding> findings =
        NetworkValidator.standard().validate(configurationResult.network(), true);

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).isEqualTo(message);
              assertThat(finding.fix()).isEqualTo("Write 'VpnGw2AZ'.");
            });
  }
}
