package io.github.hybridnet.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0", "10.0.0.300/16", "10.0.0.0/33", "web", "10.0.0.0/", "/16"})
  void malformedTextIsKeptAndSaidToBeMalformed(String text) {
    Cidr cidr = new Cidr(text);
    assertThat(cidr.isWellFormed()).isFalse();
    assertThat(cidr.prefixLength()).isEqualTo(-1);
    assertThat(cidr.overlaps(new Cidr("0.0.0.0/0"))).isFalse();
    assertThat(cidr).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 10.0.255.224/27, true",
    "10.0.0.0/16, 10.0.0.0/16, true",
    "10.0.255.224/27, 10.0.0.0/16, false",
    "10.0.0.0/16, 10.1.0.0/24, false",
    "fd00::/48, fd00:0:0:1::/64, true",
    "10.0.0.0/8, fd00::/64, false"
  })
  void contains(String outer, String inner, boolean expected) {
    assertThat(new Cidr(outer).contains(new Cidr(inner))).isEqualTo(expected);
  }

  @Test
  void hostBitsAreSeen() {
    assertThat(new Cidr("10.0.0.0/16").isNetworkAddress()).isTrue();
    assertThat(new Cidr("10.0.0.1/16").isNetworkAddress()).isFalse();
  }
}
