package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.engine.guard.PreflightRefusal;
import io.github.hybridnet.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Azure's own check before a deployment, and all that may be answered. */
class DeploymentValidationTest {
  private static final ResourceKey GROUP =
      new ResourceKey("s", "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final ResourceKey GATEWAY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey CONNECTION =
      new ResourceKey("s", "rg", ResourceType.CONNECTION, "cn");
  private static final String VALIDATE =
      "POST "
          + GROUP.id()
          + "/providers/Microsoft.Resources/deployments/hybridnet-preflight/validate";
  private static final String VALID = "{\"properties\":{\"provisioningState\":\"Succeeded\"}}";
  private static final String KEY = "canary-of-a-shared-key";

  private final FakeArm arm = new FakeArm();

  private Optional<PreflightRefusal> ask() throws InterruptedException {
    return ask(arm.cloud());
  }

  private static Optional<PreflightRefusal> ask(AzureCloudClient cloud)
      throws InterruptedException {
    return cloud
        .drills()
        .preflight(
            GROUP,
            List.of(
                new NewResource(
                    GATEWAY, Map.of("location", "westus2", "tags", Map.of("a", "[x]")), List.of()),
                new NewResource(
                    CONNECTION,
                    Map.of("properties", Map.of("sharedKey", Secret.of(KEY, Secret.Source.FILE))),
                    List.of(GATEWAY, GROUP))));
  }

  private Optional<PreflightRefusal> answered(int status, String body) throws InterruptedException {
    arm.service.on(VALIDATE, status, body);
    return ask();
  }

  private static String error(String code, String message) {
    return "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message);
  }

  @Test
  void whatIsWrittenIsAsked() throws InterruptedException {
    assertThat(answered(200, VALID)).isEmpty();
    assertThat(arm.service.sent().get(0).body())
        .contains("\"mode\":\"Incremental\"")
        .contains("\"type\":\"Microsoft.Network/virtualNetworkGateways\"")
        .contains("\"a\":\"[[x]\"")
        .contains("\"dependsOn\":[\"" + GATEWAY.id() + "\"]")
        .contains("\"sharedKey\":\"[parameters('secret0')]\"")
        .contains("\"secret0\":{\"type\":\"securestring\"}")
        .containsOnlyOnce(KEY);
  }

  @Test
  void aCloudThatLagsBehindIsAskedAboutItsOwnVersions() throws InterruptedException {
    String providers = "GET /subscriptions/s/providers/";
    arm.service
        .on(providers + "Microsoft.Resources", 403, error("AuthorizationFailed", "no"))
        .on(
            providers + "Microsoft.Network",
            200,
            "{\"namespace\":\"Microsoft.Network\",\"resourceTypes\":[{\"resourceType\":"
                + "\"connections\",\"apiVersions\":[\"2024-03-01\",\"2024-01-01\"]}]}")
        .on(VALIDATE, 400, error("NoRegisteredProviderFound", "Not in this region."));
    assertThat(ask(arm.laggingCloud()))
        .contains(new PreflightRefusal("NoRegisteredProviderFound", "Not in this region."));
    assertThat(arm.service.sent().get(arm.service.sent().size() - 1).body())
        .containsOnlyOnce("\"apiVersion\":\"2025-03-01\"")
        .containsOnlyOnce("\"apiVersion\":\"2024-03-01\"");
  }

  @Test
  void aRefusalNamesItsDetails() throws InterruptedException {
    assertThat(
            answered(
                400,
                "{\"error\":{\"code\":\"InvalidTemplateDeployment\",\"message\":\"No.\","
                    + "\"details\":[{\"code\":\"PublicIPCountLimitReached\",\"message\":\"Ten.\"}]}}"))
        .contains(
            new PreflightRefusal(
                "InvalidTemplateDeployment", "No. PublicIPCountLimitReached: Ten."));
  }

  @Test
  void aRefusalMayComeWithSuccess() throws InterruptedException {
    assertThat(answered(200, error("QuotaExceeded", "Ten."))).isPresent();
  }

  @Test
  void anAnswerMayComeLater() throws InterruptedException {
    arm.service.on(VALIDATE, Answer.of(202, "").with("Location", FakeArm.ENDPOINT + "/later"));
    arm.service.on("GET /later", Answer.of(202, ""), Answer.of(200, VALID));
    assertThat(ask()).isEmpty();
  }

  @Test
  void soMayARefusal() throws InterruptedException {
    arm.service.on(VALIDATE, Answer.of(202, "").with("Location", FakeArm.ENDPOINT + "/later"));
    arm.service.on("GET /later", 200, error("RequestDisallowedByPolicy", "No."));
    assertThat(ask()).isPresent();
  }

  @Test
  void aPolicyThatForbidsIsNoWantOfTheRightToAsk() throws InterruptedException {
    assertThat(answered(403, error("RequestDisallowedByPolicy", "No."))).isPresent();
    assertThat(answered(403, error("LinkedAuthorizationFailed", "No join."))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "403, AuthorizationFailed, UNAUTHORIZED",
    "401, ExpiredAuthenticationToken, UNAUTHORIZED",
    "400, InvalidTemplate, REFUSED",
    "409, DeploymentQuotaExceeded, REFUSED",
    "503, ServiceUnavailable, BUSY",
    "404, ResourceGroupNotFound, REFUSED"
  })
  void whatIsAboutTheQuestionIsNoAnswer(int status, String code, Kind kind) {
    String message = "may not do Microsoft.Resources/deployments/validate/action";
    Answer answer = Answer.of(status, error(code, message));
    arm.service.on(VALIDATE, answer, answer, answer, answer, answer);
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource({"200,{}", "200,[]", "200,<html>", "200,''", "400,<html>", "403,<html>"})
  void whatIsNotAzuresIsNoAnswer(int status, String body) {
    arm.service.on(VALIDATE, status, body);
    assertThatThrownBy(this::ask).isInstanceOf(CloudException.class);
  }
}
