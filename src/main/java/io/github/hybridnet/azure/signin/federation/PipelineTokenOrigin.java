package io.github.hybridnet.azure.signin.federation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.WebPage;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.signin.cloud.EndpointProblems;
import io.github.hybridnet.azure.signin.token.JwtClaims;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks the service that runs a pipeline for a token of the job: GitHub Actions or Azure Pipelines.
 * It gives another one as long as the job runs.
 */
public final class PipelineTokenOrigin implements FederatedToken.TokenOrigin {
  private static final int OK = 200;

  private final HttpPipeline pipeline;
  private final CloudErrorTranslator errors;
  private final TokenRequest tokenRequest;

  /**
   * The request for a token.
   *
   * @param service as shown to users
   * @param method how
   * @param address where
   * @param member the member of the answer that has the token
   * @param jobToken the job's own token
   */
  record TokenRequest(
      String service, HttpMethod method, URI address, String member, JobToken jobToken) {}

  /**
   * The job's own token, which authorizes the request.
   *
   * @param token the job's own token
   * @param variable the variable that it is in
   */
  public record JobToken(Secret token, String variable) {}

  /**
   * Creates the source of tokens.
   *
   * @param pipeline reaches this service only
   */
  PipelineTokenOrigin(
      HttpPipeline pipeline, CloudErrorTranslator errors, TokenRequest tokenRequest) {
    this.pipeline = pipeline;
    this.errors = errors;
    this.tokenRequest = tokenRequest;
  }

  @Override
  public String token() {
    HttpRequest request = new HttpRequest(tokenRequest.method(), tokenRequest.address().toString());
    request.setHeader(
        HttpHeaderName.AUTHORIZATION, "Bearer " + tokenRequest.jobToken().token().reveal());
    request.setHeader(HttpHeaderName.ACCEPT, "application/json");
    if (tokenRequest.method() == HttpMethod.POST) {
      // Without it Azure Pipelines answers a token that it does not accept with its sign-in page.
      request.setHeader(HttpHeaderName.fromString("X-TFS-FedAuthRedirect"), "Suppress");
      request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
    }
    try (HttpResponse response = answer(request)) {
      String body = response.getBodyAsBinaryData().toString();
      return Optional.of(body)
          .filter(text -> response.getStatusCode() == OK)
          .flatMap(JsonTree::read)
          .flatMap(answer -> JsonTree.text(answer, tokenRequest.member()))
          .orElseThrow(() -> FederationProblems.notGiven(tokenRequest, said(response)));
    }
  }

  private HttpResponse answer(HttpRequest request) {
    try {
      return pipeline.sendSync(request, Context.NONE);
    } catch (RuntimeException thrown) {
      CloudException failure = errors.of(thrown);
      throw failure.kind() == CloudException.Kind.UNREACHABLE
          ? EndpointProblems.of(failure, origin())
          : failure;
    }
  }

  /** A page may repeat what it was sent. */
  private String said(HttpResponse response) {
    String page = WebPage.of(response).map(found -> ", " + found.shown()).orElse("");
    return "HTTP " + response.getStatusCode() + errors.scrubber().clean(page);
  }

  private URI origin() {
    return URI.create(
        tokenRequest.address().getScheme() + "://" + tokenRequest.address().getRawAuthority());
  }

  @Override
  public SignInLifetime term(Instant endOfToken, Optional<JwtClaims> last) {
    JobToken jobToken = tokenRequest.jobToken();
    return JwtClaims.of(jobToken.token().reveal())
        .flatMap(JwtClaims::expiry)
        .map(
            end ->
                SignInLifetime.endsAt(
                    FederatedToken.later(endOfToken, Optional.of(end)),
                    tokenRequest.service()
                        + " issues tokens to this job until "
                        + jobToken.variable()
                        + " ends"))
        .orElseGet(
            () ->
                SignInLifetime.renewable(
                    tokenRequest.service() + " issues a new token to the job each time"));
  }

  @Override
  public String name() {
    return "the answer of " + tokenRequest.service();
  }
}
