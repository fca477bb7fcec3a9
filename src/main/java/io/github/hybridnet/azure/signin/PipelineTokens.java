package io.github.hybridnet.azure.signin;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.http.WebPage;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.model.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks the service that runs a pipeline for a token of the job: GitHub Actions or Azure Pipelines.
 * It gives another one as long as the job runs.
 */
final class PipelineTokens implements FederatedToken.Origin {
  private static final int OK = 200;

  private final HttpPipeline pipeline;
  private final ServiceErrors errors;
  private final Question question;

  /**
   * What is asked.
   *
   * @param service as shown to users
   * @param method how
   * @param address where
   * @param member the member of the answer that has the token
   * @param permit what lets the job ask
   */
  record Question(String service, HttpMethod method, URI address, String member, Permit permit) {}

  /**
   * What lets the job ask.
   *
   * @param token the job's own token
   * @param variable the variable that it is in
   */
  record Permit(Secret token, String variable) {}

  /**
   * Asks.
   *
   * @param pipeline reaches this service only
   */
  PipelineTokens(HttpPipeline pipeline, ServiceErrors errors, Question question) {
    this.pipeline = pipeline;
    this.errors = errors;
    this.question = question;
  }

  @Override
  public String token() {
    HttpRequest request = new HttpRequest(question.method(), question.address().toString());
    request.setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + question.permit().token().reveal());
    request.setHeader(HttpHeaderName.ACCEPT, "application/json");
    if (question.method() == HttpMethod.POST) {
      // Without it Azure Pipelines answers a token that it does not accept with its sign-in page.
      request.setHeader(HttpHeaderName.fromString("X-TFS-FedAuthRedirect"), "Suppress");
      request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
    }
    try (HttpResponse response = answer(request)) {
      String body = response.getBodyAsBinaryData().toString();
      return Optional.of(body)
          .filter(text -> response.getStatusCode() == OK)
          .flatMap(JsonTree::read)
          .flatMap(answer -> JsonTree.text(answer, question.member()))
          .orElseThrow(() -> FederationProblems.notGiven(question, said(response)));
    }
  }

  private HttpResponse answer(HttpRequest request) {
    try {
      return pipeline.sendSync(request, Context.NONE);
    } catch (RuntimeException thrown) {
      CloudException failure = errors.of(thrown);
      throw failure.kind() == CloudException.Kind.UNREACHABLE
          ? SignInFailures.unreachable(failure, origin())
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
        question.address().getScheme() + "://" + question.address().getRawAuthority());
  }

  @Override
  public SignInTerm term(Instant endOfToken, Optional<JwtClaims> last) {
    Permit permit = question.permit();
    return JwtClaims.of(permit.token().reveal())
        .flatMap(JwtClaims::expiry)
        .map(
            end ->
                SignInTerm.endsAt(
                    FederatedToken.later(endOfToken, Optional.of(end)),
                    question.service()
                        + " gives this job tokens until "
                        + permit.variable()
                        + " ends"))
        .orElseGet(
            () ->
                SignInTerm.renewable(question.service() + " gives the job a new token each time"));
  }

  @Override
  public String name() {
    return "the answer of " + question.service();
  }
}
