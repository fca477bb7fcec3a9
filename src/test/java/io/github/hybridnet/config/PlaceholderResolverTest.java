package io.github.hybridnet.config;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.VirtualNetwork;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Placeholders become texts, numbers and truth values, and secrets remember where they are from.
 */
class PlaceholderResolverTest {
  @TempDir Path directory;

  private ParameterDirectory files;

  @BeforeEach
  void copy() {
    files = ParameterDirectory.complete(directory);
  }

  @Test
  void numberComesFromAProperty() {
    files.property("circuit.bandwidth", " 500 ");

    Circuit circuit = files.read().network().circuits().get(0);
    assertThat(circuit.provider().bandwidthInMbps()).isEqualTo(500);
  }

  @Test
  void numberIsStillHeldAgainstItsBounds() {
    files.property("circuit.bandwidth", "0");

    assertThat(files.read().findings()).extracting(Finding::code).containsExactly("HN1015");
  }

  @Test
  void truthValueComesFromAProperty() {
    files
        .edit(VPN_GATEWAY, "\"activeActive\": false", "\"activeActive\": \"${active}\"")
        .property("active", "TRUE");

    GatewayDeclaration vpn = Objects.requireNonNull(files.read().network().vpn());
    assertThat(vpn.gateway().activeActive()).isTrue();
  }

  @Test
  void severalPlaceholdersStandInOneText() {
    files
        .edit(VIRTUAL_NETWORK, "\"name\": \"hub-vnet\"", "\"name\": \"${a}-${env.B}-$${c}\"")
        .property("a", "one")
        .environment("B", "two");

    VirtualNetwork network = Objects.requireNonNull(files.read().network().virtualNetwork());
    assertThat(network.name()).isEqualTo("one-two-${c}");
  }

  @Test
  void valueOfAPropertyIsNotResolvedAgain() {
    files
        .edit(VIRTUAL_NETWORK, "\"name\": \"hub-vnet\"", "\"name\": \"${a}\"")
        .property("a", "x${b}");

    VirtualNetwork network = Objects.requireNonNull(files.read().network().virtualNetwork());
    assertThat(network.name()).isEqualTo("x${b}");
  }

  @ParameterizedTest
  @CsvSource({
    "${env.VPN_SHARED_KEY}, ENVIRONMENT",
    "${key}, PROPERTY",
    "x${key}y${env.VPN_SHARED_KEY}, ENVIRONMENT",
    "plain, FILE",
    "$${plain, FILE"
  })
  void secretRemembersItsSource(String written, Secret.Source source) {
    files.edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", written).property("key", "k");

    assertThat(sharedKey().source()).isEqualTo(source);
  }

  @Test
  void secretComesFromAKeyVault() {
    GatewayDeclaration declaration = Objects.requireNonNull(files.read().network().expressRoute());
    Secret key =
        Objects.requireNonNull(declaration.connections().get(0).options().authorizationKey());

    assertThat(key.source()).isEqualTo(Secret.Source.KEY_VAULT);
    assertThat(key.reference())
        .contains(
            new Secret.KeyVaultReference(
                "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/keys/providers/"
                    + "Microsoft.KeyVault/vaults/hub",
                "circuit-authorization",
                "1"));
  }

  @Test
  void unresolvedSecretDoesNotHideTheRestOfItsFile() {
    files.edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "${env.NOT_SET}");

    GatewayDeclaration vpn = Objects.requireNonNull(files.read().network().vpn());
    assertThat(vpn.connections().get(0).sharedKey()).isNull();
    assertThat(vpn.gateway().name()).isEqualTo("hub-vpn-vgw");
  }

  @Test
  void unresolvedNumberIsReportedOnce() {
    files.edit(CIRCUIT, "${circuit.bandwidth}", "${nowhere}");

    assertThat(files.read().findings()).extracting(Finding::code).containsExactly("HN1009");
  }

  private Secret sharedKey() {
    GatewayDeclaration vpn = Objects.requireNonNull(files.read().network().vpn());
    return Objects.requireNonNull(vpn.connections().get(0).sharedKey());
  }
}
