package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.Errors;
import io.github.hybridnet.simulator.arm.RunningOperation;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.http.Response.Delivery;
import io.github.hybridnet.simulator.identity.SignIn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** The effects on answers. */
final class AnswerEffects {
  private AnswerEffects() {}

  /**
   * Another status, with an error.
   *
   * @param status the HTTP status
   * @param error the body
   * @param retryAfter seconds for {@code Retry-After}; negative for none
   * @param asDate whether they are given as a date
   */
  record Status(int status, ErrorText error, long retryAfter, boolean asDate)
      implements Effect.OnAnswer {
    @Override
    public String name() {
      return "status";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.OF_REQUESTS;
    }

    @Override
    public Response answer(Situation situation) {
      Response response = Errors.response(error.request(status));
      if (retryAfter < 0) {
        return response;
      }
      Instant then = situation.now().plusSeconds(retryAfter);
      return response.with(
          "Retry-After",
          asDate
              ? DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atOffset(ZoneOffset.UTC))
              : Long.toString(retryAfter));
    }
  }

  /**
   * The connection is closed.
   *
   * @param delivery what was sent before
   */
  record Cut(Delivery delivery) implements Effect.OnAnswer {
    @Override
    public String name() {
      return delivery == Delivery.HALF ? "truncate" : "reset";
    }

    @Override
    public Set<Phase> phases() {
      return delivery == Delivery.NONE ? Phases.OF_REQUESTS : Phases.OF_ANSWERS;
    }

    @Override
    public boolean needsAnswer() {
      return delivery != Delivery.NONE;
    }

    @Override
    public Response answer(Situation situation) {
      Response answer = situation.answer();
      return (answer == null ? Response.empty(NO_STATUS) : answer).delivered(delivery);
    }

    /** What the journal shows of a request that is not answered at all. */
    private static final int NO_STATUS = 0;
  }

  /**
   * A success whose body is not what was asked for.
   *
   * @param contentType its type
   * @param text the body
   */
  record Malformed(String contentType, String text) implements Effect.OnAnswer {
    static final Malformed HTML =
        new Malformed(
            "text/html; charset=utf-8",
            "<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head>"
                + "<body><h1>Your session with the proxy has ended.</h1></body></html>\n");

    static final Malformed JSON =
        new Malformed(
            "application/json; charset=utf-8", "{\"name\":\"unfinished\",\"properties\":{");

    @Override
    public String name() {
      return "malformed";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.OF_REQUESTS;
    }

    @Override
    public Response answer(Situation situation) {
      return Response.text(200, contentType, text);
    }
  }

  /** The operation is not known any more, now and later. */
  record LoseOperation() implements Effect.OnAnswer {
    @Override
    public String name() {
      return "lostOperation";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.POLLING;
    }

    @Override
    public Response answer(Situation situation) {
      RunningOperation operation = situation.call().operation();
      String id = operation == null ? "" : operation.operationId();
      return Errors.response(ArmErrors.operationNotFound(id).error());
    }
  }

  /**
   * The token is not accepted.
   *
   * @param expired whether because it was good once
   */
  record RejectToken(boolean expired) implements Effect.OnAnswer {
    @Override
    public String name() {
      return "rejectToken";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.OF_ACCESS;
    }

    @Override
    public Response answer(Situation situation) {
      if (situation.call().kind() == FaultCall.Kind.SECRET) {
        return situation.anonymous();
      }
      Instant now = situation.now();
      return expired
          ? situation.doors().refusals().expired(situation.request(), now.minusSeconds(1), now)
          : situation.doors().refusals().invalid(situation.request());
    }
  }

  /** No token that was issued until now is accepted, now and later. */
  record ExpireTokens() implements Effect.OnAnswer {
    @Override
    public String name() {
      return "expireTokens";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.OF_ACCESS;
    }

    @Override
    public Response answer(Situation situation) {
      return new RejectToken(true).answer(situation);
    }
  }

  /**
   * No token is issued.
   *
   * @param reason why
   */
  record RefuseSignIn(SignIn.Refusal reason) implements Effect.OnAnswer {
    @Override
    public String name() {
      return "refuseSignIn";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.BEFORE;
    }

    @Override
    public Response answer(Situation situation) {
      return situation.doors().signIn().refuse(situation.request(), reason);
    }
  }
}
