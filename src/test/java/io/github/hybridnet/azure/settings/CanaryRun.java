package io.github.hybridnet.azure.settings;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.signin.CloudAuthenticator;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;

/** Handles secrets in each way there is, in a JVM that logs everything. */
public final class CanaryRun {
  private static final Logger REPORT = Logger.getLogger(CanaryRun.class.getName());
  private static final String TOKEN_PATH = "POST /tenant/oauth2/v2.0/token";
  private static final ResourceKey KEY =
      new ResourceKey("s", "rg", ResourceType.CONNECTION, "vpn-cn");

  private CanaryRun() {}

  public static void main(String[] arguments) throws InterruptedException {
    refusedSignIn();
    signIn();
    keys();
    REPORT.info("canary run finished");
  }

  private static void refusedSignIn() {
    FakeArm arm = new FakeArm();
    arm.service.on(
        TOKEN_PATH,
        401,
        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid secret"
            + " canary-secret.\"}");
    try {
      authenticate(arm);
    } catch (UserException e) {
      REPORT.log(java.util.logging.Level.INFO, "expected", e);
    }
  }

  private static void signIn() {
    FakeArm arm = new FakeArm();
    arm.service
        .on(
            TOKEN_PATH,
            200,
            "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"canary-token\"}")
        .on(
            "GET /subscriptions",
            200,
            "{\"value\":[{\"subscriptionId\":\"s\",\"displayName\":\"d\",\"state\":\"Enabled\"}]}");
    authenticate(arm);
  }

  private static void authenticate(FakeArm arm) {
    ExecutorService executor = Executors.newCachedThreadPool();
    try {
      CloudSettings settings =
          new CloudSettings(CloudTarget.KnownCloud.AZURE, "test", null, null, null);
      SignInMethod principal =
          new SignInMethod.ServicePrincipal(
              "client", Secret.of("canary-secret", Secret.Source.PROPERTY), "tenant", "test");
      REPORT.info(settings + " " + principal);
      REPORT.info(
          String.valueOf(
              new CloudAuthenticator(arm.pipelines(), executor, arm.errors)
                  .signIn(settings, principal)
                  .description()));
    } finally {
      executor.shutdownNow();
    }
  }

  private static void keys() throws InterruptedException {
    FakeArm arm = new FakeArm();
    arm.service
        .on(
            "GET " + KEY.id(),
            200,
            "{\"name\":\"vpn-cn\",\"properties\":{\"provisioningState\":\"Succeeded\","
                + "\"connectionType\":\"IPsec\",\"sharedKey\":\"canary-standing\"}}")
        .on("PUT " + KEY.id() + "/sharedkey", 200, "null")
        .on(
            "PUT " + KEY.id(),
            Answer.of(
                400, "{\"error\":{\"code\":\"Bad\",\"message\":\"canary-standing, canary-new\"}}"));
    ActualResource actual = arm.cloud().read(KEY).orElseThrow();
    REPORT.info(actual.toString());
    Secret key = Secret.of("canary-new", Secret.Source.FILE);
    apply(arm, actual, Map.of("sharedKey", key));
    try {
      apply(arm, actual, Map.of("sharedKey", key, "routingWeight", 5));
    } catch (CloudException e) {
      REPORT.log(java.util.logging.Level.INFO, "expected", e);
    }
  }

  private static void apply(FakeArm arm, ActualResource actual, Map<String, Object> properties)
      throws InterruptedException {
    Map<String, Object> body = Map.of("properties", properties);
    DeclaredResource desired = new DeclaredResource(KEY, body, List.of(), WriteRules.locking(KEY));
    ResourceChange resourceChange = new Planner().change(desired, actual);
    REPORT.info(resourceChange.toString());
    arm.cloud()
        .apply(
            resourceChange,
            BodyMerge.merge(actual.body(), body),
            CallOptions.within(Duration.ofMinutes(5)));
  }
}
