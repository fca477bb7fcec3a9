package io.github.hybridnet.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootCertificateCheckTest {
  /** Valid during 2019. */
  private static final String OF_2019 =
      "MIIBNTCB3KADAgECAgkA4xQfY6dfjxcwCgYIKoZIzj0EAwIwDzENMAsGA1UEAxMEcm9vdDAeFw0xOTAx"
          + "MDEwMDAwMDBaFw0yMDAxMDEwMDAwMDBaMA8xDTALBgNVBAMTBHJvb3QwWTATBgcqhkjOPQIBBggqhkjO"
          + "PQMBBwNCAATl7ewM2vaflQqkDBD1Sb3hAZw9LUqNi3o+pqoGjjaqCX/0NWb5zWVUsDAt1nvzG6kOrYsp"
          + "2fQlwY3uK8BZ84wVoyEwHzAdBgNVHQ4EFgQUbRJmcpbe07Lowz5E1Y1ldDh9VewwCgYIKoZIzj0EAwID"
          + "SAAwRQIhAOzrjGwMJXqEfrrEFvVDv3op5t5+0KWG5mmUdYhUFhPeAiAOF5ntKRTPwhEu2n0wzBjXL1dE"
          + "JRaA/29TxfoOzoUrZg==";

  private static List<GuardObjection> objections(String now, String data) {
    Map<String, Object> root =
        Map.of("name", "staff", "properties", Map.of("publicCertData", data));
    Map<String, Object> body =
        Map.of(
            "properties",
            Map.of("vpnClientConfiguration", Map.of("vpnClientRootCertificates", List.of(root))));
    NewResource gateway =
        new NewResource(
            new ResourceKey("s", "g", ResourceType.VIRTUAL_NETWORK_GATEWAY, "vgw"),
            body,
            List.of());
    GuardedWork work =
        new GuardedWork(
            new RequiredAccess(Map.of(), Set.of(), Set.of(), Set.of()),
            Set.of(),
            List.of(new GuardedWork.PlannedCreation(gateway, true, List.of())),
            Duration.ofHours(1),
            true);
    return new RootCertificateCheck(() -> Instant.parse(now)).objections(work);
  }

  @Test
  void anExpiredOneIsRefusedBeforeTheGatewayIsRemoved() {
    List<GuardObjection> found = objections("2020-02-01T00:00:00Z", OF_2019);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).kind()).isEqualTo(GuardObjection.Kind.REFUSED);
    assertThat(found.get(0).text())
        .isEqualTo(
            "The virtual network gateway 'vgw' would be created with the root certificate 'staff'"
                + " of its point-to-site clients, which expired on 2020-01-01. Azure refuses"
                + " expired root certificates.");
    assertThat(found.get(0).fix())
        .isEqualTo(
            "remove the root certificate 'staff' from the gateway with Azure's own tools, and run"
                + " the goal again");
  }

  @Test
  void oneThatIsValidIsNot() {
    assertThat(objections("2019-06-01T00:00:00Z", OF_2019)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bm9uZQ=="})
  void ofWhatCannotBeReadNothingIsSaid(String data) {
    assertThat(objections("2020-02-01T00:00:00Z", data)).isEmpty();
  }
}
