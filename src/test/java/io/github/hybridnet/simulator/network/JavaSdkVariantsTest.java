package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.network.fluent.VirtualNetworkGatewaysClient;
import com.azure.resourcemanager.network.fluent.models.PublicIpAddressInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayInner;
import com.azure.resourcemanager.network.models.IpAllocationMethod;
import com.azure.resourcemanager.network.models.PublicIPSkuType;
import com.azure.resourcemanager.network.models.PublicIpAddress;
import com.azure.resourcemanager.network.models.PublicIpAddressSku;
import com.azure.resourcemanager.network.models.PublicIpAddressSkuName;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.JavaSdkClient;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Azure SDK for Java can read, write and list, whatever of the variants of answers is played:
 * with each of them it understands the simulator as it understands Azure.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaSdkVariantsTest {
  private static final String VERSION = "?api-version=2025-03-01";

  private AzureSimulator simulator;
  private NetworkManager manager;

  static Stream<Map<String, String>> values() {
    return Stream.of(
            AzureVariant.ER_CONNECTION_STATUS,
            AzureVariant.GATEWAY_GENERATION,
            AzureVariant.LIST_MEMBERS,
            AzureVariant.LETTER_CASE,
            AzureVariant.LIST_ORDER,
            AzureVariant.EMPTY_MEMBERS,
            AzureVariant.UNKNOWN_MEMBERS,
            AzureVariant.UNKNOWN_VALUES,
            AzureVariant.VPN_ROUTES_WITHOUT_BGP,
            AzureVariant.BYTE_COUNTERS,
            AzureVariant.BGP_PEERS,
            AzureVariant.EXPRESS_ROUTE_GATEWAY_ADDRESS,
            AzureVariant.PEERING_KEYS,
            AzureVariant.OLD_GATEWAY_ADDRESSES)
        .flatMap(JavaSdkVariantsTest::valuesOf);
  }

  /** Its values but the usual one. */
  private static Stream<Map<String, String>> valuesOf(AzureVariant variant) {
    return variant.choices().stream().skip(1).map(value -> Map.of(variant.word(), value));
  }

  @BeforeAll
  void build(@TempDir Path directory) throws Exception {
    simulator =
        AzureSimulator.start(
            SimulatorOptions.in(SimulatorFixture.prepared(directory)).withSpeed(10_000));
    ArmClient client = ArmClient.of(simulator.access());
    client.put(Bench.GROUP + VERSION, "{\"location\":\"westus2\"}");
    make(client, "virtualNetworks/v", Sites.network("10.0.255.224/27"));
    make(client, "expressRouteCircuits/c", Sites.circuit());
    make(client, HybridSite.PEERING, "{'properties': {'vlanId': 7, 'sharedKey': 'md5'}}");
    make(client, "virtualNetworkGateways/er", Sites.expressRoute("ErGw1AZ"));
    make(client, "connections/line", Sites.toCircuit());
    manager = JavaSdkClient.of(simulator.access());
  }

  @AfterAll
  void stop() {
    simulator.close();
  }

  private void make(ArmClient client, String resource, String body) {
    String path = Bench.GROUP + "/providers/Microsoft.Network/" + resource + VERSION;
    int status = client.put(path, Bench.json(body).toString()).status();
    assertThat(status).as(resource).isBetween(200, 201);
    simulator.admin().advance(Duration.ofHours(1));
  }

  @ParameterizedTest
  @MethodSource("values")
  void theSdkReadsWritesAndLists(Map<String, String> variant) {
    simulator.admin().variants(variant);
    VirtualNetworkGatewaysClient gateways = manager.serviceClient().getVirtualNetworkGateways();
    VirtualNetworkGatewayInner gateway = gateways.getByResourceGroup("rg", "er");
    assertThat(gateway.id()).isEqualToIgnoringCase(id("virtualNetworkGateways/er"));
    assertThat(gateway.sku().name().toString()).isEqualToIgnoringCase("ErGw1AZ");
    assertThat(gateway.provisioningState().toString()).isEqualToIgnoringCase("Succeeded");
    assertThat(gateways.listByResourceGroup("rg").stream().map(VirtualNetworkGatewayInner::name))
        .containsExactly("er");
    assertThat(manager.networks().getByResourceGroup("rg", "v").subnets())
        .containsOnlyKeys("web", "GatewaySubnet");
    assertThat(
            manager
                .serviceClient()
                .getExpressRouteCircuits()
                .getByResourceGroup("rg", "c")
                .peerings())
        .hasSize(1);
    assertThat(write().provisioningState().toString()).matches("(?i)Updating|Succeeded");
    simulator.admin().advance(Duration.ofMinutes(1));
    PublicIpAddress address = manager.publicIpAddresses().getByResourceGroup("rg", "p");
    assertThat(address.ipAddress()).startsWith("203.0.113.");
  }

  /** One PUT, whose answer is read; the SDK does not follow the operation. */
  private PublicIpAddressInner write() {
    PublicIpAddressInner address =
        new PublicIpAddressInner()
            .withSku(new PublicIpAddressSku().withName(PublicIpAddressSkuName.STANDARD))
            .withPublicIpAllocationMethod(IpAllocationMethod.STATIC)
            .withLocation("westus2");
    return manager
        .serviceClient()
        .getPublicIpAddresses()
        .createOrUpdateWithResponseAsync("rg", "p", address)
        .flatMap(answer -> BinaryData.fromFlux(answer.getValue()))
        .map(body -> read(body.toBytes()))
        .block();
  }

  private static PublicIpAddressInner read(byte[] body) {
    try (JsonReader reader = JsonProviders.createReader(body)) {
      return PublicIpAddressInner.fromJson(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each operation takes the SDK at least a second, so that many variants are played at once. */
  @Test
  void theSdkFollowsOperations() {
    simulator
        .admin()
        .variants(
            Map.of(
                "letter-case", "upper",
                "list-order", "reversed",
                "empty-members", "null",
                "unknown-members", "added",
                "unknown-values", "added"));
    assertThat(
            manager
                .serviceClient()
                .getVirtualNetworkGateways()
                .getBgpPeerStatus("rg", "er")
                .value())
        .hasSize(2);
    PublicIpAddress address =
        manager
            .publicIpAddresses()
            .define("followed")
            .withRegion("westus2")
            .withExistingResourceGroup("rg")
            .withSku(PublicIPSkuType.STANDARD)
            .withStaticIP()
            .create();
    assertThat(address.ipAddress()).startsWith("203.0.113.");
  }

  private static String id(String resource) {
    return Bench.GROUP + "/providers/Microsoft.Network/" + resource;
  }
}
