package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.fault.AnswerEffects.ClosedConnection;
import io.github.hybridnet.simulator.fault.AnswerEffects.MalformedBody;
import io.github.hybridnet.simulator.http.ServerResponse.Delivery;
import io.github.hybridnet.simulator.identity.TokenEndpoint.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"<name of the effect>": {…}}}. */
final class EffectReader {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration LONGEST = OperationEffects.FOR_EVER;

  private static final Map<String, Function<StrictObjectReader, @Nullable FaultEffect>> EFFECTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("status", EffectReader::status),
              Map.entry("delay", EffectReader::delay),
              Map.entry("reset", EffectReader::reset),
              Map.entry("truncate", strictObjectReader -> new ClosedConnection(Delivery.HALF)),
              Map.entry("malformed", EffectReader::malformed),
              Map.entry("lostOperation", strictObjectReader -> new AnswerEffects.LostOperation()),
              Map.entry("stuckOperation", EffectReader::stuck),
              Map.entry(
                  "failOperation",
                  strictObjectReader ->
                      new OperationEffects.OperationFailure(error(strictObjectReader))),
              Map.entry(
                  "cancelOperation",
                  strictObjectReader ->
                      new OperationEffects.OperationCancellation(error(strictObjectReader))),
              Map.entry("rejectToken", EffectReader::rejectToken),
              Map.entry("expireTokens", strictObjectReader -> new AnswerEffects.TokenExpiry()),
              Map.entry("refuseSignIn", EffectReader::refuseSignIn),
              Map.entry("throttle", EffectReader::throttle)));

  /** What a status usually means; others need a code. */
  private static final Map<Long, FaultError> USUAL =
      Map.of(
          429L, FaultError.of("TooManyRequests", "The request is being throttled."),
          500L, FaultError.of("InternalServerError", "An error occured."),
          502L, FaultError.of("BadGateway", "The gateway received an invalid response."),
          503L, FaultError.of("ServiceUnavailable", "The service is temporarily unavailable."),
          504L,
              FaultError.of(
                  "GatewayTimeout",
                  "The gateway did not receive a response from 'Microsoft.Network' within the"
                      + " specified time period."));

  private final StrictObjectReader strictObjectReader;

  EffectReader(StrictObjectReader strictObjectReader) {
    this.strictObjectReader = strictObjectReader;
  }

  /** The effect; null if there is a problem with it, which has been said. */
  @Nullable FaultEffect read() {
    List<String> names = strictObjectReader.names();
    String known = String.join(", ", EFFECTS.keySet());
    if (names.size() != 1) {
      strictObjectReader.problem("", "must have exactly one of " + known);
      return null;
    }
    Function<StrictObjectReader, @Nullable FaultEffect> reader = EFFECTS.get(names.get(0));
    if (reader == null) {
      strictObjectReader.problem(names.get(0), "is no effect; there are " + known);
      return null;
    }
    StrictObjectReader inside = strictObjectReader.object(names.get(0));
    FaultEffect faultEffect = reader.apply(inside);
    inside.end();
    return faultEffect;
  }

  private static @Nullable FaultEffect status(StrictObjectReader strictObjectReader) {
    if (!strictObjectReader.has("status")) {
      strictObjectReader.problem("status", "is missing");
    }
    long status = strictObjectReader.whole("status", 400, 599, 500);
    FaultError usual = USUAL.get(status);
    if (usual == null && !strictObjectReader.has("code")) {
      strictObjectReader.problem(
          "code", "is missing: " + status + " alone does not say what is wrong");
    }
    FaultError error = error(strictObjectReader, usual == null ? FaultError.of("", "") : usual);
    long retryAfter = strictObjectReader.whole("retryAfter", 0, 86_400, -1);
    boolean date =
        strictObjectReader.choice(
            "retryAfterAs", Map.of("seconds", false, "httpDate", true), false);
    return new AnswerEffects.ErrorStatus((int) status, error, retryAfter, date);
  }

  private static @Nullable FaultError error(StrictObjectReader strictObjectReader) {
    boolean given =
        strictObjectReader.has("code")
            || strictObjectReader.has("message")
            || strictObjectReader.has("details");
    if (given && !strictObjectReader.has("code")) {
      strictObjectReader.problem("code", "is missing");
    }
    FaultError read = error(strictObjectReader, FaultError.of("", ""));
    return given ? read : null;
  }

  private static FaultError error(StrictObjectReader strictObjectReader, FaultError usual) {
    String code = strictObjectReader.text("code");
    String message = strictObjectReader.text("message");
    List<ArmError.Detail> details = new ArrayList<>();
    for (StrictObjectReader detail : strictObjectReader.objects("details")) {
      String inner = detail.text("code");
      String text = detail.text("message");
      details.add(new ArmError.Detail(inner == null ? "" : inner, text == null ? "" : text));
      detail.end();
    }
    String shown = code == null ? usual.code() : code;
    boolean own = code == null || code.equals(usual.code());
    String fallback = own ? usual.message() : "A fault rule of the simulator caused this answer.";
    return new FaultError(shown, message == null ? fallback : message, details);
  }

  private static @Nullable FaultEffect delay(StrictObjectReader strictObjectReader) {
    Duration wall = strictObjectReader.duration("wall", LONGEST_WAIT);
    Duration simulated = strictObjectReader.duration("simulated", LONGEST);
    if (strictObjectReader.has("wall") == strictObjectReader.has("simulated")) {
      strictObjectReader.problem("", "must have either wall or simulated");
    }
    Duration time = wall == null ? simulated : wall;
    return time == null ? null : new FaultEffect.Delay(time, wall == null);
  }

  private static FaultEffect reset(StrictObjectReader strictObjectReader) {
    Map<String, Delivery> words =
        Map.of("beforeHeaders", Delivery.NONE, "afterHeaders", Delivery.HEADERS);
    return new ClosedConnection(strictObjectReader.choice("at", words, Delivery.NONE));
  }

  private static FaultEffect malformed(StrictObjectReader strictObjectReader) {
    Map<String, MalformedBody> words =
        Map.of("html", MalformedBody.HTML, "json", MalformedBody.JSON);
    return strictObjectReader.choice("as", words, MalformedBody.HTML);
  }

  private static FaultEffect stuck(StrictObjectReader strictObjectReader) {
    Duration time = strictObjectReader.duration("for", LONGEST);
    return new OperationEffects.StuckOperation(time == null ? OperationEffects.FOR_EVER : time);
  }

  private static FaultEffect rejectToken(StrictObjectReader strictObjectReader) {
    Map<String, Boolean> words =
        Map.of("InvalidAuthenticationToken", false, "ExpiredAuthenticationToken", true);
    return new AnswerEffects.RejectedToken(strictObjectReader.choice("code", words, false));
  }

  private static FaultEffect refuseSignIn(StrictObjectReader strictObjectReader) {
    Map<String, Refusal> words = new HashMap<>();
    words.put("invalid_client", Refusal.INVALID_CLIENT);
    words.put("unauthorized_client", Refusal.UNAUTHORIZED_CLIENT);
    words.put("temporarily_unavailable", Refusal.TEMPORARILY_UNAVAILABLE);
    return new AnswerEffects.SignInRefusal(
        strictObjectReader.choice("error", words, Refusal.TEMPORARILY_UNAVAILABLE));
  }

  private static FaultEffect throttle(StrictObjectReader strictObjectReader) {
    return new FaultEffect.RequestThrottling(new ThrottlingLimitsReader(strictObjectReader).read());
  }
}
