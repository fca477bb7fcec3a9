package io.github.hybridnet.simulator;

import static io.github.hybridnet.simulator.FaultRig.GROUP;
import static io.github.hybridnet.simulator.FaultRig.V;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are refused, sign-in that fails, and limits on requests. */
class FaultAccessTest {
  @TempDir Path directory;
  private FaultRig rig;

  @BeforeEach
  void start() {
    rig = new FaultRig(SimulatorFixture.prepared(directory));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private ArmClient.Answer signIn() {
    SimulatorCredentials credentials = rig.simulator.access().credentials();
    String form =
        "grant_type=client_credentials&client_id="
            + credentials.clientId()
            + "&client_secret="
            + URLEncoder.encode(credentials.clientSecret(), StandardCharsets.UTF_8);
    return rig.client.bearer("").post("/" + credentials.tenantId() + "/oauth2/v2.0/token", form);
  }

  private String token() {
    return signIn().json().path("access_token").asText();
  }

  @Test
  void tokenIsRejectedWithItsChallenge() {
    rig.fault(
        """
        {'rules': [
          {'calls': {'times': 1}, 'effect': {'rejectToken': {}}},
          {'calls': {'times': 1},
           'effect': {'rejectToken': {'code': 'ExpiredAuthenticationToken'}}}]}
        """);
    String endpoint = rig.simulator.access().endpoint().toString();
    String tenant = rig.simulator.access().credentials().tenantId();
    ArmClient.Answer invalid = rig.client.get(GROUP + V);
    assertThat(invalid.status()).isEqualTo(401);
    assertThat(invalid.code()).isEqualTo("InvalidAuthenticationToken");
    assertThat(invalid.header("WWW-Authenticate"))
        .contains(
            "Bearer authorization_uri=\"%s/%s\", error=\"invalid_token\","
                    .formatted(endpoint, tenant)
                + " error_description=\"The access token is invalid.\"");
    ArmClient.Answer expired = rig.client.get(GROUP + V);
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.code()).isEqualTo("ExpiredAuthenticationToken");
    assertThat(expired.message())
        .isEqualTo(
            "The access token expiry UTC time '1/2/2026 3:04:04 AM' is earlier than current UTC"
                + " time '1/2/2026 3:04:05 AM'.");
    assertThat(rig.client.get(GROUP + V).status()).isEqualTo(200);
  }

  @Test
  void vaultAnswersARejectedTokenWithItsOwnChallenge() {
    rig.client.put("/secrets/s" + V, "{\"value\":\"x\"}");
    rig.fault("{'match': {'operation': 'secret'}, 'effect': {'rejectToken': {}}}");
    ArmClient.Answer refused = rig.client.get("/secrets/s" + V);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate").orElseThrow()).contains("resource=");
    assertThat(rig.client.get(GROUP + V).status()).isEqualTo(200);
  }

  @Test
  void allTokensExpireAndNewOnesAreGood() {
    ArmClient before = rig.client.bearer(token());
    assertThat(before.get(GROUP + V).status()).isEqualTo(200);
    rig.fault("{'id': 'e', 'match': {'operation': 'PUT'}, 'effect': {'expireTokens': {}}}");
    assertThat(before.get(GROUP + V).status()).isEqualTo(200);
    assertThat(before.put(FaultRig.thing("t"), "{\"location\":\"westus2\"}").code())
        .isEqualTo("ExpiredAuthenticationToken");
    assertThat(before.get(GROUP + V).code()).isEqualTo("ExpiredAuthenticationToken");
    assertThat(rig.client.get("/secrets/s" + V).status()).isEqualTo(401);
    // Tokens of the same second are the same.
    rig.wall.pass(Duration.ofSeconds(1));
    ArmClient after = rig.client.bearer(token());
    assertThat(after.get(GROUP + V).status()).isEqualTo(200);
    assertThat(after.put(FaultRig.thing("t"), "{\"location\":\"westus2\"}").status())
        .isEqualTo(201);
    assertThat(before.get(GROUP + V).status()).isEqualTo(401);
    assertThat(rig.counts("e")).isEqualTo("2/1");
    rig.client.admin().delete("/_simulator/faults/e");
    assertThat(before.get(GROUP + V).status()).isEqualTo(200);
  }

