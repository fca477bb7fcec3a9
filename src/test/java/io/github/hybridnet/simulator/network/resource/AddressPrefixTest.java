package io.github.hybridnet.simulator.network.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPrefixTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0/16",
        "10.0.0.0/33",
        "10.0.0.256/24",
        "10.0.0.0/",
        "/24",
        "*/8",
        "10.0.0.0/255.0.0.0",
        "10.0-1.0.0/16",
        "0x0a.0.0.0/8",
        "ten/8",
        "fd00::/129"
      })
  void isNoPrefix(String text) {
    assertThat(AddressPrefix.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, true, 16, true",
    "10.0.0.1/16, false, 16, true",
    "10.52.255.253/32, true, 32, true",
    "0.0.0.0/0, true, 0, true",
    "fd00:db8::/64, true, 64, false"
  })
  void readsPrefixes(String text, boolean network, int length, boolean ipv4) {
    AddressPrefix addressPrefix = AddressPrefix.parse(text).orElseThrow();

    assertThat(addressPrefix.isNetwork()).isEqualTo(network);
    assertThat(addressPrefix.length()).isEqualTo(length);
    assertThat(addressPrefix.isIpv4()).isEqualTo(ipv4);
    assertThat(addressPrefix).hasToString(text);
  }

  @Test
  void namesTheNetworkOfAnAddressWithHostBits() {
    assertThat(AddressPrefix.parse("10.216.52.0/21").orElseThrow().network())
        .hasToString("10.216.48.0/21");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 10.0.255.224/27, true, true",
    "10.0.255.224/27, 10.0.0.0/16, false, true",
    "10.0.0.0/24, 10.0.1.0/24, false, false",
    "10.0.0.0/8, fd00::/64, false, false",
    "10.0.0.0/24, 10.0.0.0/24, true, true"
  })
  void comparesRanges(String one, String other, boolean contains, boolean overlaps) {
    AddressPrefix first = AddressPrefix.parse(one).orElseThrow();
    AddressPrefix second = AddressPrefix.parse(other).orElseThrow();

    assertThat(first.contains(second)).isEqualTo(contains);
    assertThat(first.overlaps(second)).isEqualTo(overlaps);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24, 10.0.0.254, 10.0.0.4, 10.0.0.5",
    "10.11.255.0/27, 10.11.255.30, 10.11.255.4, 10.11.255.5",
    "10.0.255.192/26, 10.0.255.254, 10.0.255.196, 10.0.255.197",
    "10.0.0.0/16, 10.0.255.254, 10.0.0.4, 10.0.0.5"
  })
  void knowsTheAddressesThatAGatewayTakes(String range, String last, String first, String second) {
    AddressPrefix addressPrefix = AddressPrefix.parse(range).orElseThrow();

    assertThat(addressPrefix.lastUsable()).isEqualTo(last);
    assertThat(addressPrefix.free(0)).isEqualTo(first);
    assertThat(addressPrefix.free(1)).isEqualTo(second);
  }

  @Test
  void tellsAddressesFromOtherTexts() {
    assertThat(AddressPrefix.isAddress("40.50.60.70")).isTrue();
    assertThat(AddressPrefix.isAddress("2001:db8::1")).isTrue();
    assertThat(AddressPrefix.isAddress("10.0.0.257")).isFalse();
    assertThat(AddressPrefix.isAddress("10.0.0.0/24")).isFalse();
    assertThat(AddressPrefix.isAddress("vpn.example.com")).isFalse();
    assertThat(AddressPrefix.isAddress("")).isFalse();
  }
}
