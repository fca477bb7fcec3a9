package io.github.hybridnet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.settings.LoopbackSession;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an answer points to, nothing is sent to a host that the user did not name. The other
 * host has a certificate that is trusted, and would answer.
 */
class ForeignHostTest extends LoopbackSession {
  private static final ResourceKey GROUP =
      new ResourceKey(LoopbackArm.SUBSCRIPTION, "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final String RESOURCES = GROUP.id() + "/resources";
  private static final String TOKENS = "/" + LoopbackArm.TENANT + "/oauth2/v2.0/token";
  private static final String SECRET = "/secrets/vpn-key/";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private LoopbackArm stranger;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    stranger = new LoopbackArm(certificate.server()).on("/there", "{\"value\":[]}");
  }

  @AfterEach
  void stop() {
    assertThat(stranger.requests()).isEmpty();
    stranger.close();
  }

  @Test
  void pagesAreFollowedWithTheTokenAtTheSameHost() {
    arm.on("/there", "{\"value\":[]}").on(RESOURCES, page(arm));
    try (AzureSession session = open()) {
      // The next list is not there.
      assertThatThrownBy(() -> session.cloud().membersOf(GROUP)).hasMessageContaining("404");
    }
    int page = arm.requests().indexOf("GET /there");
    assertThat(arm.headers().get(page).get("Authorization")).containsExactly("Bearer a-token");
  }

  @Test
  void pagesAreNotFollowedToAnotherHost() {
    arm.on(RESOURCES, page(stranger));
    try (AzureSession session = open()) {
      assertForeign(() -> session.cloud().membersOf(GROUP));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Azure-AsyncOperation", "Location"})
  void operationsOnAnotherHostAreFollowedByTheirResource(String header)
      throws InterruptedException {
    arm.on("DELETE " + GROUP.id(), 202, Map.of(header, there()), "")
        .on(
            "GET " + GROUP.id(),
            404,
            Map.of(),
            "{\"error\":{\"code\":\"ResourceGroupNotFound\",\"message\":\"It is gone.\"}}");
    try (AzureSession session = open()) {
      session.cloud().delete(GROUP, CallOptions.within(LIMIT));
    }
    assertThat(arm.requests()).containsSubsequence("DELETE " + GROUP.id(), "GET " + GROUP.id());
  }

  @Test
  void operationsOfAJournalAreNotFollowedToAnotherHost() throws InterruptedException {
    arm.on(
        GROUP.id(),
        "{\"id\":\""
            + GROUP.id()
            + "\",\"location\":\"westus\",\"properties\":{\"provisioningState\":\"Succeeded\"}}");
    try (AzureSession session = open()) {
      session.cloud().await(GROUP, new AsyncOperation(there(), there(), null), LIMIT);
    }
    assertThat(arm.requests()).contains("GET " + GROUP.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreNotFollowed(int status) {
    try (AzureSession session = open()) {
      redirect(GROUP.id(), status);
      assertThatThrownBy(() -> session.cloud().read(GROUP))
          .hasMessageContaining(Integer.toString(status));
      assertThatThrownBy(() -> session.cloud().delete(GROUP, CallOptions.within(LIMIT)))
          .hasMessageContaining(Integer.toString(status));
    }
    redirect(TOKENS, status);
    assertThatThrownBy(this::open).isInstanceOf(UserException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307})
  void secretsAreNotAskedForElsewhere(int status) {
    redirect(SECRET, status);
    try (AzureSession session = open()) {
      assertThatThrownBy(() -> session.resolve(secret())).hasMessageStartingWith("HN3040");
    }
    assertThat(arm.requests()).contains("GET " + SECRET);
  }

  @Test
  void aVaultDoesNotChooseWhereToSignIn() {
    arm.on(SECRET, "{\"value\":\"of-the-vault\",\"id\":\"" + arm.endpoint() + SECRET + "1\"}");
    arm.signInForSecretsAt(stranger.endpoint());
    try (AzureSession session = open()) {
      assertThat(session.resolve(secret()).reveal()).isEqualTo("of-the-vault");
    }
  }

  private static void assertForeign(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("ForeignEndpoint"));
  }

  private static String page(LoopbackArm next) {
    return "{\"value\":[{\"id\":\"/a\"}],\"nextLink\":\"" + next.endpoint() + "/there\"}";
  }

  private String there() {
    return stranger.endpoint() + "/there";
  }

  private void redirect(String path, int status) {
    arm.on(path, status, Map.of("Location", there()), "{}");
  }
}