  @Test
  void signInIsRefused() {
    rig.fault(
        """
        {'rules': [
          {'calls': {'times': 1}, 'effect': {'refuseSignIn': {}}},
          {'calls': {'times': 1}, 'effect': {'refuseSignIn': {'error': 'invalid_client'}}},
          {'calls': {'times': 1}, 'effect': {'refuseSignIn': {'error': 'unauthorized_client'}}}]}
        """);
    ArmClient.Answer unavailable = signIn();
    assertThat(unavailable.status()).isEqualTo(503);
    assertThat(unavailable.json().path("error").asText()).isEqualTo("temporarily_unavailable");
    assertThat(unavailable.json().path("error_codes").get(0).asInt()).isEqualTo(90033);
    ArmClient.Answer invalid = signIn();
    assertThat(invalid.status()).isEqualTo(401);
    assertThat(invalid.json().path("error").asText()).isEqualTo("invalid_client");
    assertThat(signIn().json().path("error").asText()).isEqualTo("unauthorized_client");
    assertThat(signIn().status()).isEqualTo(200);
    assertThat(rig.client.get(GROUP + V).status()).isEqualTo(200);
  }

  @Test
  void otherFaultsHitSignInOnlyIfTheySaySo() {
    rig.fault("{'effect': {'status': {'status': 500}}}");
    assertThat(signIn().status()).isEqualTo(200);
    rig.fault("{'match': {'operation': 'token'}, 'effect': {'reset': {}}}");
    String path = "/" + rig.simulator.access().credentials().tenantId() + "/oauth2/v2.0/token";
    RawClient.Received received = RawClient.send(rig.simulator.access(), "POST", path, "");
    assertThat(received.closed()).isTrue();
    assertThat(received.text()).isEmpty();
  }

  @Test
  void throttlingRefusesWhatIsTooMuchUntilTimeHasPassed() {
    rig.fault("{'id': 't', 'effect': {'throttle': {'writes': {'size': 3, 'perSecond': 0.5}}}}");
    ArmClient.Answer first = rig.put("a");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("x-ms-ratelimit-remaining-subscription-writes")).contains("2");
    assertThat(first.header("x-ms-ratelimit-remaining-subscription-global-writes")).contains("44");
    rig.put("b");
    rig.put("c");
    ArmClient.Answer refused = rig.put("d");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("SubscriptionRequestsThrottled");
    assertThat(refused.message()).contains(rig.simulator.access().credentials().clientId());
    assertThat(refused.header("Retry-After")).contains("2");
    assertThat(refused.header("x-ms-ratelimit-remaining-subscription-writes")).contains("0");
    assertThat(rig.client.get(FaultRig.thing("d")).status()).isEqualTo(404);
    rig.wall.pass(Duration.ofSeconds(2));
    assertThat(rig.put("d").status()).isEqualTo(201);
    assertThat(rig.put("e").status()).isEqualTo(429);
    assertThat(rig.counts("t")).isEqualTo("7/2");
    assertThat(rig.events("faultFired")).hasSize(2);
  }

  @Test
  void throttlingOfOneTypeLeavesOthersAlone() {
    rig.fault(
        """
        {'match': {'type': 'Test.Things/things'},
         'effect': {'throttle': {'reads': {'size': 1, 'perSecond': 1}}}}
        """);
    rig.client.get(FaultRig.thing("a"));
    assertThat(rig.client.get(FaultRig.thing("a")).status()).isEqualTo(429);
    assertThat(rig.client.get(GROUP + V).status()).isEqualTo(200);
  }
}
