package io.github.hybridnet.azure.http;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.CoreUtils;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Attaches a token to each request. One that the service refuses is replaced by another, and the
 * request is sent once more: a refused one has done nothing. The SDK's policy does so only when the
 * service asks for claims.
 */
final class BearerTokenPolicy implements HttpPipelinePolicy {
  private static final int REFUSED = 401;
  private static final int SERVER_ERROR = 500;

  private final TokenSource tokens;
  private final String scope;

  BearerTokenPolicy(TokenSource tokens, String scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return Mono.defer(
        () -> {
          HttpPipelineNextPolicy again = next.clone();
          String token = attached(context, tokens.token(request()));
          return next.process()
              .flatMap(
                  response ->
                      replaced(context, response, token).isPresent()
                          ? again.process()
                          : Mono.just(response));
        });
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    HttpPipelineNextSyncPolicy again = next.clone();
    String token = attached(context, tokens.token(request()));
    HttpResponse response = next.processSync();
    Optional<String> other = replaced(context, response, token);
    if (other.isEmpty()) {
      return response;
    }
    HttpResponse second = again.processSync();
    tell(second, other.get());
    return second;
  }

  /** The token that is attached now, if this one was refused and there is another. */
  private Optional<String> replaced(
      HttpPipelineCallContext context, HttpResponse response, String token) {
    tell(response, token);
    if (response.getStatusCode() != REFUSED) {
      return Optional.empty();
    }
    TokenRequestContext request = request();
    claims(response).ifPresent(request::setClaims);
    Optional<AccessToken> other = tokens.renewed(request, token);
    other.ifPresent(found -> response.close());
    return other.map(found -> attached(context, found));
  }

  /** An answer of the service shows that it took the token; one of a gateway before it may not. */
  private void tell(HttpResponse response, String token) {
    int status = response.getStatusCode();
    if (status != REFUSED && status < SERVER_ERROR) {
      tokens.accepted(token);
    }
  }

  private TokenRequestContext request() {
    return new TokenRequestContext().addScopes(scope).setCaeEnabled(true);
  }

  private static String attached(HttpPipelineCallContext context, AccessToken token) {
    HttpRequest request = context.getHttpRequest();
    if (!request.getUrl().getProtocol().equals("https")) {
      throw new IllegalStateException("A token is sent over HTTPS only.");
    }
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token.getToken());
    return token.getToken();
  }

  /** What a new token has to show, in Base64 as the service asks for it. */
  private static Optional<String> claims(HttpResponse response) {
    String challenge = response.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE);
    if (challenge == null) {
      return Optional.empty();
    }
    return CoreUtils.parseAuthenticateHeader(challenge).stream()
        .filter(each -> "Bearer".equalsIgnoreCase(each.getScheme()))
        .flatMap(each -> Stream.ofNullable(each.getParameters().get("claims")))
        .findFirst()
        .flatMap(BearerTokenPolicy::decoded);
  }

  private static Optional<String> decoded(String claims) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(claims), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
