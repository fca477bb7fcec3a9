package io.github.hybridnet.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single addresses, and those that the Internet does not route. */
class HostAddressTest {

  @ParameterizedTest
  @CsvSource({
    "0.1.2.3, an address of \"this network\"",
    "10.1.2.3, a private address",
    "172.31.255.255, a private address",
    "192.168.0.1, a private address",
    "100.64.0.1, an address for carrier-grade NAT",
    "127.0.0.1, a loopback address",
    "169.254.1.1, a link-local address",
    "192.0.0.1, an address for protocol assignments",
    "192.0.2.1, an address for documentation",
    "198.51.100.1, an address for documentation",
    "203.0.113.1, an address for documentation",
    "198.19.0.1, an address for benchmarks",
    "239.1.1.1, a multicast address",
    "255.255.255.255, a reserved address"
  })
  void isNotPublic(String text, String purpose) {
    assertThat(new HostAddress(text).specialPurpose()).contains(purpose);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40.50.60.70", "172.32.0.1", "100.128.0.1", "198.20.0.1", "1.1.1.1"})
  void isPublic(String text) {
    assertThat(new HostAddress(text).isIpv4()).isTrue();
    assertThat(new HostAddress(text).specialPurpose()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0/16", "1.2.3", "1.2.3.4 ", "01.2.3.4", "1.2.3.400", "host"})
  void isNoAddress(String text) {
    assertThat(new HostAddress(text).isWellFormed()).isFalse();
  }

  @Test
  void ipv6IsAnAddressButNotIpv4() {
    assertThat(new HostAddress("2001:db8::1").isWellFormed()).isTrue();
    assertThat(new HostAddress("2001:db8::1").isIpv4()).isFalse();
  }
}
