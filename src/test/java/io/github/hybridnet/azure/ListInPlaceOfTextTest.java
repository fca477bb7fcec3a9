package io.github.hybridnet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.hybridnet.azure.settings.LoopbackSession;
import io.github.hybridnet.text.UserException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers with a list where a text belongs, on the way to the first resource. The libraries would
 * read such an answer for ever.
 */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListInPlaceOfTextTest extends LoopbackSession {
  private static final String TOKENS = "/" + LoopbackArm.TENANT + "/oauth2/v2.0/token";
  private static final String SECRET = "/secrets/vpn-key/";

  @ParameterizedTest
  @ValueSource(strings = {"\"access_token\":[]", "\"access_token\":[[]]", "\"access_token\":{}"})
  void aTokenThatIsNone(String members) {
    arm.on(TOKENS, "{\"token_type\":\"Bearer\"," + members + "}");
    assertThatThrownBy(this::open)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("could not sign in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"scope\":[]", "\"client_info\":[]", "\"authorization_details\":[{}]"})
  void aTokenWithAListBesideIt(String member) {
    arm.on(
        TOKENS,
        "{\"token_type\":\"Bearer\"," + member + ",\"expires_in\":3599,\"access_token\":\"a\"}");
    try (AzureSession session = open()) {
      assertThat(session.subscriptionId()).isEqualTo(LoopbackArm.SUBSCRIPTION);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":[],\"nextLink\":[]}",
        "{\"value\":[{\"subscriptionId\":[]}]}",
        "{\"value\":[{\"subscriptionId\":\"s\",\"state\":[]}]}",
        "{\"value\":[{\"subscriptionId\":{}}]}"
      })
  void aSubscriptionThatIsNone(String list) {
    arm.on("/subscriptions", list);
    assertThatThrownBy(this::open)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("could not be understood");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"value\":[]}", "{\"value\":[[\"a\"]],\"id\":[]}", "{\"id\":[]}", "[]"})
  void aSecretThatIsNone(String body) {
    arm.on(SECRET, body);
    try (AzureSession session = open()) {
      assertThatThrownBy(() -> session.resolve(secret())).hasMessageStartingWith("HN3040");
    }
  }

  /** A parser's own text quotes the answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"attributes\":{\"exp\":\"x\"}",
        "\"attributes\":{\"enabled\":7}",
        "\"attributes\":7",
        "\"managed\":\"x\"",
        "\"tags\":7",
        "\"id\":7"
      })
  void aSecretWithAStrangeMemberIsNotQuoted(String member) {
    arm.on(SECRET, "{\"value\":\"key-canary\"," + member + "}");
    try (AzureSession session = open()) {
      Throwable failure = catchThrowable(() -> session.resolve(secret()));
      for (Throwable t = failure; t != null; t = t.getCause()) {
        assertThat(t).hasMessageNotContaining("canary").hasMessageNotContaining("token");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"error\":[]}", "{\"error\":{\"code\":[],\"message\":[]}}"})
  void aRefusalOfAVaultThatIsNone(String body) {
    arm.on(SECRET, 403, Map.of(), body);
    try (AzureSession session = open()) {
      assertThatThrownBy(() -> session.resolve(secret())).hasMessageStartingWith("HN3040");
    }
  }
}
