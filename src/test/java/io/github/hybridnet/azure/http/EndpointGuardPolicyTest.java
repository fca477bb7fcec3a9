package io.github.hybridnet.azure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.Context;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.azure.FakeArm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointGuardPolicyTest {
  private final FakeArm arm = new FakeArm();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "https://management.azure.com.evil.example/x",
        "https://management.azure.com:8443/x",
        "http://management.azure.com/x",
        "http://management.azure.com:443/x",
        "https://management.azure.com@evil.example/x",
        "https://user@management.azure.com/x",
        "https://evil.example/management.azure.com",
        "https://management.azure.com%2eevil.example/x",
        "https://127.0.0.1/x"
      })
  void refusesEveryOtherAddress(String url) {
    assertThatThrownBy(() -> get(url))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.REFUSED);
              assertThat(e.code()).isEqualTo("ForeignEndpoint");
            });
    assertThat(arm.service.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://management.azure.com/x",
        "https://management.azure.com:443/x",
        "HTTPS://Management.Azure.COM/x?y=z"
      })
  void letsTheConfiguredAddressPassWithItsToken(String url) {
    arm.service.on("GET /x", 200, "{}");
    assertThatCode(() -> get(url)).doesNotThrowAnyException();
    assertThat(arm.service.sent().get(0).header("Authorization"))
        .isEqualTo("Bearer " + FakeArm.TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/x?secret=canary"})
  void saysWhereWithoutTheQuery(String url) {
    assertThatThrownBy(() -> get(url))
        .hasMessage(
            "The service pointed to https://evil.example:443, which is not a configured endpoint"
                + " (https://management.azure.com:443); nothing was sent there.");
  }

  private void get(String url) {
    arm.pipeline().sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE).close();
  }
}
