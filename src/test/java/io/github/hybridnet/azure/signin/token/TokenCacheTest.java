package io.github.hybridnet.azure.signin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.hybridnet.azure.ManualTime;
import io.github.hybridnet.azure.http.SecretScrubber;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TokenCacheTest {
  private final ManualTime time = new ManualTime();
  private final SecretScrubber secretScrubber = new SecretScrubber();
  private final List<String> asked = new ArrayList<>();
  private boolean refusesClaims;
  private boolean signInFails;
  private Duration lifetime = Duration.ofHours(1);
  private Runnable meanwhile = () -> {};
  private String tokenText;
  private int credentials;
  private final TokenCache tokens =
      new TokenCache(
          this::credential,
          time,
          secretScrubber,
          failure -> new IllegalArgumentException("told: " + failure.getMessage()));

  /** Gives the same token again, as those of azure-identity do. */
  private TokenCredential credential() {
    String token = "token-" + ++credentials;
    return request -> Mono.fromCallable(() -> given(token, request));
  }

  private AccessToken given(String token, TokenRequestContext request) {
    asked.add(token + (request.getClaims() == null ? "" : " " + request.getClaims()));
    if (signInFails) {
      throw new IllegalStateException("AADSTS700024");
    }
    if (refusesClaims && request.getClaims() != null) {
      throw new IllegalStateException("no claims");
    }
    meanwhile.run();
    String text = tokenText == null ? token : tokenText;
    return new AccessToken(text, time.instant().plus(lifetime).atOffset(ZoneOffset.UTC));
  }

  private static TokenRequestContext request() {
    return new TokenRequestContext().addScopes("scope").setCaeEnabled(true);
  }

  private String token() {
    return tokens.token(request()).getToken();
  }

  private Optional<String> renewed(String refused) {
    return tokens.renewed(request(), refused).map(AccessToken::getToken);
  }

  private void pass(int seconds) throws InterruptedException {
    time.sleep(Duration.ofSeconds(seconds));
  }

  @Test
  void tokenServesUntilFiveMinutesBeforeItsEnd() throws InterruptedException {
    assertThat(token()).isEqualTo("token-1");
    pass(3299);
    token();
    assertThat(asked).hasSize(1);
    pass(1);
    token();
    assertThat(asked).hasSize(2);
  }

  @Test
  void refusedTokenIsReplacedByThatOfANewCredential() {
    token();
    assertThat(renewed("token-1")).contains("token-2");
    assertThat(token()).isEqualTo("token-2");
    assertThat(asked).containsExactly("token-1", "token-2");
    assertThat(secretScrubber.clean("it is token-2")).isEqualTo("it is ***");
  }

  @Test
  void tokenThatAnotherRequestHasFetchedMeanwhileIsTaken() {
    token();
    renewed("token-1");
    assertThat(renewed("token-1")).contains("token-2");
    assertThat(asked).hasSize(2);
  }

  @Test
  void newTokenThatIsRefusedTooIsNotReplacedAtOnce() throws InterruptedException {
    token();
    renewed("token-1");
    assertThat(renewed("token-2")).isEmpty();
    pass(29);
    assertThat(renewed("token-2")).isEmpty();
    assertThat(asked).hasSize(2);
    pass(1);
    assertThat(renewed("token-2")).contains("token-3");
  }

  @Test
  void newTokenThatServedIsReplacedAtOnce() {
    token();
    renewed("token-1");
    tokens.accepted("token-1");
    assertThat(renewed("token-2")).isEmpty();
    tokens.accepted("token-2");
    assertThat(renewed("token-2")).contains("token-3");
  }

  @Test
  void claimsAreHandedOn() {
    token();
    assertThat(tokens.renewed(request().setClaims("c"), "token-1")).isPresent();
    assertThat(asked).containsExactly("token-1", "token-2 c");
  }

  @Test
  void credentialThatRefusesClaimsIsAskedWithoutThem() {
    refusesClaims = true;
    token();
    assertThat(tokens.renewed(request().setClaims("c"), "token-1")).isPresent();
    assertThat(asked).containsExactly("token-1", "token-2 c", "token-2");
  }

  @Test
  void vaultsThatAskForClaimsGetANewToken() {
    token();
    tokens.getTokenSync(request().setClaims("c"));
    assertThat(asked).containsExactly("token-1", "token-1 c");
  }

  @Test
  void failureToSignInIsTold() {
    refusesClaims = true;
    assertThatThrownBy(() -> tokens.getTokenSync(request().setClaims("c")))
        .hasMessage("told: no claims");
    assertThatThrownBy(() -> tokens.first(request().setClaims("c"))).hasMessage("no claims");
  }

  @Test
  void forgottenTokensAreAskedForAgainAndTheOthersStay() {
    token();
    TokenRequestContext vault = new TokenRequestContext().addScopes("vault");
    assertThat(tokens.getTokenSync(vault).getToken()).isEqualTo("token-1");
    tokens.forgetAllBut("scope");
    assertThat(token()).isEqualTo("token-1");
    assertThat(tokens.getTokenSync(vault).getToken()).isEqualTo("token-2");
  }

  @Test
  void tokenThatIsStillGoodServesWhileItsRenewalFails() throws InterruptedException {
    token();
    signInFails = true;
    pass(3300);
    assertThat(token()).isEqualTo("token-1");
    assertThat(token()).isEqualTo("token-1");
    assertThat(asked).as("half a minute passes between two tries").hasSize(2);
    pass(30);
    assertThat(token()).isEqualTo("token-1");
    assertThat(asked).hasSize(3);
    pass(269);
    assertThat(token()).as("a second before its end").isEqualTo("token-1");
    pass(1);
    assertThatThrownBy(this::token)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("told: AADSTS700024");
    signInFails = false;
    assertThat(token()).isEqualTo("token-1");
    assertThat(asked).hasSize(6);
  }

  /** The Azure CLI and a machine's agent may give the token again that they have. */
  @Test
  void credentialThatGivesTheOldTokenAgainIsNotAskedAtEachRequest() throws InterruptedException {
    lifetime = Duration.ofSeconds(200);
    token();
    token();
    pass(29);
    token();
    assertThat(asked).hasSize(1);
    pass(1);
    token();
    assertThat(asked).hasSize(2);
  }

  @Test
  void tokenServesOthersWhileOneThreadRenewsIt() throws Exception {
    token();
    pass(3300);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    meanwhile =
        () -> {
          begun.countDown();
          await(end);
        };
    Thread renewing = new Thread(this::token);
    renewing.start();
    await(begun);
    assertThat(token()).isEqualTo("token-1");
    assertThat(asked).hasSize(2);
    end.countDown();
    renewing.join(60_000);
    assertThat(renewing.isAlive()).isFalse();
  }

  @Test
  void answerWithoutATokenIsAFailure() {
    tokenText = " ";
    assertThatThrownBy(this::token).hasMessage("told: the answer has no token");
  }

  @Test
  void endOfTheTokenIsKnown() {
    assertThat(tokens.end("scope")).isEmpty();
    token();
    assertThat(tokens.end("scope")).contains(time.instant().plusSeconds(3600));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
