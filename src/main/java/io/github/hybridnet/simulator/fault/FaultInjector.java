package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.error.TokenRefusals;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.identity.TokenEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies the fault rules to requests, between the token check and the handlers. */
public final class FaultInjector {
  private static final int BAD_REQUEST = 400;

  private final FaultRuleBook book;
  private final SimulationEngine simulationEngine;
  private final SimulatedClock clock;
  private final TokenServices tokenServices;
  private final PrincipalReader principalReader;

  /**
   * What faults about signing in need.
   *
   * @param signIn the token endpoints
   * @param refusals of tokens
   */
  public record TokenServices(TokenEndpoint signIn, TokenRefusals refusals) {}

  /** Applies the rules of this book to requests. */
  public FaultInjector(
      FaultRuleBook book,
      SimulationEngine simulationEngine,
      SimulatedClock clock,
      TokenServices tokenServices,
      String principal) {
    this.book = book;
    this.simulationEngine = simulationEngine;
    this.clock = clock;
    this.tokenServices = tokenServices;
    this.principalReader = new PrincipalReader(principal);
  }

  /** Answers a request, by the handler unless a rule wants something else. */
  public ServerResponse around(ServerRequest serverRequest, RequestHandler next) {
    if (book.isEmpty()) {
      return next.handle(serverRequest);
    }
    FaultCall call = FaultCall.of(serverRequest, simulationEngine::addressed);
    List<String> causes = new ArrayList<>();
    try {
      ServerResponse serverResponse =
          lasting(serverRequest, call, next, causes)
              .orElseGet(() -> answer(serverRequest, call, next, causes));
      if (call.kind() == FaultCall.Kind.TOKEN) {
        serverResponse.body().ifPresent(body -> book.issued(body.path("access_token").asText()));
      }
      return serverResponse.because(causes);
    } catch (FaultDelays.ServerStoppingException e) {
      return ServerResponse.empty(0).delivered(ServerResponse.Delivery.NONE).because(causes);
    }
  }

  private ServerResponse answer(
      ServerRequest serverRequest, FaultCall call, RequestHandler next, List<String> causes) {
    FaultRuleBook.FaultDecision early =
        book.choose(call, rule -> rule.early(call), principalReader.counted(serverRequest, call));
    causes.addAll(early.ids());
    FaultDelays.all(early.delays(), clock);
    FaultContext before = situation(serverRequest, call, next, null);
    ServerResponse serverResponse =
        early.chosen() == null ? next.handle(serverRequest) : early.answer(before);
    if (early.throttled() != null) {
      early.throttled().headers().forEach(serverResponse::with);
    }
    boolean carriedOut =
        serverResponse.status() < BAD_REQUEST || call.kind() == FaultCall.Kind.POLL;
    return early.chosen() == null && carriedOut
        ? afterwards(situation(serverRequest, call, next, serverResponse), causes)
        : serverResponse;
  }

  private ServerResponse afterwards(FaultContext faultContext, List<String> causes) {
    FaultCall call = faultContext.call();
    FaultRuleBook.FaultDecision late = book.choose(call, rule -> rule.late(call), null);
    causes.addAll(late.ids());
    FaultDelays.all(late.delays(), clock);
    return late.chosen() == null ? faultContext.given() : late.answer(faultContext);
  }

  /** The answer if an earlier fault still has its effect. */
  private Optional<ServerResponse> lasting(
      ServerRequest serverRequest, FaultCall call, RequestHandler next, List<String> causes) {
    FaultContext faultContext = situation(serverRequest, call, next, null);
    RunningOperation operation = call.operation();
    if (call.kind() == FaultCall.Kind.POLL && operation != null) {
      Optional<String> rule = book.lost(operation);
      if (rule.isPresent()) {
        causes.add(rule.get());
        return Optional.of(new AnswerEffects.LostOperation().answer(faultContext));
      }
    }
    boolean needsToken = call.kind() == FaultCall.Kind.SECRET || !call.kind().special();
    Optional<String> rule =
        needsToken ? serverRequest.bearer().flatMap(book::expired) : Optional.empty();
    rule.ifPresent(causes::add);
    return rule.map(id -> new AnswerEffects.TokenExpiry().answer(faultContext));
  }

  private FaultContext situation(
      ServerRequest serverRequest,
      FaultCall call,
      RequestHandler next,
      @Nullable ServerResponse answer) {
    FaultContext.AnswerSources answerSources =
        new FaultContext.AnswerSources(next, tokenServices.signIn(), tokenServices.refusals());
    return new FaultContext(serverRequest, call, answerSources, answer, clock.wallNow());
  }
}
