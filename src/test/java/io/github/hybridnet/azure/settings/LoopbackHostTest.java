package io.github.hybridnet.azure.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackHostTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LocalHost", "arm.localhost", "127.0.0.1", "127.9.8.7", "[::1]"})
  void namesAndAddressesOfThisMachine(String host) {
    assertThat(LoopbackHost.matches(URI.create("https://" + host + ":8443/"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.example.com", "localhost.example.com", "notlocalhost", "10.0.0.1", "[::2]"})
  void whatOnlyLooksSo(String host) {
    assertThat(LoopbackHost.matches(URI.create("https://" + host + ":8443/"))).isFalse();
  }
}
