package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.error.TokenRefusals;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.identity.TokenEndpoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to which something happens.
 *
 * @param request the request
 * @param call what it is
 * @param doors who else can answer
 * @param answer the answer without the fault; null if the request has not been carried out
 * @param now wall time
 */
record FaultContext(
    ServerRequest request,
    FaultCall call,
    AnswerSources doors,
    @Nullable ServerResponse answer,
    Instant now) {

  /**
   * Who else can answer.
   *
   * @param next carries requests out
   * @param signIn the token endpoints
   * @param refusals of tokens
   */
  record AnswerSources(RequestHandler next, TokenEndpoint signIn, TokenRefusals refusals) {}

  /** The answer of an effect that needs one. */
  ServerResponse given() {
    if (answer == null) {
      throw new IllegalStateException("no answer yet");
    }
    return answer;
  }

  /** The request as of a client that has not signed in; a vault answers that with its challenge. */
  ServerResponse anonymous() {
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.remove("authorization");
    return doors
        .next()
        .handle(
            new ServerRequest(
                request.method(), request.target(), request.base(), headers, request.body()));
  }
}
