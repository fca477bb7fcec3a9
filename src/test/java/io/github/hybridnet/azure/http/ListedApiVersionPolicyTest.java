package io.github.hybridnet.azure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.json.JsonTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions of Azure's interfaces a cloud is asked for that lags behind. */
class ListedApiVersionPolicyTest {
  private static final String PROVIDER = "/subscriptions/s/providers/Microsoft.Network";
  private static final String GROUP = "/subscriptions/s/resourceGroups/rg";
  private static final String GATEWAY =
      GROUP + "/providers/Microsoft.Network/virtualNetworkGateways/gw";

  private final FakeArm arm = new FakeArm();
  private final ArmHttpClient requests =
      new ArmHttpClient(arm.pipeline(), FakeArm.ENDPOINT, arm.errors).withListedVersions();

  private void listed(String type, String versions) {
    arm.service.on(
        "GET " + PROVIDER,
        200,
        "{\"namespace\":\"microsoft.network\",\"resourceTypes\":[{\"resourceType\":\""
            + type
            + "\",\"apiVersions\":["
            + versions
            + "]}]}");
  }

  private String asked(String path) {
    arm.service.on("GET " + path, 200, "{\"id\":\"x\"}");
    requests.get(path, ApiVersion.NETWORK, JsonTree::read);
    return arm.service.sent().get(arm.service.sent().size() - 1).query();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'2024-01-01','2024-03-01','2023-11-01' | 2024-03-01",
        "'2026-01-01','2025-03-01','2024-03-01' | 2025-03-01",
        "'2026-01-01','2024-05-01','2024-03-01' | 2024-05-01",
        "'2024-05-01-preview','2024-03-01'      | 2024-03-01",
        "'2025-03-01-preview','2024-10-01-beta' | 2025-03-01",
        "'2025-05-01','2026-01-01'              | 2025-03-01",
        "'9','2024','latest','2024-3-1'         | 2025-03-01",
      },
      quoteCharacter = '"')
  void isTheNewestThatIsListedAndKnown(String versions, String chosen) {
    listed("VirtualNetworkGateways", versions.replace('\'', '"'));
    assertThat(asked(GATEWAY)).isEqualTo("api-version=" + chosen);
  }

  @Test
  void isChosenForEachTypeAndOfThatOfTheWholeForItsParts() {
    listed("virtualNetworkGateways", "\"2024-03-01\"");
    assertThat(asked(GATEWAY + "/connections")).isEqualTo("api-version=2024-03-01");
    assertThat(asked(GROUP + "/providers/microsoft.network/VIRTUALNETWORKGATEWAYS"))
        .isEqualTo("api-version=2024-03-01");
    assertThat(asked(GROUP + "/providers/Microsoft.Network/connections/cn"))
        .isEqualTo("api-version=2025-03-01");
    assertThat(arm.service.lines()).filteredOn(line -> line.equals("GET " + PROVIDER)).hasSize(1);
    assertThat(arm.service.sent().get(0).query()).isEqualTo("api-version=2019-10-01");
  }

  @Test
  void isThatOfResourceManagersOwnPaths() {
    arm.service.on(
        "GET /subscriptions/s/providers/Microsoft.Resources",
        200,
        """
        {"namespace":"Microsoft.Resources","resourceTypes":[
          {"resourceType":"resourceGroups","apiVersions":["2024-11-01"]},
          {"resourceType":"resources","apiVersions":["2024-07-01"]},
          {"resourceType":"deployments","apiVersions":["2024-03-01"]}]}
        """);
    assertThat(requests.versionOf(GROUP, ApiVersion.RESOURCES)).isEqualTo("2024-11-01");
    assertThat(requests.versionOf(GROUP + "/resources", ApiVersion.RESOURCES))
        .isEqualTo("2024-11-01");
    assertThat(requests.versionOf("/subscriptions/s/resources", ApiVersion.RESOURCES))
        .isEqualTo("2024-07-01");
    assertThat(
            requests.versionOf(
                GROUP + "/providers/Microsoft.Resources/deployments/d/validate",
                ApiVersion.RESOURCES))
        .isEqualTo("2024-03-01");
  }

  @Test
  void everyVerbAsksForIt() {
    listed("virtualNetworkGateways", "\"2024-03-01\"");
    List.of("PUT", "POST", "DELETE", "PATCH")
        .forEach(verb -> arm.service.on(verb + " " + GATEWAY, 200, "{}"));
    requests.put(GATEWAY, ApiVersion.NETWORK, "{}", null).close();
    requests.put(GATEWAY, "a=b", ApiVersion.NETWORK, "{}", null).close();
    requests.post(GATEWAY, ApiVersion.NETWORK).close();
    requests.delete(GATEWAY, ApiVersion.NETWORK).close();
    requests.patch(GATEWAY, ApiVersion.NETWORK, "{}").close();
    arm.service.on("GET " + GATEWAY, 200, "{\"value\":[]}");
    requests.list(GATEWAY, ApiVersion.NETWORK, "f");
    assertThat(arm.service.sent().stream().skip(1))
        .hasSize(6)
        .allSatisfy(sent -> assertThat(sent.query()).endsWith("api-version=2024-03-01"));
  }

  @Test
  void olderInterfacesAreNotAskedFor() {
    arm.service.on("GET " + GATEWAY, 200, "{}");
    requests.get(GATEWAY, ApiVersion.LOCKS, JsonTree::read);
    requests.get(GATEWAY, ApiVersion.TAGS, JsonTree::read);
    assertThat(arm.service.lines()).containsOnly("GET " + GATEWAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>sign in</html>",
        "[]",
        "{}",
        "{\"namespace\":\"Microsoft.Network\"}",
        "{\"namespace\":\"Microsoft.Compute\",\"resourceTypes\":[{\"resourceType\":"
            + "\"virtualNetworkGateways\",\"apiVersions\":[\"2024-03-01\"]}]}",
        "{\"namespace\":\"Microsoft.Network\",\"resourceTypes\":[7]}",
        "{\"namespace\":\"Microsoft.Network\",\"resourceTypes\":[{\"resourceType\":"
            + "\"virtualNetworkGateways\",\"apiVersions\":{\"a\":\"2024-03-01\"}}]}",
      })
  void anAnswerThatIsNotUnderstoodChangesNothing(String body) {
    arm.service.on("GET " + PROVIDER, 200, body);
    assertThat(asked(GATEWAY)).isEqualTo("api-version=2025-03-01");
  }

  @Test
  void aListThatMustNotBeReadChangesNothingAndIsAskedForOnce() {
    arm.service.on("GET " + PROVIDER, forbidden());
    assertThat(asked(GATEWAY)).isEqualTo("api-version=2025-03-01");
    assertThat(asked(GATEWAY)).isEqualTo("api-version=2025-03-01");
    assertThat(arm.service.lines())
        .containsExactly("GET " + PROVIDER, "GET " + GATEWAY, "GET " + GATEWAY);
  }

  private static Answer forbidden() {
    return Answer.of(403, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, NoRegisteredProviderFound",
    "400, InvalidApiVersionParameter",
    "404, InvalidResourceType"
  })
  void aVersionThatTheCloudRefusesIsToldWithTheReason(int status, String code) {
    arm.service.on("GET " + PROVIDER, forbidden());
    refused(status, code);
    assertThatExceptionOfType(CloudException.class)
        .isThrownBy(() -> requests.get(GATEWAY, ApiVersion.NETWORK, JsonTree::read))
        .withMessage(
            "This cloud does not offer version 2025-03-01 of Azure's interface for"
                + " Microsoft.Network/virtualNetworkGateways; the provider's list of versions"
                + " could not be read (AuthorizationFailed), so that no older version could be"
                + " chosen. Azure says: supported are others")
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(CloudException.Kind.REFUSED);
              assertThat(failure.code()).isEqualTo(code);
              assertThat(failure.status()).isEqualTo(status);
            });
  }

  @Test
  void aListedVersionThatIsRefusedIsToldAsSuch() {
    listed("virtualNetworkGateways", "\"2024-03-01\"");
    refused(400, "NoRegisteredProviderFound");
    assertThatExceptionOfType(CloudException.class)
        .isThrownBy(() -> requests.get(GATEWAY, ApiVersion.NETWORK, JsonTree::read))
        .withMessageContaining("version 2024-03-01 of Azure's interface")
        .withMessageContaining("; the provider lists this version all the same, perhaps for other");
  }

  @Test
  void aCloudThatHasOnlyNewerVersionsIsToldAsSuch() {
    listed("virtualNetworkGateways", "\"2026-01-01\"");
    refused(400, "NoRegisteredProviderFound");
    assertThatExceptionOfType(CloudException.class)
        .isThrownBy(() -> requests.get(GATEWAY, ApiVersion.NETWORK, JsonTree::read))
        .withMessageContaining("; the provider lists no version that hybridnet knows.");
  }

  @Test
  void inAzureForTheWorldNobodyIsAsked() {
    refused(400, "NoRegisteredProviderFound");
    ArmHttpClient asMade = new ArmHttpClient(arm.pipeline(), FakeArm.ENDPOINT, arm.errors);
    assertThatExceptionOfType(CloudException.class)
        .isThrownBy(() -> asMade.get(GATEWAY, ApiVersion.NETWORK, JsonTree::read))
        .withMessageContaining("; that is the version that hybridnet is made for. Azure says: ");
    assertThat(arm.service.lines()).containsExactly("GET " + GATEWAY);
  }

  private void refused(int status, String code) {
    arm.service.on(
        "GET " + GATEWAY,
        status,
        "{\"error\":{\"code\":\"" + code + "\",\"message\":\"supported are others\"}}");
  }

  /** A region lags behind while the provider lists the versions of all regions. */
  @Test
  void aRegionIsAskedForTheNewestVersionThatItsRefusalNames() {
    ArmHttpClient asMade = new ArmHttpClient(arm.pipeline(), FakeArm.ENDPOINT, arm.errors);
    Answer refusal =
        Answer.of(
            400,
            "{\"error\":{\"code\":\"NoRegisteredProviderFound\",\"message\":\"No registered"
                + " resource provider found for location 'x' and API version '2025-03-01' for type"
                + " 'virtualNetworkGateways'. The supported api-versions are '2019-02-01,"
                + " 2024-03-01, 2024-05-01-preview, 2026-01-01'.\"}}");
    arm.service.on("PUT " + GATEWAY, refusal, Answer.of(200, "{}"), Answer.of(200, "{}"));
    asMade.put(GATEWAY, ApiVersion.NETWORK, "{\"a\":1}", null).close();
    asMade.put(GATEWAY, ApiVersion.NETWORK, "{\"a\":1}", null).close();
    assertThat(arm.service.sent())
        .extracting(sent -> sent.query() + " " + sent.body())
        .containsExactly(
            "api-version=2025-03-01 {\"a\":1}",
            "api-version=2024-03-01 {\"a\":1}",
            "api-version=2024-03-01 {\"a\":1}");
  }
}
