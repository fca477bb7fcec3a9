package io.github.hybridnet.maven.cloud;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks whose circuit stands in another group, or belongs to somebody else. */
class CircuitElsewhereTest {
  private static final String NAME = "ra-hybrid-vpn-er-erc";
  private static final String REFERENCE = "\"name\": \"" + NAME + "\"";
  private static final String OWNERS = "owner-rg";

  @TempDir private Path directory;

  private CircuitRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new CircuitRig(directory);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void deployedTwiceThenNothingIsWritten() throws Exception {
    rig.deploy();
    long before = rig.now();
    rig.deploy();
    assertThat(rig.writtenSince(before)).isEmpty();
    assertThat(rig.out.lines())
        .contains("INFO The network matches the parameter files. No changes.");
  }

  @Test
  void aCircuitInItsOwnGroup() throws Exception {
    rig.edit(CIRCUIT, REFERENCE, REFERENCE + ", \"resourceGroup\": \"circuits-rg\"")
        .edit(EXPRESS_ROUTE_GATEWAY, REFERENCE, REFERENCE + ", \"resourceGroup\": \"circuits-rg\"")
        .create(false, false);
    assertThat(rig.writtenSince(0)).containsExactly("PUT circuits-rg", "PUT " + NAME);
    ResourceKey group =
        new ResourceKey(
            rig.cloud.subscriptionId(), "circuits-rg", ResourceType.RESOURCE_GROUP, "circuits-rg");
    assertThat(rig.resources().read(group).orElseThrow().body())
        .containsEntry("tags", Map.of("hybridnet-created", "true"))
        .containsEntry("location", "westus2");
    rig.admin().provider(NAME, "Provisioned");
    deployedTwiceThenNothingIsWritten();
    assertThat(rig.status())
        .filteredOn(l -> l.contains("circuits-rg") || l.contains(NAME))
        .hasSize(2)
        .allMatch(l -> l.contains("  as declared  "));

    rig.remove(CIRCUIT);
    long before = rig.now();
    rig.deploy();
    assertThat(rig.writtenSince(before)).isEmpty();
  }

  /** Made by its owner, with an authorization whose key the connection is given. */
  private Secret circuitOfSomebodyElse() throws Exception {
    rig.edit(
            CIRCUIT,
            REFERENCE,
            REFERENCE
                + ", \"resourceGroup\": \"owner-rg\", \"authorizations\": [\"spoke-a\","
                + " \"spoke-b\"]")
        .create(false, false);
    rig.admin().provider(NAME, "Provisioned");
    ResourceKey authorization =
        new ResourceKey(
            rig.cloud.subscriptionId(), OWNERS, ResourceType.AUTHORIZATION, NAME + "/spoke-a");
    ActualResource standing = rig.resources().read(authorization).orElseThrow();
    rig.remove(CIRCUIT);
    return (Secret) ((Map<?, ?>) standing.body().get("properties")).get("authorizationKey");
  }

  private void authorize(Secret key) throws IOException {
    rig.edit(
        EXPRESS_ROUTE_GATEWAY,
        "\"connectionType\": \"ExpressRoute\"",
        "\"connectionType\": \"ExpressRoute\", \"authorizationKey\": \"" + key.reveal() + "\"");
  }

  @Test
  void aCircuitOfSomebodyElseByItsNames() throws Exception {
    Secret key = circuitOfSomebodyElse();
    rig.edit(
        EXPRESS_ROUTE_GATEWAY,
        REFERENCE,
        REFERENCE
            + ", \"resourceGroup\": \"owner-rg\", \"subscriptionId\": \""
            + rig.cloud.subscriptionId()
            + "\"");
    authorize(key);
    deployedTwiceThenNothingIsWritten();
    assertThat(rig.status())
        .filteredOn(l -> l.contains(NAME))
        .singleElement()
        .asString()
        .contains("provider Provisioned", "not declared here");
    assertThat(String.join("\n", rig.out.lines())).doesNotContain(key.reveal());
  }

  @Test
  void aCircuitThatMayNotBeReadByItsId() throws Exception {
    Secret key = circuitOfSomebodyElse();
    String id =
        new ResourceKey(rig.cloud.subscriptionId(), OWNERS, ResourceType.CIRCUIT, NAME).id();
    rig.admin()
        .post(
            "faults",
            """
            {"rules": [{"match": {"operation": "GET", "type": "Microsoft.Network/expressRouteCircuits",
                "resourceGroup": "owner-rg"},
              "effect": {"status": {"status": 403, "code": "AuthorizationFailed",
                "message": "No right to read."}}}]}
            """);
    rig.edit(EXPRESS_ROUTE_GATEWAY, REFERENCE, "\"id\": \"" + id + "\"");
    assertThatThrownBy(rig::deploy)
        .hasMessageStartingWith(
            "HN4043: The ExpressRoute circuit '"
                + NAME
                + "' in resource group 'owner-rg' of subscription '"
                + rig.cloud.subscriptionId()
                + "' cannot be read: (AuthorizationFailed) No right to read [request id");
    authorize(key);
    deployedTwiceThenNothingIsWritten();
    assertThat(rig.out.lines())
        .anyMatch(l -> l.startsWith("WARN") && l.contains("assumed to be provisioned"));
    assertThat(rig.status())
        .filteredOn(l -> l.contains(NAME))
        .hasSize(2)
        .allMatch(l -> l.contains("ot readable"));
  }
}
