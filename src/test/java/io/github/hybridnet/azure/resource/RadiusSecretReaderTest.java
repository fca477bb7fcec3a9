package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.model.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway's RADIUS secrets, which a newer Azure does not show with the gateway. */
class RadiusSecretReaderTest {
  private static final ResourceKey KEY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "vpn-vgw");
  private static final String PATH = KEY.id();
  private static final String LIST = "POST " + PATH + "/listRadiusSecrets";
  private static final String SECRETS =
      """
      {"value":[{"radiusServerAddress":"10.0.0.4","radiusServerSecret":"canary-1"},
        {"radiusServerAddress":"10.0.0.5","radiusServerSecret":"canary-2"}]}
      """;

  private final FakeArm arm = new FakeArm();

  @Test
  void areReadWhereTheyBelongAndMaskedAtOnce() {
    standing("\"radiusServerAddress\":\"10.0.0.4\"", "10.0.0.5", "10.0.0.6");
    arm.service.on(LIST, 200, SECRETS);

    ActualResource actual = arm.cloud().read(KEY).orElseThrow();

    Map<String, Object> clients = clients(actual);
    assertThat(((Secret) clients.get("radiusServerSecret")).reveal()).isEqualTo("canary-1");
    List<Map<String, Object>> servers = JsonTree.objects(clients, "radiusServers");
    assertThat(((Secret) servers.get(0).get("radiusServerSecret")).reveal()).isEqualTo("canary-2");
    assertThat(servers.get(1)).doesNotContainKey("radiusServerSecret");
    assertThat(actual.toString()).doesNotContain("canary");
  }

  @Test
  void areSentBackWithTheGateway() throws InterruptedException {
    standing("\"radiusServerAddress\":\"10.0.0.4\"", "10.0.0.5");
    arm.service.on(LIST, 200, SECRETS).on("PUT " + PATH, 200, "{\"properties\":{}}");

    arm.change(KEY, Map.of("tags", Map.of("Cost", "42")));

    assertThat(
            arm.service.sent().stream()
                .filter(sent -> sent.line().startsWith("PUT"))
                .map(sent -> sent.body()))
        .singleElement()
        .asString()
        .contains(
            "\"radiusServerSecret\":\"canary-1\"",
            "\"radiusServerAddress\":\"10.0.0.5\",\"radiusServerSecret\":\"canary-2\"");
  }

  @ParameterizedTest
  @CsvSource({"403, AuthorizationFailed", "404, NotFound", "400, InvalidResourceType"})
  void stayAwayWhenTheyMustNotBeRead(int status, String code) {
    standing("\"radiusServerAddress\":\"10.0.0.4\",\"radiusServerSecret\":\"\"");
    arm.service.on(LIST, status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"No.\"}}");

    assertThat(clients(arm.cloud().read(KEY).orElseThrow()))
        .containsEntry("radiusServerAddress", "10.0.0.4")
        .doesNotContainKey("radiusServerSecret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"value\":[]}", "{}"})
  void noAnswerAboutAServerIsNoSecret(String answer) {
    standing("\"radiusServerAddress\":\"10.0.0.4\"");
    arm.service.on(LIST, 200, answer);
    assertThat(clients(arm.cloud().read(KEY).orElseThrow()))
        .doesNotContainKey("radiusServerSecret");
  }

  @Test
  void aMaskIsNoSecret() {
    standing("\"radiusServerAddress\":\"10.0.0.4\"");
    arm.service.on(LIST, 200, SECRETS.replace("canary-1", "****"));
    assertThat(clients(arm.cloud().read(KEY).orElseThrow()))
        .doesNotContainKey("radiusServerSecret");
  }

  @Test
  void anAnswerThatIsNotAzuresIsAFailure() {
    standing("\"radiusServerAddress\":\"10.0.0.4\"");
    arm.service.on(LIST, 200, "<html>");
    assertThatThrownBy(() -> arm.cloud().read(KEY)).isInstanceOf(CloudException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"radiusServerAddress\":\"10.0.0.4\",\"radiusServerSecret\":\"shown\"",
        "\"radiusServerAddress\":\"\"",
        "\"vpnClientProtocols\":[\"OpenVPN\"]"
      })
  void areNotAskedForWhereNoneIsMissing(String clients) {
    standing(clients);
    assertThat(arm.cloud().read(KEY)).isPresent();
    assertThat(arm.service.lines()).containsExactly("GET " + PATH);
  }

  private void standing(String clients, String... servers) {
    List<String> list =
        List.of(servers).stream()
            .map(address -> "{\"radiusServerAddress\":\"" + address + "\"}")
            .toList();
    arm.service.on(
        "GET " + PATH,
        200,
        "{\"name\":\"vpn-vgw\",\"location\":\"westus\",\"properties\":{\"gatewayType\":\"Vpn\","
            + "\"vpnClientConfiguration\":{"
            + clients
            + ",\"radiusServers\":["
            + String.join(",", list)
            + "]}}}");
  }

  private static Map<String, Object> clients(ActualResource gateway) {
    return JsonTree.object(JsonTree.object(gateway.body(), "properties"), "vpnClientConfiguration");
  }
}
