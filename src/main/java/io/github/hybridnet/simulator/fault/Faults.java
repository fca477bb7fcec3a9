package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.Engine;
import io.github.hybridnet.simulator.arm.RunningOperation;
import io.github.hybridnet.simulator.arm.TokenRefusals;
import io.github.hybridnet.simulator.http.Handler;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.identity.SignIn;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stands between the door and whoever answers, and lets happen what the rules say. */
public final class Faults {
  private static final int BAD_REQUEST = 400;

  private final RuleBook book;
  private final Engine engine;
  private final SimulatedClock clock;
  private final Access access;
  private final Principals principals;

  /**
   * What faults about signing in need.
   *
   * @param signIn the token endpoints
   * @param refusals of tokens
   */
  public record Access(SignIn signIn, TokenRefusals refusals) {}

  /** Applies the rules of this book to requests. */
  public Faults(
      RuleBook book, Engine engine, SimulatedClock clock, Access access, String principal) {
    this.book = book;
    this.engine = engine;
    this.clock = clock;
    this.access = access;
    this.principals = new Principals(principal);
  }

  /** Answers a request, by the handler unless a rule wants something else. */
  public Response around(Request request, Handler next) {
    if (book.isEmpty()) {
      return next.handle(request);
    }
    FaultCall call = FaultCall.of(request, engine::addressed);
    List<String> causes = new ArrayList<>();
    try {
      Response response =
          lasting(request, call, next, causes).orElseGet(() -> answer(request, call, next, causes));
      if (call.kind() == FaultCall.Kind.TOKEN) {
        response.body().ifPresent(body -> book.issued(body.path("access_token").asText()));
      }
      return response.because(causes);
    } catch (Waiting.EndedException e) {
      return Response.empty(0).delivered(Response.Delivery.NONE).because(causes);
    }
  }

  private Response answer(Request request, FaultCall call, Handler next, List<String> causes) {
    RuleBook.Choice early =
        book.choose(call, rule -> rule.early(call), principals.counted(request, call));
    causes.addAll(early.ids());
    Waiting.all(early.delays(), clock);
    Situation before = situation(request, call, next, null);
    Response response = early.chosen() == null ? next.handle(request) : early.answer(before);
    if (early.throttled() != null) {
      early.throttled().headers().forEach(response::with);
    }
    boolean carriedOut = response.status() < BAD_REQUEST || call.kind() == FaultCall.Kind.POLL;
    return early.chosen() == null && carriedOut
        ? afterwards(situation(request, call, next, response), causes)
        : response;
  }

  private Response afterwards(Situation situation, List<String> causes) {
    FaultCall call = situation.call();
    RuleBook.Choice late = book.choose(call, rule -> rule.late(call), null);
    causes.addAll(late.ids());
    Waiting.all(late.delays(), clock);
    return late.chosen() == null ? situation.given() : late.answer(situation);
  }

  /** The answer if an earlier fault still has its effect. */
  private Optional<Response> lasting(
      Request request, FaultCall call, Handler next, List<String> causes) {
    Situation situation = situation(request, call, next, null);
    RunningOperation operation = call.operation();
    if (call.kind() == FaultCall.Kind.POLL && operation != null) {
      Optional<String> rule = book.lost(operation);
      if (rule.isPresent()) {
        causes.add(rule.get());
        return Optional.of(new AnswerEffects.LoseOperation().answer(situation));
      }
    }
    boolean needsToken = call.kind() == FaultCall.Kind.SECRET || !call.kind().special();
    Optional<String> rule = needsToken ? request.bearer().flatMap(book::expired) : Optional.empty();
    rule.ifPresent(causes::add);
    return rule.map(id -> new AnswerEffects.ExpireTokens().answer(situation));
  }

  private Situation situation(
      Request request, FaultCall call, Handler next, @Nullable Response answer) {
    Situation.Doors doors = new Situation.Doors(next, access.signIn(), access.refusals());
    return new Situation(request, call, doors, answer, clock.wallNow());
  }
}
