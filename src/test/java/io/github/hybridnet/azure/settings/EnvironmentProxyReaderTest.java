package io.github.hybridnet.azure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyReaderTest {
  private final Map<String, String> environment = new HashMap<>();

  private Optional<ProxySettings> proxy() {
    return EnvironmentProxyReader.of(new EnvironmentVariables(environment));
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, http://proxy.example:3128",
    "http://proxy.example:3128/, http://proxy.example:3128",
    "proxy.example:3128, http://proxy.example:3128",
    "proxy.example, http://proxy.example:80",
    "HTTP://10.0.0.1:8080, http://10.0.0.1:8080",
    "'http://[fd00::1]:8080', 'http://[fd00::1]:8080'",
  })
  void itIsWrittenInSeveralWays(String value, String shown) {
    environment.put("HTTPS_PROXY", value + "\n");
    assertThat(proxy().orElseThrow().shown().toString())
        .isEqualTo(shown + " (from environment HTTPS_PROXY)");
    assertThat(proxy().orElseThrow().username()).isNull();
  }

  @Test
  void theNameInSmallLettersComesFirst() {
    environment.put("HTTPS_PROXY", "http://a:1");
    environment.put("https_proxy", "http://b:2");
    assertThat(proxy().orElseThrow().host()).isEqualTo("b");
    environment.clear();
    environment.put("HTTP_PROXY", "http://c:3");
    assertThat(proxy()).as("that for http is not for https").isEmpty();
  }

  @Test
  void itsPasswordIsDecodedAndNotShown() {
    environment.put("HTTPS_PROXY", "http://me%40corp:can+ary%2F:@proxy:8080");
    ProxySettings proxy = proxy().orElseThrow();
    assertThat(proxy.username()).isEqualTo("me@corp");
    assertThat(proxy.password().reveal()).isEqualTo("can+ary/:");
    assertThat(proxy.toString() + proxy.shown()).doesNotContain("ary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:canary@proxy:8080",
        "socks5://proxy:1080",
        "http://me:canary@",
        "http://proxy:canary",
        "http://pro xy canary",
        "http://me:canary@proxy:99999",
        "http://me:canary@proxy:0",
      })
  void whatCannotBeUsedIsRefusedWithoutBeingShown(String value) {
    environment.put("https_proxy", value);
    assertThatThrownBy(this::proxy)
        .hasMessageStartingWith(
            "HN3067: The address of the proxy (from environment https_proxy) is not valid.")
        .hasMessageNotContaining("canary");
  }

  @Test
  void namesOfNoProxyStandForAllBelowThem() {
    environment.put("HTTPS_PROXY", "http://a:1");
    environment.put("NO_PROXY", "intra, .corp.example,10.0.0.0/8 *.x ,host:8443,,::1");
    assertThat(proxy().orElseThrow().nonProxyHosts())
        .containsExactly(
            "intra",
            "*.intra",
            "corp.example",
            "*.corp.example",
            "10.0.0.0/8",
            "*.x",
            "host",
            "*.host",
            "::1");
    environment.put("NO_PROXY", "*");
    assertThat(proxy().orElseThrow().nonProxyHosts()).containsExactly("*");
  }
}
