package io.github.hybridnet.azure;

import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.signin.Authentication;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;

/** Handles secrets in each way there is, in a JVM that logs everything. */
final class CanaryRun {
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
    } catch (HybridnetException e) {
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
      CloudSettings settings = new CloudSettings(CloudTarget.Known.AZURE, "test", null, null, null);
      SignIn principal =
          new SignIn.ServicePrincipal(
              "client", Secret.of("canary-secret", Secret.Source.PROPERTY), "tenant", "test");
      REPORT.info(settings + " " + principal);
      REPORT.info(
          String.valueOf(
              new Authentication(arm.pipelines(), executor, arm.errors)
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
    DesiredResource desired = new DesiredResource(KEY, body, List.of(), WriteRules.locking(KEY));
    Change change = new Planner().change(desired, actual);
    REPORT.info(change.toString());
    arm.cloud()
        .apply(change, Bodies.merge(actual.body(), body), Call.within(Duration.ofMinutes(5)));
  }
}
