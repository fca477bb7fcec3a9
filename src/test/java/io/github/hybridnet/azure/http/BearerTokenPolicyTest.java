package io.github.hybridnet.azure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.FakeService.Sent;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BearerTokenPolicyTest {
  private static final String REFUSED = "{\"error\":{\"code\":\"ExpiredAuthenticationToken\"}}";

  /** {@code {"access_token":{"nbf":{"essential":true}}}}. */
  private static final String CLAIMS =
      "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==";

  private final FakeArm arm = new FakeArm();
  private final Source tokens = new Source();

  /** Gives numbered tokens. */
  private static final class Source implements TokenSource {
    private final List<String> accepted = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();
    private int number = 1;
    private boolean exhausted;

    @Override
    public AccessToken token(TokenRequestContext request) {
      assertThat(request.getScopes()).containsExactly("scope");
      return new AccessToken("t" + number, OffsetDateTime.parse("2099-01-01T00:00:00Z"));
    }

    @Override
    public Optional<AccessToken> renewed(TokenRequestContext request, String refused) {
      assertThat(refused).isEqualTo("t" + number);
      if (exhausted) {
        return Optional.empty();
      }
      claims.add(Objects.toString(request.getClaims(), "none"));
      number++;
      return Optional.of(token(request));
    }

    @Override
    public void accepted(String token) {
      accepted.add(token);
    }
  }

  private HttpResponse send(HttpMethod method, String body) {
    HttpPipeline pipeline = arm.pipelines().authenticated(FakeArm.ENDPOINT, tokens, "scope");
    HttpRequest request = new HttpRequest(method, FakeArm.ENDPOINT + "/x");
    return pipeline.sendSync(body.isEmpty() ? request : request.setBody(body), Context.NONE);
  }

  private List<String> sentTokens() {
    return arm.service.sent().stream().map(sent -> sent.header("Authorization")).toList();
  }

  @Test
  void tokenIsAttached() {
    arm.service.on("GET /x", 200, "{}");
    assertThat(send(HttpMethod.GET, "").getStatusCode()).isEqualTo(200);
    assertThat(sentTokens()).containsExactly("Bearer t1");
    assertThat(tokens.accepted).containsExactly("t1");
  }

  @Test
  void refusedTokenIsReplacedAndTheRequestSentOnceMoreWithItsBody() {
    arm.service.on("PUT /x", Answer.of(401, REFUSED), Answer.of(201, "{}"));
    assertThat(send(HttpMethod.PUT, "{\"a\":1}").getStatusCode()).isEqualTo(201);
    assertThat(sentTokens()).containsExactly("Bearer t1", "Bearer t2");
    assertThat(arm.service.sent().stream().map(Sent::body)).containsOnly("{\"a\":1}");
    assertThat(tokens.accepted).containsExactly("t2");
    assertThat(tokens.claims).containsExactly("none");
  }

  @Test
  void asynchronousRequestsToo() {
    arm.service.on("GET /x", Answer.of(401, REFUSED), Answer.of(200, "{}"));
    HttpPipeline pipeline = arm.pipelines().authenticated(FakeArm.ENDPOINT, tokens, "scope");
    HttpRequest request = new HttpRequest(HttpMethod.GET, FakeArm.ENDPOINT + "/x");
    assertThat(pipeline.send(request).block().getStatusCode()).isEqualTo(200);
    assertThat(sentTokens()).containsExactly("Bearer t1", "Bearer t2");
  }

  @Test
  void tokenThatIsRefusedTwiceIsAnError() {
    arm.service.on("DELETE /x", 401, REFUSED);
    HttpResponse response = send(HttpMethod.DELETE, "");
    assertThat(response.getStatusCode()).isEqualTo(401);
    assertThat(response.getBodyAsBinaryData().toString()).isEqualTo(REFUSED);
    assertThat(sentTokens()).containsExactly("Bearer t1", "Bearer t2");
    assertThat(tokens.accepted).isEmpty();
  }

  @Test
  void requestWithoutAnotherTokenIsNotSentAgain() {
    tokens.exhausted = true;
    arm.service.on("GET /x", 401, REFUSED);
    HttpResponse response = send(HttpMethod.GET, "");
    assertThat(response.getBodyAsBinaryData().toString()).isEqualTo(REFUSED);
    assertThat(sentTokens()).containsExactly("Bearer t1");
  }

  @Test
  void claimsThatTheServiceAsksForAreAskedFor() {
    arm.service.on(
        "GET /x",
        Answer.of(401, "{}")
            .with(
                "WWW-Authenticate",
                "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + CLAIMS + "\""),
        Answer.of(401, "{}").with("WWW-Authenticate", "Bearer claims=\"%%\""));
    send(HttpMethod.GET, "");
    assertThat(tokens.claims).containsExactly("{\"access_token\":{\"nbf\":{\"essential\":true}}}");
    send(HttpMethod.GET, "");
    assertThat(tokens.claims).last().isEqualTo("none");
  }

  @Test
  void refusalForAnotherReasonRenewsNothing() {
    arm.service.on("POST /x", 403, "{}");
    send(HttpMethod.POST, "");
    assertThat(sentTokens()).containsExactly("Bearer t1");
    assertThat(tokens.accepted).containsExactly("t1");
  }

  @Test
  void answerOfABrokenGatewayProvesNothing() {
    arm.service.on("POST /x", 503, "{}");
    send(HttpMethod.POST, "");
    assertThat(tokens.accepted).isEmpty();
  }

  @Test
  void tokenIsNotSentInTheClear() {
    HttpPipeline pipeline =
        arm.pipelines().authenticated(URI.create("http://localhost"), tokens, "scope");
    HttpRequest request = new HttpRequest(HttpMethod.GET, "http://localhost/x");
    assertThatThrownBy(() -> pipeline.sendSync(request, Context.NONE))
        .hasMessage("A token is sent over HTTPS only.");
    assertThat(arm.service.sent()).isEmpty();
  }
}
