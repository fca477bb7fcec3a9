package io.github.hybridnet.simulator.http.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class CertificateNamesTest {

  @Test
  void loopbackIsAlwaysAmongThem() throws Exception {
    assertThat(CertificateNames.of(InetAddress.getByName("127.0.0.1")).forKeytool())
        .isEqualTo("dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1");
    assertThat(CertificateNames.of(InetAddress.getByName("192.0.2.7")).forKeytool())
        .isEqualTo("dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1,ip:192.0.2.7");
  }

  @Test
  void nameByWhichTheAddressWasGivenIsOneOfThem() throws Exception {
    InetAddress given =
        InetAddress.getByAddress("simulator.example", new byte[] {(byte) 192, 0, 2, 7});
    assertThat(CertificateNames.of(given).hosts())
        .containsExactly("localhost", "simulator.example");
    assertThat(CertificateNames.of(given).addresses()).contains("192.0.2.7");
  }

  @Test
  void allAddressesOfTheMachineAreMeantByTheOneForAll() throws Exception {
    CertificateNames certificateNames = CertificateNames.of(InetAddress.getByName("0.0.0.0"));
    assertThat(certificateNames.addresses()).contains("127.0.0.1").doesNotContain("0.0.0.0");
    assertThat(certificateNames.addresses()).noneMatch(address -> address.contains("%"));
    java.net.NetworkInterface.networkInterfaces()
        .flatMap(java.net.NetworkInterface::inetAddresses)
        .filter(java.net.Inet4Address.class::isInstance)
        .forEach(each -> assertThat(certificateNames.addresses()).contains(each.getHostAddress()));
  }
}
