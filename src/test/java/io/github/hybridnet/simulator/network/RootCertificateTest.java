package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Root certificates of point-to-site clients. */
class RootCertificateTest {
  /** Valid for a hundred years; DER in base 64. */
  private static final String VALID =
      "MIIBdTCCARugAwIBAgIUMlNPwPImWL2BuGTOlgHPDMsysjYwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwE"
          + "cm9vdDAgFw0yNjEyMDExMjA1MzRaGA8yMTI2MTEwNzEyMDUzNFowDzENMAsGA1UEAwwEcm9vdDBZMBMG"
          + "ByqGSM49AgEGCCqGSM49AwEHA0IABPfsz6s3d3krBOUqVtjroDFWo8d2VeJldfIQKzlEz++Oev1T5Nzj"
          + "cT6vtVr3hs4YKgugJ59lXxVgRNtcDnh/ySujUzBRMB0GA1UdDgQWBBQx7X+uHQVgJjjv/evI0y08POod"
          + "/jAfBgNVHSMEGDAWgBQx7X+uHQVgJjjv/evI0y08POod/jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49"
          + "BAMCA0gAMEUCIQC/9x6qkAI42/z37MioJe7hYGTP1oIeejD9wYK8o//6bAIgAORbAKw4pn6/7FgSKUj3"
          + "iH5XfFh8TlV7ChTsxJS+KjU=";

  /** Valid during 2019. */
  private static final String EXPIRED =
      "MIIBNTCB3KADAgECAgkA4xQfY6dfjxcwCgYIKoZIzj0EAwIwDzENMAsGA1UEAxMEcm9vdDAeFw0xOTAx"
          + "MDEwMDAwMDBaFw0yMDAxMDEwMDAwMDBaMA8xDTALBgNVBAMTBHJvb3QwWTATBgcqhkjOPQIBBggqhkjO"
          + "PQMBBwNCAATl7ewM2vaflQqkDBD1Sb3hAZw9LUqNi3o+pqoGjjaqCX/0NWb5zWVUsDAt1nvzG6kOrYsp"
          + "2fQlwY3uK8BZ84wVoyEwHzAdBgNVHQ4EFgQUbRJmcpbe07Lowz5E1Y1ldDh9VewwCgYIKoZIzj0EAwID"
          + "SAAwRQIhAOzrjGwMJXqEfrrEFvVDv3op5t5+0KWG5mmUdYhUFhPeAiAOF5ntKRTPwhEu2n0wzBjXL1dE"
          + "JRaA/29TxfoOzoUrZg==";

  private static Bench.Reply put(Bench bench, String certificate) {
    bench.make("virtualNetworks/v", Sites.network("10.0.255.224/27"));
    bench.make("publicIPAddresses/p", Sites.address());
    String clients =
        "'vpnClientConfiguration': {'vpnClientAddressPool': {'addressPrefixes': ['172.16.0.0/24']},"
            + " 'vpnClientRootCertificates': [{'name': 'root', 'properties': {'publicCertData':"
            + " '%s'}}]}, 'sku'";
    return bench.put(
        "virtualNetworkGateways/vpn",
        Sites.vpn("VpnGw1AZ").replace("'sku'", clients.formatted(certificate)));
  }

  @Test
  void oneThatIsValidIsTaken() {
    assertThat(put(Bench.today(), VALID).status()).isEqualTo(201);
  }

  @Test
  void aPemFileInBase64IsTakenToo() {
    String pem = "-----BEGIN CERTIFICATE-----\n" + VALID + "\n-----END CERTIFICATE-----\n";

    assertThat(
            put(
                    Bench.today(),
                    Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)))
                .status())
        .isEqualTo(201);
  }

  @Test
  void oneThatHasExpiredIsRefused() {
    Bench.Reply refused = put(Bench.today(), EXPIRED);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("VpnClientRootCertificateExpired");
    assertThat(refused.message())
        .isEqualTo(
            "Root certificate ~/virtualNetworkGateways/vpn/vpnClientRootCertificates/root is"
                + " expired. Please remove this certificate and retry.");
  }

  @Test
  void whatIsNoCertificateIsRefused() {
    assertThat(put(Bench.today(), "bm9uZQ==").code())
        .isEqualTo("VpnClientRootCertificateDataInvalid");
    assertThat(put(Bench.today(), "").code()).isEqualTo("VpnClientRootCertificateDataInvalid");
  }

  @Test
  void oneThatStandsIsNotLookedAtAgain() {
    Bench bench = Bench.today();
    bench.end(put(bench, VALID));
    bench.pass(Duration.ofDays(40_000));

    assertThat(put(bench, VALID).status()).isEqualTo(200);
  }

  @Test
  void inEarlierDaysNoneHadExpired() {
    assertThat(put(Bench.earlier(), EXPIRED).status()).isEqualTo(201);
  }
}
