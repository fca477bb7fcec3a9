package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.http.ServerResponse.Delivery;
import io.github.hybridnet.simulator.identity.TokenEndpoint;
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
  record ErrorStatus(int status, FaultError error, long retryAfter, boolean asDate)
      implements FaultEffect.AnswerEffect {
    @Override
    public String name() {
      return "status";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.OF_REQUESTS;
    }

    @Override
    public ServerResponse answer(FaultContext faultContext) {
      ServerResponse serverResponse = ErrorResponses.response(error.request(status));
      if (retryAfter < 0) {
        return serverResponse;
      }
      Instant then = faultContext.now().plusSeconds(retryAfter);
      return serverResponse.with(
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
  record ClosedConnection(Delivery delivery) implements FaultEffect.AnswerEffect {
    @Override
    public String name() {
      return delivery == Delivery.HALF ? "truncate" : "reset";
    }

    @Override
    public Set<FaultPhase> phases() {
      return delivery == Delivery.NONE ? FaultPhases.OF_REQUESTS : FaultPhases.OF_ANSWERS;
    }

    @Override
    public boolean needsAnswer() {
      return delivery != Delivery.NONE;
    }

    @Override
    public ServerResponse answer(FaultContext faultContext) {
      ServerResponse answer = faultContext.answer();
      return (answer == null ? ServerResponse.empty(NO_STATUS) : answer).delivered(delivery);
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
  record MalformedBody(String contentType, String text) implements FaultEffect.AnswerEffect {
    static final MalformedBody HTML =
        new MalformedBody(
            "text/html; charset=utf-8",
            "<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head>"
                + "<body><h1>Your session with the proxy has ended.</h1></body></html>\n");

    static final MalformedBody JSON =
        new MalformedBody(
            "application/json; charset=utf-8", "{\"name\":\"unfinished\",\"properties\":{");

    @Override
    public String name() {
      return "malformed";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.OF_REQUESTS;
    }

    @Override
    public ServerResponse answer(FaultContext faultContext) {
      return ServerResponse.text(200, contentType, text);
    }
  }

  /** The operation is not known any more, now and later. */
  record LostOperation() implements FaultEffect.AnswerEffect {
    @Override
    public String name() {
      return "lostOperation";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.POLLING;
    }

    @Override
    public ServerResponse answer(FaultContext faultContext) {
      RunningOperation operation = faultContext.call().operation();
      String id = operation == null ? "" : operation.operationId();
      return ErrorResponses.response(ArmErrors.operationNotFound(id).error());
    }
  }

  /**
   * The token is not accepted.
   *
   * @param expired whether because it was good once
   */
  record RejectedToken(boolean expired) implements FaultEffect.AnswerEffect {
    @Override
    public String name() {
      return "rejectToken";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.OF_ACCESS;
    }

    @Override
    public ServerResponse answer(FaultContext faultContext) {
      if (faultContext.call().kind() == FaultCall.Kind.SECRET) {
        return faultContext.anonymous();
      }
      Instant now = faultContext.now();
      return expired
          ? faultContext
              .doors()
              .refusals()
              .expired(faultContext.request(), now.minusSeconds(1), now)
          : faultContext.doors().refusals().invalid(faultContext.request());
    }
  }

  /** No token that was issued until now is accepted, now and later. */
  record TokenExpiry() implements FaultEffect.AnswerEffect {
    @Override
    public String name() {
      return "expireTokens";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.OF_ACCESS;
    }

    @Override
    public ServerResponse answer(FaultContext faultContext) {
      return new RejectedToken(true).answer(faultContext);
    }
  }

  /**
   * No token is issued.
   *
   * @param reason why
   */
  record SignInRefusal(TokenEndpoint.Refusal reason) implements FaultEffect.AnswerEffect {
    @Override
    public String name() {
      return "refuseSignIn";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.BEFORE;
    }

    @Override
    public ServerResponse answer(FaultContext faultContext) {
      return faultContext.doors().signIn().refuse(faultContext.request(), reason);
    }
  }
}
